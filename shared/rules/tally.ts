import type { TallyInput } from './decide-input.ts'
import type { VoteMethod } from './question.ts'

/** Totals of a round with nothing left out; what does not belong to the method is 0. */
export type Tally = {
  for: number
  against: number
  abstain: number
  notPressed: number
  spoiled: number
  issued?: number
  collected?: number
}

export type TallyFault =
  | { verdict: 'void'; reason: 'more-votes-than-present' | 'more-collected-than-issued' }
  | {
      verdict: 'inconsistent'
      reason:
        | 'more-votes-than-present'
        | 'more-issued-than-present'
        | 'papers-not-counted'
        | 'sum-differs-from-present'
        | 'sum-differs-from-collected'
        | 'not-pressed-without-device'
        | 'spoiled-without-paper'
    }

/** Votes cast for a side: for + against + abstain. */
export const castVotes = (tally: Pick<Tally, 'for' | 'against' | 'abstain'>): number =>
  tally.for + tally.against + tally.abstain

/**
 * Fills what was left out: on the device those who pressed nothing are the rest of those present. A figure that was
 * entered is never changed.
 */
export const completeTally = (tally: TallyInput, method: VoteMethod, present: number): Tally => {
  const rest = method === 'device' ? Math.max(0, present - castVotes(tally)) : 0
  return {
    ...omitUndefined(tally),
    notPressed: tally.notPressed ?? rest,
    spoiled: tally.spoiled ?? 0,
  }
}

const omitUndefined = ({ issued, collected, ...sides }: TallyInput) => ({
  ...sides,
  ...(issued === undefined ? {} : { issued }),
  ...(collected === undefined ? {} : { collected }),
})

const inconsistent = (
  reason: Extract<TallyFault, { verdict: 'inconsistent' }>['reason'],
): TallyFault => ({ verdict: 'inconsistent', reason })

/**
 * What is wrong with the totals of a round, or undefined.
 * Overcounting comes first, since the round must then be held again whatever the other sums say: more papers
 * collected than issued, or more votes than members present. With `overcountInvalidates` off (rules.md §8-37) the
 * former is let pass and the latter is merely a sum that does not agree.
 * Fewer papers collected than issued is fine. More papers issued than members present is a figure to look at
 * again: no rule voids a round for it, but it cannot be locked.
 */
export const tallyFault = (
  tally: Tally,
  method: VoteMethod,
  present: number,
  overcountInvalidates: boolean,
): TallyFault | undefined => {
  if (method === 'tacit') return undefined
  if (method !== 'device' && tally.notPressed > 0) return inconsistent('not-pressed-without-device')
  if (method !== 'secret-paper' && tally.spoiled > 0) return inconsistent('spoiled-without-paper')
  return method === 'secret-paper'
    ? paperFault(tally, present, overcountInvalidates)
    : headsFault(tally, present, overcountInvalidates)
}

const tooMany = (overcountInvalidates: boolean): TallyFault =>
  overcountInvalidates
    ? { verdict: 'void', reason: 'more-votes-than-present' }
    : inconsistent('more-votes-than-present')

const headsFault = (
  tally: Tally,
  present: number,
  overcountInvalidates: boolean,
): TallyFault | undefined => {
  const cast = castVotes(tally)
  if (cast > present) return tooMany(overcountInvalidates)
  if (cast + tally.notPressed !== present) return inconsistent('sum-differs-from-present')
  return undefined
}

const paperFault = (
  tally: Tally,
  present: number,
  overcountInvalidates: boolean,
): TallyFault | undefined => {
  const { issued, collected } = tally
  if (issued === undefined || collected === undefined) return inconsistent('papers-not-counted')
  if (overcountInvalidates && collected > issued) {
    return { verdict: 'void', reason: 'more-collected-than-issued' }
  }
  if (collected > present) return tooMany(overcountInvalidates)
  if (issued > present) return inconsistent('more-issued-than-present')
  if (castVotes(tally) + tally.spoiled !== collected) {
    return inconsistent('sum-differs-from-collected')
  }
  return undefined
}

/** How those who pressed nothing are made public (rules.md §8-36). The verdict never depends on it. */
export const notPressedPolicies = ['separate', 'as-abstain', 'uncounted'] as const
export type NotPressedPolicy = (typeof notPressedPolicies)[number]

export type PublishedTally = { for: number; against: number; abstain: number; notPressed?: number }

/**
 * The totals as read out and printed: those who pressed nothing in a column of their own, counted as abstaining,
 * or left out.
 */
export const publishedTally = (tally: Tally, policy: NotPressedPolicy): PublishedTally => {
  const { against, abstain, notPressed } = tally
  const sides = { for: tally.for, against, abstain }
  if (policy === 'as-abstain') return { ...sides, abstain: abstain + notPressed }
  return policy === 'separate' ? { ...sides, notPressed } : sides
}
