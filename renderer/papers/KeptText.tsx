import { useState } from 'react'
import { TextField } from '../ui/index.ts'

/** A line of text kept when one leaves it or presses Enter. */
export const KeptText = ({
  label,
  hint,
  value,
  onKeep,
}: {
  label: string
  hint?: string
  value: string
  onKeep: (value: string) => void
}) => {
  const [typed, setTyped] = useState(value)
  const keep = () => {
    const text = typed.trim()
    if (text !== value) onKeep(text)
  }
  return (
    <form
      noValidate
      onBlur={keep}
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <TextField label={label} {...(hint ? { hint } : {})} value={typed} onChange={setTyped} />
    </form>
  )
}
