import type { Quorum, RollCounts } from '../contract/attendance.ts'
import type { SittingKind } from '../contract/session.ts'

type Numbers = { counts: Pick<RollCounts, 'present' | 'unmarked'>; quorum: Pick<Quorum, 'met'> }

/** Nobody has been said to be here, and not everybody away: the roll is still to be called. */
export const isUncalled = ({ present, unmarked }: Numbers['counts']): boolean =>
  present === 0 && unmarked > 0

/**
 * What there is to say of the quorum of a sitting, wherever it is shown; null where none is needed, as in a group. Before
 * the roll is called it is neither reached nor missed: nobody knows yet who is here.
 */
export const quorumStanding = (
  kind: SittingKind,
  { counts, quorum }: Numbers,
): 'uncalled' | 'met' | 'short' | null => {
  if (kind === 'group') return null
  if (isUncalled(counts)) return 'uncalled'
  return quorum.met ? 'met' : 'short'
}

export type QuorumStanding = NonNullable<ReturnType<typeof quorumStanding>>
