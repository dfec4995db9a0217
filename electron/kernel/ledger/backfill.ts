import type Database from 'better-sqlite3'
import { createWriter } from '../store/sql.ts'
import { settleActs } from './settle.ts'
import { ledgerSql } from './sql.ts'

/** Gives acts passed before there was a ledger their persons and tenures. Runs once, where such a file is brought up. */
export const backfillLedger = (file: Database.Database): void => {
  const db = createWriter(file)
  const passed = db.all(ledgerSql.passed, {})
  if (passed.length === 0) return
  let made = 0
  settleActs(
    { db, touch: () => undefined, newId: () => `before-ledger-${(made += 1)}` },
    passed.map(({ id }) => id),
  )
}
