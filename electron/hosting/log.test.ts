import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLog, formatLine } from './log.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yixi-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a line stays one line', () => {
  const line = formatLine({ at: 0, level: 'error', what: 'a.b', detail: 'Error: x\n  at y\r\n' })
  expect(line).toBe('1970-01-01T00:00:00.000Z\terror\ta.b\tError: x ⏎   at y ⏎ \n')
  expect(formatLine({ at: 0, level: 'info', what: 'started' })).toBe(
    '1970-01-01T00:00:00.000Z\tinfo\tstarted\n',
  )
})

test('a full file is set aside and the oldest one goes', () => {
  const log = createLog({ folder, limit: 1, keep: 2 })
  for (const what of ['one', 'two', 'three', 'four']) log({ at: 0, level: 'info', what })
  expect(readdirSync(folder).sort()).toEqual(['yixi.1.log', 'yixi.2.log', 'yixi.log'])
  const words = ['yixi.log', 'yixi.1.log', 'yixi.2.log'].map((name) =>
    readFileSync(join(folder, name), 'utf8').trim().split('\t').at(-1),
  )
  expect(words).toEqual(['four', 'three', 'two'])
})

test('a log that cannot be written is no reason to fail', () => {
  writeFileSync(join(folder, 'taken'), '')
  const log = createLog({ folder: join(folder, 'taken') })
  expect(() => log({ at: 0, level: 'info', what: 'x' })).not.toThrow()
})
