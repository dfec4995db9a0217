import { notifyManager, QueryClient, type Query } from '@tanstack/react-query'
import { create } from 'zustand'
import type { Changed, KernelEvent, Progress } from '../../shared/contract/index.ts'
import type { Topic } from '../../shared/contract/topics.ts'
import { isAhead } from './ahead.ts'
import { onExchanged } from './exchange.ts'

type Live = {
  /** Revision of the last announcement; null before the first. */
  rev: number | null
  /** When the last change was committed, epoch milliseconds. */
  savedAt: number | null
  online: boolean
  tasks: Record<string, Progress>
}

export const useLive = create<Live>(() => ({ rev: null, savedAt: null, online: true, tasks: {} }))

// What changed is drawn before the next event is heard: a second key press counts from what the first has done.
notifyManager.setScheduler(queueMicrotask)

/** Kernel data as the page keeps it: fresh until a topic of it is announced. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        retry: false,
        refetchOnWindowFocus: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })

type TopicMeta = { topics?: readonly Topic[] }

const touches = (meta: TopicMeta | undefined, changed: readonly Topic[]): boolean =>
  !meta?.topics || meta.topics.some((topic) => changed.includes(topic))

/**
 * Asks again what may have changed; what is shown ahead of the kernel is asked when all of it is through. A first answer
 * still on its way may be older than the change: the library would take it for the new one, so it is not waited for.
 */
const askAgain = (queries: QueryClient, which: (meta: TopicMeta | undefined) => boolean): void => {
  const touched = ({ meta, queryHash }: Query): boolean => !isAhead(queryHash) && which(meta)
  void queries.cancelQueries({
    predicate: (query) => query.state.data === undefined && touched(query),
  })
  void queries.invalidateQueries({ predicate: touched })
}

const onChanged = (queries: QueryClient, { topics, rev, since }: Changed): void => {
  const before = useLive.getState().rev
  if (since > (before ?? rev - 1)) onExchanged()
  const gap = before !== null && rev !== before + 1
  useLive.setState({ rev, savedAt: Date.now() })
  askAgain(queries, (meta) => gap || touches(meta, topics))
}

/**
 * Follows what the kernel announces: a topic makes its queries stale, a gap in the revisions makes all of them stale.
 * Returns the function that stops following.
 */
export const followKernel = (queries: QueryClient): (() => void) => {
  const stop = window.yixi.on((event: KernelEvent) => {
    if (event.type === 'changed') onChanged(queries, event.changed)
    else
      useLive.setState(({ tasks }) => ({
        tasks: { ...tasks, [event.progress.taskId]: event.progress },
      }))
  })
  const offline = () => useLive.setState({ online: false })
  const online = () => {
    useLive.setState({ online: true })
    askAgain(queries, () => true)
  }
  window.addEventListener('yixi:offline', offline)
  window.addEventListener('yixi:online', online)
  return () => {
    stop()
    window.removeEventListener('yixi:offline', offline)
    window.removeEventListener('yixi:online', online)
  }
}

/** Progress of a task, or null when none is known. */
export const useProgress = (taskId: string | null): Progress | null =>
  useLive(({ tasks }) => (taskId === null ? null : (tasks[taskId] ?? null)))
