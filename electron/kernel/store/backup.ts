import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { Refusal } from '../../../shared/contract/errors.ts'
import type { Backup } from '../../../shared/contract/journal.ts'
import { localMoment, toEpoch } from '../../../shared/rules/moment.ts'
import { failureOf } from '../dispatch.ts'
import { refuseFuture } from './migrate.ts'

const NAME = /^yixi-(\d{8})T(\d{6})(?:-(\d+))?-(migration|close|demand|restore|unite)\.db$/

/** A moment as it stands in file names, `YYYYMMDDTHHmmss`. */
export const stampOf = (at: number): string => localMoment(at).replace(/[-:]/g, '')

export const backupFolder = (file: string): string => join(dirname(file), 'backups')

/** Newest first. Files that do not bear our name pattern are left alone and not listed. */
export const listBackups = (file: string): Backup[] => {
  const folder = backupFolder(file)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((fileName) => {
      const match = NAME.exec(fileName)
      if (!match) return []
      const [, day = '', time = '', , why = ''] = match
      const moment = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}`
      const bytes = statSync(join(folder, fileName)).size
      return [{ fileName, at: toEpoch(moment), bytes, why: why as Backup['why'] }]
    })
    .sort((a, b) => b.at - a.at || b.fileName.localeCompare(a.fileName))
}

/**
 * Which backups stay: the newest 3 of today, the newest 1 of each earlier day, 10 in all.
 * `backups` newest first; gives those to keep, newest first.
 */
export const keepBackups = (backups: readonly Backup[], now: number): Backup[] => {
  const today = localMoment(now).slice(0, 10)
  const taken = new Map<string, number>()
  const kept = backups.filter((backup) => {
    const day = localMoment(backup.at).slice(0, 10)
    const count = taken.get(day) ?? 0
    taken.set(day, count + 1)
    return count < (day === today ? 3 : 1)
  })
  return kept.slice(0, 10)
}

/**
 * Opens a copy read-only and checks it; throws `corrupt` when it is not whole and `from_future` when a newer program
 * wrote it.
 */
export const checkFile = (path: string): void => {
  let db: Database.Database | undefined
  try {
    db = new Database(path, { readonly: true, fileMustExist: true })
    const answer = db.pragma('integrity_check', { simple: true })
    if (answer !== 'ok') throw new Error(String(answer))
    db.prepare('SELECT count(*) FROM journal').get()
    refuseFuture(db, basename(path))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal({
      code: 'corrupt',
      message: { key: 'store.backupBroken', params: { file: basename(path) } },
    })
  } finally {
    db?.close()
  }
}

const isWhole = (path: string): boolean => {
  try {
    checkFile(path)
    return true
  } catch {
    return false
  }
}

const freeName = (folder: string, at: number, why: Backup['why']): string => {
  for (let n = 0; ; n += 1) {
    const name = `yixi-${stampOf(at)}${n === 0 ? '' : `-${n}`}-${why}.db`
    if (!existsSync(join(folder, name))) return name
  }
}

/** Makes sure a file's bytes are on the disk before its name says that it is whole. */
export const flush = (path: string): void => {
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A checked, flushed copy of an open database under `path`. */
const copyWhole = (db: Database.Database, path: string): void => {
  const draft = `${path}.part`
  try {
    rmSync(draft, { force: true })
    db.prepare('VACUUM INTO ?').run(draft)
    checkFile(draft)
    flush(draft)
    renameSync(draft, path)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Keeps the newest; the one just made stays even where the clock was put back and others seem newer. */
const rotate = (file: string, made: string, now: number): void => {
  const all = listBackups(file)
  const kept = new Set([made, ...keepBackups(all, now).map((backup) => backup.fileName)])
  for (const { fileName } of all) {
    if (kept.has(fileName)) continue
    try {
      rmSync(join(backupFolder(file), fileName))
    } catch {
      // One too many does no harm; the next backup tries again.
    }
  }
}

/**
 * Writes a whole copy through `VACUUM INTO`, opens and checks it, only then gives it its name; then rotates.
 * Throws a Refusal naming the folder where it cannot be written.
 */
export const makeBackup = (
  db: Database.Database,
  file: string,
  why: Backup['why'],
  now: number,
): Backup => {
  const folder = backupFolder(file)
  try {
    mkdirSync(folder, { recursive: true })
    const fileName = freeName(folder, now, why)
    const path = join(folder, fileName)
    copyWhole(db, path)
    const made = { fileName, at: now, bytes: statSync(path).size, why }
    rotate(file, fileName, now)
    return made
  } catch (error) {
    if (error instanceof Refusal) throw error
    const { code } = failureOf(error, () => '')
    const message = { key: 'store.backupFailed', params: { folder } }
    throw new Refusal({ code: code === 'internal' ? 'readonly' : code, message })
  }
}

/** Moves a database (with its WAL) to a name that does not exist yet; gives that name. Nothing is deleted. */
export const setAside = (file: string, word: 'broken' | 'replaced', now: number): string => {
  const stem = join(dirname(file), `${basename(file, '.db')}.${word}-${stampOf(now)}`)
  let target = `${stem}.db`
  for (let n = 1; existsSync(target); n += 1) target = `${stem}-${n}.db`
  for (const tail of ['', '-wal', '-shm'])
    if (existsSync(file + tail)) renameSync(file + tail, target + tail)
  return target
}

/** The name of the file moved aside last; null where none was. */
const lastAside = (file: string): string | null => {
  const folder = dirname(file)
  const stem = basename(file, '.db')
  const names = readdirSync(folder).filter(
    (name) =>
      name.endsWith('.db') &&
      (name.startsWith(`${stem}.replaced-`) || name.startsWith(`${stem}.broken-`)),
  )
  const moved = (name: string) => statSync(join(folder, name)).ctimeMs
  const [last] = names.sort((a, b) => moved(b) - moved(a))
  return last === undefined ? null : join(folder, last)
}

/**
 * Goes through with an exchange that was cut off after the old file had been moved aside and before the new one, whole
 * and flushed by then, had its name: the next start would begin with nothing. Does nothing otherwise.
 */
export const finishExchange = (file: string): void => {
  const draft = `${file}.part`
  if (existsSync(file) || !existsSync(draft)) return
  const aside = lastAside(file)
  if (aside === null || !isWhole(draft)) return
  for (const tail of ['-wal', '-shm'])
    if (existsSync(file + tail)) renameSync(file + tail, aside + tail)
  renameSync(draft, file)
}

/** Puts a checked backup in the place of `file`, which must be closed; keeps what it replaces and gives its name. */
export const putBack = (
  file: string,
  fileName: string,
  now: number,
  word: 'broken' | 'replaced' = 'replaced',
): string => {
  const source = join(backupFolder(file), basename(fileName))
  if (!existsSync(source))
    throw new Refusal({
      code: 'not_found',
      message: { key: 'store.noSuchBackup', params: { file: fileName } },
    })
  checkFile(source)
  const draft = `${file}.part`
  try {
    copyFileSync(source, draft)
    flush(draft)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
  const kept = existsSync(file) ? setAside(file, word, now) : ''
  renameSync(draft, file)
  return kept
}
