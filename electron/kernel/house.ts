import type Database from 'better-sqlite3'
import type { KernelEvent } from '../../shared/contract/index.ts'
import { Refusal } from '../../shared/contract/errors.ts'
import { topics, type Topic } from '../../shared/contract/topics.ts'
import { localMoment } from '../../shared/rules/moment.ts'
import type { KeepContext, StoreActs, WriteContext } from './dispatch.ts'
import type { KernelOptions } from './options.ts'
import { makeBackup, putBack } from './store/backup.ts'
import { append } from './store/journal.ts'
import { openStore } from './store/open.ts'
import { createWriter, type Reader, type Writer } from './store/sql.ts'

/** Holds the open file and everything that changes with it: connection, operator, revision of announcements. */
export type House = {
  reader: () => Reader
  operator: () => string
  /** One transaction: act, journal entry, commit; then one announcement. */
  write: <T>(
    record: { command: string; payload: unknown; topics: Topic[] },
    act: (ctx: WriteContext) => T,
  ) => T
  /** One durable transaction without a journal entry; then one announcement. */
  keep: <T>(topics: Topic[], act: (ctx: KeepContext) => T) => T
  store: StoreActs
  close: () => void
}

/** The only command that may run before anyone was chosen: it chooses. */
const SIGN_ON = 'journal.signOn'

export const createHouse = (options: KernelOptions, emit: (event: KernelEvent) => void): House => {
  const { file, now, newId } = options
  let db: Database.Database = openStore(file, now())
  let writer: Writer = createWriter(db)
  let operator = ''
  let rev = 0
  let changedSinceBackup = false
  // Outlives a restore: a task that reads on afterwards reads the file that is there now.
  const reader: Reader = {
    get: (statement, params) => writer.get(statement, params),
    all: (statement, params) => writer.all(statement, params),
  }

  const announce = (touched: Iterable<Topic>): void => {
    rev += 1
    emit({ type: 'changed', changed: { topics: [...touched], rev } })
  }

  const write: House['write'] = (record, act) => {
    if (!db.open) throw new Refusal({ code: 'busy' })
    if (!operator && record.command !== SIGN_ON) throw new Refusal({ code: 'no_operator' })
    const at = now()
    const ids: string[] = []
    const touched = new Set<Topic>([...record.topics, 'journal'])
    const afterwards: ((entry: { seq: number; hash: string }) => void)[] = []
    let named = operator
    const ctx: WriteContext = {
      db: writer,
      now: at,
      moment: localMoment(at),
      operator,
      file,
      newId: () => {
        const id = newId()
        ids.push(id)
        return id
      },
      touch: (topic) => touched.add(topic),
      sealed: (step) => afterwards.push(step),
      signOn: (name) => (named = name),
    }
    const result = db
      .transaction(() => {
        const value = act(ctx)
        const made = ids.length > 0 ? { ids } : {}
        const payload = { ...(record.payload as object), ...made }
        const entry = append(writer, { at, operator: named, command: record.command, payload })
        for (const step of afterwards) step(entry)
        return value
      })
      .immediate()
    operator = named
    changedSinceBackup = true
    announce(touched)
    return result
  }

  const keep: House['keep'] = (own, act) => {
    if (!db.open) throw new Refusal({ code: 'busy' })
    if (!operator) throw new Refusal({ code: 'no_operator' })
    const at = now()
    const touched = new Set<Topic>(own)
    const ctx: KeepContext = {
      db: writer,
      now: at,
      moment: localMoment(at),
      operator,
      file,
      newId,
      touch: (topic) => touched.add(topic),
    }
    const result = db.transaction(() => act(ctx)).immediate()
    changedSinceBackup = true
    announce(touched)
    return result
  }

  const backup: StoreActs['backup'] = (why) => {
    const made = makeBackup(db, file, why, now())
    changedSinceBackup = false
    return made
  }

  const reopen = (): void => {
    db = openStore(file, now())
    writer = createWriter(db)
  }

  const restore = (fileName: string): string => {
    // The restore is journaled under a name; without one nothing is replaced.
    if (!operator) throw new Refusal({ code: 'no_operator' })
    db.close()
    try {
      return putBack(file, fileName, now())
    } finally {
      reopen()
      announce(topics)
    }
  }

  /** Everything acknowledged is on the disk already: a backup that cannot be made must not keep the file open. */
  const closingBackup = (): void => {
    try {
      backup('close')
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      options.log({ at: now(), level: 'error', what: 'closing backup', detail })
    }
  }

  const close = (): void => {
    if (!db.open) return
    try {
      if (changedSinceBackup) closingBackup()
      db.pragma('optimize')
    } finally {
      db.close()
    }
  }

  return {
    reader: () => reader,
    operator: () => operator,
    write,
    keep,
    store: { backup, restore },
    close,
  }
}
