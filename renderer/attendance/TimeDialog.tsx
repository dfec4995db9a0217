import { useState } from 'react'
import type { RollEntry } from '../../shared/contract/attendance.ts'
import { formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { Dialog, DialogButtons, TimeField } from '../ui/index.ts'
import type { Passing } from './useMarks.ts'

/** At what time someone came in or went out, on the day of the roll. */
export const TimeDialog = ({
  entry,
  act,
  at,
  pending,
  onSave,
  onClose,
}: {
  entry: RollEntry
  act: Passing
  /** The moment of the roll. */
  at: string
  pending: boolean
  onSave: (at: string) => Promise<void>
  onClose: () => void
}) => {
  const t = useT()
  const [time, setTime] = useState<string | null>(formatTime(at))
  const [missing, setMissing] = useState(false)
  const save = () => {
    setMissing(time === null)
    if (time !== null) void onSave(`${at.slice(0, 10)}T${time}:00`)
  }
  return (
    <Dialog
      open
      title={t(`attendance.${act}Title`, { name: entry.name })}
      width={360}
      onClose={onClose}
      onSubmit={save}
      footer={<DialogButtons confirm={t('common.save')} onCancel={onClose} pending={pending} />}
    >
      <TimeField
        label={t('attendance.time')}
        value={time}
        onChange={setTime}
        autoFocus
        error={missing ? t('attendance.timeNeeded') : undefined}
      />
    </Dialog>
  )
}
