import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { Refusal, refuse } from '../../../shared/contract/errors.ts'
import { keepMark, markOf, type RehearsalMark } from '../safety/queries.ts'
import { hashFile } from './snapshot.ts'
import { createWriter } from './sql.ts'

/** Everything of a rehearsal lies in this folder, so that wiping the folder wipes all of it. */
const rehearsalFolder = (file: string): string => join(dirname(file), 'rehearsal')
const rehearsalFile = (file: string): string => join(rehearsalFolder(file), 'yixi.db')

/** How many rehearsals there were; beside the data, whose bytes a rehearsal never touches. */
const counterOf = (file: string): string => join(dirname(file), 'rehearsal.json')
const Counter = z.object({ last: z.int().min(0) })

const lastNumber = (file: string): number => {
  try {
    return Counter.parse(JSON.parse(readFileSync(counterOf(file), 'utf8'))).last
  } catch {
    return 0
  }
}

const nextNumber = (file: string): number => {
  const last = lastNumber(file) + 1
  const counter = counterOf(file)
  writeFileSync(`${counter}.part`, JSON.stringify({ last }), { flush: true })
  renameSync(`${counter}.part`, counter)
  return last
}

const mark = (
  path: string,
  change: (old: RehearsalMark | null) => RehearsalMark,
): RehearsalMark => {
  const db = new Database(path, { fileMustExist: true })
  try {
    db.pragma('synchronous = FULL')
    const writer = createWriter(db)
    const made = change(markOf(writer))
    keepMark(writer, made)
    return made
  } finally {
    db.close()
  }
}

/** The rehearsal that was left unfinished by a crash or by closing; null where there is none. */
export const leftover = (file: string): RehearsalMark | null => {
  const path = rehearsalFile(file)
  if (!existsSync(path)) return null
  try {
    const db = new Database(path, { readonly: true })
    try {
      return markOf(createWriter(db))
    } finally {
      db.close()
    }
  } catch {
    // Broken or half made: it cannot go on, and wiping it needs nothing of what it holds.
    return { number: lastNumber(file), startedAt: statSync(path).mtimeMs, realHash: '' }
  }
}

type Begun = { path: string; mark: RehearsalMark }

/** The bytes a rehearsal must leave as they are; throws `busy` where another program still writes to them. */
const hashReal = (file: string): string => {
  const wal = statSync(`${file}-wal`, { throwIfNoEntry: false })
  if (wal && wal.size > 0) throw new Refusal({ code: 'busy' })
  return hashFile(file)
}

/**
 * Makes the copy a rehearsal works on, from the real file, which must be closed.
 * The copy says of itself what it is before it has its name.
 */
export const beginRehearsal = (file: string, now: number): Begun => {
  const path = rehearsalFile(file)
  // What a start cut off left there, a log beside a half-made copy above all, would be taken for this one's.
  wipeRehearsal(file)
  mkdirSync(rehearsalFolder(file), { recursive: true })
  const part = `${path}.part`
  const realHash = hashReal(file)
  try {
    copyFileSync(file, part)
    const facts = { number: nextNumber(file), startedAt: now, realHash }
    mark(part, () => facts)
    renameSync(part, path)
    return { path, mark: facts }
  } catch (error) {
    rmSync(rehearsalFolder(file), { recursive: true, force: true })
    throw error
  }
}

/** Takes up a rehearsal left unfinished; the real file, closed, may have moved on since. */
export const resumeRehearsal = (file: string): Begun => {
  const path = rehearsalFile(file)
  if (!existsSync(path)) refuse('safety.rehearsal.none')
  const realHash = hashReal(file)
  const made = mark(path, (old) => (old ? { ...old, realHash } : refuse('safety.rehearsal.none')))
  return { path, mark: made }
}

/** Bytes written over a file in one go. */
const CHUNK = 1024 * 1024

const overwrite = (path: string): number => {
  const { size } = statSync(path)
  const handle = openSync(path, 'r+')
  try {
    const zeros = Buffer.alloc(CHUNK)
    for (let at = 0; at < size; at += CHUNK)
      writeSync(handle, zeros, 0, Math.min(CHUNK, size - at), at)
    fsyncSync(handle)
    ftruncateSync(handle, 0)
  } finally {
    closeSync(handle)
  }
  return size
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : []

/**
 * Writes over every file of the rehearsal, deletes the folder, and looks whether anything is left.
 * Throws a sentence where something is.
 */
export const wipeRehearsal = (file: string): { files: number; bytes: number } => {
  const folder = rehearsalFolder(file)
  try {
    const files = filesIn(folder)
    const bytes = files.reduce((sum, path) => sum + overwrite(path), 0)
    rmSync(folder, { recursive: true, force: true })
    if (!existsSync(folder)) return { files: files.length, bytes }
  } catch {
    // Said below: what counts is that something is left.
  }
  throw new Refusal({
    code: 'busy',
    message: { key: 'safety.rehearsal.notWiped', params: { folder } },
  })
}

/** Wipes what a kill in the beginning or the end of a rehearsal left behind: nothing that could go on. */
export const sweepRehearsal = (file: string): void => {
  if (existsSync(rehearsalFile(file)) || !existsSync(rehearsalFolder(file))) return
  try {
    wipeRehearsal(file)
  } catch {
    // It is tried again before the next rehearsal, which says so if it fails.
  }
}
