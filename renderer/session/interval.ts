import type { SessionDetail, SessionSummary } from '../../shared/contract/session.ts'
import { nextSessionDue } from '../../shared/rules/session-interval.ts'
import { formatDay } from '../lib/formats.ts'
import type { Check } from './check.ts'

/** How many days before it is due the next session becomes a warning. */
const near = 14

type Facts = {
  session: SessionDetail
  /** All sessions, newest first. */
  sessions: readonly SessionSummary[]
  today: string
}

const line = (tone: Check['tone'], key: Check['key'], dueOn: string, days: number): Check => ({
  name: 'interval',
  tone,
  key,
  params: { day: formatDay(dueOn), days },
  place: 'session',
})

/** A session still to come, against the one before it. */
const sinceLast = ({ session, sessions }: Facts): Check[] => {
  const before = sessions[sessions.findIndex(({ id }) => id === session.id) + 1]
  if (!before) return []
  const { dueOn, daysLeft } = nextSessionDue(before.endsOn, session.startsOn)
  return daysLeft < 0
    ? [line('warn', 'session.ready.gapOver', dueOn, -daysLeft)]
    : [line('good', 'session.ready.gap', dueOn, daysLeft)]
}

/** The last session that was held, against today. */
const untilNext = ({ session, sessions, today }: Facts): Check[] => {
  if (sessions[0]?.id !== session.id) return []
  const { dueOn, daysLeft } = nextSessionDue(session.endsOn, today)
  if (daysLeft < 0) return [line('bad', 'session.ready.nextOver', dueOn, -daysLeft)]
  return [line(daysLeft <= near ? 'warn' : 'plain', 'session.ready.next', dueOn, daysLeft)]
}

/** Whether sessions keep to one in two months (Organic Law 51 (1); rules.md §9-21). */
export const intervalChecks = (facts: Facts): Check[] => {
  if (facts.session.state === 'planned') return sinceLast(facts)
  return facts.session.state === 'closed' ? untilNext(facts) : []
}
