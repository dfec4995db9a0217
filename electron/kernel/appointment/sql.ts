import type { Act, ActOutcome, Nomination } from '../../../shared/contract/appointment.ts'
import { change, select } from '../store/sql.ts'

type NominationRow = Omit<Nomination, 'acts'>

const ACT: Record<keyof Act, true> = {
  id: true,
  nominationId: true,
  position: true,
  act: true,
  verb: true,
  personName: true,
  memberId: true,
  personId: true,
  post: true,
  reason: true,
  outcome: true,
  deferredReason: true,
  effectiveOn: true,
  questionId: true,
  rev: true,
}
const ACT_TEXT = `SELECT act.id, nominationId, act.position, act, verb, personName, memberId, personId, post, reason,
    CASE WHEN outcome = 'pending' AND deferredReason IS NOT NULL THEN 'deferred' ELSE outcome END AS outcome,
    deferredReason, effectiveOn, questionAct.questionId, act.rev AS rev
  FROM act LEFT JOIN questionAct ON questionAct.actId = act.id`

const NOMINATION: Record<keyof NominationRow, true> = {
  id: true,
  sessionId: true,
  itemId: true,
  position: true,
  nominator: true,
  nominatorKind: true,
  receivedOn: true,
  rev: true,
}
const NOMINATION_TEXT =
  'SELECT id, sessionId, itemId, position, nominator, nominatorKind, receivedOn, rev FROM nomination'

type ActFacts = Pick<
  Act,
  'id' | 'act' | 'verb' | 'personName' | 'memberId' | 'personId' | 'post' | 'reason'
>

export const appointmentSql = {
  nominations: select<{ sessionId: string }, NominationRow>()(
    NOMINATION,
    `${NOMINATION_TEXT} WHERE sessionId = @sessionId ORDER BY position`,
  ),
  nomination: select<{ id: string }, NominationRow>()(
    NOMINATION,
    `${NOMINATION_TEXT} WHERE id = @id`,
  ),
  lastNomination: select<{ sessionId: string }, { position: number }>()(
    { position: true },
    'SELECT coalesce(max(position), 0) AS position FROM nomination WHERE sessionId = @sessionId',
  ),
  addNomination: change<Omit<NominationRow, 'rev'>>()(
    `INSERT INTO nomination (id, sessionId, itemId, position, nominator, nominatorKind, receivedOn, rev)
     VALUES (@id, @sessionId, @itemId, @position, @nominator, @nominatorKind, @receivedOn, 1)`,
  ),
  updateNomination: change<
    Pick<NominationRow, 'id' | 'itemId' | 'nominator' | 'nominatorKind' | 'receivedOn'>
  >()(
    `UPDATE nomination SET itemId = @itemId, nominator = @nominator, nominatorKind = @nominatorKind,
       receivedOn = @receivedOn, rev = rev + 1 WHERE id = @id`,
  ),
  removeNomination: change<{ id: string }>()('DELETE FROM nomination WHERE id = @id'),
  acts: select<{ nominationId: string }, Act>()(
    ACT,
    `${ACT_TEXT} WHERE nominationId = @nominationId ORDER BY act.position`,
  ),
  sessionActs: select<{ sessionId: string }, Act>()(
    ACT,
    `${ACT_TEXT} JOIN nomination ON nomination.id = act.nominationId
     WHERE nomination.sessionId = @sessionId ORDER BY nomination.position, act.position`,
  ),
  act: select<{ id: string }, Act>()(ACT, `${ACT_TEXT} WHERE act.id = @id`),
  questionActs: select<{ questionId: string }, Act>()(
    ACT,
    `${ACT_TEXT} WHERE questionAct.questionId = @questionId ORDER BY questionAct.position`,
  ),
  lastAct: select<{ nominationId: string }, { position: number }>()(
    { position: true },
    'SELECT coalesce(max(position), 0) AS position FROM act WHERE nominationId = @nominationId',
  ),
  addAct: change<ActFacts & { nominationId: string; position: number }>()(
    `INSERT INTO act (id, nominationId, position, act, verb, personName, memberId, personId, post, reason, outcome,
       withdrawnReason, effectiveOn, rev)
     VALUES (@id, @nominationId, @position, @act, @verb, @personName, @memberId, @personId, @post, @reason,
       'pending', '', NULL, 1)`,
  ),
  updateAct: change<ActFacts>()(
    `UPDATE act SET act = @act, verb = @verb, personName = @personName, memberId = @memberId,
       personId = @personId, post = @post, reason = @reason, rev = rev + 1 WHERE id = @id`,
  ),
  placeAct: change<{ id: string; position: number }>()(
    'UPDATE act SET position = @position, rev = rev + 1 WHERE id = @id AND position <> @position',
  ),
  regroup: change<{ id: string; nominationId: string; position: number }>()(
    `UPDATE act SET nominationId = @nominationId, position = @position, rev = rev + 1 WHERE id = @id`,
  ),
  withdraw: change<{ id: string; reason: string }>()(
    `UPDATE act SET outcome = 'withdrawn', withdrawnReason = @reason, rev = rev + 1 WHERE id = @id`,
  ),
  settle: change<{ id: string; outcome: ActOutcome; effectiveOn: string | null }>()(
    'UPDATE act SET outcome = @outcome, effectiveOn = @effectiveOn, rev = rev + 1 WHERE id = @id',
  ),
  defer: change<{ id: string; reason: string | null }>()(
    'UPDATE act SET deferredReason = @reason, rev = rev + 1 WHERE id = @id',
  ),
  tiePerson: change<{ id: string; personId: string | null }>()(
    'UPDATE act SET personId = @personId, rev = rev + 1 WHERE id = @id',
  ),
  /** Acts on an item that nobody has put to the vote; what merely follows from another act is not voted on. */
  waiting: select<{ itemId: string }, { count: number }>()(
    { count: true },
    `SELECT count(*) AS count FROM act JOIN nomination ON nomination.id = nominationId
     WHERE itemId = @itemId AND outcome = 'pending' AND deferredReason IS NULL AND act <> 'end'
       AND NOT EXISTS (SELECT 1 FROM questionAct WHERE actId = act.id)`,
  ),
  /** The moment the first result on a question was locked; corrections come later. */
  decidedAt: select<{ questionId: string }, { at: string | null }>()(
    { at: true },
    `SELECT closedAt AS at FROM vote
     WHERE questionId = @questionId AND state = 'locked' AND correctsId IS NULL`,
  ),
  removeAct: change<{ id: string }>()('DELETE FROM act WHERE id = @id'),
}
