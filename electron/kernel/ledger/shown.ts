import type { ActOrigin, Tenure, TenureShown } from '../../../shared/contract/ledger.ts'
import { moreThanHalf, neededOf } from '../../../shared/rules/majority.ts'
import type { Reader } from '../store/sql.ts'
import { originSql, type OriginRow } from './origin-sql.ts'

const originOf = ({ base, inOffice, seats, ...row }: OriginRow): ActOrigin => {
  const members = base === 'quota' ? seats : inOffice
  return {
    ...row,
    base: members,
    needed: members === null ? null : neededOf(moreThanHalf, members),
  }
}

/** Tenures with the session and vote they began and ended by: one question to the file, however many there are. */
export const shownOf = (db: Reader, tenures: readonly Tenure[]): TenureShown[] => {
  const ids = new Set<string>()
  for (const { byActId, endedByActId } of tenures) {
    if (byActId !== null) ids.add(byActId)
    if (endedByActId !== null) ids.add(endedByActId)
  }
  const rows = ids.size === 0 ? [] : db.all(originSql.origins, { ids: JSON.stringify([...ids]) })
  const origins = new Map(rows.map((row) => [row.actId, originOf(row)]))
  return tenures.map((tenure) => ({
    ...tenure,
    by: origins.get(tenure.byActId ?? '') ?? null,
    endedBy: origins.get(tenure.endedByActId ?? '') ?? null,
  }))
}
