import { useId, useState, type KeyboardEvent } from 'react'
import type { Item, Sitting } from '../../shared/contract/session.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { isComposing } from '../lib/keys.ts'
import { Badge, Dialog, Note } from '../ui/index.ts'
import { candidatesOf, meant, type Candidate } from './who.ts'

/** Puts someone on the speakers' list: type, and Enter takes the first (or the one chosen with the arrows). */
export const AddDialog = ({
  sitting,
  item,
  onAdd,
  onClose,
}: {
  sitting: Sitting
  item: Item | null
  onAdd: (candidate: Candidate) => void
  onClose: () => void
}) => {
  const t = useT()
  return (
    <Dialog open title={t('speech.addTitle')} width={460} onClose={onClose}>
      <p className="speech-about">
        {item ? t('speech.about', { title: item.title }) : t('speech.aboutNone')}
      </p>
      <Candidates sitting={sitting} onAdd={onAdd} />
    </Dialog>
  )
}

const Candidates = ({
  sitting,
  onAdd,
}: {
  sitting: Sitting
  onAdd: (candidate: Candidate) => void
}) => {
  const t = useT()
  const listId = useId()
  const [text, setText] = useState('')
  /** -1 before anything was typed or chosen: Enter alone puts nobody on the list. */
  const [at, setAt] = useState(-1)
  const roll = useKernelQuery('attendance.roll', { sittingId: sitting.id })
  const guests = useKernelQuery(
    'attendance.guests',
    { sittingId: sitting.id },
    { topics: ['attendance'] },
  )
  const found = meant(candidatesOf(roll.data?.entries ?? [], guests.data?.sitIn.guests ?? []), text)
  const last = found.length - 1
  const step = (by: 1 | -1) =>
    setAt((index) => (by === 1 ? (index < last ? index + 1 : 0) : index > 0 ? index - 1 : last))
  const take = (candidate: Candidate | undefined) => {
    if (candidate) onAdd(candidate)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter') take(found[at])
    else return
    event.preventDefault()
  }
  return (
    <div className="kit-palette">
      <input
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={found[at] ? `${listId}-${at}` : undefined}
        aria-label={t('speech.who')}
        placeholder={t('speech.who')}
        value={text}
        onChange={(event) => {
          const typed = event.currentTarget.value
          setText(typed)
          setAt(typed.trim() === '' ? -1 : 0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t('speech.candidates')}>
        {found.map((candidate, index) => (
          <li
            key={candidate.key}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            ref={(line) => {
              if (index === at) line?.scrollIntoView({ block: 'nearest' })
            }}
            onClick={() => onAdd(candidate)}
          >
            <span className="speech-number">{candidate.number}</span>
            <span>{candidate.name}</span>
            {candidate.memberId === null ? <Badge>{t('speech.sitsIn')}</Badge> : null}
            {candidate.here ? null : <Badge tone="warn">{t('speech.notHere')}</Badge>}
            <small>{candidate.post}</small>
          </li>
        ))}
      </ul>
      {found.length === 0 ? <Note>{t('speech.noMatch', { text })}</Note> : null}
    </div>
  )
}
