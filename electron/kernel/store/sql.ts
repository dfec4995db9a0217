import type Database from 'better-sqlite3'

export type Value = string | number | null
export type Bind = Record<string, Value>

/** A SELECT with the columns it must give: a test prepares each one on a fresh file and compares. */
export type Select<Params extends Bind, Row> = {
  readonly text: string
  readonly columns: readonly (keyof Row & string)[]
  /** Type carrier only. */
  readonly params?: Params
}
/** A statement that changes rows. */
export type Change<Params extends Bind> = { readonly text: string; readonly params?: Params }

export type NoParams = Record<never, never>

/** `select<Params, Row>()({ id: true, … }, text)`: the record makes the compiler check that no column is forgotten. */
export const select =
  <Params extends Bind, Row>() =>
  (columns: Record<keyof Row & string, true>, text: string): Select<Params, Row> => ({
    text,
    columns: Object.keys(columns) as (keyof Row & string)[],
  })

/** `change<Params>()(text)`. */
export const change =
  <Params extends Bind>() =>
  (text: string): Change<Params> => ({ text })

/** Reading side of a connection: cannot run a {@link Change}. */
export type Reader = {
  get: <P extends Bind, R>(statement: Select<P, R>, params: P) => R | undefined
  all: <P extends Bind, R>(statement: Select<P, R>, params: P) => R[]
}
export type Writer = Reader & {
  /** Runs a change; gives the number of rows touched. */
  run: <P extends Bind>(statement: Change<P>, params: P) => number
}

/** Wraps a connection; every statement is prepared once. */
export const createWriter = (db: Database.Database): Writer => {
  const prepared = new Map<string, Database.Statement>()
  const prepare = (text: string): Database.Statement => {
    const known = prepared.get(text)
    if (known) return known
    const fresh = db.prepare(text)
    prepared.set(text, fresh)
    return fresh
  }
  return {
    get: <P extends Bind, R>(statement: Select<P, R>, params: P) =>
      prepare(statement.text).get(params) as R | undefined,
    all: <P extends Bind, R>(statement: Select<P, R>, params: P) =>
      prepare(statement.text).all(params) as R[],
    run: (statement, params) => prepare(statement.text).run(params).changes,
  }
}
