import type { Act, ActKind } from '../../../shared/contract/appointment.ts'
import type {
  AskManner,
  ballot,
  MergeBasis,
  QuestionKind,
} from '../../../shared/contract/ballot.ts'
import { Refusal, refuse } from '../../../shared/contract/errors.ts'
import type { Item } from '../../../shared/contract/session.ts'
import { amendmentFault } from '../../../shared/rules/amendment.ts'
import { questionKindOfItem, questionTitleOfItem } from '../../../shared/rules/item-question.ts'
import { mergeBasisFault, mergeObstacles } from '../../../shared/rules/merging.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { actsInVotingOrder, togetherObstacles } from '../../../shared/rules/voting-order.ts'
import { withdrawObstacle } from '../../../shared/rules/withdrawal.ts'
import { expectPassable } from '../appointment/findings.ts'
import {
  actsOfQuestion,
  checkAskable,
  nominationsOf,
  questionTitle,
} from '../appointment/queries.ts'
import { appointmentSql } from '../appointment/sql.ts'
import { methodFor, parameterValues } from '../body/parameters.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { expectRev } from '../rows.ts'
import {
  expectNotClosed,
  expectNotDeclined,
  sessionSql,
  theItem,
  theSession,
} from '../session/queries.ts'
import { amendable, postedIn } from './order.ts'
import { questionsOf, theQuestion, theQuestionRow } from './queries.ts'
import { ballotSql, type QuestionRow } from './sql.ts'

type Facts = Pick<QuestionRow, 'sessionId' | 'itemId' | 'kind' | 'title' | 'method'> &
  Partial<QuestionRow>

const addQuestion = (ctx: WriteContext, facts: Facts): string => {
  expectNotDeclined(ctx.db, facts.itemId)
  // Taken back and put forward anew: the item is on again.
  if (theItem(ctx.db, facts.itemId).state === 'withdrawn') {
    ctx.db.run(sessionSql.setItemState, { id: facts.itemId, state: 'deliberated' })
    ctx.touch('session')
  }
  const id = ctx.newId()
  const last = ctx.db.get(ballotSql.lastQuestion, { sessionId: facts.sessionId })?.position ?? 0
  ctx.db.run(ballotSql.addQuestion, {
    motion: null,
    amendsId: null,
    proposedOn: null,
    signatories: null,
    mergeBasis: '',
    withdrawnAt: null,
    withdrawnReason: '',
    defence: '',
    ...facts,
    id,
    position: last + 1,
    rev: 1,
  })
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

/** One question on these acts, in their order. */
const askBundle = (
  ctx: WriteContext,
  acts: readonly Act[],
  facts: Pick<QuestionRow, 'sessionId' | 'itemId'> & Partial<QuestionRow>,
): string => {
  const kind = questionKindOf(acts)
  const method = facts.method ?? methodFor(ctx.db, kind)
  const questionId = addQuestion(ctx, { ...facts, kind, method, title: questionTitle(acts) })
  acts.forEach((act, index) =>
    ctx.db.run(ballotSql.addQuestionAct, { questionId, actId: act.id, position: index + 1 }),
  )
  return questionId
}

/**
 * What an amendment changes: what it names, else the one question of the item it can change; null while there is none.
 * @throws Refusal where it names none of several
 */
const amendedId = (
  ctx: WriteContext,
  item: Item,
  { kind, amendsId }: Pick<QuestionRow, 'kind' | 'amendsId'>,
): string | null => {
  if (kind !== 'amendment' || amendsId !== null) return amendsId
  const all = amendable(questionsOf(ctx.db, item.sessionId), item.id)
  const open = all.filter(({ standing }) => !standing)
  const [first, second] = open.length > 0 ? open : all
  return second ? refuse('ballot.chamber.amendsUnclear') : (first?.id ?? null)
}

/** An amendment is to a question on the same item that nobody has voted on, with names enough (rules.md §9-37). */
const checkAmendment = (
  ctx: WriteContext,
  item: Item,
  {
    kind,
    amendsId,
    ...proposed
  }: Pick<QuestionRow, 'kind' | 'amendsId' | 'proposedOn' | 'signatories'>,
): void => {
  if (kind !== 'amendment')
    return amendsId === null ? undefined : refuse('ballot.chamber.onlyAmendmentAmends')
  const amended = amendsId === null ? undefined : theQuestion(ctx.db, amendsId)
  if (amended && amended.itemId !== item.id) refuse('ballot.chamber.amendsElsewhere')
  if (amended?.kind === 'amendment') refuse('ballot.chamber.amendsAmendment')
  if (amended?.withdrawn) refuse('ballot.chamber.withdrawn')
  const today = dayOf(ctx.moment)
  const { endsOn } = theSession(ctx.db, item.sessionId)
  // The vote may come on any day of the session still to come; it is judged for its own day when it is opened.
  const motion = {
    votingOn: endsOn > today ? endsOn : today,
    begun: amended !== undefined && amended.votes.length > 0,
  }
  const proposal = { ...proposed, proposedOn: proposed.proposedOn ?? today }
  const message = amendmentFault(proposal, motion, parameterValues(ctx.db))
  if (message) throw new Refusal({ code: 'rule', message })
}

/** Whether those present have carried the motion to vote on the item's acts together, and by which vote. */
const mergeMotion = (ctx: WriteContext, sessionId: string, itemId: string): string | undefined =>
  questionsOf(ctx.db, sessionId).find(
    (question) =>
      question.itemId === itemId &&
      question.motion === 'merge-vote' &&
      question.standing?.outcome?.verdict === 'passed',
  )?.standing?.id

/**
 * On whose word acts go to one vote; empty where one person's acts need nobody's (rules.md §9-42).
 * @throws Refusal for a post the body votes on person by person (§9-40), and for a word that does not count here
 */
const basisOf = (
  ctx: WriteContext,
  item: Item,
  acts: readonly Act[],
  asked: MergeBasis | undefined,
): string => {
  const apart = togetherObstacles(acts)[0]
  if (apart) throw new Refusal({ code: 'rule', message: apart })
  if (new Set(acts.map((act) => act.personName)).size < 2) return ''
  const values = parameterValues(ctx.db)
  const individual = mergeObstacles(acts, values)[0]
  if (individual) throw new Refusal({ code: 'rule', message: individual })
  const basis: MergeBasis = asked ?? { by: values.mergeAuthority, note: '' }
  const voteId = mergeMotion(ctx, item.sessionId, item.id)
  const message = mergeBasisFault(values.mergeAuthority, basis, voteId !== undefined)
  if (message) throw new Refusal({ code: 'rule', message })
  const byMotion = basis.by === 'present-majority' && voteId !== undefined
  return JSON.stringify({ ...basis, ...(byMotion ? { voteId } : {}) })
}

/** What an item is put to the vote as by one key, or why it takes more than one. */
const kindToAsk = (ctx: WriteContext, item: Item): QuestionKind => {
  if (item.state === 'decided' || item.state === 'withdrawn')
    refuse(`ballot.chamber.itemSettled.${item.state}`)
  const waiting = nominationsOf(ctx.db, item.sessionId)
    .filter((nomination) => nomination.itemId === item.id)
    .flatMap((nomination) => nomination.acts)
    .filter((act) => act.outcome === 'pending' && !act.questionId && act.act !== 'end')
  if (waiting.length > 0) refuse('ballot.chamber.actsWaiting', { count: waiting.length })
  return questionKindOfItem(item.kind) ?? refuse('ballot.chamber.kindUnknown')
}

/** What an item becomes when a question on it is taken back and nothing on it is left to decide. */
const settleItem = (ctx: WriteContext, { itemId, kind }: QuestionRow): void => {
  const undecided = ctx.db.get(ballotSql.undecided, { itemId })?.count ?? 0
  if (kind === 'procedural' || kind === 'amendment' || undecided > 0) return
  const live = ctx.db.get(ballotSql.live, { itemId })?.count ?? 0
  ctx.db.run(sessionSql.setItemState, { id: itemId, state: live > 0 ? 'decided' : 'withdrawn' })
  ctx.touch('session')
}

/** The answer to an inquiry is weighed among those who signed it: as asked, or as its item was signed (监督法 53). */
const signatoriesOf = (
  item: Item,
  { motion, signatories }: Pick<QuestionRow, 'motion' | 'signatories'>,
): number | null => {
  if (motion !== 'inquiry-unsatisfied') return signatories
  const signed = item.signed?.kind === 'inquiry' ? item.signed.signatories : null
  const known = signatories ?? signed ?? 0
  return known > 0 ? known : refuse('ballot.chamber.signatoriesNeeded')
}

/** What one person gives up of one kind may be one question (深圳市任免条例 19; rules.md §8-42). */
const givenUpTogether: readonly ActKind[] = ['remove', 'approve-remove', 'accept-resignation']

/** Which acts go to one question each, in the order they are voted on. */
const bundlesOf = (
  ctx: WriteContext,
  sessionId: string,
  acts: readonly Act[],
  manner: AskManner,
): Act[][] => {
  if (manner === 'merged') return [[...acts]]
  const ordered = actsInVotingOrder(postedIn(ctx.db, sessionId)(acts), parameterValues(ctx.db))
  const bundle = ({ id, act, personName, personId }: Act): string =>
    manner === 'by-person' && givenUpTogether.includes(act)
      ? JSON.stringify([act, personName, personId])
      : id
  return [...Map.groupBy(ordered, bundle).values()]
}

/** The acts of a question that are named; refused where one of them is not among them. */
const chosenOf = (acts: readonly Act[], actIds: readonly string[]): Act[] => {
  const chosen = acts.filter((act) => actIds.includes(act.id))
  return chosen.length === new Set(actIds).size ? chosen : refuse('ballot.chamber.actNotHere')
}

/** Takes acts out of a question; what stays gives it its words. */
const keepOnly = (
  ctx: WriteContext,
  questionId: string,
  out: readonly Act[],
  rest: readonly Act[],
): void => {
  for (const act of out) ctx.db.run(ballotSql.takeOutAct, { questionId, actId: act.id })
  ctx.db.run(ballotSql.retitle, { id: questionId, title: questionTitle(rest) })
}

type Asking = 'ask' | 'askItem' | 'askActs' | 'takeOut' | 'drop' | 'withdraw' | 'noteDefence'

export const askingHandlers: Pick<Handlers<typeof ballot>, Asking> = {
  ask: (ctx, { itemId, method, ...facts }) => {
    const item = theItem(ctx.db, itemId)
    const { sessionId } = item
    expectNotClosed(ctx.db, sessionId)
    if (facts.motion !== null && facts.kind !== 'procedural') refuse('ballot.chamber.motionKind')
    const amendsId = amendedId(ctx, item, facts)
    checkAmendment(ctx, item, { ...facts, amendsId })
    const proposedOn = facts.kind === 'amendment' ? (facts.proposedOn ?? dayOf(ctx.moment)) : null
    const chosen = method ?? methodFor(ctx.db, facts.kind)
    const signatories = signatoriesOf(item, facts)
    const settled = { amendsId, method: chosen, proposedOn, signatories }
    const asked = { sessionId, itemId, ...facts, ...settled }
    return theQuestion(ctx.db, addQuestion(ctx, asked))
  },

  askItem: (ctx, { itemId }) => {
    const item = theItem(ctx.db, itemId)
    expectNotClosed(ctx.db, item.sessionId)
    const there = ctx.db.get(ballotSql.undecidedOf, { itemId })
    if (there) return theQuestion(ctx.db, there.id)
    const kind = kindToAsk(ctx, item)
    const method = methodFor(ctx.db, kind)
    const title = questionTitleOfItem(item.title)
    const facts = { sessionId: item.sessionId, itemId, kind, method, title }
    return theQuestion(ctx.db, addQuestion(ctx, facts))
  },

  askActs: (ctx, { itemId, actIds, manner, method, mergeBasis, goPast }) => {
    const item = theItem(ctx.db, itemId)
    const { sessionId } = item
    expectNotClosed(ctx.db, sessionId)
    const acts = checkAskable(ctx.db, item, actIds)
    const basis = manner === 'merged' ? basisOf(ctx, item, acts, mergeBasis) : ''
    expectPassable(ctx, sessionId, acts, goPast)
    const ids = bundlesOf(ctx, sessionId, acts, manner).map((bundle) =>
      askBundle(ctx, bundle, {
        sessionId,
        itemId,
        ...(method ? { method } : {}),
        mergeBasis: basis,
      }),
    )
    ctx.touch('appointment')
    return ids.map((id) => theQuestion(ctx.db, id))
  },

  takeOut: (ctx, { questionId, rev, actIds, goPast }) => {
    const question = theQuestion(ctx.db, questionId)
    expectRev(question, rev)
    expectNotClosed(ctx.db, question.sessionId)
    if (question.withdrawn) refuse('ballot.chamber.withdrawn')
    // Objected to or not: once papers are out, those on them are decided together (rules.md §9-38).
    if (question.votes.length > 0) refuse('ballot.alreadyVoted')
    const acts = actsOfQuestion(ctx.db, questionId)
    const out = chosenOf(acts, actIds)
    const rest = acts.filter((act) => !actIds.includes(act.id))
    if (rest.length === 0) refuse('ballot.chamber.nothingLeft')
    expectPassable(ctx, question.sessionId, out, goPast)
    keepOnly(ctx, questionId, out, rest)
    const { sessionId, itemId, method } = question
    const ids = out.map((act) => askBundle(ctx, [act], { sessionId, itemId, method }))
    ctx.touch('appointment')
    return [questionId, ...ids].map((id) => theQuestion(ctx.db, id))
  },

  drop: (ctx, { id, rev }) => {
    const question = theQuestion(ctx.db, id)
    expectRev(question, rev)
    expectNotClosed(ctx.db, question.sessionId)
    if (question.votes.length > 0) refuse('ballot.alreadyVoted')
    if (question.withdrawn) refuse('ballot.chamber.withdrawn')
    if (ctx.db.get(ballotSql.amendmentOf, { id })) refuse('ballot.chamber.hasAmendments')
    ctx.db.run(ballotSql.dropActs, { id })
    ctx.db.run(ballotSql.drop, { id })
    ctx.touch('appointment')
    return { id }
  },

  withdraw: (ctx, { id, rev, reason, actIds }) => {
    const question = theQuestion(ctx.db, id)
    expectRev(question, rev)
    expectNotClosed(ctx.db, question.sessionId)
    if (question.withdrawn) refuse('ballot.chamber.withdrawn')
    const message = withdrawObstacle(question.votes.length > 0)
    if (message) throw new Refusal({ code: 'rule', message })
    const acts = actsOfQuestion(ctx.db, id)
    const taken = actIds ? chosenOf(acts, actIds) : acts
    const rest = acts.filter((act) => !taken.includes(act))
    if (rest.length > 0) keepOnly(ctx, id, taken, rest)
    else ctx.db.run(ballotSql.withdraw, { id, at: ctx.moment, reason })
    for (const act of taken) ctx.db.run(appointmentSql.withdraw, { id: act.id, reason })
    ctx.touch('appointment')
    if (rest.length === 0) settleItem(ctx, theQuestionRow(ctx.db, id))
    return theQuestion(ctx.db, id)
  },

  noteDefence: (ctx, { id, rev, manner, note }) => {
    const question = theQuestion(ctx.db, id)
    expectRev(question, rev)
    expectNotClosed(ctx.db, question.sessionId)
    if (question.kind !== 'dismissal') refuse('ballot.chamber.defenceElsewhere')
    if (question.votes.length > 0) refuse('ballot.alreadyVoted')
    if (question.withdrawn) refuse('ballot.chamber.withdrawn')
    ctx.db.run(ballotSql.noteDefence, { id, defence: JSON.stringify({ manner, note }) })
    return theQuestion(ctx.db, id)
  },
}
