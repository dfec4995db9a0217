import { z } from 'zod'
import { command, query } from './define.ts'
import type { Message } from './errors.ts'
import { Day, Id, Note, Rev } from './fields.ts'
import type { EndReason, OathOrganizer } from './ledger.ts'
import type { PaperName } from './papers.ts'

/** What is still to be done once an act has passed (rules.md §8-47…55). */
export const formalityKinds = [
  'certificate',
  'oath',
  'notice',
  'publication',
  'filing',
  'approval',
] as const
export type FormalityKind = (typeof formalityKinds)[number]

export const formalityStates = ['due', 'done', 'waived'] as const
export type FormalityState = (typeof formalityStates)[number]

/** The council, or the organ the person goes to (rules.md §5). */
export const oathHolders = ['council', 'organ'] as const satisfies readonly OathOrganizer[]
export type OathHolder = (typeof oathHolders)[number]

/**
 * What a later correction did to something already settled: `void`, nothing that stands asks for it any more;
 * `changed`, other acts stand now than those it was settled for.
 */
export const formalityDoubts = ['void', 'changed'] as const
export type FormalityDoubt = (typeof formalityDoubts)[number]

/** A tenure that ended without a vote (rules.md §9-55, 56). */
export type EndedTenure = {
  tenureId: string
  personName: string
  postName: string
  cause: EndReason
  /** The first day out of office. */
  on: string
}

export type Formality = {
  id: string
  /** The session whose acts ask for it, and its numbers; null where it follows from the end of a tenure. */
  sessionId: string | null
  termNumber: number | null
  sessionNumber: number | null
  /** The end without a vote it follows from; null where it follows from acts. */
  ended: EndedTenure | null
  /** Notices and publications speak of several acts; empty where none stands any more. */
  actIds: string[]
  /** The same acts as sentences of the papers. */
  acts: string[]
  kind: FormalityKind
  /** For whom or to whom: a person's name, whom a notice is addressed to, the organ it is filed with. */
  toWhom: string
  /** Who holds the ceremony of an oath; null for everything else. */
  heldBy: OathHolder | null
  /** Last day by local rule; null where none is set. */
  dueOn: string | null
  /** What the day was reckoned from, as a sentence. */
  dueRule: Message | null
  /** The day was set by hand; the rule no longer moves it. */
  dueSet: boolean
  state: FormalityState
  doneOn: string | null
  /** Number of the certificate or document. */
  number: string
  note: string
  doubt: FormalityDoubt | null
  /** Days to `dueOn`, 0 on the day itself, negative after it; null where it is settled or no day is set. */
  daysLeft: number | null
  overdue: boolean
  rev: number
}

/** A file that left the house. */
export type MadePaper = {
  id: string
  sessionId: string
  paper: string
  fileName: string
  toWhom: string
  madeAt: string
  operator: string
}

/**
 * What was put right after papers that speak of it were made, so that they say something else than what stands: a
 * result, with the act as a sentence of the papers and what came of it; a passed act tied to another person or post; a
 * name.
 */
export type PutRight = {
  /** Local moment. */
  at: string
  /** The kinds of papers that speak of it. */
  papers: PaperName[]
} & (
  | { what: 'result'; act: string; outcome: 'passed' | 'failed' }
  | { what: 'person' | 'post'; act: string }
  | { what: 'name'; was: string; now: string }
)

/** So many of what was seen to after sessions are listed together; each session lists all of its own. */
export const SETTLED_SHOWN = 200

export type Aftermath = {
  formalities: Formality[]
  /** The latest first. */
  made: MadePaper[]
  /** What nobody has stated and the papers leave room for, each with where to state it. */
  blanks: Message[]
  /** What was put right since the first of these papers, in order of time. */
  putRight: PutRight[]
  /** What was settled and is in doubt counts as due. */
  counts: { due: number; overdue: number; done: number; waived: number }
}

export const formality = {
  /** What follows from the acts a session passed, what was done of it, and what was made. */
  ofSession: query<Aftermath>()(z.object({ sessionId: Id })),
  /** Everything still due, of all sessions, the earliest first. */
  due: query<Formality[]>()(z.object({})),
  /** What was seen to, the latest first: all that follows from ends without a vote, of sessions the last {@link SETTLED_SHOWN}. */
  settled: query<Formality[]>()(z.object({})),
  /** Sets one or several to done (with its day), waived (with its reason) or due again. */
  settle: command<Formality[]>()(
    z.object({
      changes: z
        .array(z.object({ id: Id, rev: Rev }))
        .min(1)
        .max(500),
      state: z.enum(formalityStates),
      doneOn: Day.nullable().default(null),
      number: z.string().trim().max(60).default(''),
      note: Note.default(''),
    }),
  ),
  /** Another day than the rule gives, with a reason; null takes the rule's own back. */
  setDue: command<Formality>()(
    z.object({ id: Id, rev: Rev, dueOn: Day.nullable(), note: Note.default('') }),
  ),
  /** Works everything out anew under the rules as they are now; what was done stays. */
  rework: command<Aftermath>()(z.object({ sessionId: Id })),
  /** The same for all that is open, of every session and of ends without a vote; gives what is open then. */
  reworkAll: command<Formality[]>()(z.object({})),
}
