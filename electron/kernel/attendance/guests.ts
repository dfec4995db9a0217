import type { Guest, GuestKind, Guests } from '../../../shared/contract/attendance.ts'
import { found } from '../rows.ts'
import type { Reader } from '../store/sql.ts'
import { attendanceSql, type GuestRow } from './sql.ts'

const asGuest = (row: GuestRow): Guest => ({ ...row, present: row.present === 1 })

export const theGuest = (db: Reader, id: string): Guest =>
  asGuest(found(db.get(attendanceSql.guest, { id }), 'guest'))

/** Who sits in on a sitting and who observes it, with their numbers. */
export const guestsOf = (db: Reader, sittingId: string): Guests => {
  const all = db.all(attendanceSql.guests, { sittingId }).map(asGuest)
  const list = (kind: GuestKind): Guests[GuestKind] => {
    const guests = all.filter((guest) => guest.kind === kind)
    const present = guests.filter((guest) => guest.present).length
    return { guests, expected: guests.length, present }
  }
  return { sitIn: list('sitIn'), observe: list('observe') }
}
