import type { VoteMethod, VoteState } from '../../../shared/contract/ballot.ts'
import { change, select, type NoParams } from '../store/sql.ts'

/** A round of a sitting, as far as the order of what was shown hangs on it. */
export type RoundRow = {
  id: string
  questionId: string
  itemId: string
  method: VoteMethod
  state: VoteState
  correctsId: string | null
}

export const hallSql = {
  /** Rounds of a sitting in the order they were opened, corrections after what they correct. */
  rounds: select<{ sittingId: string }, RoundRow>()(
    { id: true, questionId: true, itemId: true, method: true, state: true, correctsId: true },
    `SELECT vote.id, vote.questionId, question.itemId, coalesce(vote.method, question.method) AS method,
       vote.state, vote.correctsId
     FROM vote JOIN question ON question.id = vote.questionId
     WHERE vote.sittingId = @sittingId ORDER BY vote.rowid`,
  ),
  marked: select<{ sittingId: string }, { count: number }>()(
    { count: true },
    'SELECT count(*) AS count FROM mark WHERE sittingId = @sittingId',
  ),
  /** Methods of all rounds open now, in whatever sitting. */
  openMethods: select<NoParams, { method: VoteMethod }>()(
    { method: true },
    `SELECT coalesce(vote.method, question.method) AS method
     FROM vote JOIN question ON question.id = vote.questionId WHERE vote.state = 'open'`,
  ),
  openSittings: select<NoParams, { id: string }>()(
    { id: true },
    `SELECT id FROM sitting WHERE state = 'open' ORDER BY id`,
  ),
  /** Speeches of a sitting that were begun. */
  begun: select<{ sittingId: string }, { count: number }>()(
    { count: true },
    'SELECT count(*) AS count FROM speech WHERE sittingId = @sittingId AND startedAt IS NOT NULL',
  ),
  itemQuestions: select<{ itemId: string }, { id: string }>()(
    { id: true },
    'SELECT id FROM question WHERE itemId = @itemId ORDER BY position',
  ),
  settings: select<NoParams, { value: string; rev: number }>()(
    { value: true, rev: true },
    `SELECT value, rev FROM setting WHERE key = 'hall'`,
  ),
  saveSettings: change<{ value: string; rev: number }>()(
    `INSERT INTO setting (key, value, rev) VALUES ('hall', @value, @rev)
     ON CONFLICT (key) DO UPDATE SET value = @value, rev = @rev`,
  ),
}
