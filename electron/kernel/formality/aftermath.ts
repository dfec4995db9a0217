import type { Aftermath } from '../../../shared/contract/formality.ts'
import { isOpen } from '../../../shared/rules/appointment/keeping.ts'
import { blanksOf } from '../papers/blanks.ts'
import type { Reader } from '../store/sql.ts'
import { putRightSince } from './put-right.ts'
import { formalitiesOfSession } from './queries.ts'
import { formalitySql } from './sql.ts'

/** What follows from a session: what is due and done, the papers made, and what stands against them. */
export const aftermathOf = (at: { db: Reader; moment: string }, sessionId: string): Aftermath => {
  const formalities = formalitiesOfSession(at, sessionId)
  const open = formalities.filter(isOpen)
  const settled = formalities.filter((one) => !isOpen(one))
  const made = at.db.all(formalitySql.made, { sessionId })
  return {
    formalities,
    made,
    blanks: blanksOf(at.db, sessionId),
    putRight: putRightSince(at.db, sessionId, made),
    counts: {
      due: open.length,
      overdue: open.filter(({ overdue }) => overdue).length,
      done: settled.filter(({ state }) => state === 'done').length,
      waived: settled.filter(({ state }) => state === 'waived').length,
    },
  }
}
