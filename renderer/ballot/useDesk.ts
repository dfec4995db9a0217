import { useEffect, useMemo } from 'react'
import type { Act, Nomination } from '../../shared/contract/appointment.ts'
import type { Roll } from '../../shared/contract/attendance.ts'
import type { Question, QuestionOrder, Vote, VoteMethod } from '../../shared/contract/ballot.ts'
import type { Item, SessionDetail, Sitting } from '../../shared/contract/session.ts'
import type { DecideInput } from '../../shared/rules/decide-input.ts'
import { decisionRules, dismissalArticle, parametersFrom } from '../../shared/rules/parameters.ts'
import type { NotPressedPolicy } from '../../shared/rules/tally.ts'
import { callKernel } from '../lib/client.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { choose, usePlace } from '../lib/place.ts'
import { takeUpDrafts, useDeskState } from './state.ts'
import { stopAt, stopsOf, type Stop } from './stops.ts'

export type Nominated = { act: Act; nomination: Nomination }

/** Everything the desk shows, of one session. */
export type Desk = {
  session: SessionDetail
  /** The sitting that votes: the open one. */
  sitting: Sitting | null
  /** The sitting under way, a group's too, whose presence and speeches are shown; else the one to come. */
  floor: Sitting | null
  /** What stands in the way of each question, and whether its base has moved. */
  order: ReadonlyMap<string, QuestionOrder>
  questions: readonly Question[]
  acts: ReadonlyMap<string, Nominated>
  stops: readonly Stop[]
  stop: Stop | null
  /** The roll of the sitting on the floor now; undefined while it is asked for. */
  roll: Roll | undefined
  /** The body's rules as they stand now; a round that was opened keeps its own. */
  rules: DecideInput['rules'] | undefined
  policy: NotPressedPolicy
  /** The body's method for when the keypads fail. */
  fallback: VoteMethod
}

const nominatedIn = (nominations: readonly Nomination[]): ReadonlyMap<string, Nominated> =>
  new Map(
    nominations.flatMap((nomination) =>
      nomination.acts.map((act) => [act.id, { act, nomination }] as const),
    ),
  )

/** What was half entered when the page was closed comes back, once. */
const useKeptDrafts = (sessionId: string): void => {
  useEffect(() => {
    void callKernel('ballot.drafts', { sessionId }).then((reply) => {
      if (reply.ok) takeUpDrafts(reply.value)
    })
  }, [sessionId])
}

/** Asks for all of the desk; undefined until everything a step hangs on is known. */
export const useDesk = (session: SessionDetail, current: Sitting | null) => {
  const place = usePlace()
  const sessionId = session.id
  const questions = useKernelQuery('ballot.questions', { sessionId })
  const nominations = useKernelQuery('appointment.nominations', { sessionId })
  const body = useKernelQuery('body.get', {})
  const parameters = useKernelQuery('body.parameters', {})
  const order = useKernelQuery(
    'ballot.order',
    { sessionId },
    { topics: ['ballot', 'appointment', 'ledger', 'roster', 'session', 'body', 'attendance'] },
  )
  const sitting = current?.state === 'open' && current.kind !== 'group' ? current : null
  const roll = useKernelQuery(
    'attendance.roll',
    { sittingId: current?.id ?? '' },
    {
      enabled: current !== null,
      topics: ['attendance', 'roster', 'session', 'body'],
      keepPrevious: true,
    },
  )
  useKeptDrafts(sessionId)
  const values = useMemo(
    () => parametersFrom(Object.fromEntries((parameters.data ?? []).map((p) => [p.key, p.value]))),
    [parameters.data],
  )
  const acts = useMemo(() => nominatedIn(nominations.data ?? []), [nominations.data])
  const stops = useMemo(
    () => stopsOf(session.items, questions.data ?? [], itemsWaiting(acts)),
    [session.items, questions.data, acts],
  )
  // A step is offered once everything it hangs on is known: a key pressed early must not fall flat.
  const known = order.data && parameters.data && body.data && (roll.data ?? current === null)
  const desk: Desk | undefined =
    questions.data && nominations.data && known
      ? {
          session,
          sitting,
          floor: current,
          order: new Map(order.data?.map((one) => [one.questionId, one])),
          questions: questions.data,
          acts,
          stops,
          stop: stopAt(stops, place),
          roll: roll.data?.sittingId === current?.id ? roll.data : undefined,
          rules: body.data
            ? decisionRules(body.data.level, values, dismissalArticle(parameters.data ?? []))
            : undefined,
          policy: values.notPressedPolicy,
          fallback: values.fallbackMethod,
        }
      : undefined
  const failed = [questions, nominations, order, roll, parameters].find(
    (query) => query.error !== null,
  )
  return {
    data: desk,
    error: failed?.error,
    refetch: () => failed?.refetch(),
  }
}

const isWaiting = ({ act }: Nominated): boolean =>
  act.act !== 'end' && act.outcome === 'pending' && act.questionId === null

/** The acts of an item nobody has put to the vote yet. */
export const waitingOn = (item: Item, { acts }: Pick<Desk, 'acts'>): Nominated[] =>
  [...acts.values()].filter((one) => one.nomination.itemId === item.id && isWaiting(one))

const itemsWaiting = (acts: Desk['acts']): ReadonlySet<string> =>
  new Set([...acts.values()].filter(isWaiting).map(({ nomination }) => nomination.itemId))

/** Goes to a stop of the agenda. */
export const goToStop = ({ item, question }: Stop): void =>
  choose({ itemId: item.id, questionId: question?.id ?? null })

export type Standing = {
  /** The round being voted. */
  open: Vote | null
  /** The result that counts. */
  locked: Vote | null
  /** The latest round that came to nothing, while no other was begun. */
  spoilt: Vote | null
  /** Number of the round shown, or of the one to come. */
  round: number
}

/** Where a question stands. */
export const standingOf = ({ votes, standing }: Question): Standing => {
  const open = votes.find((vote) => vote.state === 'open') ?? null
  const last = votes.at(-1)
  const spoilt = last?.state === 'void' ? last : null
  const round =
    open?.round ?? standing?.round ?? Math.max(0, ...votes.map((vote) => vote.round)) + 1
  return { open, locked: standing, spoilt, round }
}

/** The method of the next round: chosen at the desk, else the question's own. */
export const useNextMethod = ({ id, method }: Question): VoteMethod =>
  useDeskState((state) => state.methods[id]) ?? method
