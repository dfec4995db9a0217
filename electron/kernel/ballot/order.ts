import type { Act } from '../../../shared/contract/appointment.ts'
import type { ballot, Question, Vote } from '../../../shared/contract/ballot.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import type { Item, ItemState } from '../../../shared/contract/session.ts'
import { baseChange, type BaseAt } from '../../../shared/rules/base-change.ts'
import { moreThanHalf, neededOf } from '../../../shared/rules/majority.ts'
import {
  orderObstacles,
  type OrderedAct,
  type OrderedQuestion,
} from '../../../shared/rules/voting-order.ts'
import { postsInOrder } from '../appointment/posts.ts'
import { nominationsOf, questionTitle } from '../appointment/queries.ts'
import { parameterValues } from '../body/parameters.ts'
import { theTerm } from '../body/queries.ts'
import type { Handlers, ReadContext } from '../dispatch.ts'
import { inOfficeIds } from '../roster/queries.ts'
import { itemsOf, momentIn, theSession } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { questionsOf } from './queries.ts'

const goneStates: readonly (ItemState | undefined)[] = ['withdrawn', 'declined']

/** How a question stands; one whose item was taken off the agenda is gone with it. */
const stateOf = (
  { withdrawn, standing }: Question,
  item: Item | undefined,
): OrderedQuestion['state'] => {
  if (standing) return standing.outcome?.verdict === 'passed' ? 'passed' : 'failed'
  return withdrawn || goneStates.includes(item?.state) ? 'withdrawn' : 'undecided'
}

type Amending = Pick<Question, 'kind' | 'itemId' | 'amendsId'>

/** The questions of an item an amendment can change; asked before any of them it waits for the first. */
export const amendable = (questions: readonly Question[], itemId: string): Question[] =>
  questions.filter(
    (one) =>
      one.itemId === itemId &&
      one.kind !== 'amendment' &&
      one.kind !== 'procedural' &&
      one.withdrawn === null,
  )

const amendedBy = (questions: readonly Question[], { kind, itemId, amendsId }: Amending) =>
  kind === 'amendment' ? (amendsId ?? amendable(questions, itemId)[0]?.id ?? null) : null

type Posted = Act & Pick<OrderedAct, 'posts'>

/** Acts nobody has put to the vote yet, as the questions they will be: what has to wait for them waits already. */
const unasked = (acts: readonly Posted[]): OrderedQuestion[] =>
  acts
    .filter((act) => act.outcome === 'pending' && !act.questionId && act.act !== 'end')
    .map((act) => ({
      id: act.id,
      title: questionTitle([act]),
      kind: 'appointment',
      amendsId: null,
      state: 'undecided',
      acts: [act],
    }))

/** Acts of a session with their posts one by one, as the order of voting looks at them. */
export const postedIn = (db: Reader, sessionId: string): ((acts: readonly Act[]) => Posted[]) => {
  const posts = postsInOrder(db, sessionId)
  return (acts) =>
    acts.map((act) => {
      const own = posts.get(act.id)
      return own ? { ...act, posts: own } : act
    })
}

/** Questions of a session as the order of voting sees them: by item of the agenda, then as they were asked. */
const orderedQuestions = (
  db: Reader,
  sessionId: string,
  questions: readonly Question[],
): OrderedQuestion[] => {
  const items = new Map(itemsOf(db, sessionId).map((item) => [item.id, item]))
  const nominations = nominationsOf(db, sessionId)
  const withPosts = postedIn(db, sessionId)
  const acts = new Map(
    nominations.flatMap((one) => withPosts(one.acts).map((act) => [act.id, act] as const)),
  )
  const place = ({ itemId }: Question): number => items.get(itemId)?.position ?? 0
  const live = nominations.filter(({ itemId }) => !goneStates.includes(items.get(itemId)?.state))
  const asked = questions
    .toSorted((a, b) => place(a) - place(b) || a.position - b.position)
    .map((question) => ({
      id: question.id,
      title: question.title,
      kind: question.kind,
      amendsId: amendedBy(questions, question),
      state: stateOf(question, items.get(question.itemId)),
      acts: question.actIds.flatMap((id) => acts.get(id) ?? []),
    }))
  return [...asked, ...unasked(live.flatMap((one) => withPosts(one.acts)))]
}

/**
 * What the order of voting says against each question of a session, decided ones as well, by id.
 */
export const obstaclesIn = (db: Reader, sessionId: string, questions: readonly Question[]) => {
  const ordered = orderedQuestions(db, sessionId, questions)
  const rules = parameterValues(db)
  return new Map(ordered.map(({ id }) => [id, orderObstacles(ordered, id, rules)]))
}

/** What in the order of voting stands before a question (rules.md §9-36, 49, 59, 60); empty when nothing does. */
export const obstaclesOf = (
  db: Reader,
  { id, sessionId }: Pick<Question, 'id' | 'sessionId'>,
): Message[] => {
  const ordered = orderedQuestions(db, sessionId, questionsOf(db, sessionId))
  return orderObstacles(ordered, id, parameterValues(db))
}

const baseAt = (base: number): BaseAt => ({ base, needed: neededOf(moreThanHalf, base) })

const baseOf = ({ base, inOffice, seats }: Pick<Vote, 'base' | 'inOffice' | 'seats'>): BaseAt =>
  baseAt(base === 'quota' ? seats : inOffice)

/** The base as it is at this moment. */
const baseNow = (ctx: ReadContext, sessionId: string): BaseAt => {
  const term = theTerm(ctx.db, theSession(ctx.db, sessionId).termId)
  const inOffice = inOfficeIds(ctx.db, term.id, momentIn(ctx, sessionId)).length
  return baseOf({ base: parameterValues(ctx.db).base, inOffice, seats: term.seats })
}

/** Rounds of a session in the order they were opened; a correction is no round of its own. */
const roundsOf = (questions: readonly Question[]): Vote[] =>
  questions
    .flatMap((question) => question.votes)
    .filter((vote) => vote.correctsId === null)
    .toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0))

/** How the base moved from the vote before to this question's own round, or to now where it has none. */
const shiftOf = (
  question: Question,
  rounds: readonly Vote[],
  now: BaseAt,
  kind: Vote['base'],
): Message | null => {
  const own = rounds.findLast(
    (vote) => vote.questionId === question.id && (vote.state === 'open' || question.standing),
  )
  const before = own
    ? rounds.slice(0, rounds.indexOf(own)).findLast((vote) => vote.questionId !== question.id)
    : rounds.at(-1)
  // Both by the same measure: that one vote was weighed by seats changes nobody's membership.
  const base = own?.base ?? kind
  return baseChange(before ? baseOf({ ...before, base }) : null, own ? baseOf(own) : now)
}

export const orderHandlers: Pick<Handlers<typeof ballot>, 'order'> = {
  order: (ctx, { sessionId }) => {
    const { db } = ctx
    const questions = questionsOf(db, sessionId)
    const ordered = orderedQuestions(db, sessionId, questions)
    const rounds = roundsOf(questions)
    const now = baseNow(ctx, sessionId)
    const rules = parameterValues(db)
    return questions.map((question) => ({
      questionId: question.id,
      obstacles:
        question.standing || question.withdrawn ? [] : orderObstacles(ordered, question.id, rules),
      baseShift: question.withdrawn ? null : shiftOf(question, rounds, now, rules.base),
    }))
  },
}
