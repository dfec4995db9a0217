import { useState } from 'react'
import type { Suspension } from '../../shared/contract/attendance.ts'
import { useAction } from '../lib/commands.ts'
import { useDraft } from '../lib/form.ts'
import { formatDay, today } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import {
  Button,
  DateField,
  Dialog,
  DialogButtons,
  FieldGrid,
  FormFailure,
  Note,
  Panel,
  Stack,
  TextField,
} from '../ui/index.ts'
import { MemberField } from './MemberField.tsx'

/** Members whose duties are suspended: in the base, never in the hall. */
export const Suspensions = () => {
  const t = useT()
  const known = useKernelQuery('attendance.suspensions', {})
  const end = useKernelCommand('attendance.endSuspension')
  const [editing, setEditing] = useState<'new' | Suspension | null>(null)
  const suspensions = known.data ?? []
  useAction('attendance.suspend', () => setEditing('new'))
  return (
    <Panel
      title={t('attendance.suspension.title')}
      actions={
        <Button size="s" icon="add" onClick={() => setEditing('new')}>
          {t('attendance.suspension.add')}
        </Button>
      }
    >
      <Note>{t('attendance.suspension.note')}</Note>
      <ul className="attendance-suspensions">
        {suspensions.map((one) => (
          <li key={one.id}>
            <b>{one.name}</b>
            <span>
              {one.endsOn === null
                ? t('attendance.suspension.since', { from: formatDay(one.startsOn) })
                : t('attendance.suspension.span', {
                    from: formatDay(one.startsOn),
                    to: formatDay(one.endsOn),
                  })}
              <small>{one.reason}</small>
            </span>
            {one.endsOn === null ? (
              <Button
                size="s"
                disabled={end.pending}
                onClick={() => void end.run({ id: one.id, rev: one.rev, endsOn: today() })}
              >
                {t('attendance.suspension.end')}
              </Button>
            ) : null}
            <Button size="s" tone="quiet" icon="edit" onClick={() => setEditing(one)}>
              {t('common.edit')}
            </Button>
          </li>
        ))}
      </ul>
      {editing === null ? null : (
        <SuspensionDialog
          suspension={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  )
}

type Values = {
  memberId: string | null
  startsOn: string | null
  endsOn: string | null
  reason: string
}

const SuspensionDialog = ({
  suspension,
  onClose,
}: {
  suspension: Suspension | null
  onClose: () => void
}) => {
  const t = useT()
  const save = useKernelCommand('attendance.saveSuspension', { inline: true })
  const { values, set, errorAt, say, take } = useDraft<Values>({
    memberId: suspension?.memberId ?? null,
    startsOn: suspension?.startsOn ?? today(),
    endsOn: suspension?.endsOn ?? null,
    reason: suspension?.reason ?? '',
  })
  const submit = async () => {
    const { memberId, startsOn, ...rest } = values
    if (memberId === null) return say('memberId', t('attendance.slip.memberNeeded'))
    if (startsOn === null) return say('startsOn', t('errors.field.missing'))
    const known = suspension ? { id: suspension.id, rev: suspension.rev } : { rev: 0 }
    const reply = await save.run({ ...known, memberId, startsOn, ...rest })
    take(reply.ok ? null : reply.error)
    if (reply.ok) onClose()
  }
  return (
    <Dialog
      open
      title={t(suspension ? 'attendance.suspension.edit' : 'attendance.suspension.add')}
      width={460}
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
        <FieldGrid>
          <DateField
            label={t('attendance.suspension.from')}
            value={values.startsOn}
            onChange={(day) => set('startsOn', day)}
            error={errorAt('startsOn')}
          />
          <DateField
            label={t('attendance.suspension.to')}
            value={values.endsOn}
            onChange={(day) => set('endsOn', day)}
            error={errorAt('endsOn')}
          />
        </FieldGrid>
        <TextField
          label={t('attendance.suspension.reason')}
          value={values.reason}
          onChange={(reason) => set('reason', reason)}
          error={errorAt('reason')}
        />
        {save.failure?.fields ? null : <FormFailure failure={save.failure} />}
      </Stack>
    </Dialog>
  )
}
