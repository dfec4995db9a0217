import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { numberedName, safeName, writeFiles, writeSet } from './save.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yixi-save-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['任免名单.docx', '任免名单.docx'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a/b\\c:d*e?.txt', 'a_b_c_d_e_.txt'],
  ['  名单 . ', '名单'],
  ['CON.txt', '_CON.txt'],
  ['', '_'],
  ['..', '_'],
  ['行\n一.txt', '行_一.txt'],
  [`${'长'.repeat(300)}.docx`, `${'长'.repeat(80)}.docx`],
])('%j is written as %j', (name, safe) => {
  expect(safeName(name)).toBe(safe)
  expect(Buffer.byteLength(safeName(name))).toBeLessThanOrEqual(255)
})

test('a taken name gets a number before its ending', () => {
  expect([0, 1, 2].map((tries) => numberedName('名单.docx', tries))).toEqual([
    '名单.docx',
    '名单 (2).docx',
    '名单 (3).docx',
  ])
})

test('files arrive whole in a folder made for them, and none stands in for another', async () => {
  const into = join(folder, 'a', 'b')
  const first = await writeFiles(into, [{ name: '名单.txt', bytes: bytes('一') }])
  const again = await writeFiles(into, [
    { name: '名单.txt', bytes: bytes('二') },
    { name: '名单.txt', bytes: bytes('三') },
  ])
  expect([...first, ...again].map((path) => [basename(path), readFileSync(path, 'utf8')])).toEqual([
    ['名单.txt', '一'],
    ['名单 (2).txt', '二'],
    ['名单 (3).txt', '三'],
  ])
  expect(readdirSync(into)).toHaveLength(3)
})

test('a file that cannot be written takes the others with it', async () => {
  // The half-written file's name is taken by a folder, as good an obstacle as any.
  mkdirSync(join(folder, '二.txt.part'))
  const saving = writeFiles(folder, [
    { name: '一.txt', bytes: bytes('1') },
    { name: '二.txt', bytes: bytes('2') },
  ])
  await expect(saving).rejects.toThrow('EISDIR')
  expect(readdirSync(folder)).toEqual(['二.txt.part'])
})

test('a folder that is a file is refused', async () => {
  writeFileSync(join(folder, 'taken'), '')
  await expect(writeFiles(join(folder, 'taken'), [])).rejects.toThrow('EEXIST')
  expect(existsSync(join(folder, 'taken'))).toBe(true)
})

test('papers made again lie together, apart from those of before', async () => {
  const set = (...names: string[]) => names.map((name) => ({ name, bytes: bytes(name) }))
  const at = new Date('2026-11-26T15:04:05+08:00')
  expect(await writeSet(folder, set('01 名单.txt', '04 七人.txt'), at)).toBe(folder)
  const again = await writeSet(folder, set('01 名单.txt', '04 六人.txt'), at)
  expect(again).toBe(join(folder, '2026-11-26 15.04.05'))
  expect(readdirSync(again)).toEqual(['01 名单.txt', '04 六人.txt'])
  expect(await writeSet(folder, set('01 名单.txt'), at)).toBe(folder)
  expect(readdirSync(folder)).toContain('01 名单 (2).txt')
})
