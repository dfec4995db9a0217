import { useState } from 'react'
import type { Item, Sitting } from '../../shared/contract/session.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { Badge, Dialog, PickList } from '../ui/index.ts'
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
  const [text, setText] = useState('')
  const roll = useKernelQuery('attendance.roll', { sittingId: sitting.id })
  const guests = useKernelQuery(
    'attendance.guests',
    { sittingId: sitting.id },
    { topics: ['attendance'] },
  )
  const found = meant(candidatesOf(roll.data?.entries ?? [], guests.data?.sitIn.guests ?? []), text)
  return (
    <PickList
      label={t('speech.who')}
      listLabel={t('speech.candidates')}
      text={text}
      onText={setText}
      items={found}
      keyOf={({ key }) => key}
      none={t('speech.noMatch', { text })}
      onPick={onAdd}
      waits
    >
      {(candidate) => (
        <>
          <span className="speech-number">{candidate.number}</span>
          <span>{candidate.name}</span>
          {candidate.memberId === null ? <Badge>{t('speech.sitsIn')}</Badge> : null}
          {candidate.here ? null : <Badge tone="warn">{t('speech.notHere')}</Badge>}
          <small>{candidate.post}</small>
        </>
      )}
    </PickList>
  )
}
