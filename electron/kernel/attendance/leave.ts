import type { Leave } from '../../../shared/contract/attendance.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import type { Sitting } from '../../../shared/contract/session.ts'
import { leaveApproverFault, type LeaveRole, type LeaveScope } from '../../../shared/rules/leave.ts'
import { parameterValues } from '../body/parameters.ts'
import { found } from '../rows.ts'
import { sessionDetail, theSitting } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { attendanceSql, type LeaveRow } from './sql.ts'

/** What is wrong with an approver's office for leave from a whole session or one kind of sitting (rules.md §8-28). */
export const faultOf = (db: Reader, scope: LeaveScope, role: LeaveRole): Message | null =>
  leaveApproverFault(parameterValues(db).leaveApprovers, scope, role) ?? null

const scopeOf = (db: Reader, sittingId: string | null): LeaveScope =>
  sittingId === null ? 'whole' : theSitting(db, sittingId).kind

const judged = (db: Reader, row: LeaveRow): Leave => ({
  ...row,
  fault: row.approverRole === '' ? null : faultOf(db, scopeOf(db, row.sittingId), row.approverRole),
})

/** Slips of a session: for the whole of it first, then as the sittings follow; inside by name. */
export const leavesOf = (db: Reader, sessionId: string): Leave[] => {
  const order = sessionDetail(db, sessionId).sittings.map(({ id }) => id)
  const placeOf = ({ sittingId }: LeaveRow) => (sittingId === null ? -1 : order.indexOf(sittingId))
  return db
    .all(attendanceSql.leaves, { sessionId })
    .sort((a, b) => placeOf(a) - placeOf(b) || (a.name < b.name ? -1 : 1))
    .map((row) => judged(db, row))
}

/** Leave granted that covers a sitting, by member; a slip for this sitting outranks one for the whole session. */
export const grantedFor = (db: Reader, { id, sessionId }: Sitting): Map<string, Leave> =>
  new Map(
    db
      .all(attendanceSql.leaves, { sessionId })
      .filter((row) => row.grantedOn !== null && [null, id].includes(row.sittingId))
      .sort((a, b) => Number(a.sittingId !== null) - Number(b.sittingId !== null))
      .map((row) => [row.memberId, judged(db, row)]),
  )

export const theLeave = (db: Reader, id: string): Leave =>
  judged(db, found(db.get(attendanceSql.leave, { id }), 'leave'))
