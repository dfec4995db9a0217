import { useState, type InputHTMLAttributes } from 'react'
import { readFigure } from './draft.ts'

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'aria-label' | 'className' | 'placeholder' | 'onKeyDown'
>

/**
 * A field for one figure: digits alone, full-width ones too. What an input method is composing is no figure yet; taking
 * it away would break the composition.
 */
export const FigureInput = ({
  value,
  onChange,
  ...rest
}: Native & {
  value: number | undefined
  onChange: (value: number | undefined) => void
}) => {
  const [composing, setComposing] = useState<string | null>(null)
  return (
    <input
      {...rest}
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
    />
  )
}
