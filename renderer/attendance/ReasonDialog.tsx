import { useState } from 'react'
import type { RollEntry } from '../../shared/contract/attendance.ts'
import { say } from '../../shared/locales/say.ts'
import { useT } from '../lib/i18n.ts'
import { Button, Dialog, DialogButtons, Row, Stack, TextField } from '../ui/index.ts'

/** Stored as a paper prints it, whatever the language of the interface. */
const presets = ['ill', 'official', 'private', 'study'].map((name) =>
  say('zh-CN', { key: `attendance.preset.${name}` }),
)

/** Why someone is away, and for leave who approved it. Enter saves; both may stay empty. */
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
  onSave: (reason: string, approver: string) => Promise<void>
  onClose: () => void
}) => {
  const t = useT()
  const same = entry.state === state
  const [reason, setReason] = useState(same ? entry.reason : '')
  const [approver, setApprover] = useState(same ? entry.approver : '')
  const title = state === 'onLeave' ? 'attendance.leaveTitle' : 'attendance.absentTitle'
  return (
    <Dialog
      open
      title={t(title, { name: entry.name })}
      width={460}
      onClose={onClose}
      onSubmit={() => void onSave(reason, approver)}
      footer={<DialogButtons confirm={t('common.save')} onCancel={onClose} pending={pending} />}
    >
      <Stack>
        <TextField label={t('attendance.reason')} value={reason} onChange={setReason} autoFocus />
        <div role="group" aria-label={t('attendance.pick')}>
          <Row>
            {presets.map((preset) => (
              <Button key={preset} size="s" onClick={() => setReason(preset)}>
                {preset}
              </Button>
            ))}
          </Row>
        </div>
        {state === 'onLeave' ? (
          <TextField label={t('attendance.approver')} value={approver} onChange={setApprover} />
        ) : null}
      </Stack>
    </Dialog>
  )
}
