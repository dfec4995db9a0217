import { Fragment, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { organKinds, type Organ } from '../../shared/contract/ledger.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { chordOf } from '../lib/keys.ts'
import { versionAt } from './words.ts'

/** One organ to choose; `id` null stands for all of them. */
export type OrganChoice = {
  id: string | null
  name: string
  /** Where `name` is the short one. */
  fullName?: string
  group: string
  note?: ReactNode
}

/** The organs of the catalogue in their order, under the names they bear on a day, by what they are. */
export const organsOn = (
  organs: readonly Organ[],
  day: string,
  groupName: (kind: Organ['kind']) => string,
): (OrganChoice & { id: string; abolished: boolean })[] =>
  organs
    .toSorted(
      (a, b) => organKinds.indexOf(a.kind) - organKinds.indexOf(b.kind) || a.position - b.position,
    )
    .map(({ id, kind, versions }) => {
      const version = versionAt(versions, day)
      return {
        id,
        name: version?.shortName || version?.name || '',
        fullName: version?.name ?? '',
        group: groupName(kind),
        abolished: version?.abolished === true && version.fromOn <= day,
      }
    })

/** Organs one under another by kind. Arrows move inside; the keys of «previous» and «following» from anywhere. */
export const OrganList = ({
  label,
  choices,
  selected,
  onSelect,
}: {
  label: string
  choices: readonly OrganChoice[]
  selected: string | null
  onSelect: (id: string | null) => void
}) => {
  const t = useT()
  const list = useRef<HTMLElement>(null)
  const at = choices.findIndex(({ id }) => id === selected)
  const step = (by: 1 | -1) => {
    const next = choices[at + by]
    if (next) onSelect(next.id)
  }
  useAction('ledger.previous', () => step(-1), at > 0)
  useAction('ledger.following', () => step(1), at < choices.length - 1)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const onKeyDown = (event: KeyboardEvent) => {
    const chord = chordOf(event)
    if (chord !== 'ArrowDown' && chord !== 'ArrowUp') return
    event.preventDefault()
    event.stopPropagation()
    step(chord === 'ArrowDown' ? 1 : -1)
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus())
  }
  return (
    <nav ref={list} className="kit-choices ledger-organs" aria-label={label} onKeyDown={onKeyDown}>
      {choices.map((choice, index) => (
        <Fragment key={choice.id ?? t('ledger.allOrgans')}>
          {choice.group !== '' && choice.group !== choices[index - 1]?.group ? (
            <h2>{choice.group}</h2>
          ) : null}
          <button
            type="button"
            tabIndex={index === Math.max(at, 0) ? 0 : -1}
            title={choice.fullName}
            aria-current={choice.id === selected || undefined}
            onClick={() => onSelect(choice.id)}
          >
            <span>{choice.name}</span>
            {choice.note ? <small>{choice.note}</small> : null}
          </button>
        </Fragment>
      ))}
    </nav>
  )
}
