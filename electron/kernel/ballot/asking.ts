import type { Act } from '../../../shared/contract/appointment.ts'
import type { ballot, MergeBasis, QuestionKind } from '../../../shared/contract/ballot.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { ItemKind } from '../../../shared/contract/session.ts'
import { appointmentSql } from '../appointment/sql.ts'
import { actsOfQuestion, checkAskable, questionTitle } from '../appointment/queries.ts'
import { methodFor } from '../body/parameters.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { expectRev } from '../rows.ts'
import { expectNotClosed, sessionSql, theItem } from '../session/queries.ts'
import { theQuestion, theQuestionRow } from './queries.ts'
import { ballotSql, type QuestionRow } from './sql.ts'

type Facts = Pick<QuestionRow, 'sessionId' | 'itemId' | 'kind' | 'title' | 'method'> &
  Partial<QuestionRow>

const addQuestion = (ctx: WriteContext, facts: Facts): string => {
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

/** What an item of the agenda is put to the vote as. */
const kindOfItem = (kind: ItemKind): QuestionKind => {
  switch (kind) {
    case 'agenda':
    case 'bill':
    case 'report':
    case 'resignation':
    case 'dismissal':
    case 'supplementary-election':
    case 'procedural':
      return kind
    default:
      return 'bill'
  }
}

/** An amendment is to a question on the same item that is still open to it. */
const checkAmendment = (
  ctx: WriteContext,
  itemId: string,
  kind: QuestionKind,
  amendsId: string | null,
): void => {
  if (amendsId === null) return
  if (kind !== 'amendment') refuse('ballot.chamber.onlyAmendmentAmends')
  const amended = theQuestion(ctx.db, amendsId)
  if (amended.itemId !== itemId) refuse('ballot.chamber.amendsElsewhere')
  if (amended.kind === 'amendment') refuse('ballot.chamber.amendsAmendment')
  if (amended.withdrawn) refuse('ballot.chamber.withdrawn')
  if (amended.votes.some((vote) => vote.state !== 'void'))
    refuse('ballot.chamber.amendsVoted', { title: amended.title })
}

/** What an item becomes when a question on it is taken back and nothing on it is left to decide. */
const settleItem = (ctx: WriteContext, { itemId, kind }: QuestionRow): void => {
  const undecided = ctx.db.get(ballotSql.undecided, { itemId })?.count ?? 0
  if (kind === 'procedural' || kind === 'amendment' || undecided > 0) return
  const live = ctx.db.get(ballotSql.live, { itemId })?.count ?? 0
  ctx.db.run(sessionSql.setItemState, { id: itemId, state: live > 0 ? 'decided' : 'withdrawn' })
  ctx.touch('session')
}

type Asking = 'ask' | 'askItem' | 'askActs' | 'takeOut' | 'drop' | 'withdraw'

export const askingHandlers: Pick<Handlers<typeof ballot>, Asking> = {
  ask: (ctx, { itemId, method, ...facts }) => {
    const { sessionId } = theItem(ctx.db, itemId)
    expectNotClosed(ctx.db, sessionId)
    checkAmendment(ctx, itemId, facts.kind, facts.amendsId)
    const chosen = method ?? methodFor(ctx.db, facts.kind)
    return theQuestion(ctx.db, addQuestion(ctx, { sessionId, itemId, method: chosen, ...facts }))
  },

  askItem: (ctx, { itemId }) => {
    const item = theItem(ctx.db, itemId)
    expectNotClosed(ctx.db, item.sessionId)
    const there = ctx.db.get(ballotSql.undecidedOf, { itemId })
    if (there) return theQuestion(ctx.db, there.id)
    const kind = kindOfItem(item.kind)
    const method = methodFor(ctx.db, kind)
    const facts = { sessionId: item.sessionId, itemId, kind, method, title: item.title }
    return theQuestion(ctx.db, addQuestion(ctx, facts))
  },

  askActs: (ctx, { itemId, actIds, manner, method, mergeBasis }) => {
    const { sessionId } = theItem(ctx.db, itemId)
    expectNotClosed(ctx.db, sessionId)
    const acts = checkAskable(ctx.db, sessionId, actIds)
    const merged = manner === 'merged' && acts.length > 1
    const basis: MergeBasis | undefined = merged ? mergeBasis : undefined
    const bundles = manner === 'merged' ? [acts] : acts.map((act) => [act])
    const ids = bundles.map((bundle) =>
      askBundle(ctx, bundle, {
        sessionId,
        itemId,
        ...(method ? { method } : {}),
        mergeBasis: basis ? JSON.stringify(basis) : '',
      }),
    )
    ctx.touch('appointment')
    return ids.map((id) => theQuestion(ctx.db, id))
  },

  takeOut: (ctx, { questionId, rev, actIds }) => {
    const question = theQuestion(ctx.db, questionId)
    expectRev(question, rev)
    expectNotClosed(ctx.db, question.sessionId)
    if (question.withdrawn) refuse('ballot.chamber.withdrawn')
    // Objected to or not: once papers are out, those on them are decided together (rules.md §9-38).
    if (question.votes.length > 0) refuse('ballot.alreadyVoted')
    const acts = actsOfQuestion(ctx.db, questionId)
    const out = acts.filter((act) => actIds.includes(act.id))
    if (out.length !== new Set(actIds).size) refuse('ballot.chamber.actNotHere')
    const rest = acts.filter((act) => !actIds.includes(act.id))
    if (rest.length === 0) refuse('ballot.chamber.nothingLeft')
    for (const act of out) ctx.db.run(ballotSql.takeOutAct, { questionId, actId: act.id })
    ctx.db.run(ballotSql.retitle, { id: questionId, title: questionTitle(rest) })
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

  withdraw: (ctx, { id, rev, reason }) => {
    const question = theQuestion(ctx.db, id)
    expectRev(question, rev)
    expectNotClosed(ctx.db, question.sessionId)
    if (question.withdrawn) refuse('ballot.chamber.withdrawn')
    if (question.votes.length > 0) refuse('ballot.chamber.withdrawTooLate')
    ctx.db.run(ballotSql.withdraw, { id, at: ctx.moment, reason })
    for (const act of actsOfQuestion(ctx.db, id))
      ctx.db.run(appointmentSql.withdraw, { id: act.id, reason })
    ctx.touch('appointment')
    settleItem(ctx, theQuestionRow(ctx.db, id))
    return theQuestion(ctx.db, id)
  },
}
