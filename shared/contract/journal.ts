import { z } from 'zod'
import { command, query, task } from './define.ts'
import { Line, TaskId } from './fields.ts'

export type JournalEntry = {
  seq: number
  /** Epoch milliseconds, UTC. */
  at: number
  operator: string
  /** `area.method`. */
  command: string
  /** Canonical JSON of what was asked and what came of it. */
  payload: string
  /** SHA-256, hex. */
  hash: string
}

export type Backup = {
  fileName: string
  at: number
  bytes: number
  why: 'migration' | 'close' | 'demand' | 'restore' | 'unite'
}

export const journal = {
  operators: query<string[]>()(z.object({})),
  /** Who works now; null until chosen. Lasts until the app closes. */
  operator: query<string | null>()(z.object({})),
  /** Chooses who works, by name. */
  signOn: command<{ name: string }>()(z.object({ name: Line })),
  /** Newest first, 200 a page, before a sequence number when given. */
  entries: query<JournalEntry[]>()(z.object({ before: z.int().min(1).optional() })),
  /** Recomputes the whole chain. `broken` names the first entry that does not fit. */
  verify: task<{ entries: number; broken: number | null }>()(z.object({ taskId: TaskId })),
  backups: query<Backup[]>()(z.object({})),
  backup: task<Backup>()(z.object({ taskId: TaskId })),
  /** Puts a backup in place of the file; the file it replaces is kept. The app reopens the data. */
  restore: task<{ restored: string; kept: string }>()(z.object({ taskId: TaskId, fileName: Line })),
  /** Where the data lives, shown so that people can find it. */
  place: query<{ folder: string; file: string; bytes: number }>()(z.object({})),
}
