import { existsSync, mkdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../../../shared/contract/errors.ts'
import { failureOf } from '../dispatch.ts'
import { finishExchange, listBackups, makeBackup, putBack, setAside } from './backup.ts'
import { migrate, pending, refuseFuture, versionOf } from './migrate.ts'

/** `PRAGMA application_id` of our files («Yixi»), so that another program's database is not taken for ours. */
const APPLICATION_ID = 0x59697869

const configure = (db: Database.Database): void => {
  db.pragma('journal_mode = WAL')
  // The binding is built with NORMAL for WAL: an acknowledged command could be lost with the power.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 5000')
  // Figures of a count half done are overwritten with zeros, not left in the free parts of the file.
  db.pragma('secure_delete = ON')
}

/**
 * Brings the log into the file and cuts it to nothing, so that the steps of a count that is over cannot be read out of
 * it. Never waits.
 * @returns false where another connection is reading and the log stands
 */
export const emptyLog = (db: Database.Database): boolean => {
  db.pragma('busy_timeout = 0')
  try {
    const rows = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return rows[0]?.busy === 0
  } finally {
    db.pragma('busy_timeout = 5000')
  }
}

const isBroken = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)

/** Throws an SQLite CORRUPT error when the file's pages do not hang together. */
const trial = (db: Database.Database): void => {
  db.prepare('SELECT count(*) FROM sqlite_schema').get()
  const answer = db.pragma('quick_check', { simple: true })
  if (answer !== 'ok') throw new Database.SqliteError(String(answer), 'SQLITE_CORRUPT')
}

/**
 * A broken file is moved aside, never deleted; the newest whole backup takes its place. Either way the caller is
 * told by a `corrupt` refusal what was kept and what came back, and opens again once people have read it.
 */
const quarantine = (file: string, now: number): Refusal => {
  for (const backup of listBackups(file)) {
    try {
      const kept = putBack(file, backup.fileName, now, 'broken')
      const params = { kept: basename(kept), backup: backup.fileName }
      return new Refusal({ code: 'corrupt', message: { key: 'store.restored', params } })
    } catch {
      // That backup is broken too: the next older one is tried.
    }
  }
  const params = { kept: basename(setAside(file, 'broken', now)) }
  return new Refusal({ code: 'corrupt', message: { key: 'store.noBackup', params } })
}

const prepare = (db: Database.Database, file: string, now: number, existed: boolean): void => {
  trial(db)
  const id = db.pragma('application_id', { simple: true })
  if (existed && versionOf(db) > 0 && id !== APPLICATION_ID)
    throw new Refusal({
      code: 'corrupt',
      message: { key: 'store.foreign', params: { file: basename(file) } },
    })
  refuseFuture(db, basename(file))
  configure(db)
  if (pending(db).length === 0) return
  if (versionOf(db) > 0) makeBackup(db, file, 'migration', now)
  // Before the tables: a program stopped in between would not know its own file again.
  db.pragma(`application_id = ${APPLICATION_ID}`)
  migrate(db)
}

/**
 * Opens the file, checks it, backs it up before any migration and migrates it.
 * Throws a Refusal: `from_future`, `corrupt` (moved aside), `readonly`, `busy`, `disk_full`.
 */
export const openStore = (file: string, now: number): Database.Database => {
  mkdirSync(dirname(file), { recursive: true })
  finishExchange(file)
  const existed = existsSync(file)
  let db: Database.Database | undefined
  try {
    db = new Database(file)
    prepare(db, file, now, existed)
    return db
  } catch (error) {
    db?.close()
    if (isBroken(error)) throw quarantine(file, now)
    const failure = failureOf(error, () => '')
    throw failure.code === 'internal' ? error : new Refusal(failure)
  }
}
