import type { Item, Signed } from '../../shared/contract/session.ts'
import { cosignerArticles } from '../../shared/rules/cosigners.ts'
import { useDraft } from '../lib/form.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { Dialog, DialogButtons, FormFailure, Note, Stack, TextArea } from '../ui/index.ts'

/** Notes that the council does not put a signed item to the committee, with the reason its movers are told. */
export const DeclineDialog = ({
  item,
  signed,
  onClose,
}: {
  item: Item
  signed: Signed
  onClose: () => void
}) => {
  const t = useT()
  const draft = useDraft({ reason: '' })
  const decline = useKernelCommand('session.declineItem', { inline: true })
  const submit = async () => {
    const reply = await decline.run({ id: item.id, rev: item.rev, reason: draft.values.reason })
    draft.take(reply.ok ? null : reply.error)
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      title={t('session.declineTitle')}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons
          confirm={t('session.declineConfirm')}
          onCancel={onClose}
          pending={decline.pending}
          disabled={draft.values.reason.trim() === ''}
        />
      }
    >
      <Stack>
        <Note>{item.title}</Note>
        <Note>{t('session.declineText', { article: cosignerArticles[signed.kind] })}</Note>
        <TextArea
          label={t('session.declineReason')}
          rows={3}
          autoFocus
          value={draft.values.reason}
          onChange={(reason) => draft.set('reason', reason)}
          error={draft.errorAt('reason')}
        />
        {decline.failure?.fields ? null : <FormFailure failure={decline.failure} />}
      </Stack>
    </Dialog>
  )
}
