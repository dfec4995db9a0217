import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { createClient, type Client, type Reply } from '../../shared/contract/index.ts'
import { Refusal } from '../../shared/contract/errors.ts'
import { localMoment } from '../../shared/rules/moment.ts'
import { failureOf, parseInput, type ReadContext, type SafetyState } from './dispatch.ts'
import { find } from './methods.ts'
import { pending, refuseFuture } from './store/migrate.ts'
import { createWriter } from './store/sql.ts'

const busy = (): never => {
  throw new Refusal({ code: 'busy' })
}

/** What stands beside the file is the other program's to say. */
const state: SafetyState = { shadow: busy, interrupted: busy }

const asking = (ctx: ReadContext) => {
  const answer = (name: string, input: unknown): unknown => {
    const found = find(name)
    if (found?.method.kind !== 'query') return busy()
    const handler = found.handler as (ctx: ReadContext, input: unknown) => unknown
    return handler(ctx, parseInput(found.method, input))
  }
  return (name: string, input: unknown): Promise<Reply<unknown>> => {
    try {
      return Promise.resolve({ ok: true, value: answer(name, input) })
    } catch (error) {
      return Promise.resolve({ ok: false, error: failureOf(error, () => '') })
    }
  }
}

const refuseOther = (db: Database.Database, file: string): void => {
  refuseFuture(db, basename(file))
  if (pending(db).length === 0) return
  throw new Refusal({ code: 'busy', message: { key: 'store.olderBeside' } })
}

/**
 * Asks questions of a file that another program works on: a connection that can only read, on the data as it stood at
 * the first question. Neither migrates nor repairs nor writes, and never keeps the other from writing; whatever is no
 * query is refused. Keep the work short: while it lasts the other program cannot empty its log.
 * Throws a Refusal where the file cannot be read or is of another version.
 */
export const readBeside = async <T>(
  file: string,
  now: number,
  work: (client: Client) => Promise<T>,
): Promise<T> => {
  let db: Database.Database | undefined
  try {
    db = new Database(file, { readonly: true, fileMustExist: true })
    refuseOther(db, file)
    db.exec('BEGIN')
    const moment = localMoment(now)
    const call = asking({ db: createWriter(db), now, moment, file, operator: '', state })
    return await work(createClient({ call }))
  } catch (error) {
    const failure = failureOf(error, () => '')
    throw failure.code === 'internal' ? error : new Refusal(failure)
  } finally {
    db?.close()
  }
}
