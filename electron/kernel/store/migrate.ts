import type Database from 'better-sqlite3'
import { Refusal } from '../../../shared/contract/errors.ts'
import { first } from './migrations/0010-first.ts'
import { chamber } from './migrations/0020-chamber.ts'
import { takenUp } from './migrations/0030-taken-up.ts'
import { ledger } from './migrations/0040-ledger.ts'
import { putRight } from './migrations/0050-put-right.ts'
import { naming } from './migrations/0060-naming.ts'
import type { Migration } from './migrations/migration.ts'

/** In order; the last one is what this program writes. */
export const migrations: readonly Migration[] = [first, chamber, takenUp, ledger, putRight, naming]

export const latestVersion = (steps: readonly Migration[] = migrations): number =>
  steps.at(-1)?.version ?? 0

export const versionOf = (db: Database.Database): number =>
  db.pragma('user_version', { simple: true }) as number

/** Throws `from_future` for a file written by a newer program; the file is left as it is. */
export const refuseFuture = (db: Database.Database, file: string): void => {
  const version = versionOf(db)
  if (version <= latestVersion()) return
  throw new Refusal({
    code: 'from_future',
    message: { key: 'store.fromFuture', params: { file, version, known: latestVersion() } },
  })
}

export const pending = (
  db: Database.Database,
  steps: readonly Migration[] = migrations,
): Migration[] => steps.filter((step) => step.version > versionOf(db))

/** Runs all pending steps in one transaction: the version rolls back with them. */
export const migrate = (db: Database.Database, steps: readonly Migration[] = migrations): void => {
  const todo = pending(db, steps)
  if (todo.length === 0) return
  db.transaction(() => {
    for (const step of todo) {
      db.exec(step.up)
      db.pragma(`user_version = ${step.version}`)
    }
    for (const step of todo) step.fill?.(db)
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new Error(`migration leaves ${broken.length} dangling references`)
  }).immediate()
}
