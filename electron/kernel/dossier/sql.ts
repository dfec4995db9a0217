import type { ActKind } from '../../../shared/contract/appointment.ts'
import type { Dossier } from '../../../shared/contract/dossier.ts'
import type { MaterialKind } from '../../../shared/contract/findings.ts'
import { change, select, type NoParams } from '../store/sql.ts'

/** A form as it lies in the file. */
export type DossierRow = Omit<Dossier, 'facts'> & { facts: string }
export type KnownPerson = {
  id: string
  name: string
  sex: 'male' | 'female' | null
  nationality: string | null
  birth: string | null
  rev: number
}
/** An act as a form speaks for it. */
export type FormAct = {
  id: string
  sessionId: string
  act: ActKind
  personName: string
  personId: string | null
  post: string
  outcome: string
}

const DOSSIER: Record<keyof DossierRow, true> = {
  id: true,
  personId: true,
  personName: true,
  actId: true,
  fileName: true,
  readAt: true,
  facts: true,
  photo: true,
  rev: true,
}
const textWith = (photo: string): string =>
  `SELECT dossier.id, dossier.personId, person.name AS personName, dossier.actId, dossier.fileName, dossier.readAt,
     dossier.facts, ${photo} AS photo, dossier.rev
   FROM dossier JOIN person ON person.id = dossier.personId`
const WHOLE = textWith('dossier.photo')
const WITHOUT_PHOTO = textWith('NULL')
const NEWEST = 'ORDER BY dossier.readAt DESC, dossier.rowid DESC'

const PERSON: Record<keyof KnownPerson, true> = {
  id: true,
  name: true,
  sex: true,
  nationality: true,
  birth: true,
  rev: true,
}
const ACT: Record<keyof FormAct, true> = {
  id: true,
  sessionId: true,
  act: true,
  personName: true,
  personId: true,
  post: true,
  outcome: true,
}
const ACT_TEXT = `SELECT act.id, nomination.sessionId, act.act, act.personName, act.personId, act.post, act.outcome
  FROM act JOIN nomination ON nomination.id = act.nominationId`

export const dossierSql = {
  get: select<{ id: string }, DossierRow>()(DOSSIER, `${WHOLE} WHERE dossier.id = @id`),
  ofPerson: select<{ personId: string }, DossierRow>()(
    DOSSIER,
    `${WHOLE} WHERE dossier.personId = @personId ${NEWEST}`,
  ),
  ofAct: select<{ actId: string }, DossierRow>()(
    DOSSIER,
    `${WHOLE} WHERE dossier.actId = @actId
       OR dossier.personId = (SELECT personId FROM act WHERE id = @actId) ${NEWEST}`,
  ),
  ofSession: select<{ sessionId: string }, DossierRow>()(
    DOSSIER,
    `${WITHOUT_PHOTO} WHERE EXISTS (
       SELECT 1 FROM act JOIN nomination ON nomination.id = act.nominationId
       WHERE nomination.sessionId = @sessionId AND (act.id = dossier.actId OR act.personId = dossier.personId)
     ) ${NEWEST}`,
  ),
  add: change<Omit<DossierRow, 'personName' | 'rev'>>()(
    `INSERT INTO dossier (id, personId, actId, fileName, readAt, facts, photo, rev)
     VALUES (@id, @personId, @actId, @fileName, @readAt, @facts, @photo, 1)`,
  ),
  remove: change<{ id: string }>()('DELETE FROM dossier WHERE id = @id'),

  people: select<NoParams, KnownPerson>()(
    PERSON,
    'SELECT id, name, sex, nationality, birth, rev FROM person',
  ),
  person: select<{ id: string }, KnownPerson>()(
    PERSON,
    'SELECT id, name, sex, nationality, birth, rev FROM person WHERE id = @id',
  ),
  addPerson: change<Omit<KnownPerson, 'rev'>>()(
    `INSERT INTO person (id, name, sex, nationality, birth, note, rev)
     VALUES (@id, @name, @sex, @nationality, @birth, '', 1)`,
  ),
  updatePerson: change<Omit<KnownPerson, 'rev'>>()(
    `UPDATE person SET name = @name, sex = @sex, nationality = @nationality, birth = @birth, rev = rev + 1
     WHERE id = @id`,
  ),

  act: select<{ id: string }, FormAct>()(ACT, `${ACT_TEXT} WHERE act.id = @id`),
  actsBeside: select<{ sessionId: string; personName: string }, FormAct>()(
    ACT,
    `${ACT_TEXT} WHERE nomination.sessionId = @sessionId AND act.personName = @personName
       AND act.outcome <> 'withdrawn' ORDER BY nomination.position, act.position`,
  ),
  /** What came with the form, where nothing is on record of it yet. */
  receive: change<{ actId: string; kind: MaterialKind; day: string; note: string }>()(
    `INSERT INTO material (actId, kind, state, receivedOn, score, retake, note, rev)
     VALUES (@actId, @kind, 'received', @day, NULL, NULL, @note, 1) ON CONFLICT DO NOTHING`,
  ),
  /** Says whom an act is about where nobody has said so and it is not decided. */
  tieAct: change<{ id: string; personId: string }>()(
    `UPDATE act SET personId = @personId, rev = rev + 1
     WHERE id = @id AND personId IS NULL AND outcome = 'pending'`,
  ),
}
