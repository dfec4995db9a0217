import type {
  Motion,
  QuestionKind,
  Verdict,
  VoteMethod,
  VoteState,
} from '../../../shared/contract/ballot.ts'
import { change, select, type Value } from '../store/sql.ts'

export type QuestionRow = {
  id: string
  sessionId: string
  itemId: string
  position: number
  kind: QuestionKind
  title: string
  method: VoteMethod
  motion: Motion | null
  amendsId: string | null
  proposedOn: string | null
  signatories: number | null
  /** JSON of the `MergeBasis`, or empty. */
  mergeBasis: string
  withdrawnAt: string | null
  withdrawnReason: string
  /** JSON of the `Defence`, or empty. */
  defence: string
  rev: number
}

/** Facts of a vote as they were taken and entered. Head counts and totals only. */
export type VoteRow = {
  id: string
  questionId: string
  sittingId: string
  round: number
  method: VoteMethod
  state: VoteState
  openedAt: string
  closedAt: string | null
  /** The body's rules at that moment, as JSON of `DecideInput['rules']`. */
  rules: string
  inOffice: number
  seats: number
  expected: number
  present: number
  onLeave: number
  absent: number
  tallyFor: number | null
  tallyAgainst: number | null
  tallyAbstain: number | null
  tallyNotPressed: number | null
  tallySpoiled: number | null
  tallyIssued: number | null
  tallyCollected: number | null
  verdict: Verdict | null
  voidReason: string
  correctsId: string | null
  correctionReason: string
  witness: string
  operator: string
  sealSeq: number | null
  sealHash: string | null
  sheetId: string | null
  fallbackOf: string | null
  video: number
  /** JSON of names. */
  scrutineers: string
  /** JSON of names. */
  tellers: string
  baseNote: string
  rev: number
}

const VOTE: Record<keyof VoteRow, true> = {
  id: true,
  questionId: true,
  sittingId: true,
  round: true,
  method: true,
  state: true,
  openedAt: true,
  closedAt: true,
  rules: true,
  inOffice: true,
  seats: true,
  expected: true,
  present: true,
  onLeave: true,
  absent: true,
  tallyFor: true,
  tallyAgainst: true,
  tallyAbstain: true,
  tallyNotPressed: true,
  tallySpoiled: true,
  tallyIssued: true,
  tallyCollected: true,
  verdict: true,
  voidReason: true,
  correctsId: true,
  correctionReason: true,
  witness: true,
  operator: true,
  sealSeq: true,
  sealHash: true,
  sheetId: true,
  fallbackOf: true,
  video: true,
  scrutineers: true,
  tellers: true,
  baseNote: true,
  rev: true,
}
const voteColumns = Object.keys(VOTE)
const VOTE_TEXT = `SELECT ${voteColumns.map((name) => `vote.${name}`).join(', ')} FROM vote`

const QUESTION: Record<keyof QuestionRow, true> = {
  id: true,
  sessionId: true,
  itemId: true,
  position: true,
  kind: true,
  title: true,
  method: true,
  motion: true,
  amendsId: true,
  proposedOn: true,
  signatories: true,
  mergeBasis: true,
  withdrawnAt: true,
  withdrawnReason: true,
  defence: true,
  rev: true,
}
const questionColumns = Object.keys(QUESTION)
const QUESTION_TEXT = `SELECT ${questionColumns.join(', ')} FROM question`

export const ballotSql = {
  questions: select<{ sessionId: string }, QuestionRow>()(
    QUESTION,
    `${QUESTION_TEXT} WHERE sessionId = @sessionId ORDER BY position`,
  ),
  question: select<{ id: string }, QuestionRow>()(QUESTION, `${QUESTION_TEXT} WHERE id = @id`),
  lastQuestion: select<{ sessionId: string }, { position: number }>()(
    { position: true },
    'SELECT coalesce(max(position), 0) AS position FROM question WHERE sessionId = @sessionId',
  ),
  addQuestion: change<Record<keyof QuestionRow, Value>>()(
    `INSERT INTO question (${questionColumns.join(', ')})
     VALUES (${questionColumns.map((name) => `@${name}`).join(', ')})`,
  ),
  setMethod: change<{ id: string; method: VoteMethod }>()(
    'UPDATE question SET method = @method, rev = rev + 1 WHERE id = @id AND method <> @method',
  ),
  dropActs: change<{ id: string }>()('DELETE FROM questionAct WHERE questionId = @id'),
  drop: change<{ id: string }>()('DELETE FROM question WHERE id = @id'),
  addQuestionAct: change<{ questionId: string; actId: string; position: number }>()(
    'INSERT INTO questionAct (questionId, actId, position) VALUES (@questionId, @actId, @position)',
  ),
  takeOutAct: change<{ questionId: string; actId: string }>()(
    'DELETE FROM questionAct WHERE questionId = @questionId AND actId = @actId',
  ),
  retitle: change<{ id: string; title: string }>()(
    'UPDATE question SET title = @title, rev = rev + 1 WHERE id = @id',
  ),
  withdraw: change<{ id: string; at: string; reason: string }>()(
    `UPDATE question SET withdrawnAt = @at, withdrawnReason = @reason, rev = rev + 1 WHERE id = @id`,
  ),
  noteDefence: change<{ id: string; defence: string }>()(
    'UPDATE question SET defence = @defence, rev = rev + 1 WHERE id = @id',
  ),
  amendmentOf: select<{ id: string }, { id: string }>()(
    { id: true },
    'SELECT id FROM question WHERE amendsId = @id LIMIT 1',
  ),
  /** The first question of an item that is neither decided nor taken back. */
  undecidedOf: select<{ itemId: string }, { id: string }>()(
    { id: true },
    `SELECT id FROM question WHERE itemId = @itemId AND withdrawnAt IS NULL
       AND NOT EXISTS (SELECT 1 FROM vote WHERE questionId = question.id AND state = 'locked')
     ORDER BY position LIMIT 1`,
  ),
  live: select<{ itemId: string }, { count: number }>()(
    { count: true },
    'SELECT count(*) AS count FROM question WHERE itemId = @itemId AND withdrawnAt IS NULL',
  ),
  actIds: select<{ questionId: string }, { actId: string }>()(
    { actId: true },
    'SELECT actId FROM questionAct WHERE questionId = @questionId ORDER BY position',
  ),
  sessionActIds: select<{ sessionId: string }, { questionId: string; actId: string }>()(
    { questionId: true, actId: true },
    `SELECT questionId, actId FROM questionAct JOIN question ON question.id = questionAct.questionId
     WHERE sessionId = @sessionId ORDER BY questionId, questionAct.position`,
  ),
  votes: select<{ questionId: string }, VoteRow>()(
    VOTE,
    `${VOTE_TEXT} WHERE questionId = @questionId ORDER BY round, openedAt, rowid`,
  ),
  sessionVotes: select<{ sessionId: string }, VoteRow>()(
    VOTE,
    `${VOTE_TEXT} JOIN question ON question.id = vote.questionId
     WHERE question.sessionId = @sessionId ORDER BY vote.round, vote.openedAt, vote.rowid`,
  ),
  vote: select<{ id: string }, VoteRow>()(VOTE, `${VOTE_TEXT} WHERE id = @id`),
  openVote: select<{ sittingId: string }, { id: string; title: string }>()(
    { id: true, title: true },
    `SELECT vote.id, question.title FROM vote JOIN question ON question.id = vote.questionId
     WHERE sittingId = @sittingId AND state = 'open'`,
  ),
  undecided: select<{ itemId: string }, { count: number }>()(
    { count: true },
    `SELECT count(*) AS count FROM question WHERE itemId = @itemId
       AND withdrawnAt IS NULL AND NOT EXISTS (SELECT 1 FROM vote WHERE questionId = question.id AND state = 'locked')`,
  ),
  correctionOf: select<{ id: string }, { id: string }>()(
    { id: true },
    'SELECT id FROM vote WHERE correctsId = @id',
  ),
  addVote: change<Record<keyof VoteRow, Value>>()(
    `INSERT INTO vote (${voteColumns.join(', ')}) VALUES (${voteColumns.map((name) => `@${name}`).join(', ')})`,
  ),
  addVoteMember: change<{ voteId: string; memberId: string; present: number }>()(
    'INSERT INTO voteMember (voteId, memberId, present) VALUES (@voteId, @memberId, @present)',
  ),
  copyVoteMembers: change<{ voteId: string; from: string }>()(
    `INSERT INTO voteMember (voteId, memberId, present)
     SELECT @voteId, memberId, present FROM voteMember WHERE voteId = @from`,
  ),
  lock: change<
    Pick<VoteRow, 'id' | 'closedAt' | 'verdict' | 'operator' | 'rules' | 'baseNote' | 'tellers'> &
      Record<TallyColumn, number | null>
  >()(
    `UPDATE vote SET state = 'locked', closedAt = @closedAt, verdict = @verdict, operator = @operator,
       rules = @rules, baseNote = @baseNote, tellers = @tellers,
       tallyFor = @tallyFor, tallyAgainst = @tallyAgainst, tallyAbstain = @tallyAbstain,
       tallyNotPressed = @tallyNotPressed, tallySpoiled = @tallySpoiled, tallyIssued = @tallyIssued,
       tallyCollected = @tallyCollected, rev = rev + 1 WHERE id = @id`,
  ),
  void: change<Pick<VoteRow, 'id' | 'closedAt' | 'voidReason' | 'operator'>>()(
    `UPDATE vote SET state = 'void', closedAt = @closedAt, voidReason = @voidReason, operator = @operator,
       rev = rev + 1 WHERE id = @id`,
  ),
  seal: change<{ id: string; seq: number; hash: string }>()(
    'UPDATE vote SET sealSeq = @seq, sealHash = @hash WHERE id = @id',
  ),
}

export type TallyColumn = Extract<keyof VoteRow, `tally${string}`>
