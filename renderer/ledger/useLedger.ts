import type { UseQueryResult } from '@tanstack/react-query'
import type { InputAt, MethodPath, OutputAt } from '../lib/client.ts'
import { useKernelQuery } from '../lib/kernel.ts'

type LedgerPath = Extract<MethodPath, `ledger.${string}`>

/** Whatever may make or end a tenure: votes, acts, members, the days of a term. */
const topics = ['ledger', 'appointment', 'ballot', 'roster', 'session', 'body'] as const

/** Asks the ledger, and asks again when anything it follows has changed. The old answer stays until the new one is there. */
export const useLedger = <P extends LedgerPath>(
  path: P,
  input: InputAt<P>,
  enabled = true,
): UseQueryResult<OutputAt<P>> =>
  useKernelQuery(path, input, { topics, keepPrevious: true, enabled })
