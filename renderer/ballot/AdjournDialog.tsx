import type { Sitting } from '../../shared/contract/session.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { sittingName } from '../session/index.ts'
import { ConfirmDialog, Note } from '../ui/index.ts'
import { closeDialog } from './state.ts'

/** Ends the sitting, once asked back. */
export const AdjournDialog = ({ sitting }: { sitting: Sitting }) => {
  const t = useT()
  const setState = useKernelCommand('session.setSittingState')
  const adjourn = async () => {
    const { id, rev } = sitting
    const reply = await setState.run({ id, rev, state: 'adjourned' })
    if (reply.ok) closeDialog()
  }
  return (
    <ConfirmDialog
      open
      title={t('ballot.adjourn.title', { sitting: sittingName(sitting) })}
      confirm={t('ballot.step.adjourn')}
      pending={setState.pending}
      onConfirm={() => void adjourn()}
      onClose={closeDialog}
    >
      <Note>{t('ballot.adjourn.note')}</Note>
    </ConfirmDialog>
  )
}
