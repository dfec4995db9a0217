import type { Leave, Place, Roll, RollEntry } from '../../../shared/contract/attendance.ts'
import type { Member } from '../../../shared/contract/roster.ts'
import type { Sitting } from '../../../shared/contract/session.ts'
import {
  hasLeftEarly,
  isLate,
  rollCounts,
  standingAt,
  type Conditions,
  type Interval,
  type Mark,
} from '../../../shared/rules/attendance.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { pinyinKeys } from '../../../shared/rules/pinyin.ts'
import { quorumOf } from '../../../shared/rules/verdict.ts'
import { decideRules } from '../body/parameters.ts'
import { theBody, theTerm } from '../body/queries.ts'
import type { ReadContext } from '../dispatch.ts'
import { inOfficeIds, inOfficeMembers } from '../roster/queries.ts'
import { momentIn, theSession, theSitting } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { faultOf, grantedFor } from './leave.ts'
import { attendanceSql, type MarkRow } from './sql.ts'

type At = Pick<ReadContext, 'moment'> & { db: Reader }

export const marksOf = (db: Reader, sittingId: string): Map<string, MarkRow> =>
  new Map(db.all(attendanceSql.marks, { sittingId }).map((mark) => [mark.memberId, mark]))

const staysOf = (db: Reader, sittingId: string): Interval[] =>
  db
    .all(attendanceSql.stays, { sittingId })
    .map(({ memberId, fromAt, toAt }) => ({ memberId, from: fromAt, to: toAt }))

/** Members whose duties are suspended on the day of a moment. */
export const suspendedAt = (db: Reader, moment: string): Set<string> =>
  new Set(db.all(attendanceSql.suspendedOn, { day: dayOf(moment) }).map(({ memberId }) => memberId))

/** The moment a roll speaks of when none was asked for: now, or the end of a sitting that has ended. */
export const rollMoment = (ctx: At, sitting: Sitting): string =>
  sitting.state === 'adjourned' && sitting.endsAt
    ? sitting.endsAt
    : momentIn(ctx, sitting.sessionId)

/**
 * When the sitting was adjourned, while it goes on without a roll called since; null otherwise. Its presence is that of
 * before the break, and a quorum is of the moment (组织法 51③; rules.md §8-7, §9-13).
 */
export const rollDueSince = (db: Reader, sittingId: string): string | null =>
  db.get(attendanceSql.rollDue, { sittingId })?.since ?? null

/** Everything a sitting's record says, read once. */
type RollRecord = {
  db: Reader
  sitting: Sitting
  at: string
  rows: Map<string, MarkRow>
  marks: Mark[]
  stays: Interval[]
  leaves: Map<string, Leave>
  seats: Map<string, Place>
  conditions: Conditions
}

const recordOf = (db: Reader, sitting: Sitting, at: string): RollRecord => {
  const rows = marksOf(db, sitting.id)
  const permitted = db.get(attendanceSql.videoPermitted, { sittingId: sitting.id })?.videoPermitted
  return {
    db,
    sitting,
    at,
    rows,
    marks: [...rows.values()].map(({ memberId, state, video }) => ({
      memberId,
      state,
      video: video === 1,
    })),
    stays: staysOf(db, sitting.id),
    leaves: grantedFor(db, sitting),
    seats: new Map(
      db.all(attendanceSql.seats, {}).map(({ memberId, row, col }) => [memberId, { row, col }]),
    ),
    conditions: { suspended: suspendedAt(db, at), videoPermitted: permitted === 1 },
  }
}

const approvalFault = (record: RollRecord, mark: MarkRow | undefined, leave: Leave | undefined) => {
  if (mark?.state === 'onLeave' && mark.approverRole !== '')
    return faultOf(record.db, record.sitting.kind, mark.approverRole)
  return mark === undefined && leave ? leave.fault : null
}

const entryOf = (record: RollRecord, member: Member, index: number): RollEntry => {
  const { sitting, at, marks, conditions } = record
  const { id: memberId } = member
  const hours = { openedAt: sitting.startsAt, closedAt: sitting.endsAt }
  const own = record.stays.filter((stay) => stay.memberId === memberId)
  const mark = record.rows.get(memberId)
  const leave = record.leaves.get(memberId)
  return {
    memberId,
    personId: member.personId,
    number: index + 1,
    name: member.name,
    initials: pinyinKeys(member.name).initials,
    kind: member.kind,
    seat: record.seats.get(memberId) ?? null,
    state: mark?.state ?? null,
    reason: mark?.reason ?? '',
    approver: mark?.approver ?? '',
    approverRole: mark?.approverRole ?? '',
    video: mark?.video === 1,
    leave: leave
      ? { reason: leave.reason, approver: leave.approver, approverRole: leave.approverRole }
      : null,
    approverFault: approvalFault(record, mark, leave),
    suspended: conditions.suspended.has(memberId),
    intervals: own.map(({ from, to }) => ({ from, to })),
    here: standingAt(memberId, marks, own, at, conditions) === 'present',
    late: isLate(memberId, own, hours),
    leftEarly: hasLeftEarly(memberId, own, hours),
  }
}

/** A sitting at a moment in numbers: what every roll, line at the foot and recount of the quorum goes by. */
const standingOf = (ctx: At, sittingId: string, asked?: string) => {
  const { db } = ctx
  const sitting = theSitting(db, sittingId)
  const at = asked ?? rollMoment(ctx, sitting)
  // A session belongs to its term, also when a new one has begun since.
  const term = theTerm(db, theSession(db, sitting.sessionId).termId)
  const record = recordOf(db, sitting, at)
  const { left: _left, ...counts } = rollCounts(
    inOfficeIds(db, term.id, at),
    record.marks,
    record.stays,
    at,
    record.conditions,
  )
  const quorum = quorumOf({
    rules: decideRules(db, theBody(db).level),
    members: { inOffice: counts.expected, quota: term.seats },
    present: counts.present,
    question: { kind: 'bill', method: 'device' },
  })
  return { term, record, counts, quorum }
}

/** Who should be there, who is, and the quorum of a sitting now: its roll without the names. */
export const countsOfSitting = (ctx: At, sittingId: string) => {
  const { counts, quorum } = standingOf(ctx, sittingId)
  return { counts, quorum }
}

/** The roll of a sitting: who is in office at the moment, where each stands, the numbers and the quorum. */
export const rollOfSitting = (ctx: At, sittingId: string, asked?: string): Roll => {
  const { db } = ctx
  const { term, record, counts, quorum } = standingOf(ctx, sittingId, asked)
  const { at } = record
  const came = db.get(attendanceSql.guestsCame, { sittingId }) ?? { sitIn: 0, observe: 0 }
  return {
    sittingId,
    at,
    entries: inOfficeMembers(db, term.id, at).map((member, index) =>
      entryOf(record, member, index),
    ),
    counts: { ...counts, ...came },
    seats: term.seats,
    quorum,
    videoPermitted: record.conditions.videoPermitted,
    callAnew: record.sitting.state === 'open' && rollDueSince(db, sittingId) !== null,
  }
}
