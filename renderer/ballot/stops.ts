import type { Question } from '../../shared/contract/ballot.ts'
import type { Item, ItemState } from '../../shared/contract/session.ts'
import { inVotingOrder } from '../../shared/rules/voting-order.ts'
import type { Place } from '../lib/place.ts'

/** One place of the desk's walk through the agenda: a question, or an item on which none was asked. */
export type Stop = { item: Item; question: Question | null }

const settled: readonly ItemState[] = [
  'deliberated',
  'decided',
  'withdrawn',
  'deferred',
  'declined',
]

/** Nothing is left to do at this stop. */
export const isDone = ({ item, question }: Stop): boolean =>
  question
    ? question.standing !== null || question.withdrawn !== null
    : settled.includes(item.state)

/** A question that decides nothing of its item: how to proceed, or what to change before the item is voted on. */
const isAside = ({ item, question }: Stop): boolean =>
  question?.kind === 'amendment' || (question?.kind === 'procedural' && item.kind !== 'procedural')

/**
 * The walk through the agenda in order: every item with its questions, as they are voted on. An item still on the floor
 * after a motion how to vote, after its amendments, or with persons put forward since, has itself left to come to.
 * @param waiting ids of items with acts nobody has put to the vote yet
 */
export const stopsOf = (
  items: readonly Item[],
  questions: readonly Question[],
  waiting: ReadonlySet<string>,
): Stop[] =>
  items.flatMap((item): Stop[] => {
    const own = inVotingOrder(questions.filter((question) => question.itemId === item.id))
    const asked = own.map((question): Stop => ({ item, question }))
    const more = waiting.has(item.id) || asked.every(isAside)
    const left = item.state === 'current' && more && asked.every(isDone)
    return left || asked.length === 0 ? [...asked, { item, question: null }] : asked
  })

export const sameStop = (a: Stop, b: Stop): boolean =>
  a.item.id === b.item.id && a.question?.id === b.question?.id

const isOpen = ({ question }: Stop): boolean =>
  question?.votes.some((vote) => vote.state === 'open') ?? false

/**
 * Where the desk stands: the question chosen, else the first of the item chosen that is not done; with nothing chosen
 * the vote that is open, else the item on the floor, else the first stop that is not done.
 */
export const stopAt = (
  stops: readonly Stop[],
  { itemId, questionId }: Pick<Place, 'itemId' | 'questionId'>,
): Stop | null => {
  const ofItem = (id: string | null) => stops.filter((stop) => stop.item.id === id)
  const first = (some: readonly Stop[]) => some.find((stop) => !isDone(stop)) ?? some[0]
  return (
    stops.find((stop) => questionId !== null && stop.question?.id === questionId) ??
    first(ofItem(itemId)) ??
    stops.find(isOpen) ??
    stops.find((stop) => stop.item.state === 'current' && !isDone(stop)) ??
    first(stops) ??
    null
  )
}

/**
 * The next stop that is not done, from here on and then from the top, the item on the floor before any other: no item is
 * left with a question open behind it. Null when all is done.
 */
export const nextStop = (stops: readonly Stop[], from: Stop): Stop | null => {
  const at = stops.findIndex((stop) => sameStop(stop, from))
  const onwards = [...stops.slice(at + 1), ...stops.slice(0, Math.max(at, 0))]
  const left = onwards.filter((stop) => !isDone(stop))
  return left.find((stop) => stop.item.id === from.item.id) ?? left[0] ?? null
}

/** The stop `by` places away, or null at the ends. */
export const stepFrom = (stops: readonly Stop[], from: Stop, by: 1 | -1): Stop | null =>
  stops[stops.findIndex((stop) => sameStop(stop, from)) + by] ?? null
