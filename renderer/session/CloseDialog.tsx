import type { SessionDetail } from '../../shared/contract/session.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { ConfirmDialog, Finding, FormFailure, Note, Stack } from '../ui/index.ts'
import { sessionName, sittingName } from './names.ts'
import type { Check } from './check.ts'

/** Closes a session: adjourns what still sits, says what is left, and that nothing changes afterwards. */
export const CloseDialog = ({
  session,
  open,
  onClose,
}: {
  session: SessionDetail
  /** What is not finished. */
  open: readonly Check[]
  onClose: () => void
}) => {
  const t = useT()
  const adjourn = useKernelCommand('session.setSittingState', { inline: true })
  const setState = useKernelCommand('session.setState', { inline: true })
  const sitting = session.sittings.filter(({ state }) => state === 'open')
  const close = async () => {
    for (const { id, rev } of sitting) {
      const reply = await adjourn.run({ id, rev, state: 'adjourned' })
      if (!reply.ok) return
    }
    const reply = await setState.run({ id: session.id, rev: session.rev, state: 'closed' })
    if (!reply.ok) return
    notify('good', t('session.closedDone', { name: sessionName(session) }))
    onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={t('session.closeTitle', { name: sessionName(session) })}
      confirm={t('session.command.close')}
      pending={adjourn.pending || setState.pending}
      onConfirm={() => void close()}
      onClose={onClose}
    >
      <Stack>
        <Note>{t('session.closeNote')}</Note>
        {sitting.map((one) => (
          <Finding key={one.id}>{t('session.closeAdjourns', { name: sittingName(one) })}</Finding>
        ))}
        {open.map((check) => (
          <Finding key={check.name} tone="warn">
            {t(check.key, check.params)}
          </Finding>
        ))}
        <FormFailure failure={adjourn.failure ?? setState.failure} />
      </Stack>
    </ConfirmDialog>
  )
}
