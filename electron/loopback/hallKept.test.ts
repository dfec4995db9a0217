import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepHall, readHall } from './hallKept.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yixi-kept-'))
})
afterEach(() => rmSync(folder, { recursive: true }))
const file = () => join(folder, 'hall.json')

test('what is kept is found again; taken away, the next key is another', () => {
  const { key } = readHall(folder)
  keepHall(folder, { port: 4711, key })
  expect(readHall(folder)).toEqual({ port: 4711, key })
  rmSync(file())
  expect(readHall(folder).key).not.toBe(key)
  expect(readHall(folder).port).toBe(0)
})

test.runIf(process.platform !== 'win32')(
  'only its owner can read the key, whatever stood there',
  () => {
    writeFileSync(file(), '{}')
    chmodSync(file(), 0o644)
    keepHall(folder, { port: 4711, key: readHall(folder).key })
    expect(statSync(file()).mode & 0o077).toBe(0)
  },
)
