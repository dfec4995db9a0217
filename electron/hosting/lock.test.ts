import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, uptime } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isStale, removeStale, takeLock, type Machine, type Taken } from './lock.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yixi-lock-'))
  file = join(folder, 'deep', 'yixi.lock')
})
afterEach(() => rmSync(folder, { recursive: true }))

const lockOf = (taken: Taken) => {
  if (!taken.ok) throw new Error('held')
  return taken.lock
}
const bootedAt = () => Date.now() - uptime() * 1000

test('one holds it, the next learns who and where', () => {
  const lock = lockOf(takeLock(file))
  lock.announce({ origin: 'http://127.0.0.1:1', controlKey: 'k' })
  expect(takeLock(file)).toMatchObject({
    ok: false,
    holder: { pid: process.pid, origin: 'http://127.0.0.1:1', controlKey: 'k' },
  })
  lock.release()
  expect(existsSync(file)).toBe(false)
  lockOf(takeLock(file))
})

test.runIf(process.platform !== 'win32')('only its owner can read the key in it', () => {
  lockOf(takeLock(file)).announce({ controlKey: 'k' })
  expect(statSync(file).mode & 0o077).toBe(0)
})

test('a lock of a process that ended is taken over', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((done) => child.once('close', done))
  lockOf(takeLock(file)).release()
  writeFileSync(file, JSON.stringify({ pid: child.pid, bootedAt: bootedAt() }))
  lockOf(takeLock(file))
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid })
})

test.each(['', '{', '{"pid":"x"}', '[]'])('a lock that says %j is taken over', (text) => {
  lockOf(takeLock(file)).release()
  writeFileSync(file, text)
  lockOf(takeLock(file))
})

const machine = (over: Partial<Machine> = {}): Machine => ({
  bootedAt: 1_000_000,
  isRunning: () => true,
  birthOf: () => '500',
  ...over,
})

test('numbers of processes mean nothing across a restart of the machine', () => {
  const holder = { pid: 7, bootedAt: 1_000_000 }
  expect(isStale(holder, machine({ bootedAt: 1_000_500 }), false)).toBe(false)
  expect(isStale(holder, machine({ bootedAt: 9_000_000 }), false)).toBe(true)
  expect(isStale(holder, machine({ isRunning: () => false }), false)).toBe(true)
})

test('nor across a restart of a container, where another process bears the same number', () => {
  const holder = { pid: 7, bootedAt: 1_000_000, birth: '500' }
  expect(isStale(holder, machine(), false)).toBe(false)
  expect(isStale(holder, machine({ birthOf: () => '501' }), false)).toBe(true)
  expect(isStale(holder, machine({ birthOf: () => undefined }), false)).toBe(false)
})

test('the clock put right by hours makes nobody’s lock stale', () => {
  const holder = { pid: 7, bootedAt: 1_000_000, birth: '500' }
  expect(isStale(holder, machine({ bootedAt: 9_000_000 }), false)).toBe(false)
  expect(isStale(holder, machine({ bootedAt: 9_000_000, birthOf: () => '9' }), false)).toBe(true)
})

test('of two who find the same lock stale, the slower leaves the faster one’s alone', () => {
  lockOf(takeLock(file)).release()
  const stale = { pid: 7, bootedAt: 1 }
  const fresh = { pid: 8, bootedAt: 2 }
  writeFileSync(file, JSON.stringify(fresh))
  removeStale(file, stale)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(fresh)
  removeStale(file, fresh)
  expect(existsSync(file)).toBe(false)
  removeStale(file, fresh)
})

test('a lock that bears our own number and is not ours is taken over', () => {
  lockOf(takeLock(file)).release()
  writeFileSync(file, JSON.stringify({ pid: process.pid, bootedAt: bootedAt() }))
  const lock = lockOf(takeLock(file))
  expect(takeLock(file).ok).toBe(false)
  lock.release()
})
