import type { Message } from '../contract/errors.ts'
import { neededOf, type Share } from './majority.ts'

/** Formulas that raise a flag; none of them ends anything by itself (rules.md §8-30, §9-89, 90). */
export const absenceFlags = [
  'unapproved-three-in-row',
  'unapproved-twice-in-year',
  'days-over-third',
  'days-over-half',
  'attended-below-two-thirds',
] as const
export type AbsenceFlag = (typeof absenceFlags)[number]

/** How a member spent one day of meetings: `absent` is away without leave. */
export type DayState = 'present' | 'onLeave' | 'absent'
export type MemberDay = { sessionId: string; day: string; state: DayState }

/** The state of a day from its sittings: here for one of them is here; else leave for one of them is leave. */
export const dayState = (sittings: readonly DayState[]): DayState => {
  if (sittings.includes('present')) return 'present'
  return sittings.includes('onLeave') ? 'onLeave' : 'absent'
}

type Year = { year: string; days: readonly MemberDay[] }
type Figures = Record<string, number>

const missedSessions = (days: readonly MemberDay[]): boolean[] => {
  const bySession = new Map<string, DayState[]>()
  for (const { sessionId, state } of days) {
    bySession.set(sessionId, [...(bySession.get(sessionId) ?? []), state])
  }
  return [...bySession.values()].map((states) => dayState(states) === 'absent')
}

/** The longest run of sessions missed without leave, over the whole term. */
const longestRun = (days: readonly MemberDay[]): number => {
  let run = 0
  return missedSessions(days).reduce((longest, missed) => {
    run = missed ? run + 1 : 0
    return Math.max(longest, run)
  }, 0)
}

const daysOver = (share: Share, days: readonly MemberDay[]): Figures | undefined => {
  const missed = days.filter(({ state }) => state === 'absent').length
  const percent = Math.round((missed * 1000) / days.length) / 10
  return missed >= neededOf(share, days.length) ? { missed, of: days.length, percent } : undefined
}

const twiceMissed = (days: readonly MemberDay[]): Figures | undefined => {
  const times = missedSessions(days).filter(Boolean).length
  return times >= 2 ? { times } : undefined
}

const seldomHere = (days: readonly MemberDay[]): Figures | undefined => {
  const here = days.filter(({ state }) => state === 'present').length
  return here * 3 < days.length * 2 ? { here, of: days.length } : undefined
}

const yearly: Record<
  Exclude<AbsenceFlag, 'unapproved-three-in-row'>,
  (days: readonly MemberDay[]) => Figures | undefined
> = {
  'unapproved-twice-in-year': twiceMissed,
  'days-over-third': (days) => daysOver({ num: 1, den: 3, strict: true }, days),
  'days-over-half': (days) => daysOver({ num: 1, den: 2, strict: true }, days),
  'attended-below-two-thirds': seldomHere,
}

const yearsOf = (days: readonly MemberDay[]): Year[] => {
  const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))].sort()
  return years.map((year) => ({ year, days: days.filter(({ day }) => day.startsWith(year)) }))
}

/**
 * The flags a member's record raises, as sentences; the office is never touched, and the base stays as it is until a
 * resignation is accepted (rules.md §9-89, 90).
 * - `unapproved-three-in-row`: three sessions running without leave (山东省组成人员守则 20);
 * - `unapproved-twice-in-year`: two sessions of a year without leave (河南省组成人员守则 19、贵州);
 * - `days-over-third`, `days-over-half`: days without leave over a third (河南) or half (北京市组成人员守则 3) of the
 *   year's meeting days;
 * - `attended-below-two-thirds`: here on fewer than two thirds of them, with or without leave (厦门).
 * A session counts as missed only where the member was here on none of its days and had leave for none.
 * @param flags those the body has switched on
 * @param days every day of meetings while in office, each once, in any order
 */
export const absenceWarnings = (
  flags: readonly AbsenceFlag[],
  days: readonly MemberDay[],
): Message[] => {
  const inOrder = days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return flags.flatMap((flag): Message[] => {
    if (flag === 'unapproved-three-in-row') {
      const times = longestRun(inOrder)
      return times >= 3 ? [{ key: `rules.absence.${flag}`, params: { times } }] : []
    }
    return yearsOf(inOrder).flatMap(({ year, days: own }) => {
      const figures = yearly[flag](own)
      return figures ? [{ key: `rules.absence.${flag}`, params: { year, ...figures } }] : []
    })
  })
}
