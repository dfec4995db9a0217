import type { Nomination } from '../../shared/contract/appointment.ts'
import type { Roll } from '../../shared/contract/attendance.ts'
import type { Question } from '../../shared/contract/ballot.ts'
import type { Aftermath } from '../../shared/contract/formality.ts'
import type { SessionDetail, SessionSummary, Sitting } from '../../shared/contract/session.ts'
import { isUncalled, quorumStanding } from '../../shared/rules/quorum-standing.ts'
import type { Check } from './check.ts'
import { intervalChecks } from './interval.ts'

export type ReadinessFacts = {
  session: SessionDetail
  /** All sessions, newest first. */
  sessions: readonly SessionSummary[]
  today: string
  inOffice: number
  sitting: Sitting | null
  /** Of `sitting`. */
  roll: Roll | null
  questions: readonly Question[]
  nominations: readonly Nomination[]
  /** What follows from the acts passed, counted; null while it was not asked. */
  after: Aftermath['counts'] | null
}

const rosterCheck = ({ inOffice }: ReadinessFacts): Check =>
  inOffice === 0
    ? { name: 'roster', tone: 'bad', key: 'session.ready.noMembers', place: 'roster' }
    : {
        name: 'roster',
        tone: 'good',
        key: 'session.ready.members',
        params: { count: inOffice },
        place: 'roster',
      }

const agendaCheck = ({ session }: ReadinessFacts): Check => {
  const count = session.items.length
  if (count === 0)
    return { name: 'agenda', tone: 'bad', key: 'session.ready.noAgenda', place: 'agenda' }
  const done = session.items.filter(
    ({ state }) => state !== 'pending' && state !== 'current',
  ).length
  return {
    name: 'agenda',
    tone: 'good',
    key: 'session.ready.agenda',
    params: { count, done },
    place: 'agenda',
  }
}

const sittingCheck = ({ session }: ReadinessFacts): Check => {
  const count = session.sittings.length
  if (count === 0)
    return { name: 'sitting', tone: 'bad', key: 'session.ready.noSitting', place: 'session' }
  const held = session.sittings.filter(({ state }) => state !== 'planned').length
  return {
    name: 'sitting',
    tone: 'good',
    key: held === 0 ? 'session.ready.sittingsPlanned' : 'session.ready.sittings',
    params: { count, held },
    place: 'session',
  }
}

const rollChecks = ({ sitting, roll }: ReadinessFacts): Check[] => {
  if (!sitting || !roll) return []
  const { unmarked } = roll.counts
  const { base, needed, present } = roll.quorum
  const standing = quorumStanding(sitting.kind, roll)
  if (isUncalled(roll.counts))
    return [{ name: 'roll', tone: 'warn', key: 'session.ready.noRoll', place: 'attendance' }]
  const called: Check =
    unmarked > 0
      ? {
          name: 'roll',
          tone: 'warn',
          key: 'session.ready.rollPart',
          params: { unmarked },
          place: 'attendance',
        }
      : {
          name: 'roll',
          tone: 'good',
          key: 'session.ready.roll',
          params: { ...roll.counts },
          place: 'attendance',
        }
  const quorum: Check = {
    name: 'quorum',
    tone: standing === 'met' ? 'good' : 'bad',
    key: standing === 'met' ? 'session.ready.quorum' : 'session.ready.noQuorum',
    params: { base, needed, present, short: needed - present },
    place: 'attendance',
  }
  return standing === null ? [called] : [called, quorum]
}

const voteChecks = ({ questions }: ReadinessFacts): Check[] => {
  const open = questions.find(({ votes }) => votes.some(({ state }) => state === 'open'))
  if (open)
    return [
      {
        name: 'votes',
        tone: 'warn',
        key: 'session.ready.voteOpen',
        params: { title: open.title },
        place: 'ballot',
      },
    ]
  if (questions.length === 0) return []
  const done = questions.filter(({ standing }) => standing !== null).length
  return [
    {
      name: 'votes',
      tone: done === questions.length ? 'good' : 'warn',
      key: done === questions.length ? 'session.ready.votesDone' : 'session.ready.votesLeft',
      params: { count: questions.length, done, left: questions.length - done },
      place: 'ballot',
    },
  ]
}

const actChecks = ({ nominations }: ReadinessFacts): Check[] => {
  const acts = nominations.flatMap((nomination) => nomination.acts)
  if (acts.length === 0) return []
  const waiting = acts.filter((act) => act.outcome === 'pending' && act.questionId === null).length
  const passed = acts.filter((act) => act.outcome === 'passed').length
  const put: Check =
    waiting > 0
      ? {
          name: 'acts',
          tone: 'warn',
          key: 'session.ready.actsWaiting',
          params: { waiting },
          place: 'appointment',
        }
      : {
          name: 'acts',
          tone: 'good',
          key: 'session.ready.acts',
          params: { count: acts.length, passed },
          place: 'appointment',
        }
  if (passed === 0) return [put]
  return [
    put,
    {
      name: 'papers',
      tone: 'plain',
      key: 'session.ready.papers',
      params: { passed },
      place: 'papers',
    },
  ]
}

const afterChecks = ({ after }: ReadinessFacts): Check[] => {
  if (!after || after.due + after.done + after.waived === 0) return []
  const { due, overdue } = after
  const common = { name: 'formality', params: { ...after }, place: 'formality' } as const
  if (overdue > 0) return [{ ...common, tone: 'bad', key: 'session.ready.afterOverdue' }]
  return due > 0
    ? [{ ...common, tone: 'plain', key: 'session.ready.afterDue' }]
    : [{ ...common, tone: 'good', key: 'session.ready.afterDone' }]
}

/** What of a session is ready and what is missing, in the order one sees to it. */
export const readiness = (facts: ReadinessFacts): Check[] => [
  rosterCheck(facts),
  agendaCheck(facts),
  sittingCheck(facts),
  ...intervalChecks(facts),
  ...rollChecks(facts),
  ...voteChecks(facts),
  ...actChecks(facts),
  ...afterChecks(facts),
]

/** What speaks against closing the session now; a warning, never a bar. */
export const leftOpen = (checks: readonly Check[]): Check[] =>
  checks.filter(
    ({ name, tone }) =>
      (tone === 'warn' || tone === 'bad') &&
      (name === 'roll' || name === 'votes' || name === 'acts'),
  )
