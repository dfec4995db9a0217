import { z } from 'zod'
import type { ActKind } from './appointment.ts'
import { command, query, task } from './define.ts'
import type { Message } from './errors.ts'
import { Base64, Day, Id, Line, Note, Rev, TaskId } from './fields.ts'
import { personInput, type PersonRecord } from './person.ts'
import { uniteFields, uniteSides, type PersonLike, type UnitePreview } from './uniting.ts'

/** What an organ is; decides in which group lists print its posts. */
export const organKinds = [
  'standing-committee',
  'committee-office',
  'special-committee',
  'credentials-committee',
  'inquiry-committee',
  'street-committee',
  'government',
  'supervisory',
  'court',
  'procuratorate',
  'congress-above',
  'other',
] as const
export type OrganKind = (typeof organKinds)[number]

/** What a post is to the law: who nominates, what may be done, what follows (rules.md §1.5). */
export const postKinds = [
  'committee-chair',
  'committee-vice-chair',
  'committee-secretary-general',
  'committee-ordinary',
  'committee-office',
  'street-committee',
  'special-chair',
  'special-member',
  'credentials-member',
  'inquiry-member',
  'government-head',
  'government-deputy',
  'government-member',
  'supervisory-head',
  'supervisory-member',
  'court-president',
  'court-officer',
  'juror',
  'chief-procurator',
  'procuratorate-officer',
  'lower-chief-procurator',
  'deputy-above',
  'other',
] as const
export type PostKind = (typeof postKinds)[number]

/** Where an act on a post is filed or sent for approval (组织法 32①, 50; rules.md §1.5). */
export const filingRoutes = [
  'government-above',
  'procuratorate-above',
  'committee-above',
  'congress',
] as const
export type FilingRoute = (typeof filingRoutes)[number]

/** Who holds the oath ceremony of a post; `none`: no oath is taken. */
export const oathOrganizers = ['council', 'organ', 'none'] as const
export type OathOrganizer = (typeof oathOrganizers)[number]

/** An organ under the name it bears from a day on; `abolished` ends it on that day. */
export type OrganVersion = {
  fromOn: string
  name: string
  shortName: string
  abolished: boolean
  /** What the change rests on, e.g. the document that set the organ up. */
  note: string
}

export type Organ = {
  id: string
  kind: OrganKind
  position: number
  /** Oldest first; at least one. */
  versions: OrganVersion[]
  rev: number
}

/** The facts of a post from a day on. */
export type PostVersion = {
  fromOn: string
  /** Without the organ: «局长», «刑事审判第二庭副庭长». */
  title: string
  kind: PostKind
  /** «决定任命»/«决定免去» or «任命»/«免去» or «批准任命»/«批准免去»: the verb of appointing; its opposite follows. */
  verb: string
  /** Who may propose; empty leaves it to the kind. */
  nominators: string[]
  /** One holder at a time. */
  single: boolean
  /** Whether somebody may act in it (代理). */
  acting: boolean
  certificate: boolean
  oath: OathOrganizer
  filing: FilingRoute[]
  abolished: boolean
  note: string
}

export type Post = {
  id: string
  organId: string
  position: number
  versions: PostVersion[]
  rev: number
}

/** A post as it is on a day, its organ's name before it. */
export type PostOn = Omit<PostVersion, 'abolished' | 'note'> & {
  id: string
  organId: string
  organKind: OrganKind
  organName: string
  /** As papers print it: «临江市财政局局长». */
  fullName: string
}

export type Catalogue = { organs: Organ[]; posts: Post[] }

export const endReasons = [
  'removed',
  'dismissed',
  'resigned',
  'recalled',
  'ended',
  'died',
  'abolished',
  'renamed',
  'retired',
  'term-ended',
  'became-full',
  'other',
] as const
export type EndReason = (typeof endReasons)[number]

/** Who held what, since when, on which vote. */
export type Tenure = {
  id: string
  personId: string
  personName: string
  /** Null while the post is not matched to the catalogue. */
  postId: string | null
  /** As the paper named it then, organ included. */
  postName: string
  organId: string | null
  acting: boolean
  /** Day office began; null where an opening ledger does not say, and while an election awaits its approval. */
  fromOn: string | null
  /**
   * Day the congress elected, where that takes effect with the approval of the committee above alone (组织法 11(6)): until
   * then `fromOn` is null and nothing is held, from then on it is the day of the approval. Null of all other tenures.
   */
  electedOn: string | null
  /** Day office ended: from this day on not held. Null while it lasts. */
  toOn: string | null
  endReason: EndReason | null
  byActId: string | null
  endedByActId: string | null
  /** The act that will end it once the committee above has approved (组织法 32①); until then it is held. */
  pendingByActId: string | null
  /** `act` follows from a vote, `member` from the roster, `import` and `entered` from a person's hand. */
  source: 'act' | 'member' | 'import' | 'entered'
  /** Taken over by a review this term (履职评议), or null. */
  reviewedOn: string | null
  note: string
  rev: number
}

/** The session and vote an act was decided in, as the ledger shows it. */
export type ActOrigin = {
  actId: string
  sessionId: string
  termNumber: number
  sessionNumber: number
  date: string
  questionId: string | null
  for: number | null
  against: number | null
  abstain: number | null
  notPressed: number | null
  /** «全体组成人员» of that vote and what was needed. */
  base: number | null
  needed: number | null
}
export type TenureShown = Tenure & {
  by: ActOrigin | null
  endedBy: ActOrigin | null
  pendingBy: ActOrigin | null
}

/**
 * A post of a passed act that no tenure bears a mark of: nobody has said which person is meant, the person was not
 * known to hold what was taken away, or held already what was given.
 */
export type Unrecorded = {
  actId: string
  position: number
  act: ActKind
  verb: string
  personName: string
  personId: string | null
  postName: string
  why: 'person-unknown' | 'not-held' | 'already-held'
  origin: ActOrigin
}
/** Everything a session decided about posts: nothing of it is in neither. */
export type SessionDeeds = { tenures: TenureShown[]; unrecorded: Unrecorded[] }

/** A line of a sheet about to be imported, cell by cell, as in the roster's import. */
export type LedgerCell = {
  text: string
  value: string
  was?: string
  state: 'new' | 'changed' | 'same' | 'warning' | 'error'
  say?: Message
}
export type LedgerRow = {
  line: number
  state: LedgerCell['state']
  cells: Record<string, LedgerCell>
}
export type LedgerPreview = {
  columns: { header: string; column: string | null }[]
  rows: LedgerRow[]
  counts: Record<LedgerCell['state'], number>
  remarks: Message[]
  token: string
}

/** 人次 by one heading. */
export type ActCount = {
  key: string
  label: string
  count: number
  women: number
  minority: number
}
export type LedgerStatistics = {
  from: string
  to: string
  total: number
  persons: number
  /** Acts whose person's sex, or nationality, is not recorded: shares leave them out. */
  sexUnknown: number
  nationalityUnknown: number
  byVerb: ActCount[]
  byOrgan: ActCount[]
  byMonth: ActCount[]
  /** Posts in force, those held, and those whose holder was appointed in this term. */
  coverage: { posts: number; held: number; vacant: number; thisTerm: number }
}

const OrganFields = {
  fromOn: Day,
  name: Line,
  shortName: z.string().trim().max(200).default(''),
  abolished: z.boolean().default(false),
  note: Note.default(''),
}
const PostFields = {
  fromOn: Day,
  title: Line,
  kind: z.enum(postKinds),
  verb: Line,
  nominators: z.array(Line).max(8).default([]),
  single: z.boolean(),
  acting: z.boolean().default(false),
  certificate: z.boolean().default(true),
  oath: z.enum(oathOrganizers).default('council'),
  filing: z.array(z.enum(filingRoutes)).max(4).default([]),
  abolished: z.boolean().default(false),
  note: Note.default(''),
}
const sheet = { taskId: TaskId.optional(), fileName: Line, base64: Base64 }

/** A person as the ledger knows one, and everything held, oldest first. */
export type LedgerPerson = PersonRecord & { tenures: TenureShown[] }

export const ledger = {
  /** Every organ and post with all their versions. */
  catalogue: query<Catalogue>()(z.object({})),
  /** Posts in force on a day (today when absent), in the order of the catalogue. */
  posts: query<PostOn[]>()(z.object({ on: Day.optional() })),
  /** Adds an organ or a further version of one; the same `fromOn` replaces that version. */
  saveOrgan: command<Organ>()(
    z.object({ id: Id.optional(), rev: Rev, kind: z.enum(organKinds), ...OrganFields }),
  ),
  savePost: command<Post>()(z.object({ id: Id.optional(), rev: Rev, organId: Id, ...PostFields })),
  /** Takes back one version, or the whole where it is the only one; refused where a tenure or act rests on it. */
  removeOrgan: command<{ id: string }>()(z.object({ id: Id, rev: Rev, fromOn: Day })),
  removePost: command<{ id: string }>()(z.object({ id: Id, rev: Rev, fromOn: Day })),
  /** Adds the organs and posts usual at the body's level that are not there yet. */
  addStarter: command<{ organs: number; posts: number }>()(z.object({ fromOn: Day })),

  /** Who held posts at the close of a day: of one organ, one post, one person, or all. */
  asOf: query<TenureShown[]>()(
    z.object({
      on: Day,
      organId: Id.optional(),
      postId: Id.optional(),
      personId: Id.optional(),
      /** Part of a post's or person's name, pinyin initials too. */
      text: z.string().trim().max(60).optional(),
    }),
  ),
  /** What is known of one person, and everything held, oldest first. */
  person: query<LedgerPerson>()(z.object({ personId: Id })),
  /** Puts right what is known of a person; acts and papers keep the name they were made with. */
  savePerson: command<LedgerPerson>()(personInput),
  /** Who held one post, newest first. */
  post: query<TenureShown[]>()(z.object({ postId: Id })),
  /** Every appointment and removal of a session. */
  session: query<SessionDeeds>()(z.object({ sessionId: Id })),
  /** In office, appointed in the current term, and not yet reviewed in it. */
  unreviewed: query<TenureShown[]>()(z.object({})),
  /** People whose name or pinyin holds the text; at most 50. */
  findPerson: query<{ id: string; name: string; posts: string[] }[]>()(
    z.object({ text: z.string().max(60) }),
  ),

  /** A tenure the ledger did not see come about: entered by hand, or mended. Those made by a vote keep what it says. */
  saveTenure: command<Tenure>()(
    z.object({
      id: Id.optional(),
      rev: Rev,
      personId: Id.optional(),
      personName: Line,
      postId: Id.nullable().default(null),
      postName: Line,
      acting: z.boolean().default(false),
      fromOn: Day.nullable(),
      electedOn: Day.nullable().default(null),
      toOn: Day.nullable().default(null),
      endReason: z.enum(endReasons).nullable().default(null),
      note: Note.default(''),
    }),
  ),
  /** Ends a tenure without a vote, for a cause that ends it by itself (rules.md §8-51; cases 54–56). */
  endTenure: command<Tenure>()(
    z.object({ id: Id, rev: Rev, on: Day, cause: z.enum(endReasons), note: Note.default('') }),
  ),
  /** Takes back an end that was entered without a vote. */
  reopenTenure: command<Tenure>()(z.object({ id: Id, rev: Rev })),
  removeTenure: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
  /** Ties a tenure to a post of the catalogue. */
  tieTenure: command<Tenure>()(z.object({ id: Id, rev: Rev, postId: Id.nullable() })),
  /** Marks that the holder was reviewed on a day; null takes it back. */
  review: command<Tenure>()(z.object({ id: Id, rev: Rev, on: Day.nullable() })),

  /** People who may be the same as one: those of the same name, or all whose name or pinyin holds a text; at most 50. */
  peopleLike: query<PersonLike[]>()(
    z.object({ personId: Id, text: z.string().trim().max(60).default('') }),
  ),
  /** What uniting two entries of one human being would do, and what is in the way of it. Writes nothing. */
  unitePreview: query<UnitePreview>()(z.object({ staysId: Id, goesId: Id })),
  /**
   * Makes one entry of two, after a backup: all that refers to the one that goes refers to the one that stays. `chosen`
   * says whose word holds where both differ; refused while something is in the way or has moved since the preview.
   */
  unitePersons: task<{ id: string; name: string; backup: string }>()(
    z.object({
      taskId: TaskId,
      staysId: Id,
      goesId: Id,
      token: Line,
      chosen: z.partialRecord(z.enum(uniteFields), z.enum(uniteSides)).default({}),
    }),
  ),

  /** Reads a sheet of organs and posts, or of opening tenures, and says what importing it would do. Writes nothing. */
  readCatalogueSheet: task<LedgerPreview>()(z.object(sheet)),
  importCatalogueSheet: task<{ added: number; changed: number; same: number }>()(
    z.object({ ...sheet, token: Line }),
  ),
  readTenureSheet: task<LedgerPreview>()(z.object(sheet)),
  importTenureSheet: task<{ added: number; changed: number; same: number }>()(
    z.object({ ...sheet, token: Line }),
  ),

  /** Passed acts between two days, counted (人次). */
  statistics: query<LedgerStatistics>()(z.object({ from: Day, to: Day })),
}
