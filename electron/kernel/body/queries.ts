import type { Body, Level, Term } from '../../../shared/contract/body.ts'
import { Refusal } from '../../../shared/contract/errors.ts'
import { found } from '../rows.ts'
import { change, select, type NoParams, type Reader } from '../store/sql.ts'

type BodyRow = {
  name: string
  shortName: string
  level: Level
  rev: number
  termId: string
  termNumber: number
  seats: number
  startsOn: string
  endsOn: string | null
  termRev: number
}
type ParameterRow = {
  key: string
  value: string
  source: string
  confirmedOn: string | null
  rev: number
}

export const bodySql = {
  get: select<NoParams, BodyRow>()(
    {
      name: true,
      shortName: true,
      level: true,
      rev: true,
      termId: true,
      termNumber: true,
      seats: true,
      startsOn: true,
      endsOn: true,
      termRev: true,
    },
    `SELECT body.name, shortName, level, body.rev AS rev, term.id AS termId, term.number AS termNumber,
       seats, startsOn, endsOn, term.rev AS termRev
     FROM body, term WHERE term.number = (SELECT max(number) FROM term)`,
  ),
  term: select<{ id: string }, Term>()(
    { id: true, number: true, seats: true, startsOn: true, endsOn: true, rev: true },
    'SELECT id, number, seats, startsOn, endsOn, rev FROM term WHERE id = @id',
  ),
  parameters: select<NoParams, ParameterRow>()(
    { key: true, value: true, source: true, confirmedOn: true, rev: true },
    'SELECT key, value, source, confirmedOn, rev FROM parameter',
  ),
  saveBody: change<{ name: string; shortName: string; level: string }>()(
    `INSERT INTO body (id, name, shortName, level, rev) VALUES (1, @name, @shortName, @level, 1)
     ON CONFLICT (id) DO UPDATE SET name = @name, shortName = @shortName, level = @level, rev = rev + 1`,
  ),
  saveTerm: change<{ id: string; number: number; seats: number; startsOn: string }>()(
    `INSERT INTO term (id, number, seats, startsOn, endsOn, rev) VALUES (@id, @number, @seats, @startsOn, NULL, 1)
     ON CONFLICT (id) DO UPDATE SET number = @number, seats = @seats, startsOn = @startsOn, rev = rev + 1`,
  ),
  endTerm: change<{ id: string; endsOn: string }>()(
    'UPDATE term SET endsOn = @endsOn, rev = rev + 1 WHERE id = @id',
  ),
  termVotes: select<{ termId: string }, { count: number }>()(
    { count: true },
    `SELECT count(*) AS count FROM vote JOIN question ON question.id = vote.questionId
     JOIN session ON session.id = question.sessionId WHERE session.termId = @termId`,
  ),
  removeParameter: change<{ key: string }>()('DELETE FROM parameter WHERE key = @key'),
  saveParameter: change<ParameterRow>()(
    `INSERT INTO parameter (key, value, source, confirmedOn, rev) VALUES (@key, @value, @source, @confirmedOn, @rev)
     ON CONFLICT (key) DO UPDATE SET value = @value, source = @source, confirmedOn = @confirmedOn, rev = @rev`,
  ),
}

/** The body with its current term (the highest 届), or null before the first set-up. */
export const findBody = (db: Reader): Body | null => {
  const row = db.get(bodySql.get, {})
  if (!row) return null
  const { termId, termNumber, seats, startsOn, endsOn, termRev, ...rest } = row
  return {
    ...rest,
    term: { id: termId, number: termNumber, seats, startsOn, endsOn, rev: termRev },
  }
}

/** As {@link findBody}; refuses before the first set-up. */
export const theBody = (db: Reader): Body => {
  const body = findBody(db)
  if (body) return body
  throw new Refusal({ code: 'rule', message: { key: 'body.notSetUp' } })
}

/** A term, also one that is over: its sessions keep their own members and seats. */
export const theTerm = (db: Reader, id: string): Term =>
  found(db.get(bodySql.term, { id }), 'session')
