import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Refusal, type Failure } from '../../../shared/contract/errors.ts'
import type { Backup } from '../../../shared/contract/journal.ts'
import { toEpoch } from '../../../shared/rules/moment.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  type TestKernel,
} from '../../../test/builders/kernel.ts'
import { keepBackups } from './backup.ts'
import { latestVersion, migrate, migrations, versionOf } from './migrate.ts'
import { openStore } from './open.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yixi-store-'))
  file = join(folder, 'yixi.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const NOW = toEpoch('2026-11-26T10:00:00')

const refusalOf = (act: () => unknown): Failure => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
  throw new Error('expected a refusal')
}

describe('opening', () => {
  it('sets durability on purpose', () => {
    const db = openStore(file, NOW)
    const pragma = (name: string): unknown => db.pragma(name, { simple: true })
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual([
      'wal',
      2,
      1,
    ])
    db.close()
  })

  it('refuses a file of a newer program and leaves it as it is', () => {
    openStore(file, NOW).close()
    const db = new Database(file)
    db.pragma('user_version = 9990')
    db.close()
    expect(refusalOf(() => openStore(file, NOW))).toMatchObject({
      code: 'from_future',
      message: { key: 'store.fromFuture', params: { version: 9990, known: latestVersion() } },
    })
    const again = new Database(file)
    expect(versionOf(again)).toBe(9990)
    again.close()
    expect(readdirSync(folder)).toEqual(['yixi.db'])
  })

  it("refuses another program's database", () => {
    const db = new Database(file)
    db.exec('CREATE TABLE other (x)')
    db.pragma('user_version = 3')
    db.close()
    expect(refusalOf(() => openStore(file, NOW)).message?.key).toBe('store.foreign')
    expect(existsSync(file)).toBe(true)
  })

  it('moves a broken file aside, byte for byte, and says so', () => {
    const garbage = Buffer.from('this is no database, but somebody may need it '.repeat(200))
    writeFileSync(file, garbage)
    const failure = refusalOf(() => openStore(file, NOW))
    expect(failure).toMatchObject({ code: 'corrupt', message: { key: 'store.noBackup' } })
    const kept = String(failure.message?.params?.['kept'])
    expect(readdirSync(folder)).toEqual([kept])
    openStore(file, NOW).close()
    expect(readdirSync(folder)).toContain(kept)
  })
})

describe('every table', () => {
  it('is STRICT', () => {
    const db = openStore(file, NOW)
    const tables = db.pragma('table_list') as {
      name: string
      schema: string
      strict: number
      type: string
    }[]
    const own = tables.filter((one) => one.schema === 'main' && !one.name.startsWith('sqlite_'))
    expect(own.length).toBeGreaterThan(15)
    expect(own.filter((one) => one.strict === 0)).toEqual([])
    db.close()
  })
})

describe('migrations', () => {
  it('rise by tens in order', () => {
    const versions = migrations.map((step) => step.version)
    expect(versions).toEqual(versions.map((_, index) => (index + 1) * 10))
  })

  it('make every table from nothing and set the version', () => {
    const db = new Database(':memory:')
    migrate(db)
    expect(versionOf(db)).toBe(latestVersion())
    expect(db.prepare('SELECT count(*) AS n FROM vote').get()).toEqual({ n: 0 })
    db.close()
  })

  it('that fail leave the file at its old version, with nothing half-done', () => {
    const db = new Database(':memory:')
    migrate(db)
    const bad = [
      ...migrations,
      { version: latestVersion() + 10, up: 'CREATE TABLE half (x TEXT) STRICT; SELECT nonsense;' },
    ]
    expect(() => migrate(db, bad)).toThrow(/nonsense/)
    expect(versionOf(db)).toBe(latestVersion())
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").get()).toBeUndefined()
    db.close()
  })
})

describe('what is kept of backups', () => {
  const backup = (moment: string): Backup => ({
    fileName: moment,
    at: toEpoch(moment),
    bytes: 1,
    why: 'close',
  })
  it('is 3 of today, 1 of each earlier day, 10 in all', () => {
    const today = ['10', '09', '08', '07', '06'].map((hour) => backup(`2026-11-26T${hour}:00:00`))
    const earlier = Array.from({ length: 12 }, (_, day) =>
      ['20', '08'].map((hour) =>
        backup(`2026-11-${String(25 - day).padStart(2, '0')}T${hour}:00:00`),
      ),
    ).flat()
    const kept = keepBackups([...today, ...earlier], NOW).map((one) => one.fileName)
    expect(kept.slice(0, 4)).toEqual([
      '2026-11-26T10:00:00',
      '2026-11-26T09:00:00',
      '2026-11-26T08:00:00',
      '2026-11-25T20:00:00',
    ])
    expect(kept.length).toBe(10)
    expect(kept.every((name) => name.startsWith('2026-11-26') || name.endsWith('T20:00:00'))).toBe(
      true,
    )
  })
})

describe('backups of a kernel at work', () => {
  let own: TestKernel
  beforeEach(() => {
    own = testKernel()
  })
  afterEach(() => own.dispose())

  it('can be restored, keeping the file they replace, and the restore stands in the journal', async () => {
    await withBody(own, { count: 3 })
    const made = value(await own.client.journal.backup({ taskId: 'b' }))
    const extra = { rev: 0, name: '后来人', kind: 'ordinary' as const, startsOn: '2026-01-01' }
    value(await own.client.roster.saveMember(extra))
    const restored = value(
      await own.client.journal.restore({ taskId: 'r', fileName: made.fileName }),
    )
    expect(value(await own.client.roster.members({})).map((one) => one.name)).not.toContain(
      '后来人',
    )
    const kept = new Database(join(own.folder, restored.kept), { readonly: true })
    expect(kept.prepare("SELECT count(*) AS n FROM person WHERE name = '后来人'").get()).toEqual({
      n: 1,
    })
    kept.close()
    expect(value(await own.client.journal.entries({}))[0]?.command).toBe('journal.restore')
    expect(value(await own.client.journal.verify({ taskId: 'v' })).broken).toBeNull()
  })

  it('that are broken are refused and nothing is replaced', async () => {
    await withBody(own, { count: 3 })
    const made = value(await own.client.journal.backup({ taskId: 'b' }))
    writeFileSync(join(own.folder, 'backups', made.fileName), 'broken')
    const answer = await own.client.journal.restore({ taskId: 'r', fileName: made.fileName })
    expect(refusal(answer).message?.key).toBe('store.backupBroken')
    expect(value(await own.client.roster.members({})).length).toBe(3)
  })

  it('take the place of a file found broken at start', async () => {
    await withBody(own, { count: 3 })
    value(await own.client.journal.backup({ taskId: 'b' }))
    await own.kernel.close()
    for (const tail of ['-wal', '-shm']) rmSync(own.file + tail, { force: true })
    writeFileSync(own.file, 'broken '.repeat(1000))
    expect(refusalOf(() => own.reopen()).message?.key).toBe('store.restored')
    own.reopen()
    expect(value(await own.client.roster.members({})).length).toBe(3)
  })
})
