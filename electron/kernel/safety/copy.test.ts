import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
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
  type TestKernel,
} from '../../../test/builders/kernel.ts'
import { unusedPorts } from '../../../test/builders/unused-ports.ts'
import { createKernel } from '../kernel.ts'
import { takeUp } from '../store/adopt.ts'
import { copyOut } from '../store/snapshot.ts'

let own: TestKernel
let spare: TestKernel
let copy = ''
beforeEach(async () => {
  own = testKernel()
  spare = testKernel()
  await withBody(own, { count: 3 })
  value(await spare.client.journal.signOn({ name: '备用机经办' }))
  copy = copyOf('copy.db')
})
afterEach(() => Promise.all([own.dispose(), spare.dispose()]))

/** A copy of the first machine's data, as it lands on a stick. */
const copyOf = (name: string): string => {
  const done = copyOut({
    ...{ file: own.file, folder: spare.folder, kind: 'sealed' as const, at: 0, elsewhere: false },
  })
  const path = join(spare.folder, name)
  copyFileSync(join(spare.folder, done?.file ?? ''), path)
  return path
}
const read = (path: string) => spare.client.safety.readCopy({ taskId: 'r', path })
const open = (path: string) => spare.client.safety.openCopy({ taskId: 'o', path })
const why = async (path: string) => refusal(await open(path)).message?.key
const change = (path: string, sql: string) => {
  const db = new Database(path)
  db.exec(sql)
  db.close()
}

describe('a copy', () => {
  test('is looked through without touching anything', async () => {
    const before = readFileSync(copy)
    expect(value(await read(copy))).toMatchObject({
      ...{ path: copy, file: 'copy.db', body: '临江市人民代表大会常务委员会', relation: 'empty' },
      ...{ operator: '经办人', entries: 5 },
    })
    expect(readFileSync(copy).equals(before)).toBe(true)
    expect(value(await spare.client.body.get({}))).toBeNull()
  })

  test('is found by its folder, the newest of several, and by a path in quotation marks', async () => {
    const { file } = value(await read(spare.folder))
    expect(file).toMatch(/^yixi-[0-9a-f]{8}-/)
    expect(value(await read(` "${copy}" `)).file).toBe('copy.db')
    const empty = await read(mkdtempSync(join(spare.folder, 'empty-')))
    expect(refusal(empty).message?.key).toBe('safety.copy.why.noneIn')
  })

  test('takes the place of the data; what was there is kept, and the journal says so', async () => {
    const opened = value(await open(copy))
    expect(value(await spare.client.roster.members({}))).toHaveLength(3)
    expect(existsSync(join(spare.folder, opened.kept ?? ''))).toBe(true)
    const [last] = value(await spare.client.journal.entries({}))
    expect(last).toMatchObject({ command: 'safety.openCopy', operator: '备用机经办', seq: 6 })
    expect(JSON.parse(last?.payload ?? '')).toEqual({
      file: 'copy.db',
      entries: 5,
      kept: opened.kept,
    })
    expect(value(await spare.client.journal.verify({ taskId: 'v' })).broken).toBeNull()
  })

  test('is told ahead of, the same as, behind or beside the data here', async () => {
    const relation = async (path: string) => value(await read(path)).relation
    value(await open(copy))
    expect(await relation(copy)).toBe('behind')
    expect(await relation(spare.file)).toBe('same')
    value(await own.client.journal.signOn({ name: '第一台机器又做了一步' }))
    expect(await relation(copyOf('forked.db'))).toBe('other')
    const plain = testKernel()
    await plain.kernel.close()
    copyFileSync(copy, plain.file)
    plain.reopen()
    value(await plain.client.journal.signOn({ name: '甲' }))
    await plain.kernel.close()
    copyFileSync(plain.file, join(spare.folder, 'later.db'))
    copyFileSync(copy, plain.file)
    plain.reopen()
    const later = await plain.client.safety.readCopy({
      taskId: 'r',
      path: join(spare.folder, 'later.db'),
    })
    expect(value(later).relation).toBe('ahead')
    await plain.dispose()
  })

  test('with what still stands in a WAL beside it is taken with it', async () => {
    const raw = join(spare.folder, 'raw.db')
    for (const tail of ['', '-wal']) copyFileSync(own.file + tail, raw + tail)
    value(await open(raw))
    expect(value(await spare.client.roster.members({}))).toHaveLength(3)
  })
})

describe('refused, nothing changed:', () => {
  afterEach(async () => {
    expect(value(await spare.client.body.get({}))).toBeNull()
    expect(readdirSync(spare.folder).filter((name) => name.includes('replaced'))).toEqual([])
  })

  test('what is not there', async () => {
    expect(await why(join(spare.folder, 'none.db'))).toBe('safety.copy.why.none')
  })

  test('what is no database, and half of one', async () => {
    const bytes = readFileSync(copy)
    writeFileSync(copy, 'no database at all')
    expect(await why(copy)).toBe('safety.copy.why.broken')
    writeFileSync(copy, bytes.subarray(0, bytes.length / 2))
    expect(await why(copy)).toBe('safety.copy.why.broken')
  })

  test('a journal that was changed', async () => {
    const db = new Database(copy)
    for (const name of db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'journal'")
      .pluck()
      .all() as string[])
      db.exec(`DROP TRIGGER "${name}"`)
    db.prepare("UPDATE journal SET operator = '别人' WHERE seq = 2").run()
    db.close()
    expect(await why(copy)).toBe('safety.copy.why.chain')
  })

  test('a newer program’s file', async () => {
    change(copy, 'PRAGMA user_version = 9999')
    expect(refusal(await open(copy)).code).toBe('from_future')
  })

  test('a rehearsal’s file, also where it stands in the place of the data', async () => {
    value(await own.client.safety.startRehearsal({ taskId: 's' }))
    const rehearsed = join(own.folder, 'rehearsal', 'yixi.db')
    expect(await why(rehearsed)).toBe('safety.copy.why.rehearsal')
    await own.kernel.close()
    rmSync(own.file)
    copyFileSync(rehearsed, own.file)
    const base = { file: own.file, ports: unusedPorts, now: Date.now }
    const options = { ...base, newId: () => 'x', log: () => undefined }
    expect(() => createKernel(options)).toThrow('safety.copy.why.rehearsal')
  })
})

describe('starting from a copy', () => {
  test('on a broken file keeps the broken one', () => {
    const taken = takeUp(copy, join(spare.folder, 'fresh.db'), 0)
    expect(taken).toMatchObject({ taken: true, kept: null, relation: 'empty' })
    copyFileSync(copy, join(spare.folder, 'broken.db'))
    writeFileSync(join(spare.folder, 'broken.db'), 'broken')
    const again = takeUp(copy, join(spare.folder, 'broken.db'), 0)
    expect(again.taken).toBe(true)
    expect(readFileSync(join(spare.folder, again.kept ?? ''), 'utf8')).toBe('broken')
  })

  test('twice leaves the data alone the second time', () => {
    const file = join(spare.folder, 'fresh.db')
    takeUp(copy, file, 0)
    expect(takeUp(copy, file, 0)).toMatchObject({ taken: false, kept: null, relation: 'same' })
  })
})
