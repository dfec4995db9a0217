import type { Choice, VoteState } from '../../../shared/contract/ballot.ts'
import { change, select } from '../store/sql.ts'

export type SheetRow = {
  id: string
  sittingId: string
  title: string
  state: VoteState
  openedAt: string
  closedAt: string | null
  rev: number
}
export type NamedRow = { voteId: string; memberId: string; choice: Choice }
type Kept = { key: string; value: string; at: number }

const SHEET: Record<keyof SheetRow, true> = {
  id: true,
  sittingId: true,
  title: true,
  state: true,
  openedAt: true,
  closedAt: true,
  rev: true,
}
const SHEET_TEXT = `SELECT sheet.id, sittingId, title, sheet.state, openedAt, closedAt, sheet.rev AS rev FROM sheet`

const NAMED: Record<keyof NamedRow, true> = { voteId: true, memberId: true, choice: true }

/** What belongs to a round beside its totals: papers with several lines, names of a named vote, what is half done. */
export const roundSql = {
  sheet: select<{ id: string }, SheetRow>()(SHEET, `${SHEET_TEXT} WHERE sheet.id = @id`),
  sheets: select<{ sessionId: string }, SheetRow>()(
    SHEET,
    `${SHEET_TEXT} JOIN sitting ON sitting.id = sittingId WHERE sitting.sessionId = @sessionId
     ORDER BY openedAt, sheet.rowid`,
  ),
  openSheet: select<{ sittingId: string }, { id: string; title: string }>()(
    { id: true, title: true },
    `SELECT sheet.id, coalesce(nullif(sheet.title, ''), question.title) AS title
     FROM sheet JOIN vote ON vote.sheetId = sheet.id JOIN question ON question.id = vote.questionId
     WHERE sheet.sittingId = @sittingId AND sheet.state = 'open' ORDER BY vote.rowid LIMIT 1`,
  ),
  addSheet: change<Omit<SheetRow, 'state' | 'closedAt' | 'rev'>>()(
    `INSERT INTO sheet (id, sittingId, title, state, openedAt, closedAt, rev)
     VALUES (@id, @sittingId, @title, 'open', @openedAt, NULL, 1)`,
  ),
  closeSheet: change<{ id: string; state: VoteState; at: string }>()(
    'UPDATE sheet SET state = @state, closedAt = @at, rev = rev + 1 WHERE id = @id',
  ),
  /** The lines as they were first recorded, in the order of the paper. */
  lines: select<{ sheetId: string }, { id: string }>()(
    { id: true },
    'SELECT id FROM vote WHERE sheetId = @sheetId AND correctsId IS NULL ORDER BY rowid',
  ),

  here: select<{ voteId: string }, { memberId: string }>()(
    { memberId: true },
    'SELECT memberId FROM voteMember WHERE voteId = @voteId AND present = 1',
  ),
  named: select<{ questionId: string }, NamedRow>()(
    NAMED,
    `SELECT voteId, memberId, choice FROM namedVote JOIN vote ON vote.id = voteId
     WHERE questionId = @questionId`,
  ),
  sessionNamed: select<{ sessionId: string }, NamedRow>()(
    NAMED,
    `SELECT voteId, memberId, choice FROM namedVote JOIN vote ON vote.id = voteId
     JOIN question ON question.id = questionId WHERE sessionId = @sessionId`,
  ),
  addNamed: change<NamedRow>()(
    'INSERT INTO namedVote (voteId, memberId, choice) VALUES (@voteId, @memberId, @choice)',
  ),

  kept: select<{ key: string }, Kept>()(
    { key: true, value: true, at: true },
    'SELECT key, value, at FROM kept WHERE key = @key',
  ),
  keptOpen: select<{ sessionId: string; prefix: string }, Kept & { voteId: string }>()(
    { key: true, value: true, at: true, voteId: true },
    `SELECT key, value, at, vote.id AS voteId FROM vote
     JOIN question ON question.id = vote.questionId JOIN kept ON kept.key = @prefix || vote.id
     WHERE question.sessionId = @sessionId AND vote.state = 'open' ORDER BY vote.rowid`,
  ),
  forget: change<{ key: string }>()('DELETE FROM kept WHERE key = @key'),

  mapping: select<{ key: string }, { value: string; rev: number }>()(
    { value: true, rev: true },
    'SELECT value, rev FROM setting WHERE key = @key',
  ),
  saveMapping: change<{ key: string; value: string }>()(
    `INSERT INTO setting (key, value, rev) VALUES (@key, @value, 1)
     ON CONFLICT (key) DO UPDATE SET value = @value, rev = rev + 1`,
  ),
}
