import type { Message } from '../../contract/errors.ts'
import type { FormalityKind, OathHolder } from '../../contract/formality.ts'
import type { OathOrganizer } from '../../contract/ledger.ts'
import type { ParameterValues } from '../parameters.ts'
import { addDays, formatDate } from '../moment.ts'
import { addWorkdays } from '../workdays.ts'

/** By when an oath is to be taken (rules.md §5, §8-48). */
export type Within = ParameterValues['oathWithin']

/** The last day, and what it was reckoned from; both null where no rule sets one. */
export type Due = { dueOn: string | null; dueRule: Message | null }

const unset: Due = { dueOn: null, dueRule: null }

const daysAfter = (from: string, count: number, key: string): Due =>
  count === 0
    ? unset
    : { dueOn: addDays(from, count), dueRule: { key, params: { from: formatDate(from), count } } }

/**
 * So many days after the vote, the day of the vote not counted (rules.md §8-49, 61): a vote on 31 March and 30 days is
 * 30 April. `count` 0: the body's rules set none.
 */
export const dueInDays = (votedOn: string, count: number): Due =>
  daysAfter(votedOn, count, 'formality.rule.days')

/** So many days after an office ended without a vote, the day it ended not counted. `count` 0: none are set. */
export const dueFromEnd = (endedOn: string, count: number): Due =>
  daysAfter(endedOn, count, 'formality.rule.daysFromEnd')

/**
 * The last day for an oath (rules.md §5, §9-76).
 * @param votedOn day of the vote
 * @param noticeOn day the notice went out; null while it has not: days reckoned from it are not known before
 * @param closesOn last day of the session
 */
export const oathDue = (
  { unit, count, from }: Within,
  votedOn: string,
  noticeOn: string | null,
  closesOn: string,
): Due => {
  if (unit === 'none') return unset
  if (unit === 'session-close')
    return { dueOn: closesOn, dueRule: { key: 'formality.rule.sessionClose' } }
  const start = from === 'vote' ? votedOn : noticeOn
  const manner = `${unit}${from === 'notice' ? 'FromNotice' : ''}`
  if (start === null)
    return { dueOn: null, dueRule: { key: `formality.rule.${manner}Awaited`, params: { count } } }
  return {
    dueOn: unit === 'days' ? addDays(start, count) : addWorkdays(start, count),
    dueRule: { key: `formality.rule.${manner}`, params: { from: formatDate(start), count } },
  }
}

/** The local rule each kind has its last day from; a certificate goes by the oath it comes before. */
export const dayRules = {
  certificate: null,
  oath: 'oathWithin',
  notice: 'notifyDays',
  publication: 'publishDays',
  filing: 'filingDays',
  approval: 'filingDays',
} as const satisfies Record<FormalityKind, keyof ParameterValues | null>
export type DayRule = NonNullable<(typeof dayRules)[FormalityKind]>

/**
 * Whether these rules set a day for an oath. An organ holds its own ceremony after the session, so that «before it closes»
 * says nothing of it (rules.md §5).
 */
export const datesOath = ({ unit }: Within, heldBy: OathOrganizer | null): boolean =>
  unit !== 'none' && !(unit === 'session-close' && heldBy === 'organ')

/** Whether the local rules give something of a kind a last day, or the day it will be reckoned from. */
export const givesDay = (
  rule: DayRule,
  rules: Pick<ParameterValues, DayRule>,
  heldBy: OathHolder | null,
): boolean => (rule === 'oathWithin' ? datesOath(rules.oathWithin, heldBy) : rules[rule] > 0)

/** The earliest of several days; null where none is set. */
export const earliest = (dues: readonly Due[]): Due =>
  dues
    .filter(({ dueOn }) => dueOn !== null)
    .toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))[0] ??
  dues[0] ??
  unset
