import { useEffect, useMemo, useState } from 'react'
import { useKernelQuery } from '../lib/kernel.ts'
import type { Row, RowCheck } from './review.ts'

/** Milliseconds after the last change before rows are looked at again: typing is not to wait for it. */
const REST = 250

/** The last value that stood for a moment. */
const useRested = <T>(value: T): T => {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST)
    return () => clearTimeout(timer)
  }, [value])
  return rested
}

const nothing: RowCheck = { findings: [], posts: [] }

/** What law and ledger say of rows not added yet, by the row's key. */
export const useRowChecks = (
  nominationId: string,
  rows: readonly Row[],
): ReadonlyMap<string, RowCheck> => {
  const rested = useRested(rows)
  const acts = rested.map(({ act, verb, personName, post, reason }) => ({
    act,
    verb,
    personName,
    post,
    reason,
  }))
  const { data } = useKernelQuery(
    'appointment.checkDraft',
    { nominationId, acts },
    {
      topics: ['appointment', 'ledger', 'roster', 'body'],
      enabled: acts.length > 0,
      keepPrevious: true,
    },
  )
  return useMemo(() => {
    const findings = data?.findings ?? []
    const posts = Map.groupBy(data?.posts ?? [], ({ actId }) => actId)
    return new Map(
      rested.map(({ key }, at) => {
        const id = `draft.${at}`
        const own = findings.filter(({ actIds }) => actIds.includes(id))
        const placed = posts.get(id) ?? []
        return [key, own.length + placed.length === 0 ? nothing : { findings: own, posts: placed }]
      }),
    )
  }, [data, rested])
}
