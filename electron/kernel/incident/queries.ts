import { refuse } from '../../../shared/contract/errors.ts'
import type { Incident, IncidentKind } from '../../../shared/contract/incident.ts'
import type { WriteContext } from '../dispatch.ts'
import { found } from '../rows.ts'
import { theSitting } from '../session/queries.ts'
import { change, select, type Reader } from '../store/sql.ts'

const INCIDENT = {
  id: true,
  sittingId: true,
  at: true,
  kind: true,
  text: true,
  voteId: true,
  operator: true,
  correctsId: true,
  correctedBy: true,
} as const

const INCIDENT_TEXT = `SELECT note.id, note.sittingId, note.at, note.kind, note.text, note.voteId, note.operator,
    note.correctsId, later.id AS correctedBy
  FROM incident AS note LEFT JOIN incident AS later ON later.correctsId = note.id`

export const incidentSql = {
  get: select<{ id: string }, Incident>()(INCIDENT, `${INCIDENT_TEXT} WHERE note.id = @id`),
  bySitting: select<{ sittingId: string }, Incident>()(
    INCIDENT,
    `${INCIDENT_TEXT} WHERE note.sittingId = @sittingId ORDER BY note.at, note.rowid`,
  ),
  bySession: select<{ sessionId: string }, Incident>()(
    INCIDENT,
    `${INCIDENT_TEXT} JOIN sitting ON sitting.id = note.sittingId
     WHERE sitting.sessionId = @sessionId ORDER BY note.at, note.rowid`,
  ),
  add: change<Omit<Incident, 'correctedBy'>>()(
    `INSERT INTO incident (id, sittingId, at, kind, text, voteId, operator, correctsId)
     VALUES (@id, @sittingId, @at, @kind, @text, @voteId, @operator, @correctsId)`,
  ),
  voteSitting: select<{ voteId: string }, { sittingId: string }>()(
    { sittingId: true },
    'SELECT sittingId FROM vote WHERE id = @voteId',
  ),
}

/** What happened in a sitting, in order of time, with notes put right since. */
export const incidentsOf = (db: Reader, sittingId: string): Incident[] =>
  db.all(incidentSql.bySitting, { sittingId })

/** The same of all sittings of a session. */
export const incidentsOfSession = (db: Reader, sessionId: string): Incident[] =>
  db.all(incidentSql.bySession, { sessionId })

export type IncidentFacts = {
  sittingId: string
  kind: IncidentKind
  text: string
  /** Now when absent. */
  at?: string | undefined
  voteId?: string | null | undefined
  correctsId?: string | undefined
}

type Written = Omit<Incident, 'id' | 'operator' | 'correctedBy'>

const isSame = (one: Incident, note: Written): boolean =>
  one.correctedBy === null &&
  one.at === note.at &&
  one.kind === note.kind &&
  one.text === note.text &&
  one.voteId === note.voteId &&
  one.correctsId === note.correctsId

const theIncident = (db: Reader, id: string): Incident =>
  found(db.get(incidentSql.get, { id }), 'incident')

/** A note, which must be of the sitting. */
const theIncidentOf = (db: Reader, id: string, sittingId: string): Incident => {
  const known = theIncident(db, id)
  return found(known.sittingId === sittingId ? known : undefined, 'incident')
}

const expectVoteOf = (db: Reader, voteId: string, sittingId: string): void => {
  const vote = found(db.get(incidentSql.voteSitting, { voteId }), 'vote')
  if (vote.sittingId !== sittingId) refuse('incident.voteElsewhere')
}

/**
 * Notes an incident within a command of any area (a keypad that failed, a ruling). The very same note again gives the
 * one that stands.
 * @throws Refusal for a moment still to come, a vote of another sitting, a note put right already
 */
export const noteIncident = (ctx: WriteContext, facts: IncidentFacts): Incident => {
  const { db } = ctx
  const { id: sittingId } = theSitting(db, facts.sittingId)
  const { kind, text, correctsId = null } = facts
  const earlier = correctsId === null ? null : theIncidentOf(db, correctsId, sittingId)
  const at = facts.at ?? earlier?.at ?? ctx.moment
  const voteId = facts.voteId === undefined ? (earlier?.voteId ?? null) : facts.voteId
  const note = { sittingId, at, kind, text, voteId, correctsId }
  const standing = incidentsOf(db, sittingId).find((one) => isSame(one, note))
  if (standing) return standing
  if (earlier && earlier.correctedBy !== null) refuse('incident.correctedAlready')
  if (at > ctx.moment) refuse('incident.future')
  if (voteId !== null) expectVoteOf(db, voteId, sittingId)
  const id = ctx.newId()
  db.run(incidentSql.add, { id, ...note, operator: ctx.operator })
  ctx.touch('incident')
  return theIncident(db, id)
}
