import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../test/builders/kernel.ts'
import { fuzzCalls } from '../../test/builders/fuzz.ts'

// Whatever is asked, in whatever order, on rows that exist or do not: an answer or a refusal in words, never a fault.

let own: TestKernel
beforeEach(() => (own = testKernel()))
afterEach(() => own.dispose())

/** A small generator with a fixed seed: the same calls on every machine. */
const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

test.each([1, 2])('1,500 random calls end in answers or sentences (seed %i)', async (seed) => {
  const members = await withBody(own, { count: 9, seats: 29 })
  await withSitting(own, members, 1)
  const db = new Database(own.file, { readonly: true })
  const faults: string[] = []
  const answered = new Map<string, number>()
  const calls = fuzzCalls(seeded(seed), db)
  for (let n = 0; n < 1500; n += 1) {
    const { at, method, input } = calls()
    own.at(at)
    const reply = await own.kernel.call(method, input)
    if (reply.ok) answered.set(method, (answered.get(method) ?? 0) + 1)
    else if (reply.error.code === 'internal')
      faults.push(`${method} ${JSON.stringify(input)} ${own.log.at(-1)?.detail ?? ''}`)
  }
  expect(faults).toEqual([])
  expect(answered.size).toBeGreaterThan(30)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(db.pragma('foreign_key_check')).toEqual([])
  db.close()
  const found = value(await own.client.journal.verify({ taskId: 'v' }))
  expect(found.broken).toBeNull()
})
