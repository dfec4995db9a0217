import type { Rehearsal } from '../../../shared/contract/safety.ts'
import { change, select, type Reader, type Writer } from '../store/sql.ts'

export const keptSql = {
  read: select<{ key: string }, { value: string }>()(
    { value: true },
    'SELECT value FROM kept WHERE key = @key',
  ),
  write: change<{ key: string; value: string; at: number }>()(
    `INSERT INTO kept (key, value, at) VALUES (@key, @value, @at)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at`,
  ),
}

/** Key under which a rehearsal's file says of itself what it is. */
const REHEARSAL = 'safety.rehearsal'

/** What a rehearsal's file says of itself, with the SHA-256 of the real file it left untouched. */
export type RehearsalMark = Rehearsal & { realHash: string }

export const markOf = (db: Reader): RehearsalMark | null => {
  const row = db.get(keptSql.read, { key: REHEARSAL })
  return row ? (JSON.parse(row.value) as RehearsalMark) : null
}

export const keepMark = (db: Writer, mark: RehearsalMark): void => {
  db.run(keptSql.write, { key: REHEARSAL, value: JSON.stringify(mark), at: mark.startedAt })
}

/** The rehearsal a file belongs to; null for the real one. */
export const rehearsalOf = (db: Reader): Rehearsal | null => {
  const mark = markOf(db)
  return mark ? { number: mark.number, startedAt: mark.startedAt } : null
}

/** Whether what is open is a rehearsal: whatever is printed or shown of it must say so. */
export const isRehearsal = (db: Reader): boolean => markOf(db) !== null
