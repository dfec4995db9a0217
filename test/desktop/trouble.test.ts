import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { startHost } from '../e2e/lib/host.ts'
import { makeFolder, runToEnd, standIn } from './lib/launch.ts'

// Data that cannot be opened. A real error box would wait for a hand, so these run on the stand-in alone.

const made = makeFolder()
afterAll(made.remove)
const folderFor = (name: string) => {
  const folder = join(made.folder, name)
  mkdirSync(folder)
  return folder
}
const run = (dataDir: string) => runToEnd(standIn, ['--data', dataDir])

test('data of a newer version is left alone, and a sentence says so', async () => {
  const dataDir = folderFor('newer')
  await (await startHost({ dataDir, exportsDir: dataDir })).stop()
  const file = join(dataDir, 'yixi.db')
  const db = new Database(file)
  db.pragma('user_version = 999990')
  db.pragma('journal_mode = DELETE')
  db.close()
  const before = readFileSync(file)
  const { code, stderr } = await run(dataDir)
  expect(code).toBe(1)
  expect(stderr).toMatch(/error box: 议席无法打开数据\n.*较新.*版本/s)
  expect(stderr).toContain(dataDir)
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a broken file is kept aside, and a sentence names it', async () => {
  const dataDir = folderFor('broken')
  const rubbish = 'no database at all'.repeat(1000)
  writeFileSync(join(dataDir, 'yixi.db'), rubbish)
  const { code, stderr } = await run(dataDir)
  expect(code).toBe(1)
  const kept = readdirSync(dataDir).find((name) => name.includes('broken')) ?? 'nothing'
  expect(readFileSync(join(dataDir, kept), 'utf8')).toBe(rubbish)
  expect(stderr).toContain('error box: 议席无法打开数据')
  expect(stderr).toContain(kept)
})

test('a folder that cannot be made is named before anything starts', async () => {
  const taken = join(folderFor('taken'), 'file')
  writeFileSync(taken, '')
  const { code, stderr } = await run(join(taken, 'data'))
  expect(code).toBe(1)
  expect(stderr).toContain('error box: ')
  expect(stderr).toContain(join(taken, 'data'))
})

test('data another host works on is refused, and that host goes on', async () => {
  const dataDir = folderFor('shared')
  const host = await startHost({ dataDir, exportsDir: dataDir })
  const { code, stderr } = await run(dataDir)
  expect(code).toBe(1)
  expect(stderr).toContain('正由另一个议席窗口或程序使用')
  expect(await host.stop()).toBe(0)
})
