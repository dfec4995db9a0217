import { z } from 'zod'
import { command, query } from './define.ts'
import { Day, Id, Line, Note, Rev } from './fields.ts'

export const actKinds = [
  'appoint',
  'remove',
  'dismiss',
  'accept-resignation',
  'act-as',
  'approve-appoint',
  'approve-remove',
  'recall',
  'end',
] as const
export type ActKind = (typeof actKinds)[number]

export const actOutcomes = ['pending', 'passed', 'failed', 'withdrawn'] as const
export type ActOutcome = (typeof actOutcomes)[number]

export const nominatorKinds = [
  'council',
  'chair',
  'government-head',
  'supervisory-head',
  'court-president',
  'chief-procurator',
  'members',
  'self',
  'other',
] as const
export type NominatorKind = (typeof nominatorKinds)[number]

export type Act = {
  id: string
  nominationId: string
  position: number
  act: ActKind
  /** Words of the paper: 决定任命, 任命, 免去 … stored, never guessed from the post. */
  verb: string
  personName: string
  /** Set when the person is a member now in office. */
  memberId: string | null
  post: string
  reason: string
  outcome: ActOutcome
  /** Day of the vote once passed (rules.md §9 case 73). */
  effectiveOn: string | null
  questionId: string | null
  rev: number
}

export type Nomination = {
  id: string
  sessionId: string
  itemId: string
  position: number
  nominator: string
  nominatorKind: NominatorKind
  receivedOn: string | null
  acts: Act[]
  rev: number
}

/** What reading a text gave; nothing is stored until added. */
export type ReadActs = {
  acts: {
    act: ActKind
    verb: string
    persons: string[]
    post: string
    reason?: string
    listIncomplete?: boolean
  }[]
  unread: string[]
}

const ActInput = z.object({
  act: z.enum(actKinds),
  verb: Line,
  personName: Line,
  post: Line,
  reason: Note.default(''),
})

export const appointment = {
  nominations: query<Nomination[]>()(z.object({ sessionId: Id })),
  saveNomination: command<Nomination>()(
    z.object({
      id: Id.optional(),
      rev: Rev,
      itemId: Id,
      nominator: Line,
      nominatorKind: z.enum(nominatorKinds),
      receivedOn: Day.nullable().default(null),
    }),
  ),
  removeNomination: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
  /** Reads a proposed or published text into acts; every sentence not understood is in `unread`. */
  read: query<ReadActs>()(z.object({ text: z.string().max(400_000) })),
  addActs: command<Nomination>()(
    z.object({ nominationId: Id, acts: z.array(ActInput).min(1).max(2000) }),
  ),
  /** Changes an act not yet put to the vote. */
  saveAct: command<Act>()(ActInput.extend({ id: Id, rev: Rev })),
  moveAct: command<Act[]>()(z.object({ id: Id, rev: Rev, position: z.int().min(1).max(9999) })),
  withdrawAct: command<Act>()(z.object({ id: Id, rev: Rev, reason: Line })),
  removeAct: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
}
