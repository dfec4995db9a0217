import Database from 'better-sqlite3'
import type { z } from 'zod'
import type {
  Area,
  Command,
  Keep,
  Method,
  OutputOf,
  ParsedOf,
  Query,
  Task,
} from '../../shared/contract/define.ts'
import {
  Refusal,
  systemFailure,
  type Failure,
  type FailureCode,
  type Message,
} from '../../shared/contract/errors.ts'
import type { Backup } from '../../shared/contract/journal.ts'
import type { CopyFacts, Rehearsal, Shadow, Wiped } from '../../shared/contract/safety.ts'
import type { Topic } from '../../shared/contract/topics.ts'
import type { Ports } from './ports.ts'
import type { Reader, Writer } from './store/sql.ts'

/** What stands beside the file. */
export type SafetyState = {
  /** How the copies on a stick stand. */
  shadow: () => Shadow
  /** The rehearsal left unfinished, not one under way. */
  interrupted: () => Rehearsal | null
}

/** What a query sees: a connection that can only read, and the moment of the call. */
export type ReadContext = {
  db: Reader
  /** Epoch milliseconds of the call. */
  now: number
  /** The same as a local moment `YYYY-MM-DDTHH:mm:ss`. */
  moment: string
  /** Path of the database file; a rehearsal's own while one is under way. */
  file: string
  /** Who works now; empty before anyone was chosen. */
  operator: string
  state: SafetyState
}

/** What a command sees: everything it does is one transaction. */
export type WriteContext = Omit<ReadContext, 'db' | 'state'> & {
  db: Writer
  /** A fresh id; ids made are written into the journal entry. */
  newId: () => string
  /** Names a topic beside the command's own area that people may be looking at. */
  touch: (topic: Topic) => void
  /** Changes who works; `journal.signOn` alone uses it. */
  signOn: (name: string) => void
  /** Adds to the journal entry what the call's own input does not say. */
  onRecord: (facts: Record<string, unknown>) => void
  /** Runs once the journal entry is written, still inside the transaction. */
  sealed: (act: (entry: { seq: number; hash: string }) => void) => void
}

/** What a keeping call sees: a durable transaction without a journal entry. */
export type KeepContext = Pick<
  WriteContext,
  'db' | 'now' | 'moment' | 'file' | 'operator' | 'newId' | 'touch'
>

/** What a task sees: it waits on ports, reports progress, and writes in transactions of its own. */
export type TaskContext = ReadContext & {
  ports: Ports
  signal: AbortSignal
  progress: (done: number, total: number) => void
  write: <T>(
    record: { command: string; payload: unknown; topics: Topic[] },
    act: (ctx: WriteContext) => T,
  ) => T
  store: StoreActs
}

/** The acts on the file itself. */
export type StoreActs = {
  backup: (why: Backup['why']) => Backup
  /** Reopens on the restored file; gives the name the replaced one was kept under. */
  restore: (fileName: string) => Promise<string>
  /** Reopens on a copy from elsewhere; gives what it held and the name the replaced file was kept under. */
  adopt: (path: string) => Promise<CopyFacts & { kept: string | null }>
  /** Looks a copy through without touching anything. */
  inspect: (path: string) => CopyFacts
  /** Reopens on a copy of its own; nothing reaches the real file until {@link StoreActs.endRehearsal}. */
  startRehearsal: (goOn: boolean) => Promise<Rehearsal>
  /** Wipes the rehearsal and reopens the real file. */
  endRehearsal: () => Promise<Wiped>
  setShadow: (folder: string | null) => Shadow
}

type Handler<M> =
  M extends Query<z.ZodType, unknown>
    ? (ctx: ReadContext, input: ParsedOf<M>) => OutputOf<M>
    : M extends Command<z.ZodType, unknown>
      ? (ctx: WriteContext, input: ParsedOf<M>) => OutputOf<M>
      : M extends Task<z.ZodType, unknown>
        ? (ctx: TaskContext, input: ParsedOf<M>) => Promise<OutputOf<M>>
        : M extends Keep<z.ZodType, unknown>
          ? (ctx: KeepContext, input: ParsedOf<M>) => OutputOf<M>
          : never
/** The handlers of an area: a missing or mistyped one does not compile. */
export type Handlers<A extends Area> = { [N in keyof A]: Handler<A[N]> }
export type AnyHandler = (ctx: never, input: never) => unknown

const issueMessage = (issue: z.core.$ZodIssue): Message => {
  if (issue.code === 'too_small' && issue.origin === 'string')
    return { key: 'errors.field.missing' }
  if (issue.code === 'too_small')
    return { key: 'errors.field.tooSmall', params: { minimum: Number(issue.minimum) } }
  if (issue.code === 'too_big')
    return { key: 'errors.field.tooBig', params: { maximum: Number(issue.maximum) } }
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return { key: 'errors.field.missing' }
  if (issue.code === 'invalid_format')
    return { key: `errors.field.format`, params: { format: issue.format } }
  return { key: 'errors.field.invalid' }
}

/** Parses from `unknown`; throws `invalid` with one message a field. */
export const parseInput = (method: Method, input: unknown): unknown => {
  const parsed = method.input.safeParse(input)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(
    parsed.error.issues.map((issue) => [issue.path.join('.'), issueMessage(issue)]),
  )
  throw new Refusal({ code: 'invalid', fields })
}

const sqliteCodes: [RegExp, FailureCode][] = [
  [/^SQLITE_FULL/, 'disk_full'],
  // An I/O error is the disk's: what the sentence of `readonly` sends people to look at.
  [/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/, 'readonly'],
  [/^SQLITE_(BUSY|LOCKED)/, 'busy'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'corrupt'],
]

const errnoOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Any thrown thing as data. What is not ours is `internal`: its detail goes to the log, never to the page. */
export const failureOf = (error: unknown, newId: () => string): Failure => {
  if (error instanceof Refusal) return error.failure
  const said = errnoOf(error)
  const code =
    error instanceof Database.SqliteError
      ? sqliteCodes.find(([pattern]) => pattern.test(said))?.[1]
      : systemFailure(said)
  return code ? { code } : { code: 'internal', id: newId() }
}
