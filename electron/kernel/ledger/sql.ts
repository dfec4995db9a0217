import type { ActKind } from '../../../shared/contract/appointment.ts'
import type { LeavingReason, MemberKind } from '../../../shared/contract/roster.ts'
import type { LedgerTenure } from '../../../shared/rules/ledger/replay.ts'
import { change, select, type NoParams } from '../store/sql.ts'

/** A tenure as it lies in the file. */
export type TenureRow = Omit<LedgerTenure, 'acting'> & { acting: number; rev: number }
/** With whose it is and of which organ. */
export type NamedTenure = Omit<TenureRow, 'ownToOn' | 'ownEndReason'> & {
  personName: string
  organId: string | null
}
/** A member in office as the ledger looks at one. */
export type MemberTenure = {
  id: string
  personId: string
  personName: string
  kind: MemberKind
  startsOn: string
  endsAt: string | null
  endReason: LeavingReason | null
  endedByActId: string | null
  rev: number
}
export type ActRow = {
  id: string
  act: ActKind
  personId: string | null
  personName: string
  memberId: string | null
  post: string
  passed: number
  effectiveOn: string | null
  at: string | null
  place: number
  termStartsOn: string
}
/** What a hand said of a tenure whose act does not stand. */
export type SaidRow = Pick<
  TenureRow,
  'id' | 'personId' | 'ownToOn' | 'ownEndReason' | 'reviewedOn' | 'note'
>
/** A post of a passed act, with the act's own words. */
export type PassedPostRow = Pick<ActRow, 'act' | 'personId' | 'personName'> & {
  actId: string
  position: number
  verb: string
  name: string
  postId: string | null
}
export type ActPostRow = { actId: string; position: number; name: string; postId: string | null }
/** A person as far as a sheet can tell one from another. */
export type KnownPerson = PersonName & {
  sex: 'male' | 'female' | null
  nationality: string | null
  birth: string | null
}
export type PersonName = { id: string; name: string }

const TENURE: Record<keyof TenureRow, true> = {
  id: true,
  personId: true,
  postId: true,
  postName: true,
  acting: true,
  fromOn: true,
  electedOn: true,
  toOn: true,
  endReason: true,
  ownToOn: true,
  ownEndReason: true,
  byActId: true,
  endedByActId: true,
  pendingByActId: true,
  source: true,
  reviewedOn: true,
  note: true,
  rev: true,
}
const TENURE_COLUMNS = Object.keys(TENURE).join(', ')

const NAMED: Record<keyof NamedTenure, true> = {
  id: true,
  personId: true,
  personName: true,
  postId: true,
  postName: true,
  organId: true,
  acting: true,
  fromOn: true,
  electedOn: true,
  toOn: true,
  endReason: true,
  byActId: true,
  endedByActId: true,
  pendingByActId: true,
  source: true,
  reviewedOn: true,
  note: true,
  rev: true,
}
const NAMED_TEXT = `SELECT tenure.id, tenure.personId, person.name AS personName, tenure.postId, tenure.postName,
    post.organId, tenure.acting, tenure.fromOn, tenure.electedOn, tenure.toOn, tenure.endReason, tenure.byActId, tenure.endedByActId,
    tenure.pendingByActId,
    tenure.source, tenure.reviewedOn, tenure.note, tenure.rev AS rev
  FROM tenure JOIN person ON person.id = tenure.personId LEFT JOIN post ON post.id = tenure.postId`
const HELD = `(tenure.fromOn <= @on OR tenure.fromOn IS NULL AND tenure.electedOn IS NULL)
  AND (tenure.toOn IS NULL OR tenure.toOn > @on)`

const MEMBER: Record<keyof MemberTenure, true> = {
  id: true,
  personId: true,
  personName: true,
  kind: true,
  startsOn: true,
  endsAt: true,
  endReason: true,
  endedByActId: true,
  rev: true,
}
const MEMBER_TEXT = `SELECT member.id, personId, person.name AS personName, kind, startsOn, endsAt, endReason,
    endedByActId, member.rev AS rev
  FROM member JOIN person ON person.id = member.personId`

const ACT: Record<keyof ActRow, true> = {
  id: true,
  act: true,
  personId: true,
  personName: true,
  memberId: true,
  post: true,
  passed: true,
  effectiveOn: true,
  at: true,
  place: true,
  termStartsOn: true,
}
/** The moment of an act is that of the first result on its question: a correction does not move it (rules.md §9-73). */
const ACT_TEXT = `SELECT act.id, act.act, act.personId, act.personName, act.memberId, act.post,
    act.outcome = 'passed' AS passed, act.effectiveOn, vote.closedAt AS at,
    nomination.position * 10000 + act.position AS place, term.startsOn AS termStartsOn
  FROM act JOIN nomination ON nomination.id = act.nominationId JOIN session ON session.id = nomination.sessionId
  JOIN term ON term.id = session.termId LEFT JOIN questionAct ON questionAct.actId = act.id
  LEFT JOIN vote ON vote.questionId = questionAct.questionId AND vote.state = 'locked' AND vote.correctsId IS NULL`
const IN = (column: string): string => `${column} IN (SELECT value FROM json_each(@ids))`

type Ids = { ids: string }

export const ledgerSql = {
  tenure: select<{ id: string }, TenureRow>()(
    TENURE,
    `SELECT ${TENURE_COLUMNS} FROM tenure WHERE id = @id`,
  ),
  kept: select<Ids, TenureRow>()(
    TENURE,
    `SELECT ${TENURE_COLUMNS} FROM tenure WHERE ${IN('personId')}`,
  ),
  untied: select<NoParams, { postName: string }>()(
    { postName: true },
    'SELECT DISTINCT postName FROM tenure WHERE postId IS NULL AND loose = 0',
  ),
  untiedHolders: select<{ postName: string }, { personId: string }>()(
    { personId: true },
    'SELECT DISTINCT personId FROM tenure WHERE postId IS NULL AND loose = 0 AND postName = @postName',
  ),
  untiedActPersons: select<{ name: string }, { personId: string }>()(
    { personId: true },
    `SELECT DISTINCT act.personId FROM actPost JOIN act ON act.id = actPost.actId
     WHERE actPost.postId IS NULL AND actPost.loose = 0 AND actPost.name = @name AND act.personId IS NOT NULL`,
  ),
  all: select<NoParams, NamedTenure>()(NAMED, `${NAMED_TEXT} ORDER BY tenure.fromOn, tenure.id`),
  one: select<{ id: string }, NamedTenure>()(NAMED, `${NAMED_TEXT} WHERE tenure.id = @id`),
  ofPersons: select<Ids, NamedTenure>()(
    NAMED,
    `${NAMED_TEXT} WHERE ${IN('tenure.personId')} ORDER BY tenure.fromOn, tenure.id`,
  ),
  ofPosts: select<Ids, NamedTenure>()(
    NAMED,
    `${NAMED_TEXT} WHERE ${IN('tenure.postId')} ORDER BY tenure.fromOn, tenure.id`,
  ),
  held: select<{ on: string }, NamedTenure>()(NAMED, `${NAMED_TEXT} WHERE ${HELD}`),
  heldInPost: select<{ on: string; postId: string }, NamedTenure>()(
    NAMED,
    `${NAMED_TEXT} WHERE tenure.postId = @postId AND ${HELD}`,
  ),
  heldByPerson: select<{ on: string; personId: string }, NamedTenure>()(
    NAMED,
    `${NAMED_TEXT} WHERE tenure.personId = @personId AND ${HELD}`,
  ),
  heldInOrgan: select<{ on: string; organId: string }, NamedTenure>()(
    NAMED,
    `${NAMED_TEXT} WHERE post.organId = @organId AND ${HELD}`,
  ),
  bySession: select<{ sessionId: string }, NamedTenure>()(
    NAMED,
    `${NAMED_TEXT} WHERE tenure.id IN (
       SELECT own.id FROM tenure own JOIN act ON act.id IN (own.byActId, own.endedByActId, own.pendingByActId)
       JOIN nomination ON nomination.id = act.nominationId WHERE nomination.sessionId = @sessionId)
     ORDER BY tenure.postName, tenure.fromOn, tenure.id`,
  ),
  passedPosts: select<{ sessionId: string }, PassedPostRow>()(
    {
      actId: true,
      position: true,
      act: true,
      verb: true,
      personName: true,
      personId: true,
      name: true,
      postId: true,
    },
    `SELECT act.id AS actId, coalesce(actPost.position, 1) AS position, act.act, act.verb, act.personName, act.personId,
       coalesce(actPost.name, act.post) AS name, actPost.postId
     FROM act JOIN nomination ON nomination.id = act.nominationId LEFT JOIN actPost ON actPost.actId = act.id
     WHERE nomination.sessionId = @sessionId AND act.outcome = 'passed'
     ORDER BY nomination.position, act.position, actPost.position`,
  ),
  membersEndedIn: select<{ sessionId: string }, MemberTenure>()(
    MEMBER,
    `${MEMBER_TEXT} WHERE endedByActId IN (SELECT act.id FROM act JOIN nomination ON nomination.id = nominationId
       WHERE sessionId = @sessionId) ORDER BY startsOn, member.id`,
  ),
  /** The day the committee above approved what an act decided. */
  approvedOn: select<{ actId: string }, { day: string }>()(
    { day: true },
    `SELECT doneOn AS day FROM formality
     WHERE kind = 'approval' AND about = @actId AND state = 'done' AND doneOn IS NOT NULL`,
  ),
  add: change<Omit<TenureRow, 'rev'>>()(
    `INSERT INTO tenure (${TENURE_COLUMNS})
     VALUES (@id, @personId, @postId, @postName, @acting, @fromOn, @electedOn, @toOn, @endReason, @ownToOn, @ownEndReason,
       @byActId, @endedByActId, @pendingByActId, @source, @reviewedOn, @note, 1)`,
  ),
  update: change<Omit<TenureRow, 'rev' | 'source'>>()(
    `UPDATE tenure SET personId = @personId, postId = @postId, postName = @postName, acting = @acting,
       fromOn = @fromOn, electedOn = @electedOn, toOn = @toOn, endReason = @endReason, ownToOn = @ownToOn, ownEndReason = @ownEndReason,
       byActId = @byActId, endedByActId = @endedByActId,
       pendingByActId = @pendingByActId, reviewedOn = @reviewedOn, note = @note, rev = rev + 1
     WHERE id = @id`,
  ),
  remove: change<{ id: string }>()('DELETE FROM tenure WHERE id = @id'),
  tieTenures: change<{ postName: string; postId: string }>()(
    `UPDATE tenure SET postId = @postId, rev = rev + 1
     WHERE postId IS NULL AND loose = 0 AND postName = @postName`,
  ),
  /** Whether the hand that left it without a post meant it so. */
  loosen: change<{ id: string; loose: number }>()(
    'UPDATE tenure SET loose = @loose WHERE id = @id',
  ),
  said: select<Ids, SaidRow>()(
    { id: true, personId: true, ownToOn: true, ownEndReason: true, reviewedOn: true, note: true },
    `SELECT id, personId, ownToOn, ownEndReason, reviewedOn, note FROM tenureSaid WHERE ${IN('personId')}`,
  ),
  keepSaid: change<SaidRow>()(
    `INSERT OR REPLACE INTO tenureSaid (id, personId, ownToOn, ownEndReason, reviewedOn, note)
     VALUES (@id, @personId, @ownToOn, @ownEndReason, @reviewedOn, @note)`,
  ),
  dropSaid: change<{ id: string; personId: string }>()(
    'DELETE FROM tenureSaid WHERE id = @id AND personId = @personId',
  ),

  members: select<NoParams, MemberTenure>()(MEMBER, `${MEMBER_TEXT} ORDER BY startsOn, member.id`),
  membersNamed: select<Ids, MemberTenure>()(
    MEMBER,
    `${MEMBER_TEXT} WHERE ${IN('personId')} ORDER BY startsOn, member.id`,
  ),
  membersOn: select<{ on: string }, MemberTenure>()(
    MEMBER,
    `${MEMBER_TEXT} WHERE startsOn <= @on AND (endsAt IS NULL
       OR CASE length(endsAt) WHEN 10 THEN endsAt >= @on ELSE substr(endsAt, 1, 10) > @on END)`,
  ),

  acts: select<Ids, ActRow>()(ACT, `${ACT_TEXT} WHERE ${IN('act.id')}`),
  actsOfPersons: select<Ids, ActRow>()(
    ACT,
    `${ACT_TEXT} WHERE act.outcome = 'passed' AND ${IN('act.personId')}`,
  ),
  post: select<{ id: string }, { id: string }>()(
    { id: true },
    'SELECT id FROM post WHERE id = @id',
  ),
  passed: select<NoParams, { id: string }>()(
    { id: true },
    `SELECT id FROM act WHERE outcome = 'passed' ORDER BY effectiveOn, id`,
  ),
  actPosts: select<Ids, ActPostRow>()(
    { actId: true, position: true, name: true, postId: true },
    `SELECT actId, position, name, postId FROM actPost WHERE ${IN('actId')} ORDER BY actId, position`,
  ),
  addActPost: change<ActPostRow>()(
    'INSERT INTO actPost (actId, position, name, postId) VALUES (@actId, @position, @name, @postId)',
  ),
  tieActPost: change<Omit<ActPostRow, 'name'>>()(
    'UPDATE actPost SET postId = @postId WHERE actId = @actId AND position = @position',
  ),
  /** As {@link ledgerSql.tieActPost} by a person's hand: no post is then what it says. */
  tieActPostByHand: change<Omit<ActPostRow, 'name'>>()(
    `UPDATE actPost SET postId = @postId, loose = @postId IS NULL
     WHERE actId = @actId AND position = @position`,
  ),
  looseActPosts: select<Ids, { actId: string; position: number }>()(
    { actId: true, position: true },
    `SELECT actId, position FROM actPost WHERE loose = 1 AND ${IN('actId')}`,
  ),
  untiedActPosts: select<NoParams, { name: string }>()(
    { name: true },
    'SELECT DISTINCT name FROM actPost WHERE postId IS NULL AND loose = 0',
  ),
  tieActPosts: change<{ name: string; postId: string }>()(
    'UPDATE actPost SET postId = @postId WHERE postId IS NULL AND loose = 0 AND name = @name',
  ),
  knowPerson: change<{ id: string; personId: string | null }>()(
    'UPDATE act SET personId = @personId WHERE id = @id',
  ),

  personsNamed: select<{ name: string }, PersonName>()(
    { id: true, name: true },
    'SELECT id, name FROM person WHERE name = @name ORDER BY id',
  ),
  persons: select<NoParams, PersonName>()(
    { id: true, name: true },
    'SELECT id, name FROM person ORDER BY name, id',
  ),
  knownPersons: select<NoParams, KnownPerson>()(
    { id: true, name: true, sex: true, nationality: true, birth: true },
    'SELECT id, name, sex, nationality, birth FROM person ORDER BY id',
  ),
  personOfMember: select<{ id: string }, { personId: string }>()(
    { personId: true },
    'SELECT personId FROM member WHERE id = @id',
  ),
  /** A person of whom nothing is known but acts that do not stand; an oath a hand has touched is the person's still. */
  bare: select<{ id: string }, { id: string }>()(
    { id: true },
    `SELECT id FROM person WHERE id = @id AND sex IS NULL AND nationality IS NULL AND birth IS NULL
       AND deputy IS NULL AND note = ''
       AND NOT EXISTS (SELECT 1 FROM member WHERE personId = @id)
       AND NOT EXISTS (SELECT 1 FROM tenure WHERE personId = @id)
       AND NOT EXISTS (SELECT 1 FROM tenureSaid WHERE personId = @id)
       AND NOT EXISTS (SELECT 1 FROM dossier WHERE personId = @id)
       AND NOT EXISTS (SELECT 1 FROM act WHERE personId = @id AND outcome = 'passed')
       AND NOT EXISTS (SELECT 1 FROM formality WHERE kind = 'oath' AND about = @id
         AND (state <> 'due' OR dueSet = 1 OR number <> '' OR note <> ''))`,
  ),
  forgetPerson: change<{ id: string }>()('UPDATE act SET personId = NULL WHERE personId = @id'),
}
