import { createHash } from 'node:crypto'
import type { JournalEntry } from '../../../shared/contract/journal.ts'
import { change, select, type NoParams, type Reader, type Writer } from './sql.ts'

type Row = JournalEntry & { previous: string }

/** Stands before the first entry. */
const ORIGIN = '0'.repeat(64)

export const journalSql = {
  last: select<NoParams, { seq: number; hash: string }>()(
    { seq: true, hash: true },
    'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1',
  ),
  page: select<{ before: number }, JournalEntry>()(
    { seq: true, at: true, operator: true, command: true, payload: true, hash: true },
    `SELECT seq, at, operator, command, payload, hash FROM journal
     WHERE seq < @before ORDER BY seq DESC LIMIT 200`,
  ),
  stretch: select<{ after: number; most: number }, Row>()(
    {
      seq: true,
      at: true,
      operator: true,
      command: true,
      payload: true,
      hash: true,
      previous: true,
    },
    `SELECT seq, at, operator, command, payload, previous, hash FROM journal
     WHERE seq > @after ORDER BY seq LIMIT @most`,
  ),
  seals: select<{ after: number; upTo: number }, { seq: number; hash: string }>()(
    { seq: true, hash: true },
    `SELECT sealSeq AS seq, sealHash AS hash FROM vote WHERE sealSeq > @after AND sealSeq <= @upTo`,
  ),
  lastSeal: select<NoParams, { seq: number | null }>()(
    { seq: true },
    'SELECT max(sealSeq) AS seq FROM vote',
  ),
  append: change<Row>()(
    `INSERT INTO journal (seq, at, operator, command, payload, previous, hash)
     VALUES (@seq, @at, @operator, @command, @payload, @previous, @hash)`,
  ),
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON with keys in code-point order, so that equal facts always give equal bytes. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    isPlain(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  )

const hashOf = (row: Omit<Row, 'hash'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([row.seq, row.at, row.operator, row.command, row.payload, row.previous]),
      'utf8',
    )
    .digest('hex')

/** Appends one entry; must run inside the transaction of the command it records. */
export const append = (
  db: Writer,
  entry: { at: number; operator: string; command: string; payload: unknown },
): { seq: number; hash: string } => {
  const last = db.get(journalSql.last, {})
  const body = {
    ...entry,
    seq: (last?.seq ?? 0) + 1,
    payload: canonical(entry.payload),
    previous: last?.hash ?? ORIGIN,
  }
  const hash = hashOf(body)
  db.run(journalSql.append, { ...body, hash })
  return { seq: body.seq, hash }
}

export type ChainState = { seq: number; hash: string }
export const chainStart: ChainState = { seq: 0, hash: ORIGIN }

/**
 * Re-computes up to `most` entries after `from`, and holds every vote's seal against the entry it names.
 * Gives the state to go on from, or the first entry that does not fit.
 */
export const verifyStretch = (
  db: Reader,
  from: ChainState,
  most: number,
): { state: ChainState; broken: number | null; done: boolean } => {
  const rows = db.all(journalSql.stretch, { after: from.seq, most })
  const hashes = new Map<number, string>()
  let state = from
  for (const row of rows) {
    const fits =
      row.seq === state.seq + 1 && row.previous === state.hash && row.hash === hashOf(row)
    if (!fits) return { state, broken: state.seq + 1, done: true }
    state = { seq: row.seq, hash: row.hash }
    hashes.set(row.seq, row.hash)
  }
  const seals = db.all(journalSql.seals, { after: from.seq, upTo: state.seq })
  const torn = seals.filter((seal) => hashes.get(seal.seq) !== seal.hash).map((seal) => seal.seq)
  if (torn.length > 0) return { state, broken: Math.min(...torn), done: true }
  const done = rows.length < most
  const lastSeal = done ? (db.get(journalSql.lastSeal, {})?.seq ?? 0) : 0
  // A seal past the end means that the tail of the journal was cut off.
  return { state, broken: lastSeal > state.seq ? state.seq + 1 : null, done }
}
