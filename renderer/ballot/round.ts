import type { Vote } from '../../shared/contract/ballot.ts'
import type { RoundFacts } from '../../shared/rules/outcome.ts'
import { castVotes, type Tally } from '../../shared/rules/tally.ts'

/** The facts of an opened round; the present set is the one taken when it was opened. */
export const factsOf = (vote: Vote): RoundFacts => ({
  ...vote,
  present: vote.counts.present,
})

/** The addends of the sum check and what they must make: those present, or the papers collected. */
export const sumOf = (
  vote: Pick<Vote, 'method'>,
  present: number,
  tally: Tally,
): { parts: number[]; sum: number; target: number; of: 'present' | 'collected' } => {
  const paper = vote.method === 'secret-paper'
  const fourth = paper ? tally.spoiled : tally.notPressed
  const parts = [tally.for, tally.against, tally.abstain]
  if (vote.method !== 'show-of-hands') parts.push(fourth)
  const sum = castVotes(tally) + fourth
  return paper
    ? { parts, sum, target: tally.collected ?? 0, of: 'collected' }
    : { parts, sum, target: present, of: 'present' }
}
