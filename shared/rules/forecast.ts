import { moreThanHalf, neededOf, type Share } from './majority.ts'
import type { Base } from './question.ts'

/** What is known before the day. `suspended` members are in office and cannot come. */
export type ForecastFacts = {
  inOffice: number
  seats: number
  base: Base
  /** «More than half» where the body has stated none. */
  quorum?: Share | undefined
  onLeave: number
  suspended: number
}

/** At most `canCome` can come; `margin` is how many of them may stay away and the quorum still holds, negative when short. */
export type Forecast = { canCome: number; needed: number; base: number; margin: number }

/** Whether a sitting can have its quorum, from the leave granted so far (组织法 51③; rules.md §9-9, 83). */
export const quorumForecast = ({
  inOffice,
  seats,
  base: baseMode,
  quorum = moreThanHalf,
  onLeave,
  suspended,
}: ForecastFacts): Forecast => {
  const base = baseMode === 'quota' ? seats : inOffice
  const needed = neededOf(quorum, base)
  const canCome = Math.max(0, inOffice - onLeave - suspended)
  return { canCome, needed, base, margin: canCome - needed }
}
