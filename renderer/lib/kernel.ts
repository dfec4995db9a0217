import {
  keepPreviousData,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { AreaName, Failure, Reply } from '../../shared/contract/index.ts'
import type { Topic } from '../../shared/contract/topics.ts'
import { askKernel, callKernel, type InputAt, type MethodPath, type OutputAt } from './client.ts'
import { failureSentence, fieldSentences } from './errors.ts'
import { notify, settle } from './notices.ts'

type QueryOptions = { topics?: readonly Topic[]; enabled?: boolean; keepPrevious?: boolean }

/**
 * Asks the kernel and keeps the answer until one of its topics is announced.
 * `topics` defaults to the area of the method. `keepPrevious` shows the old answer while a new input is asked.
 */
export const useKernelQuery = <P extends MethodPath>(
  path: P,
  input: InputAt<P>,
  { topics, enabled = true, keepPrevious = false }: QueryOptions = {},
): UseQueryResult<OutputAt<P>> =>
  useQuery<unknown>({
    queryKey: [path, input],
    queryFn: () => askKernel(path, input),
    meta: { topics: topics ?? [path.slice(0, path.indexOf('.')) as AreaName] },
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  }) as UseQueryResult<OutputAt<P>>

/** The failure with every field's sentence, as one text for a notice. */
export const wholeSentence = (failure: Failure): string =>
  [...new Set([failureSentence(failure), ...Object.values(fieldSentences(failure))])].join(' ')

type CommandOptions = {
  /** The form shows the failure itself; otherwise it becomes a notice. */
  inline?: boolean
}

export type KernelCommand<P extends MethodPath> = {
  run: (input: InputAt<P>) => Promise<Reply<OutputAt<P>>>
  pending: boolean
  failure: Failure | null
  clear: () => void
}

/** Runs a command or task of the kernel. */
export const useKernelCommand = <P extends MethodPath>(
  path: P,
  { inline = false }: CommandOptions = {},
): KernelCommand<P> => {
  const queries = useQueryClient()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = useCallback(
    async (input: InputAt<P>) => {
      setPending(true)
      const reply = await callKernel(path, input)
      setPending(false)
      setFailure(reply.ok ? null : reply.error)
      if (!reply.ok && !inline && reply.error.code !== 'cancelled')
        notify('bad', wholeSentence(reply.error), path)
      if (reply.ok) settle(path)
      if (!reply.ok && reply.error.code === 'conflict') await queries.invalidateQueries()
      return reply
    },
    [path, inline, queries],
  )
  const clear = useCallback(() => setFailure(null), [])
  return { run, pending, failure, clear }
}
