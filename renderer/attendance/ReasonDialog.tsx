import { useState } from 'react'
import type { RollEntry } from '../../shared/contract/attendance.ts'
import { useT } from '../lib/i18n.ts'
import { Dialog, DialogButtons, Stack } from '../ui/index.ts'
import { ApprovalFields } from './ApprovalFields.tsx'
import { ReasonField } from './ReasonField.tsx'
import type { Said } from './useMarks.ts'

/** What is known of an absence: of the mark itself, or of the leave granted before. */
const knownOf = (entry: RollEntry, state: 'onLeave' | 'absent'): Said => {
  const from = entry.state === state ? entry : state === 'onLeave' ? entry.leave : null
  return {
    reason: from?.reason ?? '',
    approver: from?.approver ?? '',
    approverRole: from?.approverRole ?? '',
  }
}

/** Why someone is away, and for leave who approved it in which office. Enter saves; all may stay empty. */
export const ReasonDialog = ({
  entry,
  state,
  pending,
  onSave,
  onClose,
}: {
  entry: RollEntry
  state: 'onLeave' | 'absent'
  pending: boolean
  onSave: (said: Said) => Promise<void>
  onClose: () => void
}) => {
  const t = useT()
  const [said, setSaid] = useState(() => knownOf(entry, state))
  const title = state === 'onLeave' ? 'attendance.leaveTitle' : 'attendance.absentTitle'
  return (
    <Dialog
      open
      title={t(title, { name: entry.name })}
      width={460}
      onClose={onClose}
      onSubmit={() => void onSave(said)}
      footer={<DialogButtons confirm={t('common.save')} onCancel={onClose} pending={pending} />}
    >
      <Stack>
        <ReasonField
          value={said.reason}
          onChange={(reason) => setSaid({ ...said, reason })}
          autoFocus
        />
        {state === 'onLeave' ? (
          <ApprovalFields
            approver={said.approver}
            role={said.approverRole}
            onApprover={(approver) => setSaid({ ...said, approver })}
            onRole={(approverRole) => setSaid({ ...said, approverRole })}
          />
        ) : null}
      </Stack>
    </Dialog>
  )
}
