import type { MaterialFact } from '../../../shared/contract/findings.ts'
import type { EarlierAttempt } from '../../../shared/rules/appointment/facts.ts'
import { change, select, type NoParams } from '../store/sql.ts'

export type ActPostRow = { actId: string; position: number; name: string; postId: string | null }
export type OverrideRow = {
  actId: string
  code: string
  /** The sentence gone past, as JSON: said otherwise, it is gone past anew. */
  said: string
  reason: string
  at: string
  operator: string
}
export type MaterialRow = MaterialFact & { actId: string; rev: number }
export type PersonRow = {
  id: string
  name: string
  birth: string | null
  deputy: number | null
  sex: 'male' | 'female' | null
  nationality: string | null
}

const ACT_POST = { actId: true, position: true, name: true, postId: true } as const
const PERSON = {
  id: true,
  name: true,
  birth: true,
  deputy: true,
  sex: true,
  nationality: true,
} as const
const PERSON_TEXT = 'SELECT id, name, birth, deputy, sex, nationality FROM person'
const OF_SESSION = `actId IN (SELECT act.id FROM act JOIN nomination ON nomination.id = nominationId
  WHERE sessionId = @sessionId)`

/** What is known about an act beyond its words: its posts, who is meant, what came with it, what was gone past. */
export const checkingSql = {
  posts: select<{ sessionId: string }, ActPostRow>()(
    ACT_POST,
    `SELECT actId, position, name, postId FROM actPost WHERE ${OF_SESSION} ORDER BY actId, position`,
  ),
  postsOfAct: select<{ actId: string }, ActPostRow>()(
    ACT_POST,
    'SELECT actId, position, name, postId FROM actPost WHERE actId = @actId ORDER BY position',
  ),
  addPost: change<ActPostRow>()(
    `INSERT INTO actPost (actId, position, name, postId) VALUES (@actId, @position, @name, @postId)`,
  ),
  tiePost: change<{ actId: string; position: number; postId: string | null }>()(
    `UPDATE actPost SET postId = @postId, loose = @postId IS NULL
     WHERE actId = @actId AND position = @position`,
  ),
  dropPosts: change<{ actId: string }>()('DELETE FROM actPost WHERE actId = @actId'),

  overrides: select<{ sessionId: string }, OverrideRow>()(
    { actId: true, code: true, said: true, reason: true, at: true, operator: true },
    `SELECT actId, code, said, reason, at, operator FROM override WHERE ${OF_SESSION}`,
  ),
  override: change<OverrideRow>()(
    `INSERT INTO override (actId, code, said, reason, at, operator)
     VALUES (@actId, @code, @said, @reason, @at, @operator)
     ON CONFLICT (actId, code, said) DO UPDATE SET reason = @reason, at = @at, operator = @operator`,
  ),
  takeBack: change<{ actId: string; code: string }>()(
    'DELETE FROM override WHERE actId = @actId AND code = @code',
  ),
  dropOverrides: change<{ actId: string }>()('DELETE FROM override WHERE actId = @actId'),

  materials: select<{ sessionId: string }, MaterialRow>()(
    {
      actId: true,
      kind: true,
      state: true,
      receivedOn: true,
      score: true,
      retake: true,
      note: true,
      rev: true,
    },
    `SELECT actId, kind, state, receivedOn, score, retake, note, rev FROM material WHERE ${OF_SESSION}`,
  ),
  saveMaterial: change<MaterialRow>()(
    `INSERT INTO material (actId, kind, state, receivedOn, score, retake, note, rev)
     VALUES (@actId, @kind, @state, @receivedOn, @score, @retake, @note, @rev)
     ON CONFLICT (actId, kind) DO UPDATE SET state = @state, receivedOn = @receivedOn, score = @score,
       retake = @retake, note = @note, rev = @rev`,
  ),
  dropMaterial: change<{ actId: string; kind: string }>()(
    'DELETE FROM material WHERE actId = @actId AND kind = @kind',
  ),
  dropMaterials: change<{ actId: string }>()('DELETE FROM material WHERE actId = @actId'),
  /** A form kept with a person outlives the act it was handed in for. */
  looseDossiers: change<{ actId: string }>()(
    'UPDATE dossier SET actId = NULL, rev = rev + 1 WHERE actId = @actId',
  ),

  people: select<NoParams, PersonRow>()(PERSON, PERSON_TEXT),
  bearers: select<{ name: string }, PersonRow>()(PERSON, `${PERSON_TEXT} WHERE name = @name`),
  /** Whom an act may mean: all who bear its name, and first the one it is tied to, whatever that one is called now. */
  mayMean: select<{ actId: string }, PersonRow>()(
    PERSON,
    `${PERSON_TEXT} WHERE id = (SELECT personId FROM act WHERE act.id = @actId)
       OR name = (SELECT personName FROM act WHERE act.id = @actId)
     ORDER BY id IS NOT (SELECT personId FROM act WHERE act.id = @actId), id`,
  ),
  sayDeputy: change<Pick<PersonRow, 'id' | 'deputy'>>()(
    'UPDATE person SET deputy = @deputy, rev = rev + 1 WHERE id = @id',
  ),
  /** Somebody of whom nothing is known but what came with one act on the list. */
  loose: select<{ id: string; actId: string }, PersonRow>()(
    PERSON,
    `${PERSON_TEXT} WHERE id = @id AND deputy IS NULL AND note = ''
       AND NOT EXISTS (SELECT 1 FROM act WHERE personId = @id AND id <> @actId)
       AND NOT EXISTS (SELECT 1 FROM member WHERE personId = @id)
       AND NOT EXISTS (SELECT 1 FROM tenure WHERE personId = @id)
       AND NOT EXISTS (SELECT 1 FROM tenureSaid WHERE personId = @id)
       AND NOT EXISTS (SELECT 1 FROM dossier WHERE personId = @id)`,
  ),
  untie: change<{ actId: string }>()('UPDATE act SET personId = NULL WHERE id = @actId'),
  /** How those to be dismissed were heard, as noted on their questions (JSON). */
  defences: select<{ sessionId: string }, { actId: string; defence: string }>()(
    { actId: true, defence: true },
    `SELECT actId, defence FROM questionAct JOIN question ON question.id = questionId
     WHERE sessionId = @sessionId AND defence <> ''`,
  ),
  /** Acts of a term that were decided, with the day of their vote; a post of several each by itself. */
  decided: select<{ termId: string }, EarlierAttempt>()(
    { personName: true, personId: true, postName: true, on: true, outcome: true },
    `SELECT personName, act.personId AS personId, coalesce(actPost.name, act.post) AS postName, outcome,
       coalesce(effectiveOn, (SELECT date(max(closedAt)) FROM questionAct JOIN vote USING (questionId)
         WHERE questionAct.actId = act.id AND vote.state = 'locked'), session.endsOn) AS "on"
     FROM act JOIN nomination ON nomination.id = nominationId JOIN session ON session.id = nomination.sessionId
     LEFT JOIN actPost ON actPost.actId = act.id
     WHERE session.termId = @termId AND outcome IN ('passed', 'failed')
       AND act IN ('appoint', 'act-as', 'approve-appoint')
     ORDER BY "on", act.id`,
  ),
}
