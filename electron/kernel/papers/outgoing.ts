import { outgoingShape, type Outgoing } from '../../../shared/contract/papers.ts'
import { expectRev } from '../rows.ts'
import { change, select, type Reader, type Writer } from '../store/sql.ts'

const sql = {
  get: select<{ key: string }, { value: string; rev: number }>()(
    { value: true, rev: true },
    'SELECT value, rev FROM setting WHERE key = @key',
  ),
  save: change<{ key: string; value: string; rev: number }>()(
    `INSERT INTO setting (key, value, rev) VALUES (@key, @value, @rev)
     ON CONFLICT (key) DO UPDATE SET value = @value, rev = @rev`,
  ),
}

const keyOf = (sessionId: string): string => `papers.outgoing.${sessionId}`

const none: Outgoing = {
  announcement: null,
  notice: null,
  certificate: null,
  filing: null,
  oathLeader: '',
}

/** Numbers and names the papers of a session bear. */
export const outgoingOf = (db: Reader, sessionId: string): { value: Outgoing; rev: number } => {
  const row = db.get(sql.get, { key: keyOf(sessionId) })
  return row
    ? { value: outgoingShape.parse(JSON.parse(row.value)), rev: row.rev }
    : { value: none, rev: 0 }
}

export const saveOutgoing = (
  db: Writer,
  sessionId: string,
  value: Outgoing,
  rev: number,
): { value: Outgoing; rev: number } => {
  expectRev(outgoingOf(db, sessionId), rev)
  db.run(sql.save, { key: keyOf(sessionId), value: JSON.stringify(value), rev: rev + 1 })
  return outgoingOf(db, sessionId)
}
