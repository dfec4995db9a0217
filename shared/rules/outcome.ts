import type { Outcome, Question, Vote } from '../contract/ballot.ts'
import type { DecideInput, TallyInput } from './decide-input.ts'
import type { Tally } from './tally.ts'
import { decide, otherBase, type Decision } from './verdict.ts'
import { otherBaseSentence, verdictSentence } from './verdict-sentence.ts'

/** What of a question its verdict hangs on. */
export type Asked = Pick<Question, 'kind' | 'motion'> & { signatories?: number | null }
/** The facts of a round, taken when it was opened. */
export type RoundFacts = Pick<Vote, 'rules' | 'inOffice' | 'seats' | 'method'> & {
  present: number
  /** How many of those present are on video; only those permitted are present at all. */
  video?: number
}

/** The facts of a round in the form the one verdict function takes. */
export const decideInputOf = (
  { kind, motion, signatories }: Asked,
  { rules, inOffice, seats, present, method, video = 0 }: RoundFacts,
  tally?: TallyInput,
): DecideInput => ({
  rules,
  members: { inOffice, quota: seats },
  present,
  ...(video > 0 ? { video: { count: video, permitted: true } } : {}),
  question: {
    kind,
    method,
    ...(motion ? { motion } : {}),
    ...(signatories ? { signatories } : {}),
  },
  ...(tally ? { tally } : {}),
})

/** The verdicts a round can be locked with; any other sends people back to count or to vote again. */
const lockable: readonly Decision['verdict'][] = ['passed', 'failed', 'resubmit']
export const isLockable = ({ verdict }: Pick<Decision, 'verdict'>): boolean =>
  lockable.includes(verdict)

/** A decision as it is shown, stored and printed, with the totals it was made on. */
export type Weighed = Outcome & { lockable: boolean; tally?: Tally }

/**
 * Weighs the totals of a round: the verdict, its arithmetic as a sentence, and the warning where the other base would
 * give another verdict (rules.md §9-10). The vote desk paints from this at every key, the kernel locks by it.
 */
export const weighed = (input: DecideInput, decision: Decision = decide(input)): Weighed => {
  const other = otherBase(input)
  const { verdict, reason, threshold, tally } = decision
  return {
    verdict,
    reason,
    threshold: threshold ? { base: threshold.base, needed: threshold.needed } : null,
    sentence: verdictSentence(input, decision),
    otherBase: other.differs
      ? {
          base: other.base,
          verdict: other.decision.verdict,
          sentence: otherBaseSentence(input, decision, other.decision),
        }
      : null,
    lockable: isLockable(decision),
    ...(tally ? { tally } : {}),
  }
}
