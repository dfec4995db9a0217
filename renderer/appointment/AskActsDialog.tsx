import { useState } from 'react'
import type { Act, ActFinding, Nomination } from '../../shared/contract/appointment.ts'
import {
  askManners,
  voteMethods,
  type AskManner,
  type VoteMethod,
} from '../../shared/contract/ballot.ts'
import { methodObstacle, type MethodAllowance } from '../../shared/rules/question.ts'
import { useMethodAllowance } from '../lib/allowance.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Button,
  Dialog,
  Finding,
  FormFailure,
  Note,
  Segmented,
  Select,
  Stack,
  TextField,
} from '../ui/index.ts'
import { sentenceOf } from './ActActions.tsx'
import { StandingList } from './GoPastDialog.tsx'
import { standing } from './useChecks.ts'

export type Manner = 'individually' | 'merged'
const byBody = 'body'

/** The methods lawful for every one of the acts (a dismissal goes on secret paper, rules.md §9-34). */
const lawfulFor = (acts: readonly Act[], allow: MethodAllowance): VoteMethod[] =>
  voteMethods.filter((method) =>
    acts.every(({ act }) => {
      const kind = act === 'dismiss' ? 'dismissal' : act === 'recall' ? 'recall' : 'appointment'
      return methodObstacle(kind, method, allow) === undefined
    }),
  )

/** Puts acts to the vote, a question for each or one for all; what the law forbids is named and left out. */
export const AskActsDialog = ({
  nomination,
  acts: wished,
  findings,
  manner: wanted,
  onDone,
  onClose,
}: {
  nomination: Nomination
  acts: readonly Act[]
  /** Of the session. */
  findings: readonly ActFinding[]
  manner: Manner
  onDone: () => void
  onClose: () => void
}) => {
  const t = useT()
  const ask = useKernelCommand('ballot.askActs', { inline: true })
  const allow = useMethodAllowance()
  const [manner, setManner] = useState<AskManner>(wanted)
  const [reason, setReason] = useState('')
  const [method, setMethod] = useState<VoteMethod | typeof byBody>(byBody)
  // What the law forbids does not keep the others from the vote.
  const forbidding = ({ id }: Act) => standing(findings, [id]).blocks
  const held = wished.filter((act) => forbidding(act).length > 0)
  const acts = wished.filter((act) => !held.includes(act))
  const { open } = standing(
    findings,
    acts.map((act) => act.id),
  )
  const blocks = [...new Set(held.flatMap(forbidding))]
  const ready = acts.length > 0
  const reasoned = open.length === 0 || reason.trim() !== ''
  const submit = async () => {
    const reply = await ask.run({
      itemId: nomination.itemId,
      actIds: acts.map((act) => act.id),
      manner,
      ...(method === byBody ? {} : { method }),
      ...(open.length > 0 ? { goPast: reason } : {}),
    })
    if (!reply.ok) return
    notify('good', t('appointment.askedNow', { count: reply.value.length }))
    onDone()
    onClose()
  }
  return (
    <Dialog
      open
      title={t('appointment.askTitle', { count: acts.length })}
      width={640}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose} data-autofocus={!ready || undefined}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            tone="primary"
            pending={ask.pending}
            disabled={!ready || !reasoned}
            data-autofocus={(ready && open.length === 0) || undefined}
          >
            {t('appointment.askConfirm')}
          </Button>
        </>
      }
    >
      <Stack>
        <Segmented
          label={t('appointment.manner')}
          value={manner}
          options={askManners.map((value) => ({
            value,
            label: t(`appointment.mannerName.${value}`),
          }))}
          onChange={setManner}
        />
        <Note>{t(`appointment.mannerNote.${manner}`, { count: acts.length })}</Note>
        <StandingList blocks={blocks} open={open} />
        {held.length > 0 ? (
          <Finding tone="bad">
            {t('ballot.heldBack', {
              names: held.map(({ personName }) => personName).join(t('common.comma')),
            })}
          </Finding>
        ) : null}
        {open.length > 0 ? (
          <TextField
            label={t('appointment.goPastReason')}
            hint={t('appointment.goPastNote')}
            value={reason}
            onChange={setReason}
            required
            autoFocus
          />
        ) : null}
        <ol className="appointment-asked" tabIndex={0} aria-label={t('appointment.acts')}>
          {acts.map((act) => (
            <li key={act.id}>{sentenceOf(act)}</li>
          ))}
        </ol>
        <Select
          label={t('appointment.method')}
          value={method}
          options={[
            { value: byBody, label: t('appointment.methodByBody') },
            ...lawfulFor(acts, allow).map((value) => ({
              value,
              label: t(`verdict.method.${value}`),
            })),
          ]}
          onChange={setMethod}
        />
        <FormFailure failure={ask.failure} />
      </Stack>
    </Dialog>
  )
}
