import { useState } from 'react'
import type { Act, Nomination } from '../../shared/contract/appointment.ts'
import { voteMethods, type VoteMethod } from '../../shared/contract/ballot.ts'
import { actSentence } from '../../shared/papers/wording.ts'
import { methodObstacle, type MethodAllowance } from '../../shared/rules/question.ts'
import { useMethodAllowance, useWithdrawCondition } from '../lib/allowance.ts'
import { useDraft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import {
  Button,
  ConfirmDialog,
  Dialog,
  DialogButtons,
  FormFailure,
  Note,
  Segmented,
  Select,
  Stack,
  TextField,
} from '../ui/index.ts'

const sentenceOf = (act: Act): string => actSentence(act.verb, act.act, [act.personName], act.post)

/** Withdraws an act before it is voted on, with the reason; it stays on the list as withdrawn. */
export const WithdrawDialog = ({ act, onClose }: { act: Act; onClose: () => void }) => {
  const t = useT()
  const withdraw = useKernelCommand('appointment.withdrawAct', { inline: true })
  const condition = useWithdrawCondition()
  const draft = useDraft({ reason: '' })
  const submit = async () => {
    const reply = await withdraw.run({ id: act.id, rev: act.rev, reason: draft.values.reason })
    draft.take(reply.ok ? null : reply.error)
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      title={t('appointment.withdrawTitle')}
      width={480}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('appointment.withdraw')}
          onCancel={onClose}
          pending={withdraw.pending}
          disabled={draft.values.reason.trim() === ''}
          danger
        />
      }
    >
      <Stack>
        <p>{sentenceOf(act)}</p>
        <Note>{condition}</Note>
        <TextField
          label={t('appointment.withdrawReason')}
          value={draft.values.reason}
          onChange={(reason) => draft.set('reason', reason)}
          error={draft.errorAt('reason')}
          required
          autoFocus
        />
        {withdraw.failure?.fields ? null : <FormFailure failure={withdraw.failure} />}
      </Stack>
    </Dialog>
  )
}

/** Takes an act off the list altogether, for slips of entry. */
export const RemoveDialog = ({ act, onClose }: { act: Act; onClose: () => void }) => {
  const t = useT()
  const remove = useKernelCommand('appointment.removeAct')
  const confirm = async () => {
    const reply = await remove.run({ id: act.id, rev: act.rev })
    if (reply.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={t('appointment.removeTitle')}
      confirm={t('common.remove')}
      pending={remove.pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{sentenceOf(act)}</p>
      <Note>{t('appointment.removeNote')}</Note>
    </ConfirmDialog>
  )
}

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

/** Puts acts to the vote, a question for each or one for all. */
export const AskActsDialog = ({
  nomination,
  acts,
  manner: wanted,
  onDone,
  onClose,
}: {
  nomination: Nomination
  acts: readonly Act[]
  manner: Manner
  onDone: () => void
  onClose: () => void
}) => {
  const t = useT()
  const ask = useKernelCommand('ballot.askActs', { inline: true })
  const allow = useMethodAllowance()
  const [manner, setManner] = useState(wanted)
  const [method, setMethod] = useState<VoteMethod | typeof byBody>(byBody)
  const submit = async () => {
    const reply = await ask.run({
      itemId: nomination.itemId,
      actIds: acts.map((act) => act.id),
      manner,
      ...(method === byBody ? {} : { method }),
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
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            tone="primary"
            pending={ask.pending}
            disabled={acts.length === 0}
            data-autofocus
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
          options={(['individually', 'merged'] as const).map((value) => ({
            value,
            label: t(`appointment.mannerName.${value}`),
          }))}
          onChange={setManner}
        />
        <Note>{t(`appointment.mannerNote.${manner}`, { count: acts.length })}</Note>
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
