import { useState } from 'react'
import type { BaseChoice, Vote } from '../../../shared/contract/ballot.ts'
import { leaveField } from '../../lib/focus.ts'
import { tell, useT } from '../../lib/i18n.ts'
import { Finding, Segmented, TextField } from '../../ui/index.ts'
import type { SheetLine } from './sheet.ts'

const bases = ['actual', 'quota'] as const

type Torn = Pick<SheetLine, 'vote' | 'question' | 'judgement'> & { tally: unknown }

/** The choice of base for a round or a whole paper, needed once members in office and seats give a line different verdicts. */
export const useBaseChoice = (lines: readonly Torn[]) => {
  const [base, setBase] = useState<(typeof bases)[number]>(lines[0]?.vote.base ?? 'actual')
  const [note, setNote] = useState('')
  const torn = lines.find(({ tally, judgement, vote }) =>
    Boolean(tally && judgement.otherBase && vote.inOffice !== vote.seats),
  )
  const choice: BaseChoice | null = torn && note.trim() !== '' ? { base, note: note.trim() } : null
  return { torn, base, setBase, note, setNote, choice, ready: !torn || choice !== null }
}

export const BaseChoiceFields = ({
  choice: { torn, base, setBase, note, setNote },
  vote,
}: {
  choice: ReturnType<typeof useBaseChoice>
  vote: Vote | undefined
}) => {
  const t = useT()
  if (!torn?.judgement.otherBase || !vote) return null
  return (
    <div className="entry-base">
      <Finding tone="warn">
        {torn.question.title} {tell(torn.judgement.otherBase.sentence)}
      </Finding>
      <Segmented
        label={t('ballot.chamber.entry.basis')}
        value={base}
        options={bases.map((value) => ({
          value,
          label: t(`ballot.baseAsk.${value}`, {
            count: value === 'actual' ? vote.inOffice : vote.seats,
          }),
        }))}
        onChange={setBase}
      />
      <TextField
        label={t('ballot.chamber.entry.basisNote')}
        value={note}
        onChange={setNote}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') leaveField(event.currentTarget)
        }}
        required
      />
    </div>
  )
}
