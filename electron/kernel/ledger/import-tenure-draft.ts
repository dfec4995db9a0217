import type { PostOn, Tenure } from '../../../shared/contract/ledger.ts'
import type { LedgerAct, LedgerTenure } from '../../../shared/rules/ledger/replay.ts'
import type { Sheet } from '../ports.ts'
import type { TenureColumn } from './import-tenure-cells.ts'
import type { Judged } from './sheet.ts'
import type { KnownPerson } from './sql.ts'

/** Everything a preview depends on, as plain data. */
export type TenureImportInput = {
  fileName: string
  sheet: Sheet
  bodyName: string
  /** Today's catalogue. */
  posts: readonly PostOn[]
  persons: readonly KnownPerson[]
  /** Those in the ledger, in line with the acts. */
  tenures: readonly LedgerTenure[]
  acts: readonly LedgerAct[]
  /** When members sat on the committee, whenever that was. */
  members: readonly Pick<Tenure, 'personId' | 'fromOn' | 'toOn'>[]
  /** YYYY-MM-DD. */
  today: string
}

/** One write: a tenure added (`id` null) or changed; the person known, or new and named once by all its rows. */
export type TenureChange = {
  line: number
  id: string | null
  personId: string | null
  personName: string
  person: Pick<KnownPerson, 'sex' | 'nationality' | 'birth'>
  facts: Pick<
    LedgerTenure,
    'postId' | 'postName' | 'acting' | 'fromOn' | 'ownToOn' | 'ownEndReason' | 'note'
  >
}

export type Row = Judged<TenureColumn>
export type Draft = TenureChange & { row: Row; known: LedgerTenure | null }

/** One person of the sheet: known, or new and named once by all its rows. */
export const keyOf = ({ personId, personName }: TenureChange): string =>
  personId ?? `new ${personName}`
