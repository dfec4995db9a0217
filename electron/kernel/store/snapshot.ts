import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Message } from '../../../shared/contract/errors.ts'
import { Refusal } from '../../../shared/contract/errors.ts'
import { toEpoch } from '../../../shared/rules/moment.ts'
import { failureOf } from '../dispatch.ts'
import { checkFile, flush, stampOf } from './backup.ts'

/** What stands behind a copy: a sealed result, or something in between that the next copy of its kind replaces. */
export type CopyKind = 'sealed' | 'between'

export type CopyJob = {
  /** The open database. */
  file: string
  folder: string
  kind: CopyKind
  /** Epoch milliseconds: the moment in the copy's name. */
  at: number
  /** The folder was on another device than the data when it was chosen: a stick. */
  elsewhere: boolean
}
export type CopyDone = { file: string; bytes: number; hash: string }

/** How many copies stay in the folder, by kind. */
const KEPT: Record<CopyKind, number> = { sealed: 5, between: 1 }

/** A copy's name: which data (from its journal's first entry), when, the last entry, whether it stands in between. */
const NAME = /^yixi-([0-9a-f]{8})-(\d{8}T\d{6})-\d{6,}(-between)?\.db$/

/** What a name says; null for a file that is no copy of ours. */
export const copyNameOf = (
  name: string,
): { data: string; stamp: string; kind: CopyKind } | null => {
  const match = NAME.exec(name)
  if (!match) return null
  const [, data = '', stamp = '', between] = match
  return { data, stamp, kind: between ? 'between' : 'sealed' }
}

/** The moment a stamp names, epoch milliseconds. */
export const momentIn = (stamp: string): number =>
  toEpoch(stamp.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3T$4:$5:$6'))

const fail = (why: string, params?: Message['params']): never => {
  const message = { key: `safety.shadow.why.${why}`, ...(params ? { params } : {}) }
  throw new Refusal({ code: 'rule', message })
}

/** SHA-256 of a file, hex. */
export const hashFile = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')

/** Whether two paths lie on different devices; throws the system's error where one does not exist. */
export const liesElsewhere = (folder: string, file: string): boolean =>
  statSync(folder).dev !== statSync(dirname(file)).dev

/**
 * Throws a sentence where copies cannot go to a folder. A stick that was pulled out may leave an empty folder behind,
 * which lies on the machine's own disk: a copy there would be no copy.
 */
export const checkFolder = ({ folder, file, elsewhere }: Omit<CopyJob, 'kind' | 'at'>): void => {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) fail('gone', { folder })
  if (!found?.isDirectory()) fail('notFolder', { folder })
  if (elsewhere && !liesElsewhere(folder, file)) fail('gone', { folder })
}

/** Names of the copies in a folder that belong to the same data, newest first. */
const copiesOf = (folder: string, data: string | undefined): string[] =>
  readdirSync(folder)
    .filter((name) => copyNameOf(name)?.data === data)
    .sort()
    .reverse()

/**
 * The moment in a copy's name: now, but later than that of every other copy of the data. The newest is found by it, also
 * after the clock was put back.
 */
const stampIn = (folder: string, data: string, at: number): string => {
  const [last] = copiesOf(folder, data)
  const stamp = stampOf(at)
  const newest = last === undefined ? null : copyNameOf(last)
  return newest && newest.stamp >= stamp ? stampOf(momentIn(newest.stamp) + 1000) : stamp
}

const nameOf = (first: string, seq: number, { at, kind, folder }: CopyJob): string => {
  const tail = kind === 'between' ? '-between' : ''
  const data = first.slice(0, 8)
  return `yixi-${data}-${stampIn(folder, data, at)}-${String(seq).padStart(6, '0')}${tail}.db`
}

type Ends = { first: string; seq: number }

/** The hash of the first and the number of the last entry of a file's journal; null while it has none. */
const endsOf = (path: string): Ends | null => {
  const db = new Database(path, { readonly: true })
  try {
    const ends = db
      .prepare(
        'SELECT hash AS first, (SELECT max(seq) FROM journal) AS seq FROM journal WHERE seq = 1',
      )
      .get()
    return (ends as Ends | undefined) ?? null
  } finally {
    db.close()
  }
}

const rotate = (folder: string, made: string): void => {
  const ours = copiesOf(folder, copyNameOf(made)?.data)
  for (const kind of ['sealed', 'between'] as const) {
    const others = ours.filter((name) => copyNameOf(name)?.kind === kind && name !== made)
    const room = KEPT[kind] - (copyNameOf(made)?.kind === kind ? 1 : 0)
    for (const name of others.slice(room)) rmSync(join(folder, name), { force: true })
  }
}

/** Makes a folder's new name durable, where the system lets folders be flushed. */
const flushFolder = (folder: string): void => {
  try {
    const handle = openSync(folder, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch {
    // Windows and some file systems of sticks do not flush folders; the file itself is flushed.
  }
}

/** Makes room on a full stick: of our own copies only the newest two stay, and none that a crash left half made. */
const makeRoom = (folder: string, made: string): void => {
  const data = copyNameOf(made)?.data
  const halves = readdirSync(folder).filter(
    (name) => name.endsWith('.part') && copyNameOf(name.slice(0, -'.part'.length))?.data === data,
  )
  for (const name of [...copiesOf(folder, data).slice(2), ...halves])
    rmSync(join(folder, name), { force: true })
}

/** Carries a checked file onto the stick; what arrives is read again, compared, and opened before it has its name. */
const carry = (draft: string, folder: string, name: string, hash: string): void => {
  const part = join(folder, `${name}.part`)
  try {
    copyFileSync(draft, part)
    flush(part)
    if (hashFile(part) !== hash) fail('differs', { folder })
    checkFile(part)
    renameSync(part, join(folder, name))
    flushFolder(folder)
  } finally {
    try {
      rmSync(part, { force: true })
    } catch {
      // The stick may be gone; a half copy without a name is never taken for one.
    }
  }
}

/**
 * Makes one copy of an open database: whole beside it, checked, carried to the folder, flushed, read again and compared
 * by hash, opened, and only then named. Gives null while there is nothing to copy yet. Runs in a worker: it waits for
 * the stick, and the desk must not. Throws a Refusal with a sentence, or the system's error.
 */
export const copyOut = (job: CopyJob): CopyDone | null => {
  const { file, folder } = job
  checkFolder(job)
  const draft = `${file}.shadow.part`
  try {
    rmSync(draft, { force: true })
    const source = new Database(file, { readonly: true, fileMustExist: true })
    try {
      source.pragma('busy_timeout = 5000')
      source.prepare('VACUUM INTO ?').run(draft)
    } finally {
      source.close()
    }
    checkFile(draft)
    const ends = endsOf(draft)
    if (!ends) return null
    const name = nameOf(ends.first, ends.seq, job)
    const hash = hashFile(draft)
    try {
      carry(draft, folder, name, hash)
    } catch (error) {
      if (failureOf(error, () => '').code !== 'disk_full') throw error
      makeRoom(folder, name)
      carry(draft, folder, name, hash)
    }
    rotate(folder, name)
    return { file: name, bytes: statSync(draft).size, hash }
  } finally {
    rmSync(draft, { force: true })
  }
}
