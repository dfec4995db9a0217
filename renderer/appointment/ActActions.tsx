import type { Act } from '../../shared/contract/appointment.ts'
import type { Question } from '../../shared/contract/ballot.ts'
import { actSentence } from '../../shared/papers/wording.ts'
import { useWithdrawCondition } from '../lib/allowance.ts'
import { useDraft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import {
  ConfirmDialog,
  Dialog,
  DialogButtons,
  FormFailure,
  Note,
  Stack,
  TextField,
} from '../ui/index.ts'

/** An act in the words of the paper. */
export const sentenceOf = (act: Act): string =>
  actSentence(act.verb, act.act, [act.personName], act.post)

/**
 * Withdraws an act before it is voted on, with the reason; it stays on the list as withdrawn. `question`: the one it
 * was already put to the vote in; the others in it stay.
 */
export const WithdrawDialog = ({
  act,
  question,
  onClose,
}: {
  act: Act
  question: Question | null
  onClose: () => void
}) => {
  const t = useT()
  const free = useKernelCommand('appointment.withdrawAct', { inline: true })
  const asked = useKernelCommand('ballot.withdraw', { inline: true })
  const withdraw = question ? asked : free
  const condition = useWithdrawCondition()
  const draft = useDraft({ reason: '' })
  const submit = async () => {
    const { reason } = draft.values
    const reply = question
      ? await asked.run({ id: question.id, rev: question.rev, reason, actIds: [act.id] })
      : await free.run({ id: act.id, rev: act.rev, reason })
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

/** Leaves an act out of the vote for now, with the reason; it can be taken up again. */
export const DeferDialog = ({ act, onClose }: { act: Act; onClose: () => void }) => {
  const t = useT()
  const defer = useKernelCommand('appointment.deferAct', { inline: true })
  const draft = useDraft({ reason: '' })
  const submit = async () => {
    const reply = await defer.run({ id: act.id, rev: act.rev, reason: draft.values.reason })
    draft.take(reply.ok ? null : reply.error)
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      title={t('appointment.deferTitle')}
      width={480}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('appointment.defer')}
          onCancel={onClose}
          pending={defer.pending}
          disabled={draft.values.reason.trim() === ''}
        />
      }
    >
      <Stack>
        <p>{sentenceOf(act)}</p>
        <TextField
          label={t('appointment.deferReason')}
          value={draft.values.reason}
          onChange={(reason) => draft.set('reason', reason)}
          error={draft.errorAt('reason')}
          required
          autoFocus
        />
        <Note>{t('appointment.deferNote')}</Note>
        {defer.failure?.fields ? null : <FormFailure failure={defer.failure} />}
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

/** Takes back a question nobody has voted on: its acts wait to be put to the vote again. */
export const UnaskDialog = ({ question, onClose }: { question: Question; onClose: () => void }) => {
  const t = useT()
  const drop = useKernelCommand('ballot.drop')
  const { id, rev, title, actIds } = question
  const confirm = async () => {
    const reply = await drop.run({ id, rev })
    if (reply.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      title={t('ballot.drop')}
      confirm={t('ballot.drop')}
      pending={drop.pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{title}</p>
      <Note>{t('appointment.unaskNote', { count: actIds.length })}</Note>
    </ConfirmDialog>
  )
}
