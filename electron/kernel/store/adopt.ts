import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../../../shared/contract/errors.ts'
import type { CopyFacts } from '../../../shared/contract/safety.ts'
import { isRehearsal } from '../safety/queries.ts'
import { checkFile, finishExchange, flush, setAside } from './backup.ts'
import { chainStart, journalSql, verifyStretch } from './journal.ts'
import { createWriter, select, type NoParams, type Reader } from './sql.ts'

export const adoptSql = {
  body: select<NoParams, { name: string }>()({ name: true }, 'SELECT name FROM body LIMIT 1'),
  table: select<{ name: string }, { name: string }>()(
    { name: true },
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name = @name`,
  ),
  hashAt: select<{ seq: number }, { hash: string }>()(
    { hash: true },
    'SELECT hash FROM journal WHERE seq = @seq',
  ),
}

/** A file of an older version has no table to say it in. */
const hasKept = (db: Reader): boolean => db.get(adoptSql.table, { name: 'kept' }) !== undefined

/** Entries re-computed in one go. */
const STRETCH = 5000

const refused = (why: string, file: string): Refusal =>
  new Refusal({
    code: 'corrupt',
    message: { key: `safety.copy.why.${why}`, params: { file: basename(file) } },
  })

const wholeChain = (db: Reader): boolean => {
  let state = chainStart
  for (;;) {
    const step = verifyStretch(db, state, STRETCH)
    if (step.broken !== null) return false
    if (step.done) return true
    state = step.state
  }
}

const read = <T>(path: string, act: (db: Reader) => T): T => {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return act(createWriter(db))
  } finally {
    db.close()
  }
}

const isSame = (db: Reader, last: { seq: number; hash: string }): boolean =>
  db.get(adoptSql.hashAt, { seq: last.seq })?.hash === last.hash

/** How a copy stands to the data here: their journals are chains, so one that holds the other's last entry holds it all. */
const relationOf = (copy: Reader, here: Reader | null): CopyFacts['relation'] => {
  const theirs = copy.get(journalSql.last, {})
  const ours = here?.get(journalSql.last, {})
  if (!here || !ours || !here.get(adoptSql.body, {})) return 'empty'
  if (!theirs) return 'other'
  if (ours.hash === theirs.hash) return 'same'
  if (isSame(here, theirs)) return 'behind'
  return isSame(copy, ours) ? 'ahead' : 'other'
}

/**
 * Looks a copy through before it is opened: whole pages, the journal's chain, a version this program knows, and that it
 * is no rehearsal's. `here` reads the data of this machine, null where there is none.
 * Throws a sentence where it cannot be opened; changes nothing.
 */
export const readCopy = (path: string, here: Reader | null): CopyFacts => {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new Refusal({
      code: 'not_found',
      message: { key: 'safety.copy.why.none', params: { file: path } },
    })
  try {
    checkFile(path)
  } catch (error) {
    if (error instanceof Refusal && error.failure.code === 'from_future') throw error
    throw refused('broken', path)
  }
  return read(path, (db) => {
    if (hasKept(db) && isRehearsal(db)) throw refused('rehearsal', path)
    if (!wholeChain(db)) throw refused('chain', path)
    const last = db.all(journalSql.page, { before: Number.MAX_SAFE_INTEGER })[0]
    return {
      path,
      file: basename(path),
      bytes: statSync(path).size,
      body: db.get(adoptSql.body, {})?.name ?? null,
      at: last?.at ?? null,
      operator: last?.operator ?? null,
      entries: last?.seq ?? 0,
      relation: relationOf(db, here),
    }
  })
}

/**
 * Puts a copy, looked through by {@link readCopy}, in the place of `file`, which must be closed. What it replaces is
 * kept; gives that name, null where nothing was there.
 */
export const adoptCopy = (path: string, file: string, now: number): string | null => {
  const draft = `${file}.part`
  try {
    rmSync(draft, { force: true })
    const source = new Database(path, { readonly: true, fileMustExist: true })
    try {
      // Also takes up what may still stand in a WAL beside a file saved from a broken machine.
      source.prepare('VACUUM INTO ?').run(draft)
    } finally {
      source.close()
    }
    checkFile(draft)
    flush(draft)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  const kept = existsSync(file) ? basename(setAside(file, 'replaced', now)) : null
  renameSync(draft, file)
  return kept
}

/** The data of this machine as it stands, or null where there is none that can be read. */
const readHere = <T>(file: string, act: (db: Reader | null) => T): T => {
  let db: Database.Database | undefined
  try {
    if (existsSync(file)) db = new Database(file, { readonly: true })
    db?.prepare('SELECT count(*) FROM journal').get()
  } catch {
    db?.close()
    db = undefined
  }
  try {
    return act(db ? createWriter(db) : null)
  } finally {
    db?.close()
  }
}

/**
 * Goes on from a copy before the data is opened. Where the data here already holds all of the copy it is left alone —
 * the same start given twice must not throw work back — and `taken` is false.
 * Throws as {@link readCopy}.
 */
export const takeUp = (
  path: string,
  file: string,
  now: number,
): CopyFacts & { taken: boolean; kept: string | null } => {
  finishExchange(file)
  const facts = readHere(file, (here) => readCopy(path, here))
  const taken = facts.relation !== 'same' && facts.relation !== 'behind'
  return { ...facts, taken, kept: taken ? adoptCopy(path, file, now) : null }
}
