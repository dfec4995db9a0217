import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { checkingSql } from '../appointment/checking-sql.ts'
import { appointmentSql } from '../appointment/sql.ts'
import { attendanceSql } from '../attendance/sql.ts'
import { roundSql } from '../ballot/round-sql.ts'
import { ballotSql } from '../ballot/sql.ts'
import { bodySql } from '../body/queries.ts'
import { putRightSql } from '../formality/put-right-sql.ts'
import { formalitySql } from '../formality/sql.ts'
import { dossierSql } from '../dossier/sql.ts'
import { hallSql } from '../hall/sql.ts'
import { operatorSql } from '../journal/queries.ts'
import { catalogueSql } from '../ledger/catalogue-sql.ts'
import { originSql } from '../ledger/origin-sql.ts'
import { ledgerSql } from '../ledger/sql.ts'
import { statisticsSql } from '../ledger/statistics.ts'
import { uniteSql } from '../ledger/unite-sql.ts'
import { settingsSql } from '../papers/settings.ts'
import { rosterSql } from '../roster/queries.ts'
import { keptSql } from '../safety/queries.ts'
import { sessionSql } from '../session/queries.ts'
import { adoptSql } from './adopt.ts'
import { journalSql } from './journal.ts'
import { migrate } from './migrate.ts'

const db = new Database(':memory:')
migrate(db)

const areas = {
  adoptSql,
  appointmentSql,
  attendanceSql,
  ballotSql,
  bodySql,
  catalogueSql,
  checkingSql,
  dossierSql,
  formalitySql,
  hallSql,
  journalSql,
  keptSql,
  ledgerSql,
  operatorSql,
  originSql,
  putRightSql,
  rosterSql,
  roundSql,
  sessionSql,
  settingsSql,
  statisticsSql,
  uniteSql,
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
  expect([...new Set(choices.map(({ table }) => table))].sort()).toEqual(['namedVote', 'vote'])
})

it('only a named vote can have names beside choices, and only until it is sealed', () => {
  const file = new Database(':memory:')
  migrate(file)
  file.pragma('foreign_keys = OFF')
  const vote = file.prepare(
    `INSERT INTO vote (id, questionId, sittingId, round, method, state, openedAt, rules, inOffice, seats, expected,
       present, onLeave, absent, voidReason, correctionReason, witness, operator, sealSeq, rev)
     VALUES (?, 'q', ?, 1, ?, 'open', '', '{}', 1, 1, 1, 1, 0, 0, '', '', '', '', ?, 1)`,
  )
  const name = file.prepare(`INSERT INTO namedVote VALUES (?, 'm', 'for')`)
  for (const method of ['device', 'secret-paper', 'show-of-hands', 'tacit']) {
    vote.run(method, method, method, null)
    expect(() => name.run(method)).toThrow('only an open named vote has names')
  }
  vote.run('sealed', 's', 'named', 7)
  expect(() => name.run('sealed')).toThrow('only an open named vote has names')
  vote.run('open', 'o', 'named', null)
  expect(name.run('open').changes).toBe(1)
  expect(() => file.exec('DELETE FROM namedVote')).toThrow('never deleted')
  expect(() => file.exec(`UPDATE namedVote SET choice = 'against'`)).toThrow('never changes')
  file.close()
})
