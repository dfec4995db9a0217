import type { Question, Vote } from '../../shared/contract/ballot.ts'
import type { Message } from '../../shared/contract/errors.ts'
import type { DecideInput, TallyInput } from '../../shared/rules/decide-input.ts'
import { castVotes, type Tally } from '../../shared/rules/tally.ts'
import { decide, otherBase, type Decision } from '../../shared/rules/verdict.ts'
import { otherBaseSentence, verdictSentence } from '../../shared/rules/verdict-sentence.ts'

/** What totals would give, said before they are locked. */
export type Judgement = {
  verdict: Decision['verdict']
  /** The verdict with its arithmetic. */
  sentence: Message
  /** Set when the verdict hangs on the choice of base (rules.md §9-10). */
  otherBase: Message | null
  lockable: boolean
  /** The totals with nothing left out; absent where nothing is counted. */
  tally?: Tally
}

type Asked = Pick<Question, 'kind' | 'motion'>
type Facts = Pick<Vote, 'rules' | 'inOffice' | 'seats' | 'method'> & { present: number }

/** The facts of a round in the form the one verdict function takes. */
export const decideInputOf = (
  { kind, motion }: Asked,
  { rules, inOffice, seats, present, method }: Facts,
  tally?: TallyInput,
): DecideInput => ({
  rules,
  members: { inOffice, quota: seats },
  present,
  question: { kind, method, ...(motion ? { motion } : {}) },
  ...(tally ? { tally } : {}),
})

const lockable: readonly Decision['verdict'][] = ['passed', 'failed', 'resubmit']

/** Weighs totals by the same function that locks them: nothing is asked over the wire, so every key paints at once. */
export const judge = (input: DecideInput): Judgement => {
  const decision = decide(input)
  const other = otherBase(input)
  return {
    verdict: decision.verdict,
    sentence: verdictSentence(input, decision),
    otherBase: other.differs ? otherBaseSentence(input, decision, other.decision) : null,
    lockable: lockable.includes(decision.verdict),
    ...(decision.tally ? { tally: decision.tally } : {}),
  }
}

/** The facts of an opened round; the present set is the one taken when it was opened. */
export const factsOf = (vote: Vote): Facts => ({ ...vote, present: vote.counts.present })

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
