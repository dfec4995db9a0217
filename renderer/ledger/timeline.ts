import type { TenureShown } from '../../shared/contract/ledger.ts'
import { awaitsApproval } from '../../shared/rules/ledger/replay.ts'
import { daysBetween } from '../../shared/rules/moment.ts'

/** Where something lies on the picture, in percent of its width. */
export type Bar = {
  tenure: TenureShown
  left: number
  width: number
  /** Nobody knows since when; the bar begins at the edge. */
  openStart: boolean
  /** Still held; the bar ends today. */
  openEnd: boolean
}
export type Timeline = {
  bars: Bar[]
  /** Years written under the picture, each at its first day. */
  years: { year: number; at: number }[]
  today: number
}

const yearOf = (day: string): number => Number(day.slice(0, 4))
/** At most so many years are named, or they would touch. */
const LABELS = 12

const startOf = ({ fromOn, electedOn }: TenureShown): string | null => fromOn ?? electedOn

/** A person's tenures as bars over years, oldest first as given. */
export const timelineOf = (tenures: readonly TenureShown[], today: string): Timeline => {
  const days = tenures.flatMap((tenure) =>
    [startOf(tenure), tenure.toOn].filter((day) => day !== null),
  )
  const first = Math.min(yearOf(today), ...days.map(yearOf))
  const last = Math.max(yearOf(today), ...days.map(yearOf)) + 1
  const start = `${first}-01-01`
  const whole = daysBetween(start, `${last}-01-01`)
  const at = (day: string): number => (daysBetween(start, day) / whole) * 100
  const step = Math.ceil((last - first) / LABELS)
  const years = Array.from({ length: Math.ceil((last - first) / step) }, (_, index) => {
    const year = first + index * step
    return { year, at: at(`${year}-01-01`) }
  })
  const barOf = (tenure: TenureShown): Bar => {
    const begun = startOf(tenure)
    const left = begun === null ? 0 : at(begun)
    // What still awaits approval has not begun: a mark on the day of the election.
    const last = awaitsApproval(tenure) || (begun !== null && begun > today) ? begun : today
    const end = at(tenure.toOn ?? last ?? today)
    return {
      tenure,
      left,
      width: Math.max(end - left, 0),
      openStart: begun === null,
      openEnd: tenure.toOn === null && !awaitsApproval(tenure),
    }
  }
  return { bars: tenures.map(barOf), years, today: at(today) }
}
