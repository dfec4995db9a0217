import { useState } from 'react'
import type { RollEntry } from '../../shared/contract/attendance.ts'
import { useT } from '../lib/i18n.ts'
import { Dialog, DialogButtons, TimeField } from '../ui/index.ts'
import type { Passing } from './useMarks.ts'

/** At what time someone came in or went out, on the day of the roll. */
export const TimeDialog = ({
  entry,
  act,
  day,
  time: proposed,
  pending,
  onSave,
  onClose,
}: {
  entry: RollEntry
  act: Passing
  day: string
  /** Time proposed. */
  time: string
  pending: boolean
  onSave: (at: string) => Promise<void>
  onClose: () => void
}) => {
  const t = useT()
  const [time, setTime] = useState<string | null>(proposed)
  const [missing, setMissing] = useState(false)
  const save = () => {
    setMissing(time === null)
    if (time !== null) void onSave(`${day}T${time}:00`)
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
