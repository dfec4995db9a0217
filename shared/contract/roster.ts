import { z } from 'zod'
import { command, query, task } from './define.ts'
import type { Message } from './errors.ts'
import { Base64, Day, Id, Line, Moment, Note, Rev } from './fields.ts'

export const memberKinds = ['chair', 'vice-chair', 'secretary-general', 'ordinary'] as const
export type MemberKind = (typeof memberKinds)[number]

export const leavingReasons = [
  'resignation',
  'recalled',
  'deputy-resigned',
  'deputy-ended',
  'dismissed',
  'died',
  'term-ended',
  'other',
] as const
export type LeavingReason = (typeof leavingReasons)[number]

export type Person = {
  id: string
  /** Stored bare: no padding, middle dot `·`. */
  name: string
  sex: 'male' | 'female' | null
  /** 民族, e.g. «回族». */
  nationality: string | null
  note: string
  rev: number
}

export type Member = {
  id: string
  personId: string
  name: string
  sex: 'male' | 'female' | null
  nationality: string | null
  termId: string
  kind: MemberKind
  /** Rank inside the kind (政治排名), 1 first; null sorts by strokes. */
  rank: number | null
  /** Manual override of the order; smaller first, before everything else of its kind. */
  orderOverride: number | null
  startsOn: string
  /** null in office; a day is the last day in office; a moment is when office ended. */
  endsAt: string | null
  endReason: LeavingReason | null
  /** Kept with the person. */
  note: string
  /** Characters of the name the stroke data does not know. */
  unknownStrokes: string[]
  rev: number
}

export type Membership = {
  at: string
  seats: number
  inOffice: number
  vacancies: number
  members: Member[]
}

export const cellStates = ['new', 'changed', 'same', 'warning', 'error'] as const
export type CellState = (typeof cellStates)[number]

export type ImportCell = {
  /** As read from the sheet. */
  text: string
  /** As it would be stored. */
  value: string
  /** What is stored now, where it differs. */
  was?: string
  state: CellState
  /** i18n key and parameters of what is said about the cell. */
  say?: Message
}

export const importColumns = [
  'name',
  'sex',
  'nationality',
  'kind',
  'rank',
  'startsOn',
  'endsAt',
  'endReason',
  'note',
] as const
export type ImportColumn = (typeof importColumns)[number]

export type ImportRow = {
  /** Row number in the sheet as people see it, 1-based. */
  line: number
  state: CellState
  cells: Partial<Record<ImportColumn, ImportCell>>
}

export type ImportPreview = {
  /** Sheet column header → our column, as understood. */
  columns: { header: string; column: ImportColumn | null }[]
  rows: ImportRow[]
  counts: Record<CellState, number>
  /** What there is to say of the sheet as a whole, e.g. members it does not mention. */
  remarks: Message[]
  /** Hash of file and store state; confirming checks nothing moved in between. */
  token: string
}

export const roster = {
  /** All members of the current term, in the official order, ended ones last. */
  members: query<Member[]>()(z.object({})),
  /** «全体组成人员» at a moment (now when absent). */
  membership: query<Membership>()(z.object({ at: Moment.optional() })),
  /** People by characters, pinyin or pinyin initials; at most 50. */
  find: query<Person[]>()(z.object({ text: z.string().max(60) })),
  /** Creates (`id` absent, rev 0) or changes a member and the person behind it. */
  saveMember: command<Member>()(
    z.object({
      id: Id.optional(),
      rev: Rev,
      /** Somebody known already who takes a seat; absent: somebody new. */
      personId: Id.optional(),
      name: Line,
      sex: z.enum(['male', 'female']).nullable().default(null),
      nationality: z.string().trim().max(20).nullable().default(null),
      note: Note.default(''),
      kind: z.enum(memberKinds),
      rank: z.int().min(1).max(999).nullable().default(null),
      orderOverride: z.int().min(1).max(9999).nullable().default(null),
      startsOn: Day,
      endsAt: z.union([Day, Moment]).nullable().default(null),
      endReason: z.enum(leavingReasons).nullable().default(null),
    }),
  ),
  /** Gives members manual places in one step; null goes back to rank and strokes. */
  placeMembers: command<Member[]>()(
    z.object({
      places: z
        .array(z.object({ id: Id, rev: Rev, place: z.int().min(1).max(9999).nullable() }))
        .min(1)
        .max(500),
    }),
  ),
  /** Removes a member entered by mistake; refused once any record of a session names the member. */
  removeMember: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
  /** Reads an XLSX or CSV sheet and says, cell by cell, what importing it would do. Writes nothing. */
  readSheet: task<ImportPreview>()(z.object({ fileName: Line, base64: Base64 })),
  /** Writes what the preview showed; refused when any row is in error or anything moved since. */
  importSheet: task<{ added: number; changed: number; same: number }>()(
    z.object({ fileName: Line, base64: Base64, token: Line }),
  ),
}
