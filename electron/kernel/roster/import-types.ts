import type { Message } from '../../../shared/contract/errors.ts'
import type { Level, Term } from '../../../shared/contract/body.ts'
import type {
  ImportCell,
  ImportColumn,
  ImportPreview,
  LeavingReason,
  Member,
  MemberKind,
  Person,
} from '../../../shared/contract/roster.ts'
import type { Sheet } from '../ports.ts'

/** Everything a preview depends on, as plain data. */
export type ImportInput = {
  fileName: string
  sheet: Sheet
  level: Level
  term: Pick<Term, 'id' | 'seats' | 'startsOn'>
  /** Local moment of the call. */
  moment: string
  persons: readonly Person[]
  /** Members of the current term, ended ones too. */
  members: readonly Member[]
}

/** What confirming would store of one row, whole: columns the sheet does not state keep what is stored. */
export type MemberFacts = {
  name: string
  sex: 'male' | 'female' | null
  nationality: string | null
  note: string
  kind: MemberKind
  rank: number | null
  orderOverride: number | null
  startsOn: string
  endsAt: string | null
  endReason: LeavingReason | null
}

/** One write. `memberId` null adds a member; `personId` null adds the person, or takes that of line `personOf`. */
export type ImportChange = {
  line: number
  memberId: string | null
  memberRev: number
  personId: string | null
  personRev: number
  personOf: number | null
  facts: MemberFacts
}

export type ImportResult = ImportPreview & { remarks: Message[]; changes: ImportChange[] }

/** A cell understood by itself, before it meets what is stored. An empty `value` states nothing. */
export type ReadCell = {
  text: string
  value: string
  say?: Message
  /** Absent when there is nothing to say. */
  state?: 'warning' | 'error'
}

/** A row of the sheet that speaks of a person. */
export type Draft = { line: number; cells: Partial<Record<ImportColumn, ReadCell>> }

/** A draft with who and which tenure it is about. */
export type Matched = {
  draft: Draft
  person: Person | null
  /** Line of an earlier row about the same person who is new. */
  personOf: number | null
  member: Member | null
}

/** The matched row with its cells as people see them. */
export type Judged = Matched & {
  facts: MemberFacts
  cells: Partial<Record<ImportColumn, ImportCell>>
}
