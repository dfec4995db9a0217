import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { appointmentSql } from '../appointment/sql.ts'
import { attendanceSql } from '../attendance/queries.ts'
import { ballotSql } from '../ballot/sql.ts'
import { bodySql } from '../body/queries.ts'
import { operatorSql } from '../journal/handlers.ts'
import { settingsSql } from '../papers/settings.ts'
import { rosterSql } from '../roster/queries.ts'
import { sessionSql } from '../session/queries.ts'
import { journalSql } from './journal.ts'
import { migrate } from './migrate.ts'

const db = new Database(':memory:')
migrate(db)

const areas = {
  appointmentSql,
  attendanceSql,
  ballotSql,
  bodySql,
  journalSql,
  operatorSql,
  rosterSql,
  sessionSql,
  settingsSql,
}
type Loose = { text: string; columns?: readonly string[] }
const statements = Object.entries(areas).flatMap(([area, all]) =>
  Object.entries(all as Record<string, Loose>).map(
    ([name, one]) => [`${area}.${name}`, one] as const,
  ),
)

it.each(statements)(
  '%s prepares on a fresh file and gives the columns it declares',
  (_name, one) => {
    const prepared = db.prepare(one.text)
    const given = prepared.reader ? prepared.columns().map((column) => column.name) : []
    expect([...given].sort()).toEqual([...(one.columns ?? [])].sort())
  },
)

it("no table has a place where one member's ballot could stand", () => {
  const columns = db
    .prepare(
      `SELECT m.name AS "table", p.name AS "column" FROM sqlite_schema m, pragma_table_info(m.name) p
              WHERE m.type = 'table'`,
    )
    .all() as { table: string; column: string }[]
  const perMember = columns
    .filter(({ table }) => table === 'voteMember')
    .map(({ column }) => column)
  expect(perMember.sort()).toEqual(['memberId', 'present', 'voteId'])
  const choices = columns.filter(({ column }) => /choice|ballot|for$|against|abstain/i.test(column))
  expect(choices.every(({ table }) => table === 'vote')).toBe(true)
})
