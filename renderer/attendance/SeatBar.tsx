import { useState } from 'react'
import type { Roll, RollEntry } from '../../shared/contract/attendance.ts'
import { useT } from '../lib/i18n.ts'
import { notify } from '../lib/notices.ts'
import { Button, Note } from '../ui/index.ts'
import { ArrangeDialog } from './ArrangeDialog.tsx'
import { extentOf } from './seats.ts'
import { useSeats } from './useSeats.ts'

/** What can be done to the seats while the map is shown. */
export const SeatBar = ({ roll, entry }: { roll: Roll; entry: RollEntry | null }) => {
  const t = useT()
  const [arranging, setArranging] = useState(false)
  const seats = useSeats({ roll, entry, active: true })
  const places = roll.entries.flatMap(({ seat }) => (seat ? [seat] : []))
  const close = () => setArranging(false)
  return (
    <div className="attendance-seatbar">
      <Note>{t(places.length === 0 ? 'attendance.seat.none' : 'attendance.seat.hint')}</Note>
      <Button size="s" icon="list" onClick={() => setArranging(true)}>
        {t('attendance.seat.arrange')}
      </Button>
      {arranging ? (
        <ArrangeDialog
          width={extentOf(places).col || 8}
          pending={seats.pending}
          onArrange={async (width) => {
            if (!(await seats.arrange(width))) return
            notify('good', t('attendance.seat.arranged', { count: roll.entries.length }))
            close()
          }}
          onClose={close}
        />
      ) : null}
    </div>
  )
}
