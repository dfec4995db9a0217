import type { Tally } from '../../../shared/contract/ballot.ts'
import type { TallyColumn } from './sql.ts'

/** Totals as they are stored; undefined stores none. */
export const tallyColumns = (tally: Tally | undefined): Record<TallyColumn, number | null> => ({
  tallyFor: tally?.for ?? null,
  tallyAgainst: tally?.against ?? null,
  tallyAbstain: tally?.abstain ?? null,
  tallyNotPressed: tally?.notPressed ?? null,
  tallySpoiled: tally?.spoiled ?? null,
  tallyIssued: tally?.issued ?? null,
  tallyCollected: tally?.collected ?? null,
})
