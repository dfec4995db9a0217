import { z } from 'zod'
import { command, keep, query, task } from './define.ts'
import type { Message } from './errors.ts'
import type { Level } from './body.ts'
import {
  DraftTotals,
  NamedChoice,
  TotalsMapping,
  VoteDraft,
  type Counts,
  type KeptDraft,
  type NamedVote,
  type ReadTotals,
} from './counting.ts'
import { Base64, Count, Day, Id, Line, Note, Rev } from './fields.ts'

export {
  choices,
  DraftTotals,
  figures,
  TotalsMapping,
  VoteDraft,
  type Choice,
  type Counts,
  type Figure,
  type KeptDraft,
  type NamedVote,
  type ReadTotals,
  type TellerCount,
} from './counting.ts'

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

/**
 * How acts go to the vote: each by itself; each by itself but what one person gives up together (深圳市任免条例 19;
 * rules.md §8-42); all in one.
 */
export const askManners = ['individually', 'by-person', 'merged'] as const
export type AskManner = (typeof askManners)[number]

/** Who lets several acts be put to one vote (rules.md §8-40). */
export const mergeAuthorities = ['council', 'present-majority', 'no-objection'] as const
export type MergeAuthority = (typeof mergeAuthorities)[number]

/** On whose word acts were merged, and on what ground. */
export const MergeBasisInput = z.object({
  by: z.enum(mergeAuthorities),
  note: Note.default(''),
})
export type MergeBasis = {
  by: MergeAuthority
  note: string
  /** The vote that carried the motion, where those present decide. */
  voteId?: string
}

/** How the person to be dismissed made use of the right to be heard (监督法 62②): `waived` after being told of it. */
export const defenceManners = ['in-person', 'in-writing', 'waived'] as const
export type DefenceManner = (typeof defenceManners)[number]
export type Defence = { manner: DefenceManner; note: string }

/** The clerk's choice where the verdict hangs on the base (rules.md §9-10), with the ground for it. */
export const BaseChoice = z.object({ base: z.enum(['actual', 'quota']), note: Line })
export type BaseChoice = z.infer<typeof BaseChoice>

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
  /** The paper this is a line of. */
  sheetId: string | null
  /** The void round this one was opened to replace, in one step. */
  fallbackOf: string | null
  /** How many of those present are on video. */
  video: number
  /** Names of those who watch over the count. */
  scrutineers: string[]
  /** Names of the two who counted apart and agreed; empty where nobody did. */
  tellers: string[]
  /** The ground of the choice of base, where one was made. */
  baseNote: string
  /** Who voted how: a locked named vote alone has it. */
  named: NamedVote[] | null
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
  /** The question this one would amend; it is voted on first. */
  amendsId: string | null
  /** The day an amendment was handed in. */
  proposedOn: string | null
  /** How many signed it. */
  signatories: number | null
  mergeBasis: MergeBasis | null
  /** Taken back by whoever proposed it, before any vote was opened. */
  withdrawn: { at: string; reason: string } | null
  /** A dismissal alone has one; until it is recorded no round is opened (rules.md §9-65). */
  defence: Defence | null
  rev: number
}

/** One paper with a line for each of several questions: issued, collected, opened and locked together. */
export type Sheet = {
  id: string
  sittingId: string
  title: string
  state: VoteState
  openedAt: string
  closedAt: string | null
  /** Its lines in the order of the paper. */
  votes: Vote[]
  rev: number
}

/** What stands in the way of a question now, and whether its base has moved since the last vote of the session. */
export type QuestionOrder = {
  questionId: string
  /** Empty: it may be opened. */
  obstacles: Message[]
  /** «组成人员 31→30，过半数 16», or null. */
  baseShift: Message | null
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
      /** An amendment names what it amends. */
      amendsId: Id.nullable().default(null),
      proposedOn: Day.nullable().default(null),
      signatories: Count.nullable().default(null),
    }),
  ),
  /** The item's question as its kind asks for it, by one key; the undecided one already there comes back unchanged. */
  askItem: command<Question>()(z.object({ itemId: Id })),
  /** Puts acts to the vote: `individually` makes one question an act, `merged` one for all. */
  askActs: command<Question[]>()(
    z.object({
      itemId: Id,
      actIds: z.array(Id).min(1).max(500),
      manner: z.enum(askManners),
      method: z.enum(voteMethods).optional(),
      /** Who lets them be merged; absent takes the body's own authority. */
      mergeBasis: MergeBasisInput.optional(),
      /** Goes past the open warnings of these acts for this one reason, which is kept with each. */
      goPast: Line.optional(),
    }),
  ),
  /** Takes acts out of a merged question, each to a vote of its own (rules.md §9-39). Gives the question and the new ones. */
  takeOut: command<Question[]>()(
    z.object({
      questionId: Id,
      rev: Rev,
      actIds: z.array(Id).min(1).max(500),
      goPast: Line.optional(),
    }),
  ),
  /**
   * The proposer takes the question back, or some of its acts (`actIds`) while the others stay to be voted on; refused
   * once a round was opened (rules.md §9-41).
   */
  withdraw: command<Question>()(
    z.object({ id: Id, rev: Rev, reason: Line, actIds: z.array(Id).min(1).max(500).optional() }),
  ),
  /** Takes a question back; refused once a vote was opened on it. */
  drop: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
  /** Records how the person to be dismissed was heard, the written defence having been handed out. */
  noteDefence: command<Question>()(
    z.object({ id: Id, rev: Rev, manner: z.enum(defenceManners), note: Note.default('') }),
  ),
  /** Opens a round: membership and present set are taken at this moment and kept. Refused without quorum or an unlawful method. */
  open: command<Vote>()(
    z.object({
      questionId: Id,
      sittingId: Id,
      method: z.enum(voteMethods).optional(),
      /** Members who watch over the count. */
      scrutineers: z.array(Id).max(20).default([]),
    }),
  ),
  /** Opens one paper ballot for several questions: a line each, membership and present set the same for all. */
  openSheet: command<Sheet>()(
    z.object({
      questionIds: z.array(Id).min(1).max(200),
      sittingId: Id,
      title: z.string().trim().max(400).default(''),
      scrutineers: z.array(Id).max(20).default([]),
    }),
  ),
  /** Locks every line of the paper at one moment, or none. */
  lockSheet: command<Sheet>()(
    z.object({
      sheetId: Id,
      rev: Rev,
      issued: Count,
      collected: Count,
      lines: z
        .array(
          z.object({
            voteId: Id,
            tally: z.object({ for: Count, against: Count, abstain: Count, spoiled: Count }),
          }),
        )
        .min(1)
        .max(200),
      baseChoice: BaseChoice.optional(),
    }),
  ),
  /** Voids every line of the paper (rules.md §9-27); no figure is kept. */
  voidSheet: command<Sheet>()(z.object({ sheetId: Id, rev: Rev, reason: Line })),
  /** The papers of a session in the order they were opened. */
  sheets: query<Sheet[]>()(z.object({ sessionId: Id })),
  /** For every question of a session in order: what stands in its way, and whether the base has moved. */
  order: query<QuestionOrder[]>()(z.object({ sessionId: Id })),
  /** What these totals would give, by the same function that locks. */
  weigh: query<{ vote: Vote; outcome: Outcome }>()(
    z.object({ voteId: Id, tally: TallyInput.optional() }),
  ),
  /** Locks the result. Refused while sums disagree. Acts and membership follow the verdict. Tacit takes no tally. */
  lock: command<Vote>()(
    z.object({
      voteId: Id,
      rev: Rev,
      tally: TallyInput.optional(),
      /** Needed where members in office and seats give different verdicts (rules.md §9-10). */
      baseChoice: BaseChoice.optional(),
      /** A named vote: everyone present; the totals follow from it. */
      named: z.array(NamedChoice).max(500).optional(),
    }),
  ),
  /** Voids an open round with its reason; no figure is kept. A new round may follow. */
  void: command<Vote>()(z.object({ voteId: Id, rev: Rev, reason: Line })),
  /** Voids a round that broke and opens the next one by another method, in one step; the incident is noted (rules.md §9-26). */
  fallBack: command<Vote>()(
    z.object({
      voteId: Id,
      rev: Rev,
      reason: Line,
      method: z.enum(voteMethods).optional(),
      /** Absent keeps those of the round that broke. */
      scrutineers: z.array(Id).max(20).optional(),
    }),
  ),
  /** Corrects a locked result by a new record; the old one stays. A named vote is corrected by names. */
  correct: command<Vote>()(
    z.object({
      voteId: Id,
      rev: Rev,
      tally: TallyInput.optional(),
      named: z.array(NamedChoice).max(500).optional(),
      baseChoice: BaseChoice.optional(),
      reason: Line,
      witness: Line,
    }),
  ),
  /** Keeps what is half entered for an open round; gone once it is locked or voided. Only the hall's sum follows it. */
  keepDraft: keep<KeptDraft>(['hall'])(z.object({ voteId: Id, draft: VoteDraft })),
  /** What is half entered in a session. */
  drafts: query<KeptDraft[]>()(z.object({ sessionId: Id })),
  /** Keeps one of two counts made apart; a finished one stands until the other is finished too. */
  keepCount: keep<Counts>()(
    z.object({
      voteId: Id,
      teller: z.union([z.literal(1), z.literal(2)]),
      name: z.string().trim().max(60).default(''),
      totals: DraftTotals,
      done: z.boolean(),
    }),
  ),
  /** Gives both counts up: the round is counted once. */
  dropCounts: keep<Counts>()(z.object({ voteId: Id })),
  counts: query<Counts>()(z.object({ voteId: Id })),
  /** Reads four totals out of a voting system's file (CSV, XLSX) or out of pasted text. Writes nothing. */
  readTotals: task<ReadTotals>()(
    z.object({ fileName: Line, base64: Base64, mapping: TotalsMapping.optional() }),
  ),
  /** Keeps the columns for the next file. */
  saveMapping: command<TotalsMapping>()(z.object({ mapping: TotalsMapping })),
}
