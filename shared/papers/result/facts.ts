import type { VoteMethod } from '../../rules/question.ts'
import type { Tally } from '../../rules/tally.ts'
import type { SessionHead } from '../head.ts'
import type { choiceWord, verdictWord } from '../wording.ts'

/** A figure («赞成», «36票») or somebody's choice in a named vote, as it was and as it is. */
export type Changed = { field: string; old: string; new: string }

/** One new record in the place of an older one. */
export type CorrectionFact = {
  /** Day of the correction, ISO. */
  date: string
  /** Empty where another membership alone changed what the same figures come to. */
  changed: readonly Changed[]
  verdict: { old: keyof typeof verdictWord; new: keyof typeof verdictWord }
  reason: string
  /** Who corrected, and who witnessed it. */
  names: readonly string[]
}

/** One member's choice on a named vote. */
export type NamedFact = { name: string; choice: keyof typeof choiceWord }

/** One question put to the vote in a round: a person's act, or a bill, report, decision. */
export type ResultRow = {
  /** The person's bare name, or the question's title. */
  subject: string
  /** Set for an act on a person: what is proposed («任临江市财政局局长»). */
  post?: string
  tally: Tally
  verdict: keyof typeof verdictWord
  /** The verdict with its arithmetic, as shared/rules words it. */
  sentence: string
  /** The majority it was weighed by, in words and votes; absent where no votes for were held against one. */
  threshold?: { sentence: string; needed: number }
  corrections?: CorrectionFact[]
  /** A named vote alone has it; printed as an annex. */
  named?: readonly NamedFact[]
}

export type ResultRound = {
  method: VoteMethod
  expected: number
  present: number
  onLeave?: number
  absent?: number
  /** The body's rule the round was locked under (rules.md §8-37); on when absent. */
  overcountInvalidates?: boolean
  /** Why the base was chosen where the verdict hung on it (rules.md §9-10). */
  baseNote?: string
  /** Who let all rows be voted on as one; only on a merged vote. */
  mergedBy?: string
  /** The article under which keypads stand for the secret ballot of a dismissal. */
  byDevice?: string
  /** Which vote on the same matters it is, from 1; only where they were voted on more than once. */
  nth?: number
} & (
  | { state: 'locked'; rows: ResultRow[] }
  | { state: 'open' }
  /** A void round is named with its reason and without figures; `on` says of what, where the item had several votes. */
  | { state: 'void'; reason: string; on?: readonly string[] }
)

export type ResultFacts = SessionHead & {
  /** The days votes were held on, first to last, where they were several; `date` is the last of them. */
  days?: readonly string[]
  /** The agenda item or the matter voted on. */
  matter: string
  rounds: ResultRound[]
  signers?: { chief?: string; scrutineers?: string[]; tellers?: string[] }
}

export type Locked = Extract<ResultRound, { state: 'locked' }>
