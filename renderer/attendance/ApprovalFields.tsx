import { leaveRoles, type LeaveRole } from '../../shared/rules/leave.ts'
import { useT } from '../lib/i18n.ts'
import { FieldGrid, Select, TextField } from '../ui/index.ts'

/** Who granted leave, by name and by office. */
export const ApprovalFields = ({
  approver,
  role,
  onApprover,
  onRole,
  error,
}: {
  approver: string
  role: LeaveRole | ''
  onApprover: (name: string) => void
  onRole: (role: LeaveRole | '') => void
  error?: string | undefined
}) => {
  const t = useT()
  return (
    <FieldGrid>
      <TextField
        label={t('attendance.approver')}
        value={approver}
        onChange={onApprover}
        error={error}
      />
      <Select<LeaveRole>
        label={t('attendance.approverRole')}
        value={role === '' ? null : role}
        options={leaveRoles.map((one) => ({ value: one, label: t(`rules.value.${one}`) }))}
        onChange={(one) => onRole(one ?? '')}
        clearable
      />
    </FieldGrid>
  )
}
