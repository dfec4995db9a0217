import type { ballot, MergeBasis, VoteMethod } from '../../../shared/contract/ballot.ts'
import { Refusal, refuse, type Message } from '../../../shared/contract/errors.ts'
import type { Roll } from '../../../shared/contract/attendance.ts'
import { amendmentFault } from '../../../shared/rules/amendment.ts'
import { mergeObstacles, paperPostObstacles } from '../../../shared/rules/merging.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { decideInputOf } from '../../../shared/rules/outcome.ts'
import { excludedScrutineers } from '../../../shared/rules/scrutineers.ts'
import { decide, type DecideInput, type Decision } from '../../../shared/rules/verdict.ts'
import { verdictSentence } from '../../../shared/rules/verdict-sentence.ts'
import { expectLawful } from '../appointment/findings.ts'
import { actsOfQuestion } from '../appointment/queries.ts'
import { rollOfSitting } from '../attendance/queries.ts'
import { decideRules, parameterValues, theParameter } from '../body/parameters.ts'
import { theBody } from '../body/queries.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import {
  expectNotClosed,
  expectNotDeclined,
  sessionSql,
  theItem,
  theSitting,
} from '../session/queries.ts'
import { obstaclesOf } from './order.ts'
import { factsOf, theQuestion, theQuestionRow, theVote, theVoteRow } from './queries.ts'
import { ballotSql, type QuestionRow, type VoteRow } from './sql.ts'
import { tallyColumns } from './tally-columns.ts'

/** Refuses in the verdict's own words. */
export const refuseDecision = (input: DecideInput, decision: Decision, field?: string): never => {
  const message = verdictSentence(input, decision)
  throw new Refusal({ code: 'rule', message, ...(field ? { fields: { [field]: message } } : {}) })
}

/** The roll a round is opened on, or why no round may be opened in this sitting now. */
export const rollToVote = (ctx: WriteContext, sessionId: string, sittingId: string): Roll => {
  const sitting = theSitting(ctx.db, sittingId)
  if (sitting.sessionId !== sessionId) refuse('ballot.otherSession')
  expectNotClosed(ctx.db, sessionId)
  // Groups deliberate; decisions are taken where the whole committee sits (议事规则 12–14, 45; rules.md §7-13, 15).
  if (sitting.kind === 'group') refuse('ballot.groupSitting')
  if (sitting.state !== 'open') refuse('ballot.sittingNotOpen')
  const running = ctx.db.get(ballotSql.openVote, { sittingId })
  if (running) refuse('ballot.anotherOpen', { title: running.title })
  const roll = rollOfSitting(ctx, sittingId)
  if (roll.counts.unmarked > 0) refuse('ballot.rollNotCalled', { count: roll.counts.unmarked })
  if (roll.callAnew) refuse('ballot.rollAnew')
  return roll
}

const refuseFirst = ([message]: readonly Message[]): void => {
  if (message) throw new Refusal({ code: 'rule', message })
}

/** An amendment that came too late for a vote today (rules.md §9-37). */
const lateness = (ctx: WriteContext, { proposedOn, signatories }: QuestionRow): Message[] => {
  if (proposedOn === null) return []
  const motion = { votingOn: dayOf(ctx.moment), begun: false }
  const fault = amendmentFault({ proposedOn, signatories }, motion, parameterValues(ctx.db))
  return fault ? [fault] : []
}

/**
 * What stands against several persons on one question as things are now: a post the body has come to vote on person
 * by person, a motion to merge whose result was corrected since (rules.md §9-17, 40).
 */
const mergeFaults = (ctx: WriteContext, { id, mergeBasis }: QuestionRow): Message[] => {
  if (mergeBasis === '') return []
  const { voteId } = JSON.parse(mergeBasis) as MergeBasis
  const motion = voteId && theQuestion(ctx.db, theVoteRow(ctx.db, voteId).questionId)
  const carried = !motion || motion.standing?.outcome?.verdict === 'passed'
  const acts = actsOfQuestion(ctx.db, id)
  return [
    ...(acts.length > 1 && !carried ? [{ key: 'rules.merge.motion-needed' }] : []),
    ...(acts.length > 1 ? mergeObstacles(acts, parameterValues(ctx.db)) : []),
  ]
}

const checkQuestion = (ctx: WriteContext, question: QuestionRow, method: VoteMethod): void => {
  const { standing, votes, withdrawn } = theQuestion(ctx.db, question.id)
  if (withdrawn) refuse('ballot.chamber.withdrawn')
  if (theItem(ctx.db, question.itemId).state === 'withdrawn')
    refuse('ballot.chamber.itemSettled.withdrawn')
  expectNotDeclined(ctx.db, question.itemId)
  if (standing) refuse('ballot.alreadyDecided')
  if (votes.some((vote) => vote.state === 'open')) refuse('ballot.openElsewhere')
  refuseFirst(lateness(ctx, question))
  refuseFirst(obstaclesOf(ctx.db, question))
  refuseFirst(mergeFaults(ctx, question))
  refuseFirst(
    paperPostObstacles(actsOfQuestion(ctx.db, question.id), method, parameterValues(ctx.db)),
  )
}

/**
 * Why questions of a session cannot be opened now by this method; nothing is written when any of it applies. The law is
 * asked once for all of them: it looks at the whole session.
 */
export const checkQuestions = (
  ctx: WriteContext,
  sessionId: string,
  questions: readonly QuestionRow[],
  method: VoteMethod,
): void => {
  for (const question of questions) checkQuestion(ctx, question, method)
  // What the statute forbids may have come about since it was asked; a warning was gone past then.
  const acts = questions.flatMap(({ id }) => actsOfQuestion(ctx.db, id))
  expectLawful(ctx, sessionId, acts)
}

/** How many scrutineers the body's own rules ask for; it has none of its own until it states them (rules.md §8-38). */
const scrutineersNeeded = (ctx: WriteContext): number =>
  theParameter(ctx.db, 'scrutineerCount')?.isDefault === false
    ? parameterValues(ctx.db).scrutineerCount
    : 0

/** The names as they are, on paper as many as the body's rules ask for. */
export const scrutineersKept = (
  ctx: WriteContext,
  method: VoteMethod,
  names: string[],
): string[] => {
  const needed = scrutineersNeeded(ctx)
  if (method === 'secret-paper' && names.length < needed)
    refuse('ballot.chamber.scrutineersFew', { needed, given: names.length })
  return names
}

/**
 * The names of those who watch over the count: present, none of them voted on (rules.md §9-33), and on paper as many
 * as the body's rules ask for.
 */
export const scrutineerNames = (
  ctx: WriteContext,
  questionIds: readonly string[],
  method: VoteMethod,
  ids: readonly string[],
  roll: Roll,
): string[] => {
  const distinct = [...new Set(ids)]
  const entries = distinct.map((id) => {
    const entry = roll.entries.find((one) => one.memberId === id)
    return entry?.here
      ? entry
      : refuse('ballot.chamber.scrutineerAway', { name: entry?.name ?? id })
  })
  if (parameterValues(ctx.db).scrutineersExcludeConcerned) {
    const acts = questionIds.flatMap((id) => actsOfQuestion(ctx.db, id))
    const concerned = entries
      .filter(({ memberId, name }) =>
        acts.some((act) => act.memberId === memberId || act.personName === name),
      )
      .map(({ memberId }) => memberId)
    const replaced = excludedScrutineers(distinct, concerned)
    const names = entries.filter(({ memberId }) => replaced.includes(memberId))
    if (names.length > 0)
      refuse('ballot.chamber.scrutineerConcerned', {
        names: names.map(({ name }) => name).join('、'),
      })
  }
  return scrutineersKept(
    ctx,
    method,
    entries.map(({ name }) => name),
  )
}

export type Round = {
  sittingId: string
  method: VoteMethod
  roll: Roll
  scrutineers: readonly string[]
  sheetId?: string
  fallbackOf?: string
}

const roundRow = (ctx: WriteContext, question: QuestionRow, round: Round): VoteRow => {
  const { sittingId, method, roll } = round
  const { expected, present, onLeave, absent } = roll.counts
  const { level } = theBody(ctx.db)
  return {
    id: ctx.newId(),
    questionId: question.id,
    sittingId,
    round: theQuestion(ctx.db, question.id).votes.length + 1,
    method,
    state: 'open',
    openedAt: roll.at,
    closedAt: null,
    rules: JSON.stringify(decideRules(ctx.db, level)),
    inOffice: expected,
    seats: roll.seats,
    expected,
    present,
    onLeave,
    absent,
    ...tallyColumns(undefined),
    verdict: null,
    voidReason: '',
    correctsId: null,
    correctionReason: '',
    witness: '',
    operator: ctx.operator,
    sealSeq: null,
    sealHash: null,
    sheetId: round.sheetId ?? null,
    fallbackOf: round.fallbackOf ?? null,
    video: roll.counts.video,
    scrutineers: JSON.stringify(round.scrutineers),
    tellers: '[]',
    baseNote: '',
    rev: 1,
  }
}

/** Opens a round on checked facts: membership and present set as they are at this moment. Gives its id. */
export const openRound = (ctx: WriteContext, question: QuestionRow, round: Round): string => {
  const row = roundRow(ctx, question, round)
  const input = decideInputOf(question, factsOf(row))
  const decision = decide(input)
  const unsound = decision.verdict === 'inconsistent' && decision.reason !== 'tally-missing'
  if (unsound || decision.verdict === 'blocked') refuseDecision(input, decision)
  // Whoever is to be dismissed is heard before the vote (监督法 62②; rules.md §9-65).
  if (question.kind === 'dismissal' && !question.defence) refuse('ballot.chamber.defenceMissing')
  ctx.db.run(ballotSql.setMethod, { id: question.id, method: round.method })
  ctx.db.run(ballotSql.addVote, row)
  for (const entry of round.roll.entries)
    ctx.db.run(ballotSql.addVoteMember, {
      voteId: row.id,
      memberId: entry.memberId,
      present: Number(entry.here),
    })
  const item = theItem(ctx.db, question.itemId)
  if (item.state === 'pending') {
    ctx.db.run(sessionSql.setItemState, { id: item.id, state: 'current' })
    ctx.touch('session')
  }
  return row.id
}

export const openingHandlers: Pick<Handlers<typeof ballot>, 'open'> = {
  open: (ctx, { questionId, sittingId, method, scrutineers: ids }) => {
    const question = theQuestionRow(ctx.db, questionId)
    const roll = rollToVote(ctx, question.sessionId, sittingId)
    const chosen = method ?? question.method
    checkQuestions(ctx, question.sessionId, [question], chosen)
    const scrutineers = scrutineerNames(ctx, [questionId], chosen, ids, roll)
    return theVote(
      ctx.db,
      openRound(ctx, question, { sittingId, method: chosen, roll, scrutineers }),
    )
  },
}
