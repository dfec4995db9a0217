import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { doubles, type Doubles } from '../../../test/builders/doubles.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  type TestKernel,
} from '../../../test/builders/kernel.ts'
import { migrate } from '../store/migrate.ts'
import { ledgerSql } from './sql.ts'
import { uniteSql } from './unite-sql.ts'

// Uniting two persons reaches whatever refers to one, and asks nothing that looks a whole table through.

let own: TestKernel
let two: Doubles
beforeEach(async () => {
  own = testKernel()
  two = doubles(own)
  await withBody(own, { count: 3 })
})
afterEach(() => own.dispose())

const name = '江一帆'

it('moves every table that refers to a person, and each of its columns', () => {
  const db = new Database(':memory:')
  migrate(db)
  const refers = db
    .prepare<[], { at: string }>(
      `SELECT m.name || '.' || f."from" AS at FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' AND f."table" = 'person' ORDER BY at`,
    )
    .all()
    .map(({ at }) => at)
  db.close()
  const moves = [
    uniteSql.moveActs,
    uniteSql.moveForms,
    uniteSql.moveSeats,
    uniteSql.moveTenures,
    uniteSql.moveSaid,
  ].map(({ text }) => text.replace(/^UPDATE (\w+) SET (\w+) = .*$/su, '$1.$2'))
  expect(moves.toSorted()).toEqual(refers)
})

it('finds what a person has by index alone', () => {
  const db = new Database(':memory:')
  migrate(db)
  const both = { stays: 'a', goes: 'b' }
  const asked: [string, Record<string, string>][] = [
    [uniteSql.entry.text, { id: 'a' }],
    [uniteSql.counts.text, { id: 'a' }],
    [uniteSql.nominated.text, both],
    [uniteSql.votedOn.text, both],
    [uniteSql.sessions.text, { id: 'a' }],
    [uniteSql.ended.text, { id: 'a' }],
    [ledgerSql.kept.text, { ids: '["a"]' }],
    [ledgerSql.actsOfPersons.text, { ids: '["a"]' }],
    [ledgerSql.membersNamed.text, { ids: '["a"]' }],
    [ledgerSql.said.text, { ids: '["a"]' }],
  ]
  const scans = asked.flatMap(([text, params]) =>
    db
      .prepare<[typeof params], { detail: string }>(`EXPLAIN QUERY PLAN ${text}`)
      .all(params)
      .map(({ detail }) => detail)
      .filter((detail) => /^SCAN (?!json_each|CONSTANT)/u.test(detail)),
  )
  db.close()
  expect(scans).toEqual([])
})

it('is not done in a rehearsal', async () => {
  const [stays, goes] = await two.entries(name)
  value(await own.client.safety.startRehearsal({ taskId: 'r' }))
  const { token } = value(await own.client.ledger.unitePreview({ staysId: stays, goesId: goes }))
  const asked = { taskId: 'u', staysId: stays, goesId: goes, token }
  const { message } = refusal(await own.client.ledger.unitePersons(asked))
  expect(message?.key).toBe('safety.rehearsal.refused')
})
