import { useState, type KeyboardEvent } from 'react'
import { readFigure } from '../draft.ts'

/** A cell for one count: digits alone, full-width ones too; what an input method is composing is no figure yet. */
export const CountInput = ({
  label,
  value,
  onChange,
  onKeyDown,
}: {
  label: string
  value: number | undefined
  onChange: (value: number | undefined) => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}) => {
  const [composing, setComposing] = useState<string | null>(null)
  return (
    <input
      className="entry-count"
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      value={composing ?? value ?? ''}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        const { value: text } = event.currentTarget
        const inner = event.nativeEvent as InputEvent
        setComposing(inner.isComposing ? text : null)
        if (!inner.isComposing) onChange(readFigure(text))
      }}
      onCompositionEnd={(event) => {
        setComposing(null)
        onChange(readFigure(event.currentTarget.value))
      }}
      onKeyDown={onKeyDown}
    />
  )
}
