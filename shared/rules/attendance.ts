import type { MarkState } from '../contract/attendance.ts'

export type Mark = { memberId: string; state: MarkState; video?: boolean }

/** A stay in the hall, from one local moment to another; `to` null is still here. `to` itself is outside. */
export type Interval = { memberId: string; from: string; to: string | null }

/** When a sitting opened and was adjourned; `closedAt` null while it runs. */
export type Hours = { openedAt: string; closedAt: string | null }

/**
 * What decides who counts as present besides being there: members whose duties are suspended never do (rules.md §9-83),
 * those on video only where the sitting permits it (议事规则 7; rules.md §9-15).
 */
export type Conditions = { suspended: ReadonlySet<string>; videoPermitted: boolean }

const unconditional: Conditions = { suspended: new Set(), videoPermitted: true }

/**
 * Where a member stands at a moment; `left` was marked present and is not in the hall then, `notCounted` is on video
 * without permission.
 */
export type Standing =
  'present' | 'left' | 'onLeave' | 'absent' | 'unmarked' | 'suspended' | 'notCounted'

/**
 * Numbers of a roll at a moment. `expected` is everyone in office and always present + onLeave + absent + unmarked.
 * Those who were here and have gone, or whose stay begins later, are `left`; they, the `suspended` and those on video
 * who are not counted are part of `absent`, since they are neither in the hall nor on leave. `video` is part of
 * `present`.
 */
export type Counts = {
  expected: number
  present: number
  onLeave: number
  absent: number
  unmarked: number
  left: number
  video: number
  videoUncounted: number
  suspended: number
}

/** Whether a member is in the hall at a moment. */
export const isHere = (memberId: string, intervals: readonly Interval[], moment: string): boolean =>
  intervals.some(
    ({ memberId: id, from, to }) =>
      id === memberId && from <= moment && (to === null || moment < to),
  )

/**
 * Where a member stands. A suspension outweighs everything; being in the hall outweighs any mark: who was on leave and
 * came counts as present.
 */
export const standingAt = (
  memberId: string,
  marks: readonly Mark[],
  intervals: readonly Interval[],
  moment: string,
  { suspended, videoPermitted }: Conditions = unconditional,
): Standing => {
  if (suspended.has(memberId)) return 'suspended'
  const mark = marks.findLast((one) => one.memberId === memberId)
  if (isHere(memberId, intervals, moment))
    return mark?.video && !videoPermitted ? 'notCounted' : 'present'
  if (mark === undefined) return 'unmarked'
  return mark.state === 'present' ? 'left' : mark.state
}

/** Ids of the members in the hall at a moment, in the order handed in. Others in the hall do not count. */
export const presentAt = (
  memberIds: readonly string[],
  intervals: readonly Interval[],
  moment: string,
): string[] => [...new Set(memberIds)].filter((id) => isHere(id, intervals, moment))

/**
 * The numbers of a roll at a moment.
 * @param memberIds everyone in office at the moment (`membershipAt`); each counts once
 */
export const rollCounts = (
  memberIds: readonly string[],
  marks: readonly Mark[],
  intervals: readonly Interval[],
  moment: string,
  conditions: Conditions = unconditional,
): Counts => {
  const standings = [...new Set(memberIds)].map((id) => ({
    standing: standingAt(id, marks, intervals, moment, conditions),
    video: marks.findLast((mark) => mark.memberId === id)?.video === true,
  }))
  const count = (one: Standing): number =>
    standings.filter(({ standing }) => standing === one).length
  const left = count('left')
  const suspended = count('suspended')
  const videoUncounted = count('notCounted')
  return {
    expected: standings.length,
    present: count('present'),
    onLeave: count('onLeave'),
    absent: count('absent') + left + suspended + videoUncounted,
    unmarked: count('unmarked'),
    left,
    video: standings.filter(({ standing, video }) => standing === 'present' && video).length,
    videoUncounted,
    suspended,
  }
}

/** When a member first came and last went; `to` null is still here, undefined for one who never came. */
export const stayOf = (
  memberId: string,
  intervals: readonly Interval[],
): { from: string; to: string | null } | undefined => {
  const own = intervals.filter((interval) => interval.memberId === memberId)
  const first = own.map(({ from }) => from).sort()[0]
  if (first === undefined) return undefined
  const ends = own.map(({ to }) => to)
  return { from: first, to: ends.includes(null) ? null : (ends.sort().at(-1) ?? null) }
}

/** Came after the sitting was opened. */
export const isLate = (
  memberId: string,
  intervals: readonly Interval[],
  { openedAt }: Hours,
): boolean => {
  const stay = stayOf(memberId, intervals)
  return stay !== undefined && stay.from > openedAt
}

/** Went before the sitting was adjourned and, while it runs, has not come back. */
export const hasLeftEarly = (
  memberId: string,
  intervals: readonly Interval[],
  { closedAt }: Hours,
): boolean => {
  const to = stayOf(memberId, intervals)?.to ?? null
  return to !== null && (closedAt === null || to < closedAt)
}
