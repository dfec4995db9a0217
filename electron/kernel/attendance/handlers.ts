import type { attendance, MarkState } from '../../../shared/contract/attendance.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { Member } from '../../../shared/contract/roster.ts'
import type { Sitting } from '../../../shared/contract/session.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { inOfficeMembers, theMember } from '../roster/queries.ts'
import { expectNotClosed, theSession, theSitting } from '../session/queries.ts'
import { attendanceSql, marksOf, rollOfSitting, rollMoment } from './queries.ts'

const earlier = (a: string, b: string): string => (a < b ? a : b)

/** Attendance is kept while the session is; after that the record stands. */
const theOpenRecord = (ctx: WriteContext, sittingId: string): Sitting => {
  const sitting = theSitting(ctx.db, sittingId)
  expectNotClosed(ctx.db, sitting.sessionId)
  return sitting
}

/** «全体组成人员» at a moment, of the term the sitting belongs to. */
const membersAt = (ctx: WriteContext, sitting: Sitting, at: string): Member[] =>
  inOfficeMembers(ctx.db, theSession(ctx.db, sitting.sessionId).termId, at)

const expectInOffice = (
  ctx: WriteContext,
  sitting: Sitting,
  memberId: string,
  at: string,
): void => {
  const { name } = theMember(ctx.db, memberId)
  const inOffice = membersAt(ctx, sitting, at)
  if (!inOffice.some((member) => member.id === memberId)) refuse('attendance.notInOffice', { name })
}

type Mark = { memberId: string; state: MarkState; reason: string; approver: string }

/**
 * Sets a mark and what follows from it for the times. Present on first marking means «there from the start»;
 * present after an absence means «came at this moment». On leave or absent takes the times away.
 */
const setMark = (ctx: WriteContext, sitting: Sitting, mark: Mark, at?: string): void => {
  const sittingId = sitting.id
  const before = marksOf(ctx.db, sittingId).get(mark.memberId)
  const { memberId, state } = mark
  ctx.db.run(attendanceSql.setMark, { sittingId, ...mark })
  if (state !== 'present') ctx.db.run(attendanceSql.forget, { sittingId, memberId })
  else if (before?.state !== 'present') {
    const fromStart = earlier(ctx.moment, sitting.startsAt)
    ctx.db.run(attendanceSql.come, {
      sittingId,
      memberId,
      at: at ?? (before ? ctx.moment : fromStart),
    })
  }
}

export const attendanceHandlers: Handlers<typeof attendance> = {
  roll: (ctx, { sittingId, at }) => rollOfSitting(ctx, sittingId, at),

  callRoll: (ctx, { sittingId, exceptions, at }) => {
    const sitting = theOpenRecord(ctx, sittingId)
    const moment = rollMoment(ctx, sitting)
    for (const { memberId, state, reason } of exceptions) {
      expectInOffice(ctx, sitting, memberId, moment)
      const known = marksOf(ctx.db, sittingId).get(memberId)
      const same = known?.state === state
      const approver = same ? known.approver : ''
      setMark(ctx, sitting, {
        memberId,
        state,
        approver,
        reason: reason || (same ? known.reason : ''),
      })
    }
    const marks = marksOf(ctx.db, sittingId)
    for (const member of membersAt(ctx, sitting, moment))
      if (!marks.has(member.id))
        setMark(
          ctx,
          sitting,
          { memberId: member.id, state: 'present', reason: '', approver: '' },
          at,
        )
    return rollOfSitting(ctx, sittingId)
  },

  mark: (ctx, { sittingId, at, ...mark }) => {
    const sitting = theOpenRecord(ctx, sittingId)
    expectInOffice(ctx, sitting, mark.memberId, rollMoment(ctx, sitting))
    setMark(ctx, sitting, mark, at)
    return rollOfSitting(ctx, sittingId)
  },

  arrive: (ctx, { sittingId, memberId, at = ctx.moment }) => {
    const sitting = theOpenRecord(ctx, sittingId)
    expectInOffice(ctx, sitting, memberId, at)
    const entry = rollOfSitting(ctx, sittingId, at).entries.find((one) => one.memberId === memberId)
    if (entry?.state !== 'present')
      setMark(ctx, sitting, { memberId, state: 'present', reason: '', approver: '' }, at)
    else if (entry.intervals.every((stay) => stay.to !== null)) {
      const last = entry.intervals.at(-1)?.to ?? at
      ctx.db.run(attendanceSql.come, { sittingId, memberId, at: at < last ? last : at })
    }
    return rollOfSitting(ctx, sittingId)
  },

  depart: (ctx, { sittingId, memberId, at = ctx.moment }) => {
    theOpenRecord(ctx, sittingId)
    ctx.db.run(attendanceSql.go, { sittingId, memberId, at })
    return rollOfSitting(ctx, sittingId)
  },
}
