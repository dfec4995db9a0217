import type { attendance, MarkState } from '../../../shared/contract/attendance.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { Member } from '../../../shared/contract/roster.ts'
import type { Sitting } from '../../../shared/contract/session.ts'
import { parameterValues } from '../body/parameters.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { inOfficeMembers, theMember } from '../roster/queries.ts'
import { expectNotClosed, theSession, theSitting } from '../session/queries.ts'
import { guestHandlers } from './guest-handlers.ts'
import { leaveHandlers } from './leave-handlers.ts'
import { grantedFor } from './leave.ts'
import { marksOf, rollDueSince, rollMoment, rollOfSitting, suspendedAt } from './queries.ts'
import { attendanceSql, type MarkRow } from './sql.ts'
import { suspensionHandlers } from './suspension-handlers.ts'

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

const expectNotSuspended = (ctx: WriteContext, memberId: string, at: string): void => {
  if (suspendedAt(ctx.db, at).has(memberId))
    refuse('attendance.isSuspended', { name: theMember(ctx.db, memberId).name })
}

type Mark = Omit<MarkRow, 'video'> & { video: boolean }

const plain = (memberId: string, state: MarkState, reason = ''): Mark => ({
  ...{ memberId, state, reason },
  ...{ approver: '', approverRole: '', video: false },
})

/** Leave marked without a word takes reason and approval from the slip granted before. */
const withSlip = (ctx: WriteContext, sitting: Sitting, mark: Mark): Mark => {
  if (mark.state !== 'onLeave' || mark.reason !== '' || mark.approver !== '') return mark
  const slip = grantedFor(ctx.db, sitting).get(mark.memberId)
  if (!slip) return mark
  const { reason, approver, approverRole } = slip
  return { ...mark, reason, approver, approverRole }
}

/** Here before the adjournment and not come back: the time until then stays. Gives whether that was so. */
const hasNotComeBack = (ctx: WriteContext, { id: sittingId }: Sitting, mark: Mark): boolean => {
  const at = rollDueSince(ctx.db, sittingId)
  const before = marksOf(ctx.db, sittingId).get(mark.memberId)
  if (at === null || mark.state === 'present' || before?.state !== 'present') return false
  const reason = mark.reason || before.reason
  ctx.db.run(attendanceSql.setMark, { ...before, sittingId, reason })
  ctx.db.run(attendanceSql.go, { sittingId, memberId: mark.memberId, at })
  return true
}

/**
 * Sets a mark and what follows from it for the times. Present on first marking means «there from the start»;
 * present after an absence means «came at this moment». On leave or absent takes the times away.
 */
const setMark = (ctx: WriteContext, sitting: Sitting, mark: Mark, at?: string): void => {
  if (hasNotComeBack(ctx, sitting, mark)) return
  const sittingId = sitting.id
  const before = marksOf(ctx.db, sittingId).get(mark.memberId)
  const { memberId, state } = mark
  const video = Number(mark.video && state === 'present')
  ctx.db.run(attendanceSql.setMark, { sittingId, ...withSlip(ctx, sitting, mark), video })
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

type Exception = { memberId: string; state?: 'onLeave' | 'absent' | undefined; reason: string }

/** One named as away: what was known of the same absence stays; leave granted before makes it leave. */
const setException = (ctx: WriteContext, sitting: Sitting, exception: Exception): void => {
  const { memberId, reason } = exception
  const known = marksOf(ctx.db, sitting.id).get(memberId)
  const granted = grantedFor(ctx.db, sitting).has(memberId)
  const state = exception.state ?? (known?.state === 'onLeave' || granted ? 'onLeave' : 'absent')
  const before = known?.state === state ? known : plain(memberId, state)
  setMark(ctx, sitting, { ...before, video: false, reason: reason || before.reason })
}

const rollHandlers: Pick<
  Handlers<typeof attendance>,
  'roll' | 'callRoll' | 'mark' | 'arrive' | 'depart' | 'permitVideo'
> = {
  roll: (ctx, { sittingId, at }) => rollOfSitting(ctx, sittingId, at),

  callRoll: (ctx, { sittingId, exceptions, at }) => {
    const sitting = theOpenRecord(ctx, sittingId)
    const moment = rollMoment(ctx, sitting)
    for (const exception of exceptions) {
      expectInOffice(ctx, sitting, exception.memberId, moment)
      setException(ctx, sitting, exception)
    }
    const marks = marksOf(ctx.db, sittingId)
    const granted = grantedFor(ctx.db, sitting)
    const suspended = suspendedAt(ctx.db, moment)
    for (const { id } of membersAt(ctx, sitting, moment))
      if (!marks.has(id) && !suspended.has(id))
        setMark(ctx, sitting, plain(id, granted.has(id) ? 'onLeave' : 'present'), at)
    ctx.db.run(attendanceSql.rollCalled, { sittingId })
    return rollOfSitting(ctx, sittingId)
  },

  mark: (ctx, { sittingId, at, ...mark }) => {
    const sitting = theOpenRecord(ctx, sittingId)
    const moment = rollMoment(ctx, sitting)
    expectInOffice(ctx, sitting, mark.memberId, moment)
    if (mark.state === 'present') expectNotSuspended(ctx, mark.memberId, moment)
    setMark(ctx, sitting, mark, at)
    return rollOfSitting(ctx, sittingId)
  },

  arrive: (ctx, { sittingId, memberId, at = ctx.moment }) => {
    const sitting = theOpenRecord(ctx, sittingId)
    expectInOffice(ctx, sitting, memberId, at)
    expectNotSuspended(ctx, memberId, at)
    const entry = rollOfSitting(ctx, sittingId, at).entries.find((one) => one.memberId === memberId)
    if (entry?.state !== 'present') setMark(ctx, sitting, plain(memberId, 'present'), at)
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

  permitVideo: (ctx, { sittingId, permitted }) => {
    theOpenRecord(ctx, sittingId)
    if (permitted && parameterValues(ctx.db).video === 'never') refuse('attendance.videoNever')
    ctx.db.run(attendanceSql.permitVideo, { sittingId, permitted: Number(permitted) })
    return rollOfSitting(ctx, sittingId)
  },
}

export const attendanceHandlers: Handlers<typeof attendance> = {
  ...rollHandlers,
  ...leaveHandlers,
  ...guestHandlers,
  ...suspensionHandlers,
}
