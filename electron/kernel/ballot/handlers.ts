import type { Act } from '../../../shared/contract/appointment.ts'
import type { ballot, QuestionKind, Tally, Vote } from '../../../shared/contract/ballot.ts'
import { Refusal, refuse } from '../../../shared/contract/errors.ts'
import { decideInputOf, isLockable } from '../../../shared/rules/outcome.ts'
import { completeTally } from '../../../shared/rules/tally.ts'
import { decide, type DecideInput, type Decision } from '../../../shared/rules/verdict.ts'
import { verdictSentence } from '../../../shared/rules/verdict-sentence.ts'
import { applyVerdict, checkAskable, questionTitle } from '../appointment/queries.ts'
import { rollOfSitting } from '../attendance/queries.ts'
import { decideRules, methodFor } from '../body/parameters.ts'
import { theBody } from '../body/queries.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { expectRev } from '../rows.ts'
import { expectNotClosed, sessionSql, theItem, theSitting } from '../session/queries.ts'
import {
  factsOf,
  outcomeOf,
  questionsOf,
  sealOf,
  theQuestion,
  theQuestionRow,
  theVoteRow,
  voteView,
} from './queries.ts'
import { ballotSql, type QuestionRow, type TallyColumn, type VoteRow } from './sql.ts'

const tallyColumns = (tally: Tally | undefined): Record<TallyColumn, number | null> => ({
  tallyFor: tally?.for ?? null,
  tallyAgainst: tally?.against ?? null,
  tallyAbstain: tally?.abstain ?? null,
  tallyNotPressed: tally?.notPressed ?? null,
  tallySpoiled: tally?.spoiled ?? null,
  tallyIssued: tally?.issued ?? null,
  tallyCollected: tally?.collected ?? null,
})

const addQuestion = (
  ctx: WriteContext,
  facts: Omit<QuestionRow, 'id' | 'position' | 'rev'>,
): string => {
  const id = ctx.newId()
  const last = ctx.db.get(ballotSql.lastQuestion, { sessionId: facts.sessionId })?.position ?? 0
  ctx.db.run(ballotSql.addQuestion, { id, position: last + 1, ...facts })
  return id
}

/** The kind of question a bundle of acts makes; a dismissal is never bundled with anything else (监督法 62③). */
const questionKindOf = (acts: readonly Act[]): QuestionKind => {
  const kinds = new Set(acts.map((act) => act.act))
  for (const alone of ['dismiss', 'recall'] as const)
    if (kinds.has(alone)) {
      if (kinds.size > 1) refuse('ballot.notMergeable')
      return alone === 'dismiss' ? 'dismissal' : 'recall'
    }
  return kinds.size === 1 && kinds.has('accept-resignation') ? 'resignation' : 'appointment'
}

/** Why a question cannot be opened now; nothing is written when any of it applies. */
const checkOpenable = (ctx: WriteContext, question: QuestionRow, sittingId: string): void => {
  const sitting = theSitting(ctx.db, sittingId)
  if (sitting.sessionId !== question.sessionId) refuse('ballot.otherSession')
  expectNotClosed(ctx.db, question.sessionId)
  // Groups deliberate; decisions are taken where the whole committee sits (议事规则 12–14, 45; rules.md §7-13, 15).
  if (sitting.kind === 'group') refuse('ballot.groupSitting')
  if (sitting.state !== 'open') refuse('ballot.sittingNotOpen')
  const running = ctx.db.get(ballotSql.openVote, { sittingId })
  if (running) refuse('ballot.anotherOpen', { title: running.title })
  const { standing, votes } = theQuestion(ctx.db, question.id)
  if (standing) refuse('ballot.alreadyDecided')
  if (votes.some((vote) => vote.state === 'open')) refuse('ballot.openElsewhere')
}

const refuseDecision = (input: DecideInput, decision: Decision): never => {
  throw new Refusal({ code: 'rule', message: verdictSentence(input, decision) })
}

/** The decision on totals, or a refusal in the verdict's own words when they cannot be locked. */
const decided = (
  question: QuestionRow,
  vote: VoteRow,
  entered: DecideInput['tally'],
): { decision: Decision; tally: Tally | undefined } => {
  const tally = entered && completeTally(entered, vote.method, vote.present)
  const input = decideInputOf(question, factsOf(vote), tally)
  const decision = decide(input)
  if (!isLockable(decision)) refuseDecision(input, decision)
  return { decision, tally }
}

/** The finished vote; its seal — number and hash of the entry that records it — is filled in once that is written. */
const sealed = (ctx: WriteContext, question: QuestionRow, id: string): Vote => {
  const view = voteView(question, theVoteRow(ctx.db, id))
  ctx.sealed(({ seq, hash }) => {
    ctx.db.run(ballotSql.seal, { id, seq, hash })
    view.seal = sealOf(seq, hash)
  })
  return view
}

/** What a standing result does to acts, members in office and the item. */
const followVerdict = (
  ctx: WriteContext,
  question: QuestionRow,
  passed: boolean,
  at: string,
): void => {
  const touched = applyVerdict(ctx, question.id, passed, at)
  if (touched.acts) ctx.touch('appointment')
  if (touched.members) {
    ctx.touch('roster')
    ctx.touch('attendance')
  }
  const { itemId } = question
  const undecided = ctx.db.get(ballotSql.undecided, { itemId })?.count ?? 0
  if (question.kind === 'procedural' || undecided > 0) return
  ctx.db.run(sessionSql.setItemState, { id: question.itemId, state: 'decided' })
  ctx.touch('session')
}

/** When the result that a chain of corrections goes back to was locked: acts take effect from then (rules.md §9-73). */
const momentOf = (ctx: WriteContext, vote: VoteRow): string =>
  vote.correctsId === null
    ? (vote.closedAt ?? vote.openedAt)
    : momentOf(ctx, theVoteRow(ctx.db, vote.correctsId))

const theOpenVote = (ctx: WriteContext, id: string, rev: number): VoteRow => {
  const vote = theVoteRow(ctx.db, id)
  expectRev(vote, rev)
  if (vote.state !== 'open') refuse('ballot.notOpen')
  return vote
}

export const ballotHandlers: Handlers<typeof ballot> = {
  questions: ({ db }, { sessionId }) => questionsOf(db, sessionId),
  question: ({ db }, { id }) => theQuestion(db, id),

  ask: (ctx, { itemId, method, ...facts }) => {
    const { sessionId } = theItem(ctx.db, itemId)
    expectNotClosed(ctx.db, sessionId)
    const chosen = method ?? methodFor(ctx.db, facts.kind)
    return theQuestion(ctx.db, addQuestion(ctx, { sessionId, itemId, method: chosen, ...facts }))
  },

  askActs: (ctx, { itemId, actIds, manner, method }) => {
    const { sessionId } = theItem(ctx.db, itemId)
    expectNotClosed(ctx.db, sessionId)
    const acts = checkAskable(ctx.db, sessionId, actIds)
    const bundles = manner === 'merged' ? [acts] : acts.map((act) => [act])
    const ids = bundles.map((bundle) => {
      const kind = questionKindOf(bundle)
      const chosen = method ?? methodFor(ctx.db, kind)
      const title = questionTitle(bundle)
      const id = addQuestion(ctx, { sessionId, itemId, kind, title, method: chosen, motion: null })
      bundle.forEach((act, index) =>
        ctx.db.run(ballotSql.addQuestionAct, {
          questionId: id,
          actId: act.id,
          position: index + 1,
        }),
      )
      return id
    })
    ctx.touch('appointment')
    return ids.map((id) => theQuestion(ctx.db, id))
  },

  drop: (ctx, { id, rev }) => {
    const question = theQuestion(ctx.db, id)
    expectRev(question, rev)
    expectNotClosed(ctx.db, question.sessionId)
    if (question.votes.length > 0) refuse('ballot.alreadyVoted')
    ctx.db.run(ballotSql.dropActs, { id })
    ctx.db.run(ballotSql.drop, { id })
    ctx.touch('appointment')
    return { id }
  },

  open: (ctx, { questionId, sittingId, method }) => {
    const question = theQuestionRow(ctx.db, questionId)
    checkOpenable(ctx, question, sittingId)
    const chosen = method ?? question.method
    const { level } = theBody(ctx.db)
    const rules = decideRules(ctx.db, level)
    const roll = rollOfSitting(ctx, sittingId, ctx.moment)
    if (roll.counts.unmarked > 0) refuse('ballot.rollNotCalled', { count: roll.counts.unmarked })
    const id = ctx.newId()
    const { expected, present, onLeave, absent } = roll.counts
    const row: VoteRow = {
      id,
      questionId,
      sittingId,
      round: theQuestion(ctx.db, questionId).votes.length + 1,
      method: chosen,
      state: 'open',
      openedAt: ctx.moment,
      closedAt: null,
      rules: JSON.stringify(rules),
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
      rev: 1,
    }
    const input = decideInputOf(question, factsOf(row))
    const decision = decide(input)
    const unsound = decision.verdict === 'inconsistent' && decision.reason !== 'tally-missing'
    if (unsound || decision.verdict === 'blocked') refuseDecision(input, decision)
    ctx.db.run(ballotSql.setMethod, { id: questionId, method: chosen })
    ctx.db.run(ballotSql.addVote, row)
    for (const entry of roll.entries)
      ctx.db.run(ballotSql.addVoteMember, {
        voteId: id,
        memberId: entry.memberId,
        present: Number(entry.here),
      })
    const item = theItem(ctx.db, question.itemId)
    if (item.state === 'pending') {
      ctx.db.run(sessionSql.setItemState, { id: item.id, state: 'current' })
      ctx.touch('session')
    }
    return voteView(question, theVoteRow(ctx.db, id))
  },

  weigh: ({ db }, { voteId, tally }) => {
    const row = theVoteRow(db, voteId)
    const question = theQuestionRow(db, row.questionId)
    return {
      vote: voteView(question, row),
      outcome: outcomeOf(decideInputOf(question, factsOf(row), tally)),
    }
  },

  lock: (ctx, { voteId, rev, tally: entered }) => {
    const vote = theOpenVote(ctx, voteId, rev)
    const question = theQuestionRow(ctx.db, vote.questionId)
    const { decision, tally } = decided(question, vote, entered)
    ctx.db.run(ballotSql.lock, {
      id: voteId,
      closedAt: ctx.moment,
      verdict: decision.verdict,
      operator: ctx.operator,
      ...tallyColumns(vote.method === 'tacit' ? undefined : tally),
    })
    followVerdict(ctx, question, decision.verdict === 'passed', ctx.moment)
    return sealed(ctx, question, voteId)
  },

  void: (ctx, { voteId, rev, reason }) => {
    const vote = theOpenVote(ctx, voteId, rev)
    ctx.db.run(ballotSql.void, {
      id: voteId,
      closedAt: ctx.moment,
      voidReason: reason,
      operator: ctx.operator,
    })
    return sealed(ctx, theQuestionRow(ctx.db, vote.questionId), voteId)
  },

  correct: (ctx, { voteId, rev, tally: entered, reason, witness }) => {
    const old = theVoteRow(ctx.db, voteId)
    expectRev(old, rev)
    if (old.state !== 'locked') refuse('ballot.notLocked')
    if (old.method === 'tacit') refuse('ballot.nothingToCorrect')
    if (ctx.db.get(ballotSql.correctionOf, { id: voteId })) refuse('ballot.alreadyCorrected')
    if (witness === ctx.operator) refuse('ballot.witnessIsOperator')
    const question = theQuestionRow(ctx.db, old.questionId)
    const { decision, tally } = decided(question, old, entered)
    const id = ctx.newId()
    ctx.db.run(ballotSql.addVote, {
      ...old,
      ...tallyColumns(tally),
      id,
      verdict: decision.verdict,
      closedAt: ctx.moment,
      correctsId: voteId,
      correctionReason: reason,
      witness,
      operator: ctx.operator,
      sealSeq: null,
      sealHash: null,
      rev: 1,
    })
    ctx.db.run(ballotSql.copyVoteMembers, { voteId: id, from: voteId })
    followVerdict(ctx, question, decision.verdict === 'passed', momentOf(ctx, old))
    return sealed(ctx, question, id)
  },
}
