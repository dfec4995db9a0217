import type { Question } from '../../shared/contract/ballot.ts'
import type { Item, ItemState } from '../../shared/contract/session.ts'
import { inVotingOrder } from '../../shared/rules/voting-order.ts'
import type { Place } from '../lib/place.ts'

/** One place of the desk's walk through the agenda: a question, or an item on which none was asked. */
export type Stop = { item: Item; question: Question | null }

/** The walk through the agenda in order: every item with its questions, as they are voted on. */
export const stopsOf = (items: readonly Item[], questions: readonly Question[]): Stop[] =>
  items.flatMap((item): Stop[] => {
    const own = inVotingOrder(questions.filter((question) => question.itemId === item.id))
    return own.length > 0 ? own.map((question) => ({ item, question })) : [{ item, question: null }]
  })

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

/** The next stop that is not done, from here on and then from the top; null when all is done. */
export const nextStop = (stops: readonly Stop[], from: Stop): Stop | null => {
  const at = stops.findIndex((stop) => sameStop(stop, from))
  const onwards = [...stops.slice(at + 1), ...stops.slice(0, Math.max(at, 0))]
  return onwards.find((stop) => !isDone(stop)) ?? null
}

/** The stop `by` places away, or null at the ends. */
export const stepFrom = (stops: readonly Stop[], from: Stop, by: 1 | -1): Stop | null =>
  stops[stops.findIndex((stop) => sameStop(stop, from)) + by] ?? null
