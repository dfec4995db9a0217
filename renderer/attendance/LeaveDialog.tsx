import type { Leave } from '../../shared/contract/attendance.ts'
import type { SessionDetail } from '../../shared/contract/session.ts'
import type { LeaveRole } from '../../shared/rules/leave.ts'
import { useDraft } from '../lib/form.ts'
import { today } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { sittingName } from '../session/index.ts'
import { DateField, Dialog, DialogButtons, FormFailure, Select, Stack } from '../ui/index.ts'
import { ApprovalFields } from './ApprovalFields.tsx'
import { MemberField } from './MemberField.tsx'
import { ReasonField } from './ReasonField.tsx'

type Values = {
  memberId: string | null
  sittingId: string
  reason: string
  approver: string
  approverRole: LeaveRole | ''
  grantedOn: string | null
}

const WHOLE = 'whole'

const valuesOf = (leave: Leave | null): Values => ({
  memberId: leave?.memberId ?? null,
  sittingId: leave?.sittingId ?? WHOLE,
  reason: leave?.reason ?? '',
  approver: leave?.approver ?? '',
  approverRole: leave?.approverRole ?? '',
  grantedOn: leave ? leave.grantedOn : today(),
})

/** A leave slip: who, from what, why, and who granted it when. Without a day it waits to be granted. */
export const LeaveDialog = ({
  session,
  leave,
  onSaved,
  onClose,
}: {
  session: SessionDetail
  leave: Leave | null
  onSaved: (id: string) => void
  onClose: () => void
}) => {
  const t = useT()
  const save = useKernelCommand('attendance.saveLeave', { inline: true })
  const { values, set, errorAt, say, take } = useDraft(valuesOf(leave))
  const submit = async () => {
    const { memberId, sittingId, ...facts } = values
    if (memberId === null) return say('memberId', t('attendance.slip.memberNeeded'))
    if (facts.reason.trim() === '') return say('reason', t('attendance.slip.reasonNeeded'))
    const known = leave ? { id: leave.id, rev: leave.rev } : { rev: 0 }
    const scope = { sittingId: sittingId === WHOLE ? null : sittingId }
    const reply = await save.run({
      ...{ ...known, ...scope, ...facts },
      ...{ sessionId: session.id, memberId },
    })
    take(reply.ok ? null : reply.error)
    if (!reply.ok) return
    if (reply.value.fault) notify('warn', tell(reply.value.fault))
    onSaved(reply.value.id)
    onClose()
  }
  return (
    <Dialog
      open
      title={t(leave ? 'attendance.slip.edit' : 'attendance.slip.add')}
      width={520}
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <DialogButtons confirm={t('common.save')} onCancel={onClose} pending={save.pending} />
      }
    >
      <Stack>
        <MemberField
          value={values.memberId}
          onChange={(memberId) => set('memberId', memberId)}
          error={errorAt('memberId')}
        />
        <Select
          label={t('attendance.slip.scope')}
          value={values.sittingId}
          options={[
            { value: WHOLE, label: t('attendance.slip.whole') },
            ...session.sittings.map((one) => ({ value: one.id, label: sittingName(one) })),
          ]}
          onChange={(sittingId) => set('sittingId', sittingId)}
          error={errorAt('sittingId')}
        />
        <ReasonField
          value={values.reason}
          onChange={(reason) => set('reason', reason)}
          error={errorAt('reason')}
        />
        <ApprovalFields
          approver={values.approver}
          role={values.approverRole}
          onApprover={(approver) => set('approver', approver)}
          onRole={(role) => set('approverRole', role)}
          error={errorAt('approver')}
        />
        <DateField
          label={t('attendance.slip.granted')}
          hint={t('attendance.slip.grantedHint')}
          value={values.grantedOn}
          onChange={(day) => set('grantedOn', day)}
          error={errorAt('grantedOn')}
        />
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}
