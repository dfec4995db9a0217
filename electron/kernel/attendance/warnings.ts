import type { AbsenceWarning } from '../../../shared/contract/attendance.ts'
import {
  absenceWarnings,
  dayState,
  type DayState,
  type MemberDay,
} from '../../../shared/rules/absences.ts'
import { parameterValues } from '../body/parameters.ts'
import type { ReadContext } from '../dispatch.ts'
import { inOfficeMembers } from '../roster/queries.ts'
import { attendanceSql, type TermMark } from './sql.ts'

/** One state a day; days with more than one sitting are judged as a whole. */
const daysOf = (marks: readonly TermMark[]): MemberDay[] => {
  const days = new Map<string, { sessionId: string; day: string; states: DayState[] }>()
  for (const { sessionId, day, state } of marks) {
    const key = `${sessionId} ${day}`
    const known = days.get(key) ?? { sessionId, day, states: [] }
    days.set(key, { ...known, states: [...known.states, state] })
  }
  return [...days.values()].map(({ sessionId, day, states }) => ({
    ...{ sessionId, day },
    state: dayState(states),
  }))
}

/**
 * Who of those in office has reached a limit the body set on absence (rules.md §8-30, §9-89, 90). Only sittings with a
 * mark count: nobody answers for days before the oath, for a roll that was not called, while suspended, or for
 * attending by video without permission.
 */
export const absenceWarningsOf = (
  { db, moment }: Pick<ReadContext, 'db' | 'moment'>,
  termId: string,
): AbsenceWarning[] => {
  const flags = parameterValues(db).absenceFlags
  if (flags.length === 0) return []
  const suspensions = db.all(attendanceSql.suspensions, { termId })
  const suspended = (memberId: string, day: string): boolean =>
    suspensions.some(
      (one) =>
        one.memberId === memberId &&
        one.startsOn <= day &&
        (one.endsOn === null || one.endsOn >= day),
    )
  const marks = db
    .all(attendanceSql.termMarks, { termId })
    .filter(({ memberId, day, uncounted }) => uncounted === 0 && !suspended(memberId, day))
  return inOfficeMembers(db, termId, moment).flatMap(({ id, name }) =>
    absenceWarnings(flags, daysOf(marks.filter(({ memberId }) => memberId === id))).map(
      (message) => ({ memberId: id, name, message }),
    ),
  )
}
