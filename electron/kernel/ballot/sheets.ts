import type { ballot, Sheet } from '../../../shared/contract/ballot.ts'
import { Refusal, refuse } from '../../../shared/contract/errors.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { expectRev, found } from '../rows.ts'
import { momentIn, theSession, theSitting } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { agreedTellers } from './counts.ts'
import {
  checkMembersStill,
  checkQuorumNow,
  followVerdict,
  hangsOnBase,
  recordWatch,
  sealed,
  settled,
  writeLock,
  writeVoid,
} from './locking.ts'
import { checkQuestions, openRound, rollToVote, scrutineerNames } from './opening.ts'
import { theQuestionRow, theVote, theVoteRow } from './queries.ts'
import { roundSql, type SheetRow } from './round-sql.ts'

const sheetView = (db: Reader, row: SheetRow): Sheet => ({
  ...row,
  votes: db.all(roundSql.lines, { sheetId: row.id }).map(({ id }) => theVote(db, id)),
})

const theSheet = (db: Reader, id: string): Sheet =>
  sheetView(db, found(db.get(roundSql.sheet, { id }), 'sheet'))

const theOpenSheet = (ctx: WriteContext, id: string, rev: number): Sheet => {
  const sheet = theSheet(ctx.db, id)
  expectRev(sheet, rev)
  if (sheet.state !== 'open') refuse('ballot.notOpen')
  return sheet
}

/** The lines handed in, by round: every line of the paper once and no other. */
const linesBy = <Line extends { voteId: string }>(
  sheet: Sheet,
  lines: readonly Line[],
): Map<string, { line: Line; index: number }> => {
  const given = new Map(lines.map((line, index) => [line.voteId, { line, index }]))
  const whole = given.size === lines.length && sheet.votes.every((vote) => given.has(vote.id))
  if (!whole || given.size !== sheet.votes.length)
    refuse('ballot.chamber.sheetLines', { count: sheet.votes.length })
  return given
}

/** The sheet with its seals, which are written last. */
const finished = (ctx: WriteContext, id: string): Sheet => {
  const votes = theSheet(ctx.db, id).votes.map((vote) => sealed(ctx, vote.id))
  return { ...theSheet(ctx.db, id), votes }
}

/** More papers back than given out voids the whole ballot, whatever stands on a line (rules.md §9-27). */
const checkPapers = (sheet: Sheet, issued: number, collected: number): void => {
  const invalidates = sheet.votes.some((vote) => vote.rules.overcountInvalidates ?? true)
  if (!invalidates || collected <= issued) return
  const message = { key: 'ballot.chamber.sheetOvercount', params: { issued, collected } }
  throw new Refusal({ code: 'rule', message, fields: { collected: message } })
}

type Sheets = 'openSheet' | 'lockSheet' | 'voidSheet' | 'sheets'

export const sheetHandlers: Pick<Handlers<typeof ballot>, Sheets> = {
  sheets: ({ db }, { sessionId }) =>
    db
      .all(roundSql.sheets, { sessionId: theSession(db, sessionId).id })
      .map((row) => sheetView(db, row)),

  openSheet: (ctx, { questionIds, sittingId, title, scrutineers: ids }) => {
    const method = 'secret-paper'
    const { sessionId } = theSitting(ctx.db, sittingId)
    const roll = rollToVote(ctx, sessionId, sittingId)
    const questions = [...new Set(questionIds)].map((id) => theQuestionRow(ctx.db, id))
    if (questions.some((question) => question.sessionId !== sessionId))
      refuse('ballot.otherSession')
    checkQuestions(ctx, sessionId, questions, method)
    const asked = questions.map((question) => question.id)
    const scrutineers = scrutineerNames(ctx, asked, method, ids, roll)
    const sheetId = ctx.newId()
    ctx.db.run(roundSql.addSheet, { id: sheetId, sittingId, title, openedAt: ctx.moment })
    for (const question of questions)
      openRound(ctx, question, { sittingId, method, roll, scrutineers, sheetId })
    return theSheet(ctx.db, sheetId)
  },

  lockSheet: (ctx, { sheetId, rev, issued, collected, lines, baseChoice }) => {
    const sheet = theOpenSheet(ctx, sheetId, rev)
    checkQuorumNow(ctx, sheet.sittingId)
    checkPapers(sheet, issued, collected)
    const given = linesBy(sheet, lines)
    const rounds = sheet.votes.map(({ id }) => {
      const { line, index } = found(given.get(id), 'vote')
      const vote = theVoteRow(ctx.db, id)
      const question = theQuestionRow(ctx.db, vote.questionId)
      checkMembersStill(ctx, question, vote)
      return { vote, question, index, entered: { ...line.tally, issued, collected } }
    })
    // One paper has one base: where a single line hangs on it, the choice holds for all.
    const hangs = rounds.some(({ question, vote, entered }) => hangsOnBase(question, vote, entered))
    const results = rounds.map(({ vote, question, index, entered }) => ({
      vote,
      question,
      result: settled(question, vote, entered, baseChoice, {
        field: `lines.${index}.tally`,
        hangs,
      }),
      tellers: agreedTellers(ctx.db, vote.id, entered),
    }))
    const at = momentIn(ctx, theSitting(ctx.db, sheet.sittingId).sessionId)
    for (const { vote, result, tellers } of results) writeLock(ctx, vote, result, tellers, at)
    recordWatch(ctx, results)
    for (const { question, result } of results)
      followVerdict(ctx, question, result.decision.verdict === 'passed', at)
    ctx.db.run(roundSql.closeSheet, { id: sheetId, state: 'locked', at })
    return finished(ctx, sheetId)
  },

  voidSheet: (ctx, { sheetId, rev, reason }) => {
    const sheet = theOpenSheet(ctx, sheetId, rev)
    for (const vote of sheet.votes) writeVoid(ctx, vote.id, reason)
    ctx.db.run(roundSql.closeSheet, { id: sheetId, state: 'void', at: ctx.moment })
    return finished(ctx, sheetId)
  },
}
