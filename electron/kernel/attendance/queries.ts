import type { MarkState, Roll, RollEntry } from '../../../shared/contract/attendance.ts'
import type { Member } from '../../../shared/contract/roster.ts'
import type { Sitting } from '../../../shared/contract/session.ts'
import {
  hasLeftEarly,
  isHere,
  isLate,
  rollCounts,
  type Interval,
} from '../../../shared/rules/attendance.ts'
import { quorumOf } from '../../../shared/rules/verdict.ts'
import { decideRules } from '../body/parameters.ts'
import { theBody, theTerm } from '../body/queries.ts'
import type { ReadContext } from '../dispatch.ts'
import { inOfficeMembers } from '../roster/queries.ts'
import { theSession, theSitting } from '../session/queries.ts'
import { change, select, type Reader } from '../store/sql.ts'

export type MarkRow = {
  memberId: string
  state: MarkState
  reason: string
  approver: string
}
export type StayRow = { memberId: string; fromAt: string; toAt: string | null }

export const attendanceSql = {
  marks: select<{ sittingId: string }, MarkRow>()(
    { memberId: true, state: true, reason: true, approver: true },
    'SELECT memberId, state, reason, approver FROM mark WHERE sittingId = @sittingId',
  ),
  stays: select<{ sittingId: string }, StayRow>()(
    { memberId: true, fromAt: true, toAt: true },
    'SELECT memberId, fromAt, toAt FROM stay WHERE sittingId = @sittingId ORDER BY memberId, fromAt',
  ),
  setMark: change<MarkRow & { sittingId: string }>()(
    `INSERT INTO mark (sittingId, memberId, state, reason, approver)
     VALUES (@sittingId, @memberId, @state, @reason, @approver)
     ON CONFLICT (sittingId, memberId) DO UPDATE SET state = @state, reason = @reason, approver = @approver`,
  ),
  come: change<{ sittingId: string; memberId: string; at: string }>()(
    `INSERT INTO stay (sittingId, memberId, fromAt, toAt) VALUES (@sittingId, @memberId, @at, NULL)
     ON CONFLICT (sittingId, memberId, fromAt) DO UPDATE SET toAt = NULL`,
  ),
  go: change<{ sittingId: string; memberId: string; at: string }>()(
    `UPDATE stay SET toAt = max(@at, fromAt)
     WHERE sittingId = @sittingId AND memberId = @memberId AND toAt IS NULL`,
  ),
  forget: change<{ sittingId: string; memberId: string }>()(
    'DELETE FROM stay WHERE sittingId = @sittingId AND memberId = @memberId',
  ),
}

type At = Pick<ReadContext, 'moment'> & { db: Reader }

export const marksOf = (db: Reader, sittingId: string): Map<string, MarkRow> =>
  new Map(db.all(attendanceSql.marks, { sittingId }).map((mark) => [mark.memberId, mark]))

const staysOf = (db: Reader, sittingId: string): Interval[] =>
  db
    .all(attendanceSql.stays, { sittingId })
    .map(({ memberId, fromAt, toAt }) => ({ memberId, from: fromAt, to: toAt }))

/** The moment a roll speaks of when none was asked for: now, or the end of a sitting that has ended. */
export const rollMoment = (ctx: At, sitting: Sitting): string =>
  sitting.state === 'adjourned' && sitting.endsAt ? sitting.endsAt : ctx.moment

const entryOf = (
  member: Member,
  sitting: Sitting,
  mark: MarkRow | undefined,
  stays: readonly Interval[],
  at: string,
): RollEntry => {
  const hours = { openedAt: sitting.startsAt, closedAt: sitting.endsAt }
  const own = stays.filter((stay) => stay.memberId === member.id)
  return {
    memberId: member.id,
    personId: member.personId,
    name: member.name,
    kind: member.kind,
    state: mark?.state ?? null,
    reason: mark?.reason ?? '',
    approver: mark?.approver ?? '',
    intervals: own.map(({ from, to }) => ({ from, to })),
    here: isHere(member.id, own, at),
    late: isLate(member.id, own, hours),
    leftEarly: hasLeftEarly(member.id, own, hours),
  }
}

/** The roll of a sitting: who is in office at the moment, where each stands, the numbers and the quorum. */
export const rollOfSitting = (ctx: At, sittingId: string, asked?: string): Roll => {
  const { db } = ctx
  const sitting = theSitting(db, sittingId)
  const at = asked ?? rollMoment(ctx, sitting)
  // A session belongs to its term, also when a new one has begun since.
  const term = theTerm(db, theSession(db, sitting.sessionId).termId)
  const members = inOfficeMembers(db, term.id, at)
  const marks = marksOf(db, sittingId)
  const stays = staysOf(db, sittingId)
  const ids = members.map((member) => member.id)
  const { expected, present, onLeave, absent, unmarked } = rollCounts(
    ids,
    [...marks.values()],
    stays,
    at,
  )
  const { seats } = term
  return {
    sittingId,
    at,
    entries: members.map((member) => entryOf(member, sitting, marks.get(member.id), stays, at)),
    counts: { expected, present, onLeave, absent, unmarked },
    seats,
    quorum: quorumOf({
      rules: decideRules(db, theBody(db).level),
      members: { inOffice: expected, quota: seats },
      present,
      question: { kind: 'bill', method: 'device' },
    }),
  }
}
