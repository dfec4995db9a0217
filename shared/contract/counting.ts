import { z } from 'zod'
import type { Message } from './errors.ts'
import { Count, Id } from './fields.ts'

/** A named vote's choices; nobody on a named vote is left without one of them or out of it. */
export const choices = ['for', 'against', 'abstain'] as const
export type Choice = (typeof choices)[number]
export const NamedChoice = z.object({ memberId: Id, choice: z.enum(choices) })
export type NamedVote = { memberId: string; name: string; choice: Choice }

/** Totals alone, however far they are entered: a draft has no place for a name or an order. */
export const DraftTotals = z.strictObject({
  for: Count.optional(),
  against: Count.optional(),
  abstain: Count.optional(),
  notPressed: Count.optional(),
  spoiled: Count.optional(),
  issued: Count.optional(),
  collected: Count.optional(),
})
export type DraftTotals = z.infer<typeof DraftTotals>
/** What is half entered for a round. `named` belongs to a named vote alone and is refused for any other. */
export const VoteDraft = z.strictObject({
  totals: DraftTotals,
  named: z.array(NamedChoice).max(500).optional(),
})
export type VoteDraft = z.infer<typeof VoteDraft>
export type KeptDraft = { voteId: string; draft: VoteDraft; at: string }

/** A figure of a round that is counted. */
export const figures = [
  'issued',
  'collected',
  'for',
  'against',
  'abstain',
  'notPressed',
  'spoiled',
] as const
export type Figure = (typeof figures)[number]

/** One teller's count. Its figures are null while it is finished and the other is not: nobody counts by a number seen. */
export type TellerCount = { teller: 1 | 2; name: string; done: boolean; totals: DraftTotals | null }
export type Counts = {
  voteId: string
  tellers: TellerCount[]
  /** Once both are done: the figures they differ in, none when they agree. Null before. */
  differs: Figure[] | null
}

/** Which column of a voting system's file holds which figure, 0-based; kept for the next time. */
export const TotalsMapping = z.object({
  for: z.int().min(0).max(255),
  against: z.int().min(0).max(255),
  abstain: z.int().min(0).max(255),
  notPressed: z.int().min(0).max(255).nullable().default(null),
  /** The row that holds the totals, 0-based below the header; null takes the last one. */
  row: z.int().min(0).max(9999).nullable().default(null),
})
export type TotalsMapping = z.output<typeof TotalsMapping>
export type ReadTotals = {
  header: string[]
  rows: string[][]
  /** As handed in, as kept from the last time, or as the header tells; null when none of these fits. */
  mapping: TotalsMapping | null
  tally: DraftTotals | null
  /** What is wrong, naming the cell; null beside a tally. */
  message: Message | null
}
