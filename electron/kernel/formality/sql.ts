import type { ActKind, NominatorKind } from '../../../shared/contract/appointment.ts'
import {
  SETTLED_SHOWN,
  type FormalityKind,
  type FormalityState,
  type MadePaper,
  type OathHolder,
} from '../../../shared/contract/formality.ts'
import { change, select, type NoParams } from '../store/sql.ts'

export type FormalityRow = {
  id: string
  sessionId: string | null
  tenureId: string | null
  /** An end without a vote, as JSON of what {@link EndedTenure} says besides the id. */
  ended: string | null
  termNumber: number | null
  sessionNumber: number | null
  kind: FormalityKind
  about: string
  toWhom: string
  heldBy: OathHolder | null
  dueOn: string | null
  dueSet: number
  dueRule: string | null
  state: FormalityState
  doneOn: string | null
  number: string
  note: string
  standing: number
  settledActs: string | null
  rev: number
}
type FormalityFacts = Pick<
  FormalityRow,
  | 'id'
  | 'sessionId'
  | 'tenureId'
  | 'ended'
  | 'kind'
  | 'about'
  | 'toWhom'
  | 'heldBy'
  | 'dueOn'
  | 'dueRule'
>

const FORMALITY: Record<keyof FormalityRow, true> = {
  id: true,
  sessionId: true,
  tenureId: true,
  ended: true,
  termNumber: true,
  sessionNumber: true,
  kind: true,
  about: true,
  toWhom: true,
  heldBy: true,
  dueOn: true,
  dueSet: true,
  dueRule: true,
  state: true,
  doneOn: true,
  number: true,
  note: true,
  standing: true,
  settledActs: true,
  rev: true,
}
const FORMALITY_TEXT = `SELECT formality.id, sessionId, tenureId, ended, term.number AS termNumber, session.number AS sessionNumber, kind,
    about, toWhom, heldBy, dueOn, dueSet, dueRule, formality.state, doneOn, formality.number, note, standing, settledActs,
    formality.rev
  FROM formality LEFT JOIN session ON session.id = sessionId LEFT JOIN term ON term.id = session.termId`

/** An act as a formality speaks of it. */
export type ActRow = {
  formalityId: string
  actId: string
  act: ActKind
  verb: string
  personName: string
  post: string
}
const ACT: Record<keyof ActRow, true> = {
  formalityId: true,
  actId: true,
  act: true,
  verb: true,
  personName: true,
  post: true,
}
const ACT_TEXT = `SELECT formalityId, act.id AS actId, act, verb, personName, post
  FROM formalityAct JOIN act ON act.id = actId JOIN nomination ON nomination.id = nominationId
  JOIN formality ON formality.id = formalityId`

/** A passed act, as what follows from it is worked out. */
export type PassedRow = {
  id: string
  act: ActKind
  personName: string
  personId: string | null
  post: string
  nominator: string
  nominatorKind: NominatorKind
  effectiveOn: string
}

/** The acts of a formality as {@link FormalityRow.settledActs} keeps them. */
const ACTS_NOW = `(SELECT json_group_array(actId) FROM
    (SELECT actId FROM formalityAct WHERE formalityId = formality.id ORDER BY actId))`
/** What still has to be seen to: due, or settled and in doubt. */
const OPEN = `(standing = 1 AND (formality.state = 'due' OR settledActs <> coalesce(ended, ${ACTS_NOW}))
  OR standing = 0 AND formality.state = 'done')`
/** What was seen to and is not in doubt. */
const SETTLED = `standing = 1 AND formality.state <> 'due' AND settledActs = coalesce(ended, ${ACTS_NOW})`
/** What was left undone bears no day: it stands where its session or end does. */
const LATEST_FIRST = `coalesce(doneOn, ended ->> 'on', session.endsOn) DESC, formality.rowid DESC`
const LISTED = `${SETTLED} AND (formality.sessionId IS NULL OR formality.id IN (SELECT formality.id
  FROM formality JOIN session ON session.id = formality.sessionId WHERE ${SETTLED} ORDER BY ${LATEST_FIRST} LIMIT ${SETTLED_SHOWN}))`

export const formalitySql = {
  ofSession: select<{ sessionId: string }, FormalityRow>()(
    FORMALITY,
    `${FORMALITY_TEXT} WHERE sessionId = @sessionId ORDER BY formality.rowid`,
  ),
  ofTenure: select<{ tenureId: string }, FormalityRow>()(
    FORMALITY,
    `${FORMALITY_TEXT} WHERE tenureId = @tenureId ORDER BY formality.rowid`,
  ),
  open: select<NoParams, FormalityRow>()(
    FORMALITY,
    `${FORMALITY_TEXT} WHERE ${OPEN} ORDER BY dueOn IS NULL, dueOn, formality.rowid`,
  ),
  settled: select<NoParams, FormalityRow>()(
    FORMALITY,
    `${FORMALITY_TEXT} WHERE ${LISTED} ORDER BY ${LATEST_FIRST}`,
  ),
  get: select<{ id: string }, FormalityRow>()(
    FORMALITY,
    `${FORMALITY_TEXT} WHERE formality.id = @id`,
  ),
  actsOfSession: select<{ sessionId: string }, ActRow>()(
    ACT,
    `${ACT_TEXT} WHERE formality.sessionId = @sessionId ORDER BY nomination.position, act.position`,
  ),
  actsOfOpen: select<NoParams, ActRow>()(
    ACT,
    `${ACT_TEXT} WHERE ${OPEN} ORDER BY nomination.position, act.position`,
  ),
  passed: select<{ sessionId: string }, PassedRow>()(
    {
      id: true,
      act: true,
      personName: true,
      personId: true,
      post: true,
      nominator: true,
      nominatorKind: true,
      effectiveOn: true,
    },
    `SELECT act.id, act, personName, personId, post, nominator, nominatorKind, effectiveOn
     FROM act JOIN nomination ON nomination.id = nominationId
     WHERE sessionId = @sessionId AND outcome = 'passed' AND effectiveOn IS NOT NULL
     ORDER BY nomination.position, act.position`,
  ),
  add: change<FormalityFacts>()(
    `INSERT INTO formality (id, sessionId, tenureId, ended, kind, about, toWhom, heldBy, dueOn, dueSet, dueRule, state, doneOn, number,
       note, standing, settledActs, rev)
     VALUES (@id, @sessionId, @tenureId, @ended, @kind, @about, @toWhom, @heldBy, @dueOn, 0, @dueRule, 'due', NULL, '', '', 1, NULL, 1)`,
  ),
  follow: change<Omit<FormalityFacts, 'sessionId' | 'tenureId' | 'ended' | 'kind'>>()(
    `UPDATE formality SET about = @about, toWhom = @toWhom, heldBy = @heldBy, standing = 1, dueOn = @dueOn,
       dueRule = @dueRule, rev = rev + 1 WHERE id = @id`,
  ),
  followEnd: change<Pick<FormalityRow, 'id' | 'dueOn' | 'dueRule'> & { ended: string }>()(
    `UPDATE formality SET ended = @ended, dueOn = @dueOn, dueRule = @dueRule, rev = rev + 1
     WHERE id = @id AND (ended <> @ended OR dueOn IS NOT @dueOn OR dueRule IS NOT @dueRule)`,
  ),
  /** What follows from ends without a vote stands as long as they do: the same end, and by no act. */
  followEnds: change<NoParams>()(
    `UPDATE formality SET standing = 1 - standing, rev = rev + 1
     WHERE tenureId IS NOT NULL AND standing <> EXISTS (SELECT 1 FROM tenure
       WHERE tenure.id = formality.tenureId AND tenure.endedByActId IS NULL
         AND tenure.toOn = formality.ended ->> 'on' AND tenure.endReason = formality.ended ->> 'cause')`,
  ),
  rest: change<{ id: string }>()(
    'UPDATE formality SET standing = 0, rev = rev + 1 WHERE id = @id AND standing = 1',
  ),
  drop: change<{ id: string }>()('DELETE FROM formality WHERE id = @id'),
  tieAct: change<{ formalityId: string; actId: string }>()(
    'INSERT INTO formalityAct (formalityId, actId) VALUES (@formalityId, @actId)',
  ),
  untieActs: change<{ formalityId: string }>()(
    'DELETE FROM formalityAct WHERE formalityId = @formalityId',
  ),
  actIds: select<{ id: string }, { actId: string }>()(
    { actId: true },
    'SELECT actId FROM formalityAct WHERE formalityId = @id',
  ),
  actsOfSettled: select<NoParams, ActRow>()(
    ACT,
    `${ACT_TEXT} WHERE ${LISTED} ORDER BY nomination.position, act.position`,
  ),
  /** Day of the first vote it follows from; null where none stands. */
  votedOn: select<{ id: string }, { day: string | null }>()(
    { day: true },
    `SELECT min(effectiveOn) AS day FROM formalityAct JOIN act ON act.id = actId WHERE formalityId = @id`,
  ),
  settle: change<
    Pick<FormalityRow, 'id' | 'state' | 'doneOn' | 'number' | 'note' | 'settledActs'>
  >()(
    `UPDATE formality SET state = @state, doneOn = @doneOn, number = @number, note = @note,
       settledActs = @settledActs, rev = rev + 1 WHERE id = @id`,
  ),
  setDue: change<Pick<FormalityRow, 'id' | 'dueOn' | 'dueSet' | 'dueRule'>>()(
    'UPDATE formality SET dueOn = @dueOn, dueSet = @dueSet, dueRule = @dueRule, rev = rev + 1 WHERE id = @id',
  ),
  made: select<{ sessionId: string }, MadePaper>()(
    {
      id: true,
      sessionId: true,
      paper: true,
      fileName: true,
      toWhom: true,
      madeAt: true,
      operator: true,
    },
    `SELECT id, sessionId, paper, fileName, toWhom, madeAt, operator FROM madePaper
     WHERE sessionId = @sessionId ORDER BY madeAt DESC, rowid`,
  ),
  addMade: change<MadePaper>()(
    `INSERT INTO madePaper (id, sessionId, paper, fileName, toWhom, madeAt, operator)
     VALUES (@id, @sessionId, @paper, @fileName, @toWhom, @madeAt, @operator)`,
  ),
}
