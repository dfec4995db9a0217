import type { SessionDetail, Sitting } from '../../../shared/contract/session.ts'
import type { Speech } from '../../../shared/contract/speech.ts'
import { sessionDetail, sessionSql, theSitting } from '../session/queries.ts'
import { speechSql } from '../speech/queries.ts'
import type { Reader } from '../store/sql.ts'
import { hallSql } from './sql.ts'
import type { Course } from './stations.ts'

/** What the hall is about: the session, its sitting, and how far that is. */
export type Here = {
  session: SessionDetail | null
  sitting: Sitting | null
  speech: Speech | null
  course: Course
}

const latest = (sittings: readonly Sitting[]): Sitting | undefined =>
  sittings.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).at(-1)

/** The sitting under way (all members before a group), else the last one held, else the first to come. */
const sittingOf = (sittings: readonly Sitting[]): Sitting | null => {
  const open = sittings.filter(({ state }) => state === 'open')
  return (
    open.find(({ kind }) => kind !== 'group') ??
    open[0] ??
    latest(sittings.filter(({ state }) => state === 'adjourned')) ??
    sittings[0] ??
    null
  )
}

const sessionOf = (db: Reader, sittingId: string | null): SessionDetail | null => {
  if (sittingId !== null) return sessionDetail(db, theSitting(db, sittingId).sessionId)
  const sessions = db.all(sessionSql.list, {})
  const session = sessions.find(({ state }) => state === 'open') ?? sessions[0]
  return session ? sessionDetail(db, session.id) : null
}

const isThere = (db: Reader, sittingId: string | null): string | null =>
  sittingId !== null && db.get(sessionSql.sitting, { id: sittingId }) ? sittingId : null

/** @param chosen the sitting put on the screen by hand; one that is gone counts as none */
export const hereOf = (db: Reader, chosen: string | null): Here => {
  const sittingId = isThere(db, chosen)
  const session = sessionOf(db, sittingId)
  const sittings = session?.sittings ?? []
  const sitting = sittings.find(({ id }) => id === sittingId) ?? sittingOf(sittings)
  const speech = sitting ? (db.get(speechSql.running, { sittingId: sitting.id }) ?? null) : null
  const marked = sitting ? db.get(hallSql.marked, { sittingId: sitting.id }) : undefined
  return {
    session,
    sitting,
    speech,
    course: {
      sitting: sitting?.state ?? null,
      called: (marked?.count ?? 0) > 0,
      items: session?.items ?? [],
      rounds: sitting ? db.all(hallSql.rounds, { sittingId: sitting.id }) : [],
      speechId: speech?.id ?? null,
    },
  }
}
