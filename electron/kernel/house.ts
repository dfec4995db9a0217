import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import type { KernelEvent } from '../../shared/contract/index.ts'
import { Refusal, refuse } from '../../shared/contract/errors.ts'
import { topics, type Topic } from '../../shared/contract/topics.ts'
import { localMoment } from '../../shared/rules/moment.ts'
import type { KeepContext, SafetyState, StoreActs, WriteContext } from './dispatch.ts'
import type { KernelOptions } from './options.ts'
import { markOf } from './safety/queries.ts'
import { adoptCopy, readCopy } from './store/adopt.ts'
import { makeBackup, putBack } from './store/backup.ts'
import { append } from './store/journal.ts'
import { emptyLog, openStore } from './store/open.ts'
import {
  beginRehearsal,
  leftover,
  resumeRehearsal,
  sweepRehearsal,
  wipeRehearsal,
} from './store/rehearsal.ts'
import { createShadow } from './store/shadow.ts'
import { hashFile } from './store/snapshot.ts'
import { createWriter, type Reader, type Writer } from './store/sql.ts'

/** Holds the open file and everything that changes with it: connection, operator, revision of announcements. */
export type House = {
  reader: () => Reader
  operator: () => string
  /** Path of what is open: the real file, or the rehearsal's. */
  file: () => string
  state: SafetyState
  /** Another file is being put in the place of the open one. */
  isExchanging: () => boolean
  /** One transaction: act, journal entry, commit; then one announcement. */
  write: <T>(
    record: { command: string; payload: unknown; topics: Topic[] },
    act: (ctx: WriteContext) => T,
  ) => T
  /** One durable transaction without a journal entry; then one announcement. */
  keep: <T>(topics: readonly Topic[], act: (ctx: KeepContext) => T) => T
  store: StoreActs
  close: () => Promise<void>
}

/** The only command that may run before anyone was chosen: it chooses. */
const SIGN_ON = 'journal.signOn'
const OPEN_COPY = 'safety.openCopy'
/** Milliseconds after a seal in which the hall and the desk show the result, and a copy is made, before the log is emptied. */
const LOG_RESTS = 500

export const createHouse = (options: KernelOptions, emit: (event: KernelEvent) => void): House => {
  const { file: real, now, newId, log } = options
  let file = real
  sweepRehearsal(real)
  let db: Database.Database = openStore(file, now())
  let writer: Writer = createWriter(db)
  if (markOf(writer)) {
    db.close()
    throw new Refusal({
      code: 'corrupt',
      message: { key: 'safety.copy.why.rehearsal', params: { file: basename(real) } },
    })
  }
  let operator = ''
  /** Who worked before the rehearsal: whoever signed on in it has no say in the real record. */
  let inEarnest = ''
  let rev = 0
  /** The announcement with which the open file took the place of another. */
  let since = 0
  let changedSinceBackup = false
  let adopted = options.adopted
  let exchanging = false
  /** Something half done may be in the log: kept since it was last emptied, or left there by a power cut. */
  let stepsInLog = true
  let emptying: NodeJS.Timeout | undefined
  // Outlives a restore: a task that reads on afterwards reads the file that is there now.
  const reader: Reader = {
    get: (statement, params) => writer.get(statement, params),
    all: (statement, params) => writer.all(statement, params),
  }

  const announce = (touched: Iterable<Topic>): void => {
    rev += 1
    emit({ type: 'changed', changed: { topics: [...touched], rev, since } })
  }
  const shadow = createShadow({ file: real, now, log, changed: () => announce(['safety']) })
  const rehearsing = (): boolean => file !== real

  const committed = (sealed: boolean): void => {
    if (rehearsing()) return
    changedSinceBackup = true
    shadow.note(sealed ? 'sealed' : 'between')
  }

  /** The command stands whether or not the log can be emptied: while somebody reads beside us it is tried again. */
  const forgetSteps = (): void => {
    if (!db.open || !stepsInLog) return
    try {
      stepsInLog = !emptyLog(db)
      if (stepsInLog) emptying = setTimeout(forgetSteps, LOG_RESTS).unref()
    } catch (error) {
      options.log({ at: now(), level: 'error', what: 'emptying the log', detail: String(error) })
    }
  }

  const write: House['write'] = (record, act) => {
    if (!db.open) throw new Refusal({ code: 'busy' })
    if (!operator && record.command !== SIGN_ON) throw new Refusal({ code: 'no_operator' })
    const at = now()
    const ids: string[] = []
    const touched = new Set<Topic>([...record.topics, 'journal'])
    const afterwards: ((entry: { seq: number; hash: string }) => void)[] = []
    const added: Record<string, unknown> = {}
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
      onRecord: (facts) => Object.assign(added, facts),
      sealed: (step) => afterwards.push(step),
      signOn: (name) => (named = name),
    }
    const result = db
      .transaction(() => {
        const value = act(ctx)
        const made = ids.length > 0 ? { ids } : {}
        const payload = { ...(record.payload as object), ...added, ...made }
        const entry = append(writer, { at, operator: named, command: record.command, payload })
        for (const step of afterwards) step(entry)
        // Nobody was there to answer for it when the copy was put in place at the start.
        if (adopted) append(writer, { at, operator: named, command: OPEN_COPY, payload: adopted })
        return value
      })
      .immediate()
    operator = named
    adopted = undefined
    announce(touched)
    if (afterwards.length > 0) {
      clearTimeout(emptying)
      emptying = setTimeout(forgetSteps, LOG_RESTS).unref()
    }
    committed(afterwards.length > 0)
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
    stepsInLog = true
    announce(touched)
    committed(false)
    return result
  }

  const backup: StoreActs['backup'] = (why) => {
    const made = makeBackup(db, file, why, now())
    changedSinceBackup = false
    return made
  }

  const openOn = (path: string): void => {
    db = openStore(path, now())
    writer = createWriter(db)
    file = path
  }

  /**
   * Closes the file, lets `act` change what lies there, opens what it gives (the real file when it fails). The copying
   * thread's connection is gone before: the last one to close puts the whole WAL into the file, and that must be ours.
   */
  const exchange = async <T>(act: () => { path: string; value: T }): Promise<T> => {
    // What is replaced is replaced under a name; without one nothing is.
    if (!operator) throw new Refusal({ code: 'no_operator' })
    if (exchanging) throw new Refusal({ code: 'busy' })
    exchanging = true
    const before = file
    let done = false
    try {
      await shadow.pause()
      db.close()
      const { path, value } = act()
      openOn(path)
      done = true
      return value
    } finally {
      exchanging = false
      if (!db.open) openOn(real)
      if (!rehearsing()) shadow.resume()
      if (done || file !== before) since = rev + 1
      announce(topics)
    }
  }

  const restore: StoreActs['restore'] = (fileName) =>
    exchange(() => ({ path: real, value: putBack(real, fileName, now()) }))

  const inspect: StoreActs['inspect'] = (path) => readCopy(path, reader)

  const adopt: StoreActs['adopt'] = async (path) => {
    const facts = inspect(path)
    const kept = await exchange(() => ({ path: real, value: adoptCopy(path, real, now()) }))
    return { ...facts, kept }
  }

  const startRehearsal: StoreActs['startRehearsal'] = async (goOn) => {
    if (rehearsing()) refuse('safety.rehearsal.underway')
    if (!goOn && leftover(real)) refuse('safety.rehearsal.unfinished')
    inEarnest = operator
    return exchange(() => {
      const { path, mark } = goOn ? resumeRehearsal(real) : beginRehearsal(real, now())
      return { path, value: { number: mark.number, startedAt: mark.startedAt } }
    })
  }

  const endRehearsal: StoreActs['endRehearsal'] = async () => {
    const underway = rehearsing()
    const mark = underway ? markOf(writer) : leftover(real)
    if (!mark) return refuse('safety.rehearsal.none')
    const wipe = () => {
      const untouched = !underway || hashFile(real) === mark.realHash
      return { number: mark.number, ...wipeRehearsal(real), untouched }
    }
    if (underway) {
      return exchange(() => {
        operator = inEarnest
        return { path: real, value: wipe() }
      })
    }
    const wiped = wipe()
    announce(['safety'])
    return wiped
  }

  const setShadow: StoreActs['setShadow'] = (folder) => {
    shadow.choose(folder)
    return shadow.state()
  }

  /** Everything acknowledged is on the disk already: a backup that cannot be made must not keep the file open. */
  const closingBackup = (): void => {
    try {
      backup('close')
    } catch (error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
      log({ at: now(), level: 'error', what: 'closing backup', detail })
    }
  }

  const close = async (): Promise<void> => {
    clearTimeout(emptying)
    await shadow.close()
    if (!db.open) return
    try {
      if (changedSinceBackup && !rehearsing()) closingBackup()
      db.pragma('optimize')
    } finally {
      db.close()
    }
  }

  return {
    reader: () => reader,
    operator: () => operator,
    file: () => file,
    isExchanging: () => exchanging,
    state: {
      shadow: shadow.state,
      interrupted: () => {
        const mark = rehearsing() ? null : leftover(real)
        return mark ? { number: mark.number, startedAt: mark.startedAt } : null
      },
    },
    write,
    keep,
    store: { backup, restore, inspect, adopt, startRehearsal, endRehearsal, setShadow },
    close,
  }
}
