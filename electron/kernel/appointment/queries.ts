import type { Act, ActKind, Nomination } from '../../../shared/contract/appointment.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { Item } from '../../../shared/contract/session.ts'
import type { LeavingReason, Member } from '../../../shared/contract/roster.ts'
import { actSentence } from '../../../shared/papers/wording.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { isCommitteeOffice } from '../../../shared/rules/posts.ts'
import type { WriteContext } from '../dispatch.ts'
import { afterActs } from '../formality/queries.ts'
import { settleActs } from '../ledger/queries.ts'
import { inOfficeMembers, rosterSql } from '../roster/queries.ts'
import { found } from '../rows.ts'
import { theSession } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { appointmentSql } from './sql.ts'

export const theAct = (db: Reader, id: string): Act =>
  found(db.get(appointmentSql.act, { id }), 'act')

export const theNomination = (db: Reader, id: string): Nomination => ({
  ...found(db.get(appointmentSql.nomination, { id }), 'nomination'),
  acts: db.all(appointmentSql.acts, { nominationId: id }),
})

export const nominationsOf = (db: Reader, sessionId: string): Nomination[] => {
  const acts = Map.groupBy(
    db.all(appointmentSql.sessionActs, { sessionId }),
    (act) => act.nominationId,
  )
  return db
    .all(appointmentSql.nominations, { sessionId })
    .map((row) => ({ ...row, acts: acts.get(row.id) ?? [] }))
}

export const actsOfQuestion = (db: Reader, questionId: string): Act[] =>
  db.all(appointmentSql.questionActs, { questionId })

/** The acts in the order given, each once, or a refusal naming the first that cannot be put to the vote on this item. */
export const checkAskable = (
  db: Reader,
  item: Pick<Item, 'id' | 'sessionId'>,
  ids: readonly string[],
): Act[] =>
  [...new Set(ids)].map((id) => {
    const act = theAct(db, id)
    const { sessionId, itemId } = theNomination(db, act.nominationId)
    if (sessionId !== item.sessionId) refuse('appointment.otherSession')
    const params = { name: act.personName, post: act.post }
    if (itemId !== item.id) refuse('appointment.otherItem', params)
    if (act.questionId) refuse('appointment.alreadyAsked', params)
    if (act.outcome === 'deferred')
      refuse('appointment.isDeferred', { ...params, reason: act.deferredReason ?? '' })
    if (act.outcome !== 'pending') refuse('appointment.notPending', params)
    // 相应终止 follows from another act or fact; nobody votes on it (选举法 54, 56; rules.md §9-80).
    if (act.act === 'end') refuse('appointment.noVoteNeeded', params)
    return act
  })

/** What is put to the vote, in the words of the paper: each act as a sentence. */
export const questionTitle = (acts: readonly Act[]): string =>
  acts.map((act) => actSentence(act.verb, act.act, [act.personName], act.post)).join('；')

const leaving: Partial<Record<ActKind, LeavingReason>> = {
  'accept-resignation': 'resignation',
  dismiss: 'dismissed',
  remove: 'other',
}

/**
 * What a standing result does to the acts of its question: passed ones take effect on the day of the vote
 * (rules.md §9-73), the others fail; 相应终止 of the same person in the same nomination follows; a member whose
 * resignation is accepted leaves the membership at the very moment. A corrected result undoes what the wrong one did.
 * `at` is the moment of the vote.
 */
export const applyVerdict = (
  ctx: WriteContext,
  questionId: string,
  passed: boolean,
  at: string,
): { acts: boolean; members: boolean } => {
  const acts = actsOfQuestion(ctx.db, questionId)
  const settled = passed
    ? ({ outcome: 'passed', effectiveOn: dayOf(at) } as const)
    : ({ outcome: 'failed', effectiveOn: null } as const)
  let members = 0
  for (const act of acts) {
    ctx.db.run(appointmentSql.settle, { id: act.id, ...settled })
    members += followMembership(ctx, act, passed, at)
    members += settleEnds(ctx, act)
  }
  settleActs(
    ctx,
    acts.map((act) => act.id),
  )
  if (acts[0]) afterActs(ctx, theNomination(ctx.db, acts[0].nominationId).sessionId)
  return { acts: acts.length > 0, members: members > 0 }
}

/** Acts that take an office away, and with it what «相应终止» names; why the member then leaves (选举法 54, 56). */
const ending: Partial<Record<ActKind, LeavingReason>> = {
  'accept-resignation': 'deputy-resigned',
  recall: 'recalled',
  dismiss: 'dismissed',
  remove: 'other',
  'approve-remove': 'other',
}

/**
 * «相应终止» follows what was decided on the same person in the same nomination, whenever it was entered: it passes
 * with an act that takes an office away, fails when all of them failed, and waits until then. An office in the
 * committee that so ends takes the member out of «全体组成人员» at the moment of the vote, without a vote of its own
 * (rules.md §9-80, 81). Withdrawn ones stay so. Gives how many members came or went.
 */
export const settleEnds = (
  ctx: WriteContext,
  { nominationId, personName }: Pick<Act, 'nominationId' | 'personName'>,
): number => {
  const all = ctx.db
    .all(appointmentSql.acts, { nominationId })
    .filter((act) => act.personName === personName)
  const own = all.filter((act) => act.outcome !== 'withdrawn')
  const hosts = own.filter((act) => act.act !== 'end')
  // One taken back ends nothing, and leaves nothing to another act on the same person.
  const taking = all.some((act) => ending[act.act])
  const deciding = taking ? hosts.filter((act) => ending[act.act]) : hosts
  const host = deciding.find((act) => act.outcome === 'passed')
  const failed = deciding.length > 0 && deciding.every((act) => act.outcome === 'failed')
  const outcome = host ? 'passed' : failed ? 'failed' : 'pending'
  const decided = host?.questionId
    ? ctx.db.get(appointmentSql.decidedAt, { questionId: host.questionId })
    : undefined
  const at = decided?.at ?? ctx.moment
  const ends = own.filter((act) => act.act === 'end')
  const moved = ends.reduce((members, act) => {
    if (act.outcome !== outcome)
      ctx.db.run(appointmentSql.settle, {
        id: act.id,
        outcome,
        effectiveOn: host?.effectiveOn ?? null,
      })
    const reason = host ? (ending[host.act] ?? 'other') : undefined
    return members + moveMember(ctx, act, reason, at)
  }, 0)
  settleActs(
    ctx,
    ends.map((act) => act.id),
  )
  if (ends.length > 0) afterActs(ctx, theNomination(ctx.db, nominationId).sessionId)
  return moved
}

/** The member an act is about at a moment: as it was tied when entered, else the one in office who bears the name. */
const memberAt = (ctx: WriteContext, act: Act, at: string): Member | undefined => {
  const { sessionId } = theNomination(ctx.db, act.nominationId)
  const inOffice = inOfficeMembers(ctx.db, theSession(ctx.db, sessionId).termId, at)
  const bearers = inOffice.filter((member) => member.name === act.personName)
  if (act.personId !== null) return inOffice.find(({ personId }) => personId === act.personId)
  const tied = inOffice.find((member) => member.id === act.memberId)
  return tied ?? (bearers.length === 1 ? bearers[0] : undefined)
}

/** Ends the membership an act took away, or gives it back where the act does not stand (`reason` undefined). */
const moveMember = (
  ctx: WriteContext,
  act: Act,
  reason: LeavingReason | undefined,
  at: string,
): number => {
  const { id: actId, post } = act
  if (!isCommitteeOffice(post)) return 0
  if (!reason) return ctx.db.run(rosterSql.restoreByAct, { actId })
  const member = memberAt(ctx, act, at)
  return member ? ctx.db.run(rosterSql.endByAct, { id: member.id, at, reason, actId }) : 0
}

const followMembership = (ctx: WriteContext, act: Act, passed: boolean, at: string): number => {
  const reason = leaving[act.act]
  return reason ? moveMember(ctx, act, passed ? reason : undefined, at) : 0
}
