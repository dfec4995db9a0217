import { useState } from 'react'
import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { decideInputOf, weighed } from '../../shared/rules/outcome.ts'
import { useDraft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Note,
  Stack,
  TextField,
} from '../ui/index.ts'
import { emptyDraft, figuresOf, setFigure, tallyOf, type Draft, type Totals } from './draft.ts'
import { BaseChoiceFields, NamedGrid, useBaseChoice } from './entry/index.ts'
import type { Named } from './entry/named.ts'
import { Figures } from './Figures.tsx'
import { factsOf } from './round.ts'
import { SumCheck, VerdictBox } from './PanelParts.tsx'
import { closeDialog } from './state.ts'

/** The locked figures as the starting point; a figure the method does not have is left out. */
const totalsOf = ({ method, tally }: Vote): Totals =>
  Object.fromEntries(figuresOf(method).flatMap((figure) => [[figure, tally?.[figure] ?? 0]]))

/** A named vote is corrected by names; its totals follow from them. */
const namedOf = ({ named }: Vote): Named | null =>
  named && named.map(({ memberId, choice }) => ({ memberId, choice }))

/** Corrects a locked result by a new record: old and new side by side, with the reason and a second name. */
export const CorrectDialog = ({ question, vote }: { question: Question; vote: Vote }) => {
  const t = useT()
  const command = useKernelCommand('ballot.correct', { inline: true })
  const form = useDraft({ reason: '', witness: '' })
  const [entered, setEntered] = useState<Draft>({ ...emptyDraft, totals: totalsOf(vote) })
  const [named, setNamed] = useState<Named | null>(() => namedOf(vote))
  const tally = tallyOf(entered.totals, vote.method)
  const judgement = weighed(decideInputOf(question, factsOf(vote), tally))
  // A choice made at the lock stands; a correction asks only where the verdicts part now (rules.md §9-10).
  const base = useBaseChoice(vote.baseNote === '' ? [{ vote, question, judgement, tally }] : [])
  const { reason, witness } = form.values
  const ready = base.ready && judgement.lockable && reason.trim() !== '' && witness.trim() !== ''
  /** What was said of the figures before is true of them no longer. */
  const enter = (change: (old: Draft) => Draft) => {
    setEntered(change)
    command.clear()
  }
  const submit = async () => {
    if (!ready || !tally) return
    const entry = named ? { named } : { tally }
    const given = { ...entry, ...(base.choice ? { baseChoice: base.choice } : {}) }
    const reply = await command.run({ voteId: vote.id, rev: vote.rev, ...given, reason, witness })
    form.take(reply.ok ? null : reply.error)
    if (reply.ok) closeDialog()
  }
  return (
    <Dialog
      open
      title={t('ballot.correctTitle')}
      width={860}
      onClose={closeDialog}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('ballot.correctConfirm')}
          onCancel={closeDialog}
          pending={command.pending}
          disabled={!ready}
        />
      }
    >
      <Stack>
        <Note>{t('ballot.correctNote')}</Note>
        <div className="ballot-compare">
          <section aria-label={t('ballot.correctOld')}>
            <h3>{t('ballot.correctOld')}</h3>
            <Figures method={vote.method} totals={vote.tally ?? {}} />
            {vote.tally ? (
              <SumCheck vote={vote} present={vote.counts.present} tally={vote.tally} />
            ) : null}
            {vote.outcome ? (
              <VerdictBox verdict={vote.outcome.verdict} sentence={vote.outcome.sentence} />
            ) : null}
          </section>
          <section aria-label={t('ballot.correctNew')}>
            <h3>{t('ballot.correctNew')}</h3>
            {named ? (
              <NamedGrid
                vote={vote}
                named={named}
                onChange={(names, totals) => {
                  setNamed(names)
                  enter((old) => ({ ...old, totals }))
                }}
              />
            ) : (
              <Figures
                method={vote.method}
                totals={entered.totals}
                tally={judgement.tally}
                onChange={(figure, value) => enter((old) => setFigure(old, figure, value))}
              />
            )}
            <SumCheck vote={vote} present={vote.counts.present} tally={judgement.tally} />
            <VerdictBox verdict={judgement.verdict} sentence={judgement.sentence} pending />
          </section>
        </div>
        <BaseChoiceFields choice={base} vote={vote} />
        <FieldGrid>
          <TextField
            label={t('ballot.correctReason')}
            value={reason}
            onChange={(value) => form.set('reason', value)}
            error={form.errorAt('reason')}
            required
            autoFocus
          />
          <TextField
            label={t('ballot.witness')}
            hint={t('ballot.witnessHint')}
            value={witness}
            onChange={(value) => form.set('witness', value)}
            error={form.errorAt('witness')}
            required
          />
        </FieldGrid>
        {command.failure?.fields ? null : <FormFailure failure={command.failure} />}
      </Stack>
    </Dialog>
  )
}
