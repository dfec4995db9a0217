import { useState } from 'react'
import type { Question, Vote, VoteMethod } from '../../shared/contract/ballot.ts'
import { decideInputOf, weighed } from '../../shared/rules/outcome.ts'
import { useDraft } from '../lib/form.ts'
import { useT, type Say } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  Button,
  Dialog,
  DialogButtons,
  FormFailure,
  Note,
  Row,
  Segmented,
  Stack,
  TextField,
} from '../ui/index.ts'
import { tallyOf } from './draft.ts'
import { factsOf } from './round.ts'
import { methodAfter, methodsFor } from './ladder.ts'
import { chooseMethod, closeDialog, draftOf, dropDraft } from './state.ts'

const reasons = ['device', 'overcount', 'counting', 'order'] as const

/** What was entered voids the round by itself: more votes than members, more papers back than given out. */
const isVoid = (question: Question, vote: Vote): boolean => {
  const tally = tallyOf(draftOf(vote.id).totals, vote.method)
  return weighed(decideInputOf(question, factsOf(vote), tally)).verdict === 'void'
}

const reasonToBegin = (question: Question, vote: Vote, changing: boolean, t: Say): string => {
  if (isVoid(question, vote)) return t('ballot.reason.overcount')
  return changing && vote.method === 'device' ? t('ballot.reason.device') : ''
}

/** The method offered for the next round. Names are put on the record by choice alone, never because a device broke. */
const fallbackOf = (question: Question, vote: Vote, fallback: VoteMethod): VoteMethod => {
  const lawful = methodsFor(question.kind, vote.rules).filter((one) => one !== vote.method)
  if (vote.method === 'device' && lawful.includes(fallback)) return fallback
  const after = methodAfter(question.kind, vote.method, vote.rules)
  if (after !== 'named' && after !== 'tacit') return after
  return lawful.find((one) => one !== 'named' && one !== 'tacit') ?? after
}

/** Voids the open round with its reason. What was entered is forgotten; the round itself stays on the record. */
export const VoidDialog = ({
  question,
  vote,
  changing,
  fallback,
}: {
  question: Question
  vote: Vote
  /** Goes on with another method. */
  changing: boolean
  /** The body's method for when the keypads fail. */
  fallback: VoteMethod
}) => {
  const t = useT()
  const voiding = useKernelCommand('ballot.void', { inline: true })
  const fallingBack = useKernelCommand('ballot.fallBack', { inline: true })
  const command = changing ? fallingBack : voiding
  const draft = useDraft({ reason: reasonToBegin(question, vote, changing, t) })
  const [method, setMethod] = useState(() =>
    changing ? fallbackOf(question, vote, fallback) : vote.method,
  )
  const submit = async () => {
    const { reason } = draft.values
    const round = { voteId: vote.id, rev: vote.rev, reason }
    const reply = changing ? await fallingBack.run({ ...round, method }) : await voiding.run(round)
    draft.take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    dropDraft(vote.id)
    if (!changing) chooseMethod(question.id, method)
    closeDialog()
  }
  return (
    <Dialog
      open
      title={t(changing ? 'ballot.changeTitle' : 'ballot.voidTitle', { round: vote.round })}
      width={520}
      onClose={closeDialog}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={
            changing
              ? t('ballot.voidAndChange', { method: t(`verdict.method.${method}`) })
              : t('ballot.voidRound')
          }
          onCancel={closeDialog}
          pending={command.pending}
          disabled={draft.values.reason.trim() === ''}
          danger
        />
      }
    >
      <Stack>
        <Note>{t('ballot.voidNote')}</Note>
        <TextField
          label={t('ballot.voidReason')}
          value={draft.values.reason}
          onChange={(reason) => draft.set('reason', reason)}
          error={draft.errorAt('reason')}
          required
          autoFocus
        />
        <Row>
          {reasons.map((reason) => (
            <Button
              key={reason}
              size="s"
              onClick={() => draft.set('reason', t(`ballot.reason.${reason}`))}
            >
              {t(`ballot.reason.${reason}`)}
            </Button>
          ))}
        </Row>
        <div>
          <Note>{t('ballot.nextMethod')}</Note>
          <Segmented
            label={t('ballot.nextMethod')}
            value={method}
            options={methodsFor(question.kind, vote.rules).map((value) => ({
              value,
              label: t(`verdict.method.${value}`),
            }))}
            onChange={setMethod}
          />
        </div>
        {command.failure?.fields ? null : <FormFailure failure={command.failure} />}
      </Stack>
    </Dialog>
  )
}
