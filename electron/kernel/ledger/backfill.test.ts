import { renameSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { migrate, migrations, versionOf } from '../store/migrate.ts'

let own: TestKernel
beforeEach(() => {
  own = testKernel()
})
afterEach(() => own.dispose())

const bureau = '临江市财政局局长'
const act = (
  id: string,
  position: number,
  kind: string,
  name: string,
  post: string,
  day: string | null,
) =>
  `INSERT INTO act (id, nominationId, position, act, verb, personName, memberId, post, reason, outcome,
     withdrawnReason, effectiveOn, rev)
   VALUES ('${id}', 'n', ${position}, '${kind}', '任命', '${name}', NULL, '${post}', '',
     '${day ? 'passed' : 'failed'}', '', ${day ? `'${day}'` : 'NULL'}, 1);`

/** A file as it was written before there was a ledger, with acts decided in it. */
const oldFile = (path: string, state: 'open' | 'closed'): void => {
  const db = new Database(path)
  db.pragma('application_id = 0x59697869')
  db.pragma('foreign_keys = ON')
  migrate(
    db,
    migrations.filter(({ version }) => version <= 30),
  )
  db.exec(`
    INSERT INTO body VALUES (1, '临江市人民代表大会常务委员会', '市人大常委会', 'city', 1);
    INSERT INTO term VALUES ('t', 9, 31, '2022-01-10', NULL, 1);
    INSERT INTO person VALUES ('p', '江一帆', 'male', NULL, '', 1);
    INSERT INTO session VALUES ('s', 't', 20, '2026-03-26', '2026-03-26', '', NULL, '${state}', 1);
    INSERT INTO item (id, sessionId, position, kind, title, written, state, note, rev)
      VALUES ('i', 's', 1, 'appointment', '人事任免案', 0, 'decided', '', 1);
    INSERT INTO nomination VALUES ('n', 's', 'i', 1, '市长', 'government-head', NULL, 1);
    ${act('a1', 1, 'appoint', '江一帆', bureau, '2023-05-08')}
    ${act('a2', 2, 'remove', '江一帆', bureau, '2026-03-26')}
    ${act('a3', 3, 'appoint', '温若谷', '临江市中级人民法院刑事审判第二庭副庭长、审判员', '2026-03-26')}
    ${act('a4', 4, 'appoint', '汪远', '临江市审计局局长', null)}
    ${act('a5', 5, 'appoint', '欧阳若', '临江市教育局局长', '2026-03-26')}
    INSERT INTO person VALUES ('x', '欧阳若', 'male', NULL, '', 1), ('y', '欧阳若', 'female', NULL, '', 1);
  `)
  expect(versionOf(db)).toBe(30)
  db.close()
}

const openOld = async (state: 'open' | 'closed'): Promise<void> => {
  await own.kernel.close()
  const path = `${own.file}.old`
  oldFile(path, state)
  for (const tail of ['', '-wal', '-shm'])
    try {
      renameSync(own.file + tail, `${own.file}.first${tail}`)
    } catch {
      // The log is gone with the last connection.
    }
  renameSync(path, own.file)
  own.reopen()
}

it('gives acts passed before there was a ledger their tenures, once, and leaves namesakes to a person', async () => {
  await openOld('closed')
  const tenures = async () =>
    value(await own.client.ledger.session({ sessionId: 's' })).tenures.map((one) => [
      one.personName,
      one.postName,
      one.fromOn,
      one.toOn,
      one.by?.sessionNumber,
    ])
  const expected = [
    ['温若谷', '临江市中级人民法院刑事审判第二庭副庭长', '2026-03-26', null, 20],
    ['温若谷', '临江市中级人民法院审判员', '2026-03-26', null, 20],
    ['江一帆', bureau, '2023-05-08', '2026-03-26', 20],
  ]
  expect(await tenures()).toEqual(expected)
  const { unrecorded } = value(await own.client.ledger.session({ sessionId: 's' }))
  expect(unrecorded).toMatchObject([{ personName: '欧阳若', why: 'person-unknown' }])
  const [found] = value(await own.client.ledger.findPerson({ text: '江一帆' }))
  expect(found?.id).toBe('p')
  expect(value(await own.client.ledger.findPerson({ text: '汪远' }))).toEqual([])
  await own.kernel.close()
  own.reopen()
  expect(await tenures()).toEqual(expected)
})

it.each([
  ['open', 9],
  ['closed', 0],
] as const)(
  'of a session that was %s lists %i things that follow from its votes',
  async (state, count) => {
    await openOld(state)
    const { formalities } = value(await own.client.formality.ofSession({ sessionId: 's' }))
    expect(formalities).toHaveLength(count)
  },
)
