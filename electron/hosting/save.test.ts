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

test('a folder says which of its papers are void and which were made anew, and moves none', async () => {
  const set = (...names: string[]) => names.map((name) => ({ name, bytes: bytes(name) }))
  const first = new Date('2026-11-26T15:04:05+08:00')
  const second = new Date('2026-11-26T16:00:00+08:00')
  await writeSet(folder, set('01 名单.txt', '04 七人.txt', '05 清单.txt'), first)
  writeFileSync(join(folder, '我的笔记.txt'), '别动')
  const earlier = [
    { name: '01 名单.txt', overtaken: true },
    { name: '04 七人.txt', overtaken: true },
    { name: '05 清单.txt', overtaken: false },
    { name: '别处的.txt', overtaken: true },
  ]
  const files = set('01 名单.txt', '04 六人.txt', '05 清单.txt')
  const again = await writeSet(folder, files, first, earlier)
  const told = () => readFileSync(join(folder, '00 请先看（哪些文书已不用）.txt'), 'utf8')
  expect(told()).toBe(
    [
      '议席的说明：这个文件夹里哪些文书已不用。文件都没有移动，也没有删除。',
      '',
      '新生成的文书在子文件夹“2026-11-26 15.04.05”，以其中的为准。',
      '',
      '已作废，生成之后有更正，请勿使用，已发出的收回：',
      '    01 名单.txt',
      '    04 七人.txt',
      '',
      '此前生成，已另有新件：',
      '    05 清单.txt',
      '',
    ].join('\n'),
  )
  const known = told().split('\n').slice(2).join('\n')
  const later = [...earlier, { name: '04 六人.txt', overtaken: true }]
  await writeSet(folder, set('01 名单.txt', '04 五人.txt'), second, later)
  expect(told()).toContain('“2026-11-26 16.00.00”，以其中的为准。')
  expect(told()).toContain('较早的子文件夹，其中的也不再使用：\n    2026-11-26 15.04.05\n')
  expect(told().endsWith(known)).toBe(true)
  expect(readdirSync(folder)).toEqual([
    '00 请先看（哪些文书已不用）.txt',
    '01 名单.txt',
    '04 七人.txt',
    '05 清单.txt',
    '2026-11-26 15.04.05',
    '2026-11-26 16.00.00',
    '我的笔记.txt',
  ])
  expect(readFileSync(join(folder, '01 名单.txt'), 'utf8')).toBe('01 名单.txt')
  expect(readdirSync(again)).toHaveLength(3)
})

test('papers whose earlier ones bear other names go apart too, and a note of somebody else stays as it is', async () => {
  const set = (...names: string[]) => names.map((name) => ({ name, bytes: bytes(name) }))
  const at = new Date('2026-11-26T15:04:05+08:00')
  const note = join(folder, '00 请先看（哪些文书已不用）.txt')
  writeFileSync(note, '办公室自己写的')
  await writeSet(folder, set('04 七人.txt', '05 七人.txt'), at)
  const earlier = [{ name: '04 七人.txt', overtaken: true }]
  const into = await writeSet(folder, set('04 六人.txt', '05 六人.txt'), at, earlier)
  expect(into).toBe(join(folder, '2026-11-26 15.04.05'))
  expect(readFileSync(note, 'utf8')).toBe('办公室自己写的')
})
