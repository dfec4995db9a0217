import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  refusal,
  testKernel,
  value,
  withBody,
  type TestKernel,
} from '../../../test/builders/kernel.ts'
import { copyAt } from '../store/drives.ts'
import { copyNameOf, copyOut, type CopyKind } from '../store/snapshot.ts'

let own: TestKernel
let stick: string
beforeEach(async () => {
  own = testKernel()
  stick = mkdtempSync(join(tmpdir(), 'yixi-stick-'))
  await withBody(own, { count: 3 })
})
afterEach(async () => {
  await own.dispose()
  rmSync(stick, { recursive: true, force: true })
})

const choose = (folder: string | null) => own.client.safety.setShadow({ taskId: 'set', folder })
const shadow = async () => value(await own.client.safety.shadow({}))
const saved = () => vi.waitFor(async () => expect((await shadow()).state).toBe('saved'), 20_000)
const failed = () => vi.waitFor(async () => expect((await shadow()).state).toBe('failed'), 20_000)
const newest = async () => (await shadow()).file
const copies = () =>
  readdirSync(stick)
    .filter((name) => copyNameOf(name))
    .sort()
const lastEntry = (path: string): unknown => {
  const db = new Database(path, { readonly: true })
  try {
    return db.prepare('SELECT command FROM journal ORDER BY seq DESC LIMIT 1').pluck().get()
  } finally {
    db.close()
  }
}
const outOf = (kind: CopyKind, at: number, elsewhere = false) =>
  copyOut({ file: own.file, folder: stick, kind, at, elsewhere })

test('choosing a folder puts a whole copy there at once, and says which', async () => {
  expect(await shadow()).toMatchObject({ state: 'off', folder: null })
  value(await choose(stick))
  await saved()
  const state = await shadow()
  expect(copies()).toEqual([state.file])
  expect(readFileSync(join(stick, state.file ?? '')).length).toBe(state.bytes)
  expect(lastEntry(join(stick, state.file ?? ''))).toBe('safety.setShadow')
  expect(readdirSync(own.folder).filter((name) => name.includes('.part'))).toEqual([])
})

test('what is committed later follows by itself, and closing takes the last of it along', async () => {
  value(await choose(stick))
  await saved()
  value(await own.client.journal.signOn({ name: '另一人' }))
  expect((await shadow()).state).toBe('writing')
  await own.kernel.close()
  expect(lastEntry(join(stick, copies().at(-1) ?? ''))).toBe('journal.signOn')
  own.reopen()
  expect((await shadow()).folder).toBe(stick)
  await saved()
})

test('closing takes along what was committed while a copy was under way', async () => {
  value(await choose(stick))
  await saved()
  const begun = new Promise<void>((done) => {
    const watcher = watch(own.folder, (_event, name) => {
      if (!name?.endsWith('.shadow.part')) return
      watcher.close()
      done()
    })
  })
  value(await own.client.journal.signOn({ name: '一人' }))
  await begun
  value(await own.client.journal.signOn({ name: '另一人' }))
  await own.kernel.close()
  const db = new Database(join(stick, copies().at(-1) ?? ''), { readonly: true })
  expect(db.prepare('SELECT count(*) FROM operator').pluck().get()).toBe(3)
  db.close()
  own.reopen()
})

test('a stick pulled out is told with its name, and put back it is taken up by itself', async () => {
  value(await choose(stick))
  await saved()
  const away = `${stick}-away`
  renameSync(stick, away)
  value(await own.client.journal.signOn({ name: '拔出时' }))
  await failed()
  expect((await shadow()).message).toEqual({
    key: 'safety.shadow.why.gone',
    params: { folder: stick },
  })
  expect(own.log.filter(({ what }) => what === 'shadow copy')).toHaveLength(1)
  renameSync(away, stick)
  await saved()
  expect(lastEntry(join(stick, (await newest()) ?? ''))).toBe('journal.signOn')
})

test('a stick pulled out while nothing is done is missed all the same', async () => {
  value(await choose(stick))
  await saved()
  rmSync(stick, { recursive: true })
  await failed()
  expect((await shadow()).message?.key).toBe('safety.shadow.why.gone')
  mkdirSync(stick)
  await saved()
  expect(copies()).toHaveLength(1)
})

test('the empty folder a stick leaves behind is no stick', () => {
  expect(() => outOf('sealed', 0, true)).toThrow('safety.shadow.why.gone')
  expect(copies()).toEqual([])
})

test('nobody signed on chooses nothing', async () => {
  await own.kernel.close()
  own.reopen()
  expect(refusal(await choose(stick)).code).toBe('no_operator')
  expect(await shadow()).toMatchObject({ state: 'off', folder: null })
  expect(readdirSync(own.folder)).not.toContain('shadow.json')
})

test('refuses what cannot hold copies, and changes nothing', async () => {
  writeFileSync(join(stick, 'file'), '')
  const keys = []
  for (const folder of [join(stick, 'none'), join(stick, 'file'), own.folder])
    keys.push(refusal(await choose(folder)).message?.key)
  expect(keys).toEqual(
    ['notThere', 'notFolder', 'sameFolder'].map((why) => `safety.shadow.why.${why}`),
  )
  expect(await shadow()).toMatchObject({ state: 'off', folder: null })
})

test('refuses every folder in the data folder, by whatever way it is reached', async () => {
  const inner = join(own.folder, 'rehearsal')
  const way = join(stick, 'way')
  mkdirSync(inner)
  symlinkSync(own.folder, way)
  for (const folder of [inner, way, join(way, 'rehearsal')])
    expect(refusal(await choose(folder)).message?.key).toBe('safety.shadow.why.sameFolder')
})

test('the newest copy is found as such, also after the clock was put back', async () => {
  outOf('sealed', 7_200_000)
  const made = []
  for (const [n, kind] of (['sealed', 'between', 'sealed', 'between'] as const).entries()) {
    made.push(outOf(kind, n * 1000)?.file)
    expect(await copyAt(stick)).toBe(join(stick, made.at(-1) ?? ''))
  }
  expect(copies()).toHaveLength(4)
  expect(copies()).toEqual(expect.arrayContaining([made[0], made[2], made[3]]))
})

test('keeps the last five sealed copies and the last in between; leaves what is not its own', async () => {
  const other = 'yixi-00000000-20200101T000000.db'
  writeFileSync(join(stick, other), '')
  writeFileSync(join(stick, 'notes.txt'), '')
  for (let n = 0; n < 8; n += 1) {
    expect(outOf('sealed', n * 60_000)?.hash).toMatch(/^[0-9a-f]{64}$/)
    outOf('between', n * 60_000 + 1000)
  }
  const mine = copies().filter((name) => name !== other)
  const kinds = mine.map((name) => copyNameOf(name)?.kind)
  expect(kinds.filter((kind) => kind === 'sealed')).toHaveLength(5)
  expect(kinds.filter((kind) => kind === 'between')).toHaveLength(1)
  expect(mine.at(0)).toContain('T080300')
  expect(readdirSync(stick)).toEqual(expect.arrayContaining([other, 'notes.txt']))
})

test('what a rehearsal does leaves no copy', async () => {
  value(await choose(stick))
  await saved()
  const before = copies()
  value(await own.client.safety.startRehearsal({ taskId: 's' }))
  value(await own.client.journal.signOn({ name: '排练' }))
  value(await own.client.safety.endRehearsal({ taskId: 'e' }))
  expect(copies()).toEqual(before)
})

test('without a folder nothing is written any more', async () => {
  value(await choose(stick))
  await saved()
  value(await choose(null))
  expect(await shadow()).toMatchObject({ state: 'off', folder: null, file: null })
  const before = copies()
  value(await own.client.journal.signOn({ name: '之后' }))
  await own.kernel.close()
  expect(copies()).toEqual(before)
  mkdirSync(join(stick, 'still-mine'))
})
