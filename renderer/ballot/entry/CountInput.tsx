import type { KeyboardEvent } from 'react'
import { FigureInput } from '../FigureInput.tsx'

/** A cell for one count. */
export const CountInput = ({
  label,
  ...rest
}: {
  label: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}) => <FigureInput {...rest} className="entry-count" aria-label={label} />
