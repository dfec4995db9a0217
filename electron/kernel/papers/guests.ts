import type { Guest } from '../../../shared/contract/attendance.ts'
import { attendanceSql } from '../attendance/sql.ts'
import type { Reader } from '../store/sql.ts'

type Came = Pick<Guest, 'name' | 'post'>

/** Who sat in (列席) and who observed (旁听) at a sitting, and came. */
export const guestsOf = (db: Reader, sittingId: string): { sitIn: Came[]; observers: Came[] } => {
  const came = db.all(attendanceSql.guests, { sittingId }).filter(({ present }) => present === 1)
  return {
    sitIn: came.filter(({ kind }) => kind === 'sitIn'),
    observers: came.filter(({ kind }) => kind === 'observe'),
  }
}
