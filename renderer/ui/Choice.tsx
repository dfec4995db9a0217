import { useId, type ReactNode } from 'react'

type Choices<V extends string> = {
  label: string
  value: V
  options: readonly { value: V; label: ReactNode; disabled?: boolean }[]
  onChange: (value: V) => void
}

/** A few exclusive choices side by side: native radio buttons, so arrows move and letters do not. */
export const Segmented = <V extends string>({
  label,
  value,
  options,
  onChange,
  disabled = false,
  showLabel = false,
}: Choices<V> & {
  disabled?: boolean
  /** Prints the label above, as the fields of a form do. */
  showLabel?: boolean
}) => {
  const name = useId()
  const choices = (
    <fieldset className="kit-segmented" disabled={disabled}>
      <legend className="kit-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.value} data-checked={option.value === value || undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
  if (!showLabel) return choices
  return (
    <div className="kit-field">
      <span aria-hidden="true">{label}</span>
      {choices}
    </div>
  )
}

/** Parts of a screen, one shown at a time. Arrows move between the tabs. */
export const Tabs = <V extends string>({ label, value, options, onChange }: Choices<V>) => {
  const step = (by: number) => {
    const at = options.findIndex((option) => option.value === value)
    const next = options[(at + by + options.length) % options.length]
    if (next) onChange(next.value)
  }
  return (
    <div
      className="kit-tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
        event.preventDefault()
        step(event.key === 'ArrowRight' ? 1 : -1)
        const tabs = event.currentTarget
        requestAnimationFrame(() =>
          tabs.querySelector<HTMLElement>('[aria-selected=true]')?.focus(),
        )
      }}
    >
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          role="tab"
          aria-selected={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          disabled={option.disabled}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
