import { leaveRoles, leaveScopes, type LeaveScope } from '../../shared/rules/leave.ts'
import type { ParameterValues } from '../../shared/rules/parameters.ts'
import { useT } from '../lib/i18n.ts'
import { SeveralField } from './SeveralField.tsx'

type Approvers = ParameterValues['leaveApprovers']

/** Who may approve leave: for the whole session and for each kind of sitting. */
export const ApproversField = ({
  value,
  onChange,
}: {
  value: unknown
  onChange: (value: Approvers) => void
}) => {
  const t = useT()
  const approvers = value as Approvers
  const change = (scope: LeaveScope, chosen: readonly string[]) => {
    const roles = leaveRoles.filter((role) => chosen.includes(role))
    onChange({ ...approvers, [scope]: roles })
  }
  return (
    <div className="body-approvers">
      {leaveScopes.map((scope) => (
        <SeveralField
          key={scope}
          label={t(`body.approvers.${scope}`)}
          chosen={approvers[scope]}
          choices={leaveRoles}
          onChange={(chosen) => change(scope, chosen)}
        />
      ))}
    </div>
  )
}
