import { z } from 'zod'
import { command, query, task } from './define.ts'
import type { Message } from './errors.ts'
import { Base64, Day, Id, Line, Note, Rev, TaskId } from './fields.ts'
import {
  materialKinds,
  materialStates,
  type Finding,
  type MaterialFact,
  type MaterialKind,
} from './findings.ts'

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

/** `deferred`: not put to the vote for now (暂不付表决); it can be resumed. */
export const actOutcomes = ['pending', 'passed', 'failed', 'withdrawn', 'deferred'] as const
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
  /** The person of the ledger it is about; null while nobody is meant for sure. */
  personId: string | null
  post: string
  reason: string
  outcome: ActOutcome
  /** Why it is not put to the vote for now; null unless it is deferred. */
  deferredReason: string | null
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

/** Facts about a person that came with an act; null where nothing is said. */
export type PersonFacts = {
  sex: 'male' | 'female' | null
  /** `YYYY-MM`. */
  birth: string | null
  nationality: string | null
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
  /** What the brackets behind names say of the persons. */
  about: { name: string; person: PersonFacts }[]
}

/**
 * How sure a post's place in the catalogue is: `exact` by its name, `tied` by a person's hand, `likely` where some are
 * offered, `none` where the catalogue knows nothing like it.
 */
export type PostCertainty = 'exact' | 'tied' | 'likely' | 'none'

/** One of the posts an act is about, and its place in the catalogue. */
export type ActPost = {
  actId: string
  /** From 1, in the order of the paper. */
  position: number
  /** As written, the organ before it. */
  name: string
  postId: string | null
  certainty: PostCertainty
  candidates: { id: string; fullName: string }[]
}

/** A warning somebody went past: why, when, who. It holds for what was said then, and for nothing else. */
export type Override = { reason: string; at: string; operator: string }
export type ActFinding = Finding & { override: Override | null }

/** What comes with an act, and what of it is there. */
export type ActMaterial = {
  actId: string
  kind: MaterialKind
  required: boolean
  /** Null while it is not there. */
  fact: MaterialFact | null
  /** What is missing or wrong with it, if anything. */
  say: Message | null
  /** Of the record; 0 while there is none. */
  rev: number
}

/**
 * A nomination an act may stand under: one of the session, or one that would be made (`nominationId` null) for whoever
 * may propose: «市长顾长风», named where the ledger knows who holds the office.
 */
export type NominatorOffer = {
  /** Tells it from the others. */
  key: string
  nominationId: string | null
  nominator: string
  nominatorKind: NominatorKind
}

/** Where a row not added yet would stand, and where the law lets it: keys of offers. */
export type DraftPlace = {
  key: string
  /** Empty where the law names nobody. */
  lawful: string[]
  /** Only the name of the post tells who proposes to it. */
  guessed: boolean
}

/** A row of a sheet of nominations as it would be added; `says` names the cell where something is to be looked at. */
export type SheetAct = {
  /** Of the sheet, as people count. */
  line: number
  act: ActKind
  verb: string
  personName: string
  post: string
  reason: string
  person: PersonFacts
  says: Message[]
}

const ActInput = z.object({
  act: z.enum(actKinds),
  verb: Line,
  personName: Line,
  post: Line,
  reason: Note.default(''),
})
const DraftAct = ActInput.extend({
  verb: z.string().trim().max(400),
  personName: z.string().trim().max(400),
  post: z.string().trim().max(400),
})
const PersonInput = z.object({
  sex: z.enum(['male', 'female']).nullable().default(null),
  birth: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
    .nullable()
    .default(null),
  nationality: Line.nullable().default(null),
})
/** Under whose nomination a row is to stand: one of the session, or one to be made for this nominator. */
const PlaceInput = z.object({
  nominationId: Id.nullable(),
  nominator: Line,
  nominatorKind: z.enum(nominatorKinds),
})
const Points = z.int().min(0).max(100).nullable().default(null)

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
  /** Reads a sheet of nominations into rows, writing nothing; what was not understood is said with its cell. */
  readSheet: task<{ acts: SheetAct[]; remarks: Message[] }>()(
    z.object({ taskId: TaskId.optional(), fileName: Line, base64: Base64 }),
  ),
  /** Adds acts; `person` fills what is not known of somebody yet, and replaces nothing. */
  addActs: command<Nomination>()(
    z.object({
      nominationId: Id,
      acts: z
        .array(ActInput.extend({ person: PersonInput.optional() }))
        .min(1)
        .max(2000),
    }),
  ),
  /**
   * Adds a list whose acts are not all nominated by one: each goes under the nomination `place` names, or, without one,
   * where the law lets it (`checkDraft` tells). Nominations that are missing are made, on the item and received on the
   * day of the one chosen. Gives the nominations that got acts.
   */
  addNominations: command<Nomination[]>()(
    z.object({
      nominationId: Id,
      acts: z
        .array(ActInput.extend({ person: PersonInput.optional(), place: PlaceInput.optional() }))
        .min(1)
        .max(2000),
    }),
  ),
  /** Changes an act not yet put to the vote. */
  saveAct: command<Act>()(ActInput.extend({ id: Id, rev: Rev })),
  /** Gives acts not yet put to the vote the verbs their posts are written with; refused where none is to be changed. */
  mendVerbs: command<Act[]>()(
    z.object({
      acts: z
        .array(z.object({ id: Id, rev: Rev }))
        .min(1)
        .max(2000),
    }),
  ),
  moveAct: command<Act[]>()(z.object({ id: Id, rev: Rev, position: z.int().min(1).max(9999) })),
  /** Puts acts not yet put to the vote under another nomination, one of the session or a new one on their item. */
  regroupActs: command<Nomination>()(
    z.object({
      acts: z
        .array(z.object({ id: Id, rev: Rev }))
        .min(1)
        .max(2000),
      place: PlaceInput,
    }),
  ),
  /** Who may propose at the body, as papers name them: by name where the ledger knows who holds the office then. */
  proposers: query<Pick<Nomination, 'nominator' | 'nominatorKind'>[]>()(
    z.object({ sessionId: Id }),
  ),
  /** The nominations an act may be put under; `lawful` are the keys of those the law names for it. */
  nominators: query<{ offers: NominatorOffer[]; lawful: string[] }>()(z.object({ actId: Id })),
  withdrawAct: command<Act>()(z.object({ id: Id, rev: Rev, reason: Line })),
  removeAct: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
  /** Leaves an act out of the vote for now, with the reason; refused once it is a question. */
  deferAct: command<Act>()(z.object({ id: Id, rev: Rev, reason: Line })),
  resumeAct: command<Act>()(z.object({ id: Id, rev: Rev })),

  /** The posts the acts of a session are about, with their places in the catalogue. */
  posts: query<ActPost[]>()(z.object({ sessionId: Id })),
  /** Who is meant, and which posts of the catalogue: settles namesakes and what the names leave open. */
  tieAct: command<Act>()(
    z.object({
      id: Id,
      rev: Rev,
      /** Absent leaves it as it is. */
      personId: Id.nullable().optional(),
      /** Somebody else of that name, whom the ledger does not know yet; comes before `personId`. */
      another: z.boolean().default(false),
      posts: z
        .array(z.object({ position: z.int().min(1).max(99), postId: Id.nullable() }))
        .max(99)
        .default([]),
    }),
  ),
  /** Persons of the ledger an act may mean: the one it is tied to, and who bears its name; with what they hold. */
  persons: query<
    {
      id: string
      name: string
      birth: string | null
      posts: string[]
      /** Whether a deputy to the congress, as somebody has said; null: nobody has. */
      deputy: boolean | null
    }[]
  >()(z.object({ actId: Id })),
  /**
   * Says of an act's person whether a deputy to the congress; null takes it back. Who was not known is from there on.
   * Members in office are deputies without anybody saying so. Refused while it is open which of several is meant.
   */
  sayDeputy: command<ActFinding[]>()(z.object({ actId: Id, deputy: z.boolean().nullable() })),
  /** All that law, local rule and ledger have to say of the acts of a session. */
  findings: query<ActFinding[]>()(z.object({ sessionId: Id })),
  /**
   * The same of rows not added yet, each under its own nominator: they are named `draft.0`, `draft.1` … in what comes
   * back, `places` are in their order.
   */
  checkDraft: query<{
    findings: Finding[]
    posts: ActPost[]
    offers: NominatorOffer[]
    places: DraftPlace[]
  }>()(
    z.object({
      nominationId: Id,
      acts: z.array(DraftAct.extend({ place: PlaceInput.optional() })).max(2000),
    }),
  ),
  /** Goes past the warnings of one code at an act, as they stand now; a prohibition cannot be gone past. */
  override: command<ActFinding[]>()(z.object({ actId: Id, code: Line, reason: Line })),
  takeBackOverride: command<ActFinding[]>()(z.object({ actId: Id, code: Line })),
  /** What has to come with each act of a session, and what of it is there. */
  materials: query<ActMaterial[]>()(z.object({ sessionId: Id })),
  /** Notes what came in; `state` null takes it back. */
  saveMaterial: command<ActMaterial[]>()(
    z.object({
      actId: Id,
      kind: z.enum(materialKinds),
      rev: Rev,
      state: z.enum(materialStates).nullable(),
      receivedOn: Day.nullable().default(null),
      score: Points,
      retake: Points,
      note: Note.default(''),
    }),
  ),
  /**
   * Notes as received on a day all of these kinds that acts of a nomination not voted on yet must bring and that are
   * not there; an exam wants its points and is noted by itself. Refused where nothing is left to come.
   */
  receiveMaterials: command<ActMaterial[]>()(
    z.object({ nominationId: Id, kinds: z.array(z.enum(materialKinds)).min(1), receivedOn: Day }),
  ),
}
