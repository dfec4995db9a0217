import type { ActOrigin, Tenure, TenureShown } from '../../../shared/contract/ledger.ts'
import { decideInputOf, type RoundFacts } from '../../../shared/rules/outcome.ts'
import { decide } from '../../../shared/rules/verdict.ts'
import type { Reader } from '../store/sql.ts'
import { originSql, type OriginRow } from './origin-sql.ts'

/** What the verdict of the round that stands says was counted, and what was needed. */
const thresholdOf = (row: OriginRow): Pick<ActOrigin, 'base' | 'needed'> => {
  const { kind, motion, signatories, method, rules, inOffice, seats, present, video } = row
  const { for: yes, against, abstain, notPressed } = row
  const none = { base: null, needed: null }
  if (kind === null || method === null || rules === null) return none
  const facts = {
    rules: JSON.parse(rules) as RoundFacts['rules'],
    method,
    inOffice: inOffice ?? 0,
    seats: seats ?? 0,
    present: present ?? 0,
    video: video ?? 0,
  }
  const tally =
    yes === null ? undefined : { for: yes, against: against ?? 0, abstain: abstain ?? 0 }
  const counted = tally && notPressed !== null ? { ...tally, notPressed } : tally
  const { threshold } = decide(decideInputOf({ kind, motion, signatories }, facts, counted))
  return threshold ? { base: threshold.base, needed: threshold.needed } : none
}

const originOf = (row: OriginRow): ActOrigin => ({
  actId: row.actId,
  sessionId: row.sessionId,
  termNumber: row.termNumber,
  sessionNumber: row.sessionNumber,
  date: row.date,
  questionId: row.questionId,
  for: row.for,
  against: row.against,
  abstain: row.abstain,
  notPressed: row.notPressed,
  ...thresholdOf(row),
})

/** In which session and by which vote acts were decided, by their ids. */
export const originsOf = (db: Reader, actIds: Iterable<string>): Map<string, ActOrigin> => {
  const ids = [...new Set(actIds)]
  const rows = ids.length === 0 ? [] : db.all(originSql.origins, { ids: JSON.stringify(ids) })
  return new Map(rows.map((row) => [row.actId, originOf(row)]))
}

/** Tenures with the session and vote they began and ended by: one question to the file, however many there are. */
export const shownOf = (db: Reader, tenures: readonly Tenure[]): TenureShown[] => {
  const origins = originsOf(
    db,
    tenures.flatMap(({ byActId, endedByActId, pendingByActId }) =>
      [byActId, endedByActId, pendingByActId].filter((id) => id !== null),
    ),
  )
  return tenures.map((tenure) => ({
    ...tenure,
    by: origins.get(tenure.byActId ?? '') ?? null,
    endedBy: origins.get(tenure.endedByActId ?? '') ?? null,
    pendingBy: origins.get(tenure.pendingByActId ?? '') ?? null,
  }))
}
