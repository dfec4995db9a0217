import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { latestVersion, migrate, migrations, versionOf } from './migrate.ts'
import { first } from './migrations/0010-first.ts'

const tables = (db: Database.Database): string[] =>
  (db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all() as { name: string }[])
    .map((row) => row.name)
    .sort()

it('takes a file of the first form with its rows to the form of today', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, [first])
  db.exec(`
    INSERT INTO term VALUES ('t', 9, 31, '2022-01-10', NULL, 1);
    INSERT INTO person VALUES ('p', '高鹤年', NULL, NULL, '', 1);
    INSERT INTO member VALUES ('m', 'p', 't', 'chair', 1, NULL, '2022-01-10', NULL, NULL, NULL, 1);
    INSERT INTO session VALUES ('s', 't', 20, '2026-11-26', '2026-11-26', '', 'm', 'open', 1);
    INSERT INTO sitting VALUES ('x', 's', 'plenary', 1, '', '2026-11-26T09:00:00', NULL, '', NULL, 'open', 1);
    INSERT INTO mark VALUES ('x', 'm', 'present', '', '');
    INSERT INTO item VALUES ('i', 's', 1, 'bill', '议案', 0, 'decided', '', 1);
    INSERT INTO question VALUES ('q', 's', 'i', 1, 'bill', '议案', 'device', NULL, 1);
    INSERT INTO vote (id, questionId, sittingId, round, method, state, openedAt, closedAt, rules, inOffice, seats,
      expected, present, onLeave, absent, tallyFor, tallyAgainst, tallyAbstain, tallyNotPressed, tallySpoiled, verdict,
      voidReason, correctionReason, witness, operator, sealSeq, sealHash, rev)
    VALUES ('v', 'q', 'x', 1, 'device', 'locked', '2026-11-26T09:30:00', '2026-11-26T09:31:00', '{}', 31, 31,
      31, 30, 1, 0, 30, 0, 0, 0, 0, 'passed', '', '', '', '经办人', 7, 'abc', 2);
  `)
  const before = db.prepare('SELECT * FROM vote').get() as object
  migrate(db)
  expect(versionOf(db)).toBe(latestVersion())
  expect(db.prepare('SELECT * FROM vote').get()).toMatchObject(before)
  expect(db.prepare('SELECT video, scrutineers, tellers, sheetId FROM vote').get()).toEqual({
    video: 0,
    scrutineers: '[]',
    tellers: '[]',
    sheetId: null,
  })
  expect(db.prepare('SELECT video FROM mark').get()).toEqual({ video: 0 })
  expect(() => db.exec(`UPDATE vote SET tallyFor = 1`)).toThrow('a sealed vote never changes')
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
})

it('gives a migrated file the same tables as a fresh one', () => {
  const [old, fresh] = [new Database(':memory:'), new Database(':memory:')]
  for (const step of migrations) migrate(old, [step])
  migrate(fresh)
  expect(tables(old)).toEqual(tables(fresh))
  expect(migrations.map((step) => step.version)).toEqual(
    migrations.map((step) => step.version).toSorted((a, b) => a - b),
  )
})
