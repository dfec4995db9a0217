import type { ballot, Tally, Vote, VoteMethod } from '../../../shared/contract/ballot.ts'
import type { Roll } from '../../../shared/contract/attendance.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { TallyInput } from '../../../shared/rules/decide-input.ts'
import { decideInputOf, isLockable } from '../../../shared/rules/outcome.ts'
import { lawfulMethods } from '../../../shared/rules/question.ts'
import { decide, otherBase, type Decision } from '../../../shared/rules/verdict.ts'
import { applyVerdict } from '../appointment/queries.ts'
import { appointmentSql } from '../appointment/sql.ts'
import { countsOfSitting } from '../attendance/queries.ts'
import { parameterValues } from '../body/parameters.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { noteIncident } from '../incident/queries.ts'
import { expectRev } from '../rows.ts'
import { inOfficeIds } from '../roster/queries.ts'
import { expectNotClosed, momentIn, sessionSql, theItem, theSession } from '../session/queries.ts'
import { agreedTellers } from './counts.ts'
import { forgetHalfDone } from './drafts.ts'
import { namedTally, type NamedChoice } from './named.ts'
import {
  checkQuestions,
  openRound,
  refuseDecision,
  rollToVote,
  scrutineerNames,
  scrutineersKept,
} from './opening.ts'
import { amendable } from './order.ts'
import {
  factsOf,
  outcomeOf,
  questionsOf,
  sealOf,
  theQuestionRow,
  theVote,
  theVoteRow,
  voteView,
} from './queries.ts'
import { noteShaken, restingOn } from './repercussions.ts'
import { roundSql } from './round-sql.ts'
import { ballotSql, type QuestionRow, type TallyColumn, type VoteRow } from './sql.ts'
import { tallyColumns } from './tally-columns.ts'

export type BaseChosen = { base: 'actual' | 'quota'; note: string } | undefined
/** What a round is locked with: the totals made whole, the verdict, and under which base. */
export type Settled = Pick<VoteRow, 'rules' | 'baseNote'> & {
  decision: Decision
  tally: Tally | undefined
}

const needsBase = (vote: VoteRow): boolean => vote.inOffice !== vote.seats && vote.baseNote === ''

/** Whether the verdict on totals hangs on the base and nobody has chosen one (rules.md §9-10). */
export const hangsOnBase = (question: QuestionRow, vote: VoteRow, entered?: TallyInput): boolean =>
  needsBase(vote) && otherBase(decideInputOf(question, factsOf(vote), entered)).differs

/**
 * The decision on totals under the base that holds or was chosen.
 * @throws Refusal in the verdict's own words where they cannot be locked, and where members in office and seats give
 * different verdicts and nobody has chosen (rules.md §9-10)
 * @param hangs whether the choice of base is called for, also by another line of the same paper
 */
export const settled = (
  question: QuestionRow,
  vote: VoteRow,
  entered: TallyInput | undefined,
  chosen: BaseChosen,
  { field, hangs }: { field?: string; hangs?: boolean } = {},
): Settled => {
  const facts = factsOf(vote)
  const own = decideInputOf(question, facts, entered)
  const open = needsBase(vote) && (hangs ?? otherBase(own).differs)
  if (open && !chosen) {
    if (!isLockable(decide(own))) refuseDecision(own, decide(own), field)
    refuse('ballot.chamber.baseChoiceNeeded', { inOffice: vote.inOffice, seats: vote.seats })
  }
  const rules = open && chosen ? { ...facts.rules, base: chosen.base } : facts.rules
  const input = { ...own, rules }
  const decision = decide(input)
  if (!isLockable(decision)) refuseDecision(input, decision, field)
  const baseNote = open && chosen ? chosen.note : vote.baseNote
  return { decision, tally: decision.tally, rules: JSON.stringify(rules), baseNote }
}

/** The finished vote; its seal — number and hash of the entry that records it — is filled in once that is written. */
export const sealed = (ctx: WriteContext, id: string): Vote => {
  const view = theVote(ctx.db, id)
  ctx.sealed(({ seq, hash }) => {
    ctx.db.run(ballotSql.seal, { id, seq, hash })
    view.seal = sealOf(seq, hash)
  })
  return view
}

/** Decides nothing of its item: a motion how to proceed, an amendment whose motion nobody has asked yet. */
const isAside = ({ db }: WriteContext, { kind, itemId, sessionId }: QuestionRow): boolean =>
  kind === 'amendment'
    ? amendable(questionsOf(db, sessionId), itemId).length === 0
    : kind === 'procedural' && theItem(db, itemId).kind !== 'procedural'

/** What a standing result does to acts, members in office and the item. */
export const followVerdict = (
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
  const waiting = ctx.db.get(appointmentSql.waiting, { itemId })?.count ?? 0
  const aside = isAside(ctx, question)
  if (aside || question.motion !== null || undecided > 0 || waiting > 0) return
  ctx.db.run(sessionSql.setItemState, { id: itemId, state: 'decided' })
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
  if (vote.sheetId !== null) refuse('ballot.chamber.onSheet')
  return vote
}

/**
 * The base of a round is the membership at the moment it was opened: where the roster of that moment was changed since,
 * as by a correction made meanwhile, nothing can be locked on it (组织法 51④).
 */
export const checkMembersStill = (
  ctx: WriteContext,
  { sessionId }: QuestionRow,
  { openedAt, inOffice: before }: VoteRow,
): void => {
  const now = inOfficeIds(ctx.db, theSession(ctx.db, sessionId).termId, openedAt).length
  if (now !== before) refuse('ballot.chamber.membersMoved', { before, now })
}

/** A result is announced in a hall that has its quorum (议事规则 7, 45; rules.md §9-13). */
export const checkQuorumNow = (ctx: WriteContext, sittingId: string): void => {
  if (!parameterValues(ctx.db).quorumRecheck) return
  const { quorum } = countsOfSitting(ctx, sittingId)
  if (!quorum.met)
    refuse('ballot.chamber.quorumLost', { present: quorum.present, needed: quorum.needed })
}

const namesIn = (json: string): string[] => JSON.parse(json) as string[]

/** Who watched over the count and who counted stand by name in the entry of the lock (监票人、计票人). */
export const recordWatch = (
  ctx: WriteContext,
  locked: readonly { vote: VoteRow; tellers: readonly string[] }[],
): void => {
  const scrutineers = [...new Set(locked.flatMap(({ vote }) => namesIn(vote.scrutineers)))]
  const tellers = [...new Set(locked.flatMap((one) => one.tellers))]
  ctx.onRecord({
    ...(scrutineers.length > 0 ? { scrutineers } : {}),
    ...(tellers.length > 0 ? { tellers } : {}),
  })
}

/** Writes a checked result down; what was half entered for it is gone with it. */
export const writeLock = (
  ctx: WriteContext,
  vote: VoteRow,
  { decision, tally, rules, baseNote }: Settled,
  tellers: readonly string[],
  at: string,
): void => {
  ctx.db.run(ballotSql.lock, {
    id: vote.id,
    closedAt: at,
    verdict: decision.verdict,
    operator: ctx.operator,
    rules,
    baseNote,
    tellers: JSON.stringify(tellers),
    ...tallyColumns(tally),
  })
  forgetHalfDone(ctx, vote.id)
}

/** Voids an open round: its reason stays, no figure does. */
export const writeVoid = (ctx: WriteContext, id: string, reason: string): void => {
  const { questionId } = theVoteRow(ctx.db, id)
  ctx.db.run(ballotSql.void, {
    id,
    closedAt: momentIn(ctx, theQuestionRow(ctx.db, questionId).sessionId),
    voidReason: reason,
    operator: ctx.operator,
  })
  forgetHalfDone(ctx, id)
}

const addNames = (ctx: WriteContext, voteId: string, named: readonly NamedChoice[]): void => {
  for (const one of named) ctx.db.run(roundSql.addNamed, { voteId, ...one })
}

/** What follows when a method has broken down, in this order (议事规则 48; rules.md §9-26). */
const ladder: Record<VoteMethod, readonly VoteMethod[]> = {
  device: ['show-of-hands', 'secret-paper'],
  'show-of-hands': ['secret-paper', 'named'],
  named: ['show-of-hands', 'secret-paper'],
  'secret-paper': [],
  tacit: ['show-of-hands', 'device', 'secret-paper'],
}

const methodAfter = (ctx: WriteContext, question: QuestionRow, vote: VoteRow): VoteMethod => {
  const { fallbackMethod } = parameterValues(ctx.db)
  const lawful = lawfulMethods(question.kind, factsOf(vote).rules)
  const steps = ladder[vote.method]
  const own = steps.includes(fallbackMethod) && vote.method === 'device' ? [fallbackMethod] : []
  const next = [...own, ...steps].find((method) => lawful.includes(method))
  return next ?? refuse('ballot.chamber.noFallback')
}

/** Nothing would be other than it stands: neither a figure nor, in a named vote, who voted how. */
const changesNothing = (
  ctx: WriteContext,
  old: VoteRow,
  tally: Tally | undefined,
  named: readonly NamedChoice[],
): boolean => {
  const { id, questionId } = old
  const rows = ctx.db.all(roundSql.named, { questionId }).filter(({ voteId }) => voteId === id)
  const choiceOf = new Map(rows.map(({ memberId, choice }) => [memberId, choice]))
  const figures = tallyColumns(tally)
  return (
    (Object.keys(figures) as TallyColumn[]).every((column) => figures[column] === old[column]) &&
    named.every(({ memberId, choice }) => choiceOf.get(memberId) === choice)
  )
}

/** Whoever went out watches over no count. */
const stillHere = ({ entries }: Roll, names: readonly string[]): string[] =>
  names.filter((name) => entries.some((one) => one.here && one.name === name))

type Locking = 'weigh' | 'lock' | 'void' | 'fallBack' | 'correct'

export const lockingHandlers: Pick<Handlers<typeof ballot>, Locking> = {
  weigh: ({ db }, { voteId, tally }) => {
    const row = theVoteRow(db, voteId)
    const question = theQuestionRow(db, row.questionId)
    return {
      vote: voteView(question, row),
      outcome: outcomeOf(decideInputOf(question, factsOf(row), tally)),
    }
  },

  lock: (ctx, { voteId, rev, tally: entered, baseChoice, named }) => {
    const vote = theOpenVote(ctx, voteId, rev)
    const question = theQuestionRow(ctx.db, vote.questionId)
    checkQuorumNow(ctx, vote.sittingId)
    checkMembersStill(ctx, question, vote)
    const tally = namedTally(ctx.db, vote, entered, named)
    const result = settled(question, vote, tally, baseChoice)
    const at = momentIn(ctx, question.sessionId)
    const tellers = agreedTellers(ctx.db, voteId, tally)
    writeLock(ctx, vote, result, tellers, at)
    recordWatch(ctx, [{ vote, tellers }])
    addNames(ctx, voteId, named ?? [])
    followVerdict(ctx, question, result.decision.verdict === 'passed', at)
    return sealed(ctx, voteId)
  },

  void: (ctx, { voteId, rev, reason }) => {
    theOpenVote(ctx, voteId, rev)
    writeVoid(ctx, voteId, reason)
    return sealed(ctx, voteId)
  },

  fallBack: (ctx, { voteId, rev, reason, method, scrutineers: ids }) => {
    const vote = theOpenVote(ctx, voteId, rev)
    const question = theQuestionRow(ctx.db, vote.questionId)
    const next = method ?? methodAfter(ctx, question, vote)
    if (next === vote.method) refuse('ballot.chamber.sameMethod')
    const { sittingId } = vote
    writeVoid(ctx, voteId, reason)
    sealed(ctx, voteId)
    noteIncident(ctx, { sittingId, kind: 'device', text: reason, voteId })
    const roll = rollToVote(ctx, question.sessionId, sittingId)
    checkQuestions(ctx, question.sessionId, [question], next)
    const scrutineers = ids
      ? scrutineerNames(ctx, [question.id], next, ids, roll)
      : scrutineersKept(ctx, next, stillHere(roll, namesIn(vote.scrutineers)))
    const round = { sittingId, method: next, roll, scrutineers, fallbackOf: voteId }
    return theVote(ctx.db, openRound(ctx, question, round))
  },

  correct: (ctx, { voteId, rev, tally: entered, named, baseChoice, reason, witness }) => {
    const old = theVoteRow(ctx.db, voteId)
    expectRev(old, rev)
    if (old.state !== 'locked') refuse('ballot.notLocked')
    if (old.method === 'tacit') refuse('ballot.nothingToCorrect')
    if (ctx.db.get(ballotSql.correctionOf, { id: voteId })) refuse('ballot.alreadyCorrected')
    if (witness === ctx.operator) refuse('ballot.witnessIsOperator')
    const question = theQuestionRow(ctx.db, old.questionId)
    expectNotClosed(ctx.db, question.sessionId)
    const before = restingOn(ctx.db, question)
    const result = settled(question, old, namedTally(ctx.db, old, entered, named), baseChoice)
    if (changesNothing(ctx, old, result.tally, named ?? []))
      refuse('ballot.chamber.correctsNothing')
    const id = ctx.newId()
    ctx.db.run(ballotSql.addVote, {
      ...old,
      ...tallyColumns(result.tally),
      id,
      rules: result.rules,
      baseNote: result.baseNote,
      verdict: result.decision.verdict,
      closedAt: ctx.moment,
      correctsId: voteId,
      correctionReason: reason,
      witness,
      tellers: '[]',
      operator: ctx.operator,
      sealSeq: null,
      sealHash: null,
      rev: 1,
    })
    ctx.db.run(ballotSql.copyVoteMembers, { voteId: id, from: voteId })
    addNames(ctx, id, named ?? [])
    followVerdict(ctx, question, result.decision.verdict === 'passed', momentOf(ctx, old))
    noteShaken(ctx, question, old.sittingId, before)
    return sealed(ctx, id)
  },
}
