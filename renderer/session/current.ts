import type { SessionDetail, SessionSummary, Sitting } from '../../shared/contract/session.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { usePlace } from '../lib/place.ts'

/** The session chosen, else the one under way, else the newest. */
export const currentSession = (
  sessions: readonly SessionSummary[],
  chosen: string | null,
): SessionSummary | null =>
  sessions.find(({ id }) => id === chosen) ??
  sessions.find(({ state }) => state === 'open') ??
  sessions[0] ??
  null

const latest = (sittings: readonly Sitting[]): Sitting | undefined =>
  sittings.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).at(-1)

/**
 * The sitting whose numbers stand on every screen: the open one (a plenary before others), else the last that was
 * held, else the first to come.
 */
export const currentSitting = (
  sittings: readonly Sitting[],
  chosen: string | null = null,
): Sitting | null => {
  const open = sittings.filter(({ state }) => state === 'open')
  return (
    open.find(({ id }) => id === chosen) ??
    open.find(({ kind }) => kind === 'plenary') ??
    open[0] ??
    sittings.find(({ id }) => id === chosen) ??
    latest(sittings.filter(({ state }) => state === 'adjourned')) ??
    sittings[0] ??
    null
  )
}

type Current = {
  data: { session: SessionDetail | null; sitting: Sitting | null } | undefined
  error: unknown
  refetch: () => unknown
}

/** The session and the sitting every screen speaks of; both null before the first session. */
export const useCurrent = (): Current => {
  const place = usePlace()
  const sessions = useKernelQuery('session.list', {})
  const chosen = sessions.data ? currentSession(sessions.data, place.sessionId) : null
  const detail = useKernelQuery(
    'session.get',
    { id: chosen?.id ?? '' },
    { enabled: chosen !== null },
  )
  const failed = [sessions, detail].find((query) => query.error !== null)
  const session = detail.data ?? null
  const ready = sessions.data !== undefined && (chosen === null || session !== null)
  return {
    data: ready
      ? { session, sitting: currentSitting(session?.sittings ?? [], place.sittingId) }
      : undefined,
    error: failed?.error ?? null,
    refetch: () => failed?.refetch(),
  }
}
