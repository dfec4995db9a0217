import type { ActKind } from '../../../shared/contract/appointment.ts'
import type { UniteMove } from '../../../shared/contract/uniting.ts'
import { change, select } from '../store/sql.ts'

/** A person as one lies in the file. */
export type PersonEntry = {
  id: string
  name: string
  sex: 'male' | 'female' | null
  nationality: string | null
  birth: string | null
  deputy: number | null
  note: string
  rev: number
}
/** An act on one of two persons, with its session. */
export type NominatedRow = {
  id: string
  personId: string
  act: ActKind
  verb: string
  post: string
  sessionId: string
  termNumber: number
  sessionNumber: number
}
type Moving = { stays: string; goes: string }
type Both = { stays: string; goes: string }
type Id = { id: string }

const PERSON: Record<keyof PersonEntry, true> = {
  id: true,
  name: true,
  sex: true,
  nationality: true,
  birth: true,
  deputy: true,
  note: true,
  rev: true,
}
const COLUMNS = Object.keys(PERSON).join(', ')
const NOMINATED: Record<keyof NominatedRow, true> = {
  id: true,
  personId: true,
  act: true,
  verb: true,
  post: true,
  sessionId: true,
  termNumber: true,
  sessionNumber: true,
}

const among = (table: string, own: string, seats: 'stays' | 'goes'): string =>
  `EXISTS (SELECT 1 FROM ${table} WHERE ${own} AND memberId IN (SELECT value FROM json_each(@${seats})))`
const both = (table: string, own: string): string =>
  `${among(table, own, 'stays')} AND ${among(table, own, 'goes')}`

/** Every table that refers to a person moves with one statement; a test holds this against the schema. */
const moved = (table: string) =>
  change<Moving>()(`UPDATE ${table} SET personId = @stays, rev = rev + 1 WHERE personId = @goes`)
const idsOf = (table: string) =>
  select<Id, { id: string }>()(
    { id: true },
    `SELECT id FROM ${table} WHERE personId = @id ORDER BY id`,
  )

export const uniteSql = {
  entry: select<Id, PersonEntry>()(PERSON, `SELECT ${COLUMNS} FROM person WHERE id = @id`),
  entries: select<Record<never, never>, PersonEntry>()(PERSON, `SELECT ${COLUMNS} FROM person`),
  counts: select<Id, Record<UniteMove, number>>()(
    {
      seats: true,
      tenures: true,
      reviews: true,
      acts: true,
      materials: true,
      formalities: true,
      forms: true,
    },
    `SELECT (SELECT count(*) FROM member WHERE personId = @id) AS seats,
       (SELECT count(*) FROM tenure WHERE personId = @id) AS tenures,
       (SELECT count(*) FROM tenure WHERE personId = @id AND reviewedOn IS NOT NULL) AS reviews,
       (SELECT count(*) FROM act WHERE personId = @id) AS acts,
       (SELECT count(*) FROM act JOIN material ON actId = act.id WHERE personId = @id) AS materials,
       (SELECT count(DISTINCT formality.id) FROM act JOIN nomination ON nomination.id = nominationId
          JOIN formality ON formality.sessionId = nomination.sessionId
          JOIN formalityAct ON formalityId = formality.id AND actId = act.id WHERE personId = @id)
         + (SELECT count(*) FROM tenure JOIN formality ON tenureId = tenure.id WHERE personId = @id) AS formalities,
       (SELECT count(*) FROM dossier WHERE personId = @id) AS forms`,
  ),
  /** Acts on both that were not taken back; what did not pass says as much of who they are as what did. */
  nominated: select<Both, NominatedRow>()(
    NOMINATED,
    `SELECT act.id, personId, act, verb, post, sessionId, term.number AS termNumber, session.number AS sessionNumber
     FROM act JOIN nomination ON nomination.id = nominationId JOIN session ON session.id = sessionId
     JOIN term ON term.id = termId
     WHERE personId IN (@stays, @goes) AND outcome <> 'withdrawn' ORDER BY term.number, session.number, act.id`,
  ),
  /** Sessions in which both had a place of their own in a roll or in a vote; each a list of ids of members. */
  rolls: select<Both, { termNumber: number; sessionNumber: number }>()(
    { termNumber: true, sessionNumber: true },
    `SELECT DISTINCT term.number AS termNumber, session.number AS sessionNumber
     FROM sitting JOIN session ON session.id = sessionId JOIN term ON term.id = termId
     WHERE ${both('mark', 'sittingId = sitting.id')}
       OR EXISTS (SELECT 1 FROM vote WHERE vote.sittingId = sitting.id AND ${both('voteMember', 'voteId = vote.id')})
     ORDER BY term.number, session.number`,
  ),
  /** A vote being taken on one of them. */
  votedOn: select<Both, { post: string }>()(
    { post: true },
    `SELECT post FROM act JOIN questionAct ON actId = act.id JOIN vote ON vote.questionId = questionAct.questionId
     WHERE personId IN (@stays, @goes) AND vote.state = 'open'`,
  ),
  /** Sessions that passed acts on a person, but for those from before there was a ledger: they ask for nothing. */
  sessions: select<Id, { sessionId: string }>()(
    { sessionId: true },
    `SELECT DISTINCT sessionId FROM act JOIN nomination ON nomination.id = nominationId
     WHERE personId = @id AND outcome = 'passed'
       AND EXISTS (SELECT 1 FROM formality WHERE formality.sessionId = nomination.sessionId)`,
  ),
  /** Tenures whose end asks for something by itself. */
  ended: select<Id, { id: string }>()(
    { id: true },
    `SELECT DISTINCT tenure.id FROM tenure JOIN formality ON tenureId = tenure.id WHERE personId = @id`,
  ),
  seatIds: idsOf('member'),
  tenureIds: idsOf('tenure'),
  actIds: idsOf('act'),
  formIds: idsOf('dossier'),

  moveSeats: moved('member'),
  moveTenures: moved('tenure'),
  moveActs: moved('act'),
  moveForms: moved('dossier'),
  /** Said of a tenure that is there again, or by both of the same: what stands with the one that stays holds. */
  dropSaid: change<Moving>()(
    `DELETE FROM tenureSaid WHERE personId = @goes AND (id IN (SELECT id FROM tenure WHERE personId IN (@stays, @goes))
       OR id IN (SELECT id FROM tenureSaid WHERE personId = @stays))`,
  ),
  moveSaid: change<Moving>()('UPDATE tenureSaid SET personId = @stays WHERE personId = @goes'),
  moveFormality: change<{ id: string; tenureId: string }>()(
    'UPDATE formality SET tenureId = @tenureId, about = @tenureId, rev = rev + 1 WHERE id = @id',
  ),
  savePerson: change<Omit<PersonEntry, 'rev'>>()(
    `UPDATE person SET name = @name, sex = @sex, nationality = @nationality, birth = @birth, deputy = @deputy,
       note = @note, rev = rev + 1 WHERE id = @id`,
  ),
}
