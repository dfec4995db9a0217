import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { isComposing } from '../lib/keys.ts'
import { Note } from './Layout.tsx'

/**
 * A field to type into and what it finds beneath: arrows go through it, round its ends, Enter or a click picks. The
 * focus stays in the field.
 */
export const PickList = <T,>({
  label,
  listLabel,
  text,
  onText,
  items,
  keyOf,
  none,
  onPick,
  waits = false,
  children,
}: {
  label: string
  listLabel: string
  text: string
  onText: (text: string) => void
  /** What was found. */
  items: readonly T[]
  keyOf: (item: T) => string
  /** Said where nothing was found. */
  none: string
  onPick: (item: T) => void
  /** Before anything was typed or gone to, Enter alone picks nothing. */
  waits?: boolean
  /** One line of the list. */
  children: (item: T) => ReactNode
}) => {
  const listId = useId()
  const start = waits ? -1 : 0
  const [at, setAt] = useState(start)
  const last = items.length - 1
  const step = (by: 1 | -1) =>
    setAt((index) => (by === 1 ? (index < last ? index + 1 : 0) : index > 0 ? index - 1 : last))
  const chosen = items[at]
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key !== 'Enter') return
    else if (chosen !== undefined) onPick(chosen)
    event.preventDefault()
  }
  return (
    <div className="kit-palette">
      <input
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosen === undefined ? undefined : `${listId}-${at}`}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          const typed = event.currentTarget.value
          onText(typed)
          setAt(typed.trim() === '' ? start : 0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={listLabel}>
        {items.map((item, index) => (
          <li
            key={keyOf(item)}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            ref={(line) => {
              if (index === at) line?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => onPick(item)}
          >
            {children(item)}
          </li>
        ))}
      </ul>
      {items.length === 0 ? <Note>{none}</Note> : null}
    </div>
  )
}
