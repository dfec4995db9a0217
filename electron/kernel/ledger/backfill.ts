import type Database from 'better-sqlite3'
import { settleFormalities } from '../formality/settle.ts'
import { allSessions } from '../session/queries.ts'
import { createWriter } from '../store/sql.ts'
import { settleActs } from './settle.ts'
import { ledgerSql } from './sql.ts'

/**
 * Gives acts passed before there was a ledger their persons and tenures, and a session still under way what follows
 * from those it has passed: of a closed one the office has seen to that without us. Runs once, where such a file is
 * brought up.
 */
export const backfillLedger = (file: Database.Database): void => {
  const db = createWriter(file)
  const passed = db.all(ledgerSql.passed, {})
  if (passed.length === 0) return
  let made = 0
  const ctx = { db, touch: () => undefined, newId: () => `before-ledger-${(made += 1)}` }
  settleActs(
    ctx,
    passed.map(({ id }) => id),
  )
  for (const { id, state } of allSessions(db)) if (state !== 'closed') settleFormalities(ctx, id)
}
