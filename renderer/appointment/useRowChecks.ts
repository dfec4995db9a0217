import { useEffect, useMemo, useState } from 'react'
import type { NominatorOffer } from '../../shared/contract/appointment.ts'
import type { Finding } from '../../shared/contract/findings.ts'
import { isOfNomination } from '../../shared/rules/appointment/gate.ts'
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

const noOffers: readonly NominatorOffer[] = []

/**
 * What law and ledger say of rows not added yet: of each by the row's key, of the nominations they are to stand in once
 * (`whole`), and who may be chosen to nominate them.
 */
export const useRowChecks = (
  nominationId: string,
  rows: readonly Row[],
): {
  checks: ReadonlyMap<string, RowCheck>
  whole: readonly Finding[]
  offers: readonly NominatorOffer[]
} => {
  const rested = useRested(rows)
  const acts = rested.map(({ act, verb, personName, post, reason, place }) => ({
    act,
    verb,
    personName,
    post,
    reason,
    ...(place ? { place } : {}),
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
  const checks = useMemo(() => {
    const findings = (data?.findings ?? []).filter((one) => !isOfNomination(one))
    const posts = Map.groupBy(data?.posts ?? [], ({ actId }) => actId)
    return new Map(
      rested.map(({ key, verb }, at) => {
        const id = `draft.${at}`
        const own = findings.filter(({ actIds }) => actIds.includes(id))
        const check: RowCheck = {
          // What is to be done is still open: nothing is said of an act nobody has named.
          findings: verb === '' ? [] : own,
          posts: posts.get(id) ?? [],
          place: data?.places[at] ?? null,
        }
        return [key, check]
      }),
    )
  }, [data, rested])
  const whole = (data?.findings ?? []).filter(isOfNomination)
  return { checks, whole, offers: data?.offers ?? noOffers }
}
