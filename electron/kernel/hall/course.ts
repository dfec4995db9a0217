import type { SessionDetail, Sitting } from '../../../shared/contract/session.ts'
import type { Speech } from '../../../shared/contract/speech.ts'
import { allSessions, sessionDetail, sessionSql, theSitting } from '../session/queries.ts'
import { speechSql } from '../speech/queries.ts'
import type { Reader } from '../store/sql.ts'
import type { KeptHall } from './kept.ts'
import { hallSql } from './sql.ts'
import type { Course } from './stations.ts'

/** What the hall is about: the session, its sitting, and how far that is. */
export type Here = {
  /** The sitting chosen by hand; null where the screen follows the one under way. */
  chosen: string | null
  session: SessionDetail | null
  sitting: Sitting | null
  speech: Speech | null
  course: Course
}

type Chosen = Pick<KeptHall, 'sittingId' | 'among'>

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
  const sessions = allSessions(db)
  const session = sessions.find(({ state }) => state === 'open') ?? sessions[0]
  return session ? sessionDetail(db, session.id) : null
}

/** Which sittings are under way, as one word. */
export const underWay = (db: Reader): string =>
  db
    .all(hallSql.openSittings, {})
    .map(({ id }) => id)
    .join(' ')

/**
 * The sitting put on the screen by hand, while that stands: as long as it is under way, or no other has begun or ended
 * since. Null else, and where it is gone.
 */
const standing = (db: Reader, { sittingId, among }: Chosen): string | null => {
  const sitting = sittingId === null ? undefined : db.get(sessionSql.sitting, { id: sittingId })
  if (!sitting) return null
  return sitting.state === 'open' || underWay(db) === among ? sitting.id : null
}

/** @param chosen the sitting put on the screen by hand */
export const hereOf = (db: Reader, chosen: Chosen): Here => {
  const sittingId = standing(db, chosen)
  const session = sessionOf(db, sittingId)
  const sittings = session?.sittings ?? []
  const sitting = sittings.find(({ id }) => id === sittingId) ?? sittingOf(sittings)
  const speech = sitting ? (db.get(speechSql.running, { sittingId: sitting.id }) ?? null) : null
  const marked = sitting ? db.get(hallSql.marked, { sittingId: sitting.id }) : undefined
  return {
    chosen: sittingId,
    session,
    sitting,
    speech,
    course: {
      sitting: sitting?.state ?? null,
      called: (marked?.count ?? 0) > 0,
      items: session?.items ?? [],
      rounds: sitting ? db.all(hallSql.rounds, { sittingId: sitting.id }) : [],
      speechId: speech?.id ?? null,
      begun: sitting ? (db.get(hallSql.begun, { sittingId: sitting.id })?.count ?? 0) : 0,
      openMethods: db.all(hallSql.openMethods, {}).map(({ method }) => method),
    },
  }
}
