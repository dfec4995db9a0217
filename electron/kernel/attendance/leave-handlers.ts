import type { attendance, Forecast } from '../../../shared/contract/attendance.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { Sitting } from '../../../shared/contract/session.ts'
import { quorumForecast } from '../../../shared/rules/forecast.ts'
import { parameterValues } from '../body/parameters.ts'
import { theBody, theTerm } from '../body/queries.ts'
import type { Handlers, ReadContext, WriteContext } from '../dispatch.ts'
import { inOfficeIds, theMember } from '../roster/queries.ts'
import { expectRev, refuseField } from '../rows.ts'
import { expectNotClosed, sessionDetail, theSession, theSitting } from '../session/queries.ts'
import { grantedFor, leavesOf, theLeave } from './leave.ts'
import { suspendedAt } from './queries.ts'
import { attendanceSql, type LeaveRow } from './sql.ts'
import { absenceWarningsOf } from './warnings.ts'

/** A slip is for a member of the session's term, says by whom it was granted, and is the only one of its scope. */
const checkLeave = (ctx: WriteContext, row: Omit<LeaveRow, 'name' | 'rev'>): void => {
  const { sessionId, sittingId, memberId } = row
  const member = theMember(ctx.db, memberId)
  if (member.termId !== theSession(ctx.db, sessionId).termId)
    refuseField('memberId', 'attendance.otherTerm', { name: member.name })
  if (sittingId !== null && theSitting(ctx.db, sittingId).sessionId !== sessionId)
    refuseField('sittingId', 'attendance.otherSession')
  if (row.grantedOn !== null && row.approver === '')
    refuseField('approver', 'attendance.approverNeeded')
  const twin = ctx.db
    .all(attendanceSql.leaves, { sessionId })
    .find((one) => one.memberId === memberId && one.sittingId === sittingId)
  if (twin && twin.id !== row.id)
    refuseField('memberId', 'attendance.leaveTwice', { name: member.name })
}

/** A sitting that has begun speaks of its beginning: what was to be foreseen then. */
const forecastOf = ({ db }: Pick<ReadContext, 'db'>, sitting: Sitting): Forecast => {
  const at = sitting.startsAt
  const term = theTerm(db, theSession(db, sitting.sessionId).termId)
  const members = inOfficeIds(db, term.id, at)
  const suspended = suspendedAt(db, at)
  const granted = grantedFor(db, sitting)
  const facts = {
    inOffice: members.length,
    onLeave: members.filter((id) => granted.has(id) && !suspended.has(id)).length,
    suspended: members.filter((id) => suspended.has(id)).length,
  }
  const { base, quorum } = parameterValues(db)
  const foreseen = quorumForecast({ ...facts, seats: term.seats, base, quorum })
  return { sittingId: sitting.id, ...facts, ...foreseen }
}

export const leaveHandlers: Pick<
  Handlers<typeof attendance>,
  'leaves' | 'saveLeave' | 'removeLeave' | 'forecast' | 'warnings'
> = {
  leaves: ({ db }, { sessionId }) => {
    theSession(db, sessionId)
    return leavesOf(db, sessionId)
  },

  saveLeave: (ctx, { id, rev, ...facts }) => {
    expectNotClosed(ctx.db, facts.sessionId)
    if (id === undefined) {
      const fresh = ctx.newId()
      checkLeave(ctx, { id: fresh, ...facts })
      ctx.db.run(attendanceSql.addLeave, { id: fresh, ...facts })
      return theLeave(ctx.db, fresh)
    }
    const known = theLeave(ctx.db, id)
    expectRev(known, rev)
    if (known.sessionId !== facts.sessionId) refuse('attendance.otherSession')
    checkLeave(ctx, { id, ...facts })
    const { sessionId: _session, ...changed } = facts
    ctx.db.run(attendanceSql.updateLeave, { id, ...changed })
    return theLeave(ctx.db, id)
  },

  removeLeave: (ctx, { id, rev }) => {
    const known = theLeave(ctx.db, id)
    expectRev(known, rev)
    expectNotClosed(ctx.db, known.sessionId)
    ctx.db.run(attendanceSql.removeLeave, { id })
    return { id }
  },

  forecast: (ctx, { sessionId }) =>
    sessionDetail(ctx.db, sessionId).sittings.map((sitting) => forecastOf(ctx, sitting)),

  warnings: (ctx, { termId }) => absenceWarningsOf(ctx, termId ?? theBody(ctx.db).term.id),
}
