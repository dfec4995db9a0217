import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 3 })
})
afterEach(() => own.dispose())

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex')
const start = async (goOn = false) =>
  own.client.safety.startRehearsal({ taskId: `start-${String(goOn)}`, goOn })
const end = async () => own.client.safety.endRehearsal({ taskId: 'end' })
const names = async () => value(await own.client.roster.members({})).map(({ name }) => name)
const addMember = (name: string) =>
  own.client.roster.saveMember({ rev: 0, name, kind: 'ordinary', startsOn: '2022-01-10' })
const bytesIn = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.db$/.test(name) && !name.startsWith('rehearsal'))
      .map((name) => [name, hashOf(join(folder, name))]),
  )

describe('a rehearsal', () => {
  test('works on a copy: not one byte of the real data, its journal or its backups changes', async () => {
    value(await own.client.journal.backup({ taskId: 'b' }))
    const before = { names: await names(), entries: value(await own.client.journal.entries({})) }
    const began = value(await start())
    expect(began).toMatchObject({ number: 1 })
    expect(value(await own.client.safety.rehearsal({}))).toEqual(began)
    const files = bytesIn(own.folder)
    expect(files.size).toBe(2)

    value(await addMember('排练人'))
    value(await own.client.safety.keepPlace({ place: { name: 'ballot' } }))
    expect(await names()).toContain('排练人')
    expect(bytesIn(own.folder)).toEqual(files)

    const wiped = value(await end())
    expect(wiped).toMatchObject({ number: 1, untouched: true })
    expect(wiped.files).toBeGreaterThan(0)
    expect(wiped.bytes).toBeGreaterThan(10_000)
    expect(existsSync(join(own.folder, 'rehearsal'))).toBe(false)
    expect(value(await own.client.safety.rehearsal({}))).toBeNull()
    expect(value(await own.client.safety.place({}))).toBeNull()
    expect({ names: await names(), entries: value(await own.client.journal.entries({})) }).toEqual(
      before,
    )
  })

  test('takes along what was not yet in the main file', async () => {
    value(await addMember('刚加的人'))
    value(await start())
    expect(await names()).toContain('刚加的人')
  })

  test('has numbers of its own, counted on, also when nothing is left of the last', async () => {
    for (const number of [1, 2, 3]) {
      expect(value(await start())).toMatchObject({ number })
      value(await end())
    }
  })

  test('says when the real file was not left alone', async () => {
    value(await start())
    const raw = new Database(own.file)
    raw.prepare('UPDATE operator SET lastUsedAt = 1').run()
    raw.close()
    expect(value(await end())).toMatchObject({ untouched: false })
  })

  test('refuses what reaches beyond it, with the way out', async () => {
    const backup = value(await own.client.journal.backup({ taskId: 'b' }))
    value(await start())
    const refused = [
      own.client.journal.backup({ taskId: 'x' }),
      own.client.journal.restore({ taskId: 'x', fileName: backup.fileName }),
      own.client.roster.importSheet({ taskId: 'x' } as never),
      own.client.ledger.importCatalogueSheet({ taskId: 'x' } as never),
      own.client.ledger.importTenureSheet({ taskId: 'x' } as never),
      own.client.dossier.attachForm({ taskId: 'x' } as never),
      own.client.safety.setShadow({ taskId: 'x', folder: own.folder }),
      own.client.safety.openCopy({ taskId: 'x', path: own.file }),
    ]
    for (const reply of await Promise.all(refused))
      expect(refusal(reply).message?.key).toBe('safety.rehearsal.refused')
    expect(refusal(await start()).message?.key).toBe('safety.rehearsal.underway')
  })

  test('names its files after itself', async () => {
    const members = value(await own.client.roster.members({})).map(({ id }) => id)
    const { sessionId } = await withSitting(own, members)
    value(await start())
    const what = {
      taskId: 'e',
      sessionId,
      papers: ['attendance' as const],
      format: 'docx' as const,
    }
    value(await own.client.papers.export(what))
    expect(own.saved.length).toBeGreaterThan(0)
    for (const { name } of own.saved) expect(name).toMatch(/^演练第1次 /)
  })

  test('left by a crash is told at the next start, goes on where it was, or is wiped', async () => {
    value(await start())
    value(await addMember('排练人'))
    await own.kernel.close()
    own.reopen()
    value(await own.client.journal.signOn({ name: '经办人' }))
    expect(value(await own.client.safety.rehearsal({}))).toBeNull()
    expect(value(await own.client.safety.interrupted({}))).toMatchObject({ number: 1 })
    expect(await names()).not.toContain('排练人')
    expect(refusal(await start()).message?.key).toBe('safety.rehearsal.unfinished')
    value(await addMember('正式的人'))
    expect(value(await start(true))).toMatchObject({ number: 1 })
    expect(value(await own.client.safety.interrupted({}))).toBeNull()
    expect(await names()).toContain('排练人')
    expect(value(await end())).toMatchObject({ number: 1, untouched: true })
    expect(await names()).toContain('正式的人')
    expect(value(await own.client.safety.interrupted({}))).toBeNull()
  })

  test('half made by a crash cannot go on but can be wiped', async () => {
    mkdirSync(join(own.folder, 'rehearsal'))
    writeFileSync(join(own.folder, 'rehearsal', 'yixi.db'), 'half')
    expect(value(await own.client.safety.interrupted({}))).not.toBeNull()
    expect((await start(true)).ok).toBe(false)
    expect(await names()).toHaveLength(3)
    expect(value(await end())).toMatchObject({ files: 1, bytes: 4 })
    expect(existsSync(join(own.folder, 'rehearsal'))).toBe(false)
  })

  test('whoever signs on in it does not sign the real record afterwards', async () => {
    value(await start())
    value(await own.client.journal.signOn({ name: '排练人' }))
    value(await end())
    expect(value(await own.client.journal.operator({}))).toBe('经办人')
    value(await addMember('正式的人'))
    expect(value(await own.client.journal.entries({}))[0]?.operator).toBe('经办人')
  })

  test('takes up nothing of one whose beginning was cut off', async () => {
    // The log a killed start leaves beside its half-made copy would be read into the next one.
    const other = join(own.folder, 'other.db')
    const folder = join(own.folder, 'rehearsal')
    await own.kernel.close()
    copyFileSync(own.file, other)
    const raw = new Database(other)
    raw.prepare('UPDATE operator SET lastUsedAt = 1').run()
    mkdirSync(folder)
    copyFileSync(`${other}-wal`, join(folder, 'yixi.db.part-wal'))
    const log = readFileSync(`${other}-wal`)
    raw.close()
    own.reopen()
    expect(existsSync(folder)).toBe(false)
    value(await own.client.journal.signOn({ name: '经办人' }))
    mkdirSync(folder)
    writeFileSync(join(folder, 'yixi.db.part-wal'), log)
    value(await start())
    const copy = new Database(join(folder, 'yixi.db'), { readonly: true })
    expect(copy.prepare('SELECT min(lastUsedAt) FROM operator').pluck().get()).not.toBe(1)
    copy.close()
  })

  test('no task begins while the files change places', async () => {
    const starting = start()
    const verify = await own.client.journal.verify({ taskId: 'meanwhile' })
    expect(refusal(verify).code).toBe('busy')
    value(await starting)
  })

  test('nothing to end is said', async () => {
    expect(refusal(await end()).message?.key).toBe('safety.rehearsal.none')
  })

  test('and a restore asked for at the same moment do not get in each other’s way', async () => {
    const { fileName } = value(await own.client.journal.backup({ taskId: 'b' }))
    const replies = await Promise.all([
      start(),
      own.client.journal.restore({ taskId: 'r', fileName }),
    ])
    expect(replies.map(({ ok }) => ok)).toEqual([true, false])
    expect(refusal(replies[1]).code).toBe('busy')
    expect(value(await end())).toMatchObject({ untouched: true })
  })

  test('no file changes places while a task is under way', async () => {
    const { fileName } = value(await own.client.journal.backup({ taskId: 'b' }))
    const verifying = own.client.journal.verify({ taskId: 'v' })
    const replies = await Promise.all([
      start(),
      own.client.journal.restore({ taskId: 'r', fileName }),
    ])
    expect(replies.map((reply) => refusal(reply).code)).toEqual(['busy', 'busy'])
    value(await verifying)
  })

  test('every announcement says since when the file that is open is', async () => {
    const sinces = () => own.events.map((e) => (e.type === 'changed' ? e.changed.since : 0))
    const rev = own.events.length
    value(await start())
    value(await addMember('排练人'))
    value(await end())
    expect(refusal(await own.client.journal.restore({ taskId: 'r', fileName: 'x' })).code).toBe(
      'not_found',
    )
    expect(sinces().slice(rev)).toEqual([rev + 1, rev + 1, rev + 3, rev + 3])
  })

  test('announces everything when it begins and ends', async () => {
    own.events.length = 0
    value(await start())
    value(await end())
    const topics = own.events.flatMap((e) => (e.type === 'changed' ? [e.changed.topics] : []))
    expect(topics.filter((list) => list.includes('roster') && list.includes('hall'))).toHaveLength(
      2,
    )
  })
})

describe('the place of the page', () => {
  test('comes back after a restart', async () => {
    const place = { name: 'ballot', itemId: 'i-1', extra: { deep: [1, null] } }
    value(await own.client.safety.keepPlace({ place }))
    const entries = value(await own.client.journal.entries({})).length
    await own.kernel.close()
    own.reopen()
    expect(value(await own.client.safety.place({}))).toEqual(place)
    expect(value(await own.client.journal.entries({})).length).toBe(entries)
  })

  test('is no news to anything that is shown: each step of the desk keeps one', async () => {
    own.events.length = 0
    value(await own.client.safety.keepPlace({ place: { name: 'ballot' } }))
    expect(own.events).toMatchObject([{ changed: { topics: [] } }])
  })

  test('is refused when it is too long', async () => {
    const place = { text: 'x'.repeat(5000) }
    expect(refusal(await own.client.safety.keepPlace({ place })).code).toBe('invalid')
  })
})
