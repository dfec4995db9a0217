import { useState } from 'react'
import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { decideInputOf, weighed } from '../../shared/rules/outcome.ts'
import { tell, useT } from '../lib/i18n.ts'
import { Dialog, DialogButtons, Finding, Note, Segmented, Stack, TextField } from '../ui/index.ts'
import { VerdictBox } from './PanelParts.tsx'
import { factsOf } from './round.ts'
import { closeDialog } from './state.ts'
import { useLock, useRound } from './useRound.ts'

const bases = ['actual', 'quota'] as const

/**
 * Asked where members in office and seats give different verdicts (rules.md §9-10): which of them counts here, and on
 * what ground. Both verdicts stand side by side; nothing is locked until one is chosen with its reason.
 */
export const BaseDialog = ({ question, vote }: { question: Question; vote: Vote }) => {
  const t = useT()
  const lock = useLock(question, vote)
  const { tally, judgement } = useRound(question, vote)
  const [base, setBase] = useState<(typeof bases)[number]>(vote.base)
  const [note, setNote] = useState('')
  const under = (one: (typeof bases)[number]) => {
    const facts = factsOf(vote)
    return weighed(
      decideInputOf(question, { ...facts, rules: { ...facts.rules, base: one } }, tally),
    )
  }
  const chosen = under(base)
  const ready = note.trim() !== '' && chosen.lockable
  return (
    <Dialog
      open
      title={t('ballot.baseAsk.title')}
      width={640}
      onClose={closeDialog}
      onSubmit={() => {
        if (ready) void lock.run({ base, note: note.trim() })
      }}
      footer={
        <DialogButtons
          confirm={t('ballot.baseAsk.confirm')}
          onCancel={closeDialog}
          pending={lock.pending}
          disabled={!ready}
        />
      }
    >
      <Stack>
        {judgement.otherBase ? (
          <Finding tone="warn">{tell(judgement.otherBase.sentence)}</Finding>
        ) : null}
        <Note>{t('ballot.baseAsk.note')}</Note>
        <Segmented
          label={t('ballot.baseAsk.which')}
          value={base}
          options={bases.map((value) => ({
            value,
            label: t(`ballot.baseAsk.${value}`, {
              count: value === 'actual' ? vote.inOffice : vote.seats,
            }),
          }))}
          onChange={setBase}
        />
        <VerdictBox verdict={chosen.verdict} sentence={chosen.sentence} pending />
        <TextField
          label={t('ballot.baseAsk.reason')}
          hint={t('ballot.baseAsk.reasonHint')}
          value={note}
          onChange={setNote}
          required
          autoFocus
        />
      </Stack>
    </Dialog>
  )
}
