import { z } from 'zod'
import { command, query } from './define.ts'
import type { Message } from './errors.ts'
import type { Level } from './body.ts'
import { Count, Id, Line, Rev } from './fields.ts'

export const questionKinds = [
  'agenda',
  'bill',
  'amendment',
  'report',
  'appointment',
  'resignation',
  'dismissal',
  'recall',
  'supplementary-election',
  'procedural',
] as const
export type QuestionKind = (typeof questionKinds)[number]

export const voteMethods = ['device', 'secret-paper', 'show-of-hands', 'named', 'tacit'] as const
export type VoteMethod = (typeof voteMethods)[number]

export const motions = [
  'merge-vote',
  'defer-vote',
  'urgent-motion',
  'text-authorisation',
  'inquiry-unsatisfied',
] as const
export type Motion = (typeof motions)[number]

export const verdicts = ['passed', 'failed', 'void', 'blocked', 'inconsistent', 'resubmit'] as const
export type Verdict = (typeof verdicts)[number]

/** Totals only. No individual ballot is stored in any form. */
export const TallyInput = z.object({
  for: Count,
  against: Count,
  abstain: Count,
  /** Device only; the rest of those present when left out. */
  notPressed: Count.optional(),
  spoiled: Count.optional(),
  /** Paper only. */
  issued: Count.optional(),
  collected: Count.optional(),
})
export type Tally = {
  for: number
  against: number
  abstain: number
  notPressed: number
  spoiled: number
  issued?: number
  collected?: number
}

export const voteStates = ['open', 'locked', 'void'] as const
export type VoteState = (typeof voteStates)[number]

export type Outcome = {
  verdict: Verdict
  reason: string
  threshold: { base: number; needed: number } | null
  /** The verdict with its arithmetic, as a sentence. */
  sentence: Message
  /** Set when the other base (actual/quota) would give a different verdict (rules.md §9 case 10). */
  otherBase: { base: 'actual' | 'quota'; verdict: Verdict; sentence: Message } | null
}

/** What a round is decided under, kept as it held when the round was opened. */
export type VoteRules = {
  level: Level
  base: 'actual' | 'quota'
  quorum?: { num: number; den: number; strict: boolean } | undefined
  presentMajorityMotions?: string[] | undefined
  reportReject?: 'none' | 'half-or-more-against' | undefined
  overcountInvalidates?: boolean | undefined
  /** Where the body's own rules count anonymous keypads as a secret ballot: the article that says so. */
  dismissalByDevice?: string | undefined
}

export type Vote = {
  id: string
  questionId: string
  sittingId: string
  /** 第几轮, 1-based. */
  round: number
  method: VoteMethod
  state: VoteState
  openedAt: string
  /** When it was locked or voided. */
  closedAt: string | null
  base: 'actual' | 'quota'
  rules: VoteRules
  /** Taken at the moment the vote was opened. */
  inOffice: number
  seats: number
  counts: { expected: number; present: number; onLeave: number; absent: number }
  quorum: { base: number; needed: number; present: number; met: boolean }
  tally: Tally | null
  outcome: Outcome | null
  voidReason: string
  /** This record corrects that one (which stays). */
  correctsId: string | null
  correctionReason: string
  /** Second name on a correction. */
  witness: string
  operator: string
  /** Journal sequence number of the locking entry and the first digits of its hash. */
  seal: { seq: number; hash: string } | null
  rev: number
}

export type Question = {
  id: string
  sessionId: string
  itemId: string
  position: number
  kind: QuestionKind
  title: string
  method: VoteMethod
  motion: Motion | null
  /** Acts decided by this question; several make it a merged vote. */
  actIds: string[]
  votes: Vote[]
  /** The vote that counts now: locked and not corrected by a later one. */
  standing: Vote | null
  rev: number
}

export const ballot = {
  /** All questions of a session in order, every round kept. */
  questions: query<Question[]>()(z.object({ sessionId: Id })),
  question: query<Question>()(z.object({ id: Id })),
  /** Puts a question on an item; method absent takes the body's method for the kind. */
  ask: command<Question>()(
    z.object({
      itemId: Id,
      kind: z.enum(questionKinds),
      title: Line,
      method: z.enum(voteMethods).optional(),
      motion: z.enum(motions).nullable().default(null),
    }),
  ),
  /** Puts acts to the vote: `individually` makes one question an act, `merged` one for all. */
  askActs: command<Question[]>()(
    z.object({
      itemId: Id,
      actIds: z.array(Id).min(1).max(500),
      manner: z.enum(['individually', 'merged']),
      method: z.enum(voteMethods).optional(),
    }),
  ),
  /** Takes a question back; refused once a vote was opened on it. */
  drop: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
  /** Opens a round: membership and present set are taken at this moment and kept. Refused without quorum or an unlawful method. */
  open: command<Vote>()(
    z.object({ questionId: Id, sittingId: Id, method: z.enum(voteMethods).optional() }),
  ),
  /** What these totals would give, by the same function that locks. */
  weigh: query<{ vote: Vote; outcome: Outcome }>()(
    z.object({ voteId: Id, tally: TallyInput.optional() }),
  ),
  /** Locks the result. Refused while sums disagree. Acts and membership follow the verdict. Tacit takes no tally. */
  lock: command<Vote>()(z.object({ voteId: Id, rev: Rev, tally: TallyInput.optional() })),
  /** Voids an open round with its reason; no figure is kept. A new round may follow. */
  void: command<Vote>()(z.object({ voteId: Id, rev: Rev, reason: Line })),
  /** Corrects a locked result by a new record; the old one stays. */
  correct: command<Vote>()(
    z.object({ voteId: Id, rev: Rev, tally: TallyInput, reason: Line, witness: Line }),
  ),
}
