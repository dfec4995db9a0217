import type { SessionDetail } from '../../shared/contract/session.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { ConfirmDialog, FormFailure, Note, Stack } from '../ui/index.ts'
import { sessionName } from './names.ts'

/** Takes back a closing made too early: the record can be changed again, and the journal keeps both steps. */
export const ReopenDialog = ({
  session,
  onClose,
}: {
  session: SessionDetail
  onClose: () => void
}) => {
  const t = useT()
  const setState = useKernelCommand('session.setState', { inline: true })
  const name = sessionName(session)
  const reopen = async () => {
    const reply = await setState.run({ id: session.id, rev: session.rev, state: 'open' })
    if (!reply.ok) return
    notify('good', t('session.reopenedDone', { name }))
    onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={t('session.reopenTitle', { name })}
      confirm={t('session.command.reopen')}
      pending={setState.pending}
      onConfirm={() => void reopen()}
      onClose={onClose}
    >
      <Stack>
        <Note>{t('session.reopenNote')}</Note>
        <FormFailure failure={setState.failure} />
      </Stack>
    </ConfirmDialog>
  )
}
