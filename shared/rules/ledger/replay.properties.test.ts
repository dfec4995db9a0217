import fc from 'fast-check'
import { expect, it } from 'vitest'
import { actKinds } from '../../contract/appointment.ts'
import { replay, type LedgerAct, type LedgerTenure } from './replay.ts'
import { samePost } from './same-post.ts'

const posts = ['甲局局长', '乙局局长', '某市市长', '某市副市长'] as const
const people = ['p', 'q'] as const
const day = fc
  .integer({ min: 1, max: 28 })
  .map((date) => `2023-03-${String(date).padStart(2, '0')}`)

const act = fc.record({
  act: fc.constantFrom(...actKinds),
  personId: fc.constantFrom(...people),
  names: fc.uniqueArray(fc.constantFrom(...posts), { minLength: 1, maxLength: 2 }),
  tied: fc.boolean(),
  effectiveOn: day,
  hour: fc.integer({ min: 10, max: 13 }),
  termStartsOn: fc.constantFrom('2022-01-01', '2023-03-10'),
})
const acts = fc.array(act, { maxLength: 12 }).map((all) =>
  all.map(({ names, hour, tied, ...one }, index): LedgerAct => ({
    ...one,
    id: `a${index}`,
    pending: false,
    at: `${one.effectiveOn}T${hour}:00:00`,
    place: index % 5,
    posts: names.map((name, at) => ({
      position: at + 1,
      name,
      postId: tied ? `post ${name}` : null,
    })),
  })),
)
const entered = fc
  .array(
    fc.record({
      personId: fc.constantFrom(...people),
      postName: fc.constantFrom(...posts),
      acting: fc.boolean(),
      from: fc.option(day),
      length: fc.option(fc.integer({ min: 0, max: 10 })),
    }),
    { maxLength: 4 },
  )
  .map((all) =>
    all
      // As the ledger lets nobody enter two tenures of one post without a beginning.
      .filter(
        (one, index) =>
          one.from !== null ||
          all.findIndex(
            (other) =>
              other.personId === one.personId &&
              other.postName === one.postName &&
              other.from === one.from,
          ) === index,
      )
      .map(({ from, length, ...one }, index): LedgerTenure => {
        const end = Math.min(28, Number((from ?? '2023-03-01').slice(8)) + (length ?? 0))
        const ownToOn = length === null ? null : `2023-03-${String(end).padStart(2, '0')}`
        return {
          ...one,
          id: `t${index}`,
          postId: null,
          fromOn: from,
          toOn: ownToOn,
          endReason: ownToOn === null ? null : 'other',
          ownToOn,
          ownEndReason: ownToOn === null ? null : 'other',
          byActId: null,
          endedByActId: null,
          pendingByActId: null,
          electedOn: null,
          source: 'entered',
          reviewedOn: null,
          note: '',
        }
      }),
  )

const overlap = (a: LedgerTenure, b: LedgerTenure): boolean => {
  const from = [a.fromOn ?? '', b.fromOn ?? ''].sort()[1] ?? ''
  const to = [a.toOn ?? '9999', b.toOn ?? '9999'].sort()[0] ?? ''
  return from < to
}
const same = (a: LedgerTenure, b: LedgerTenure): boolean =>
  a.personId === b.personId &&
  samePost({ postId: a.postId, name: a.postName }, { postId: b.postId, name: b.postName }, '')

it('no two tenures of one person in one post overlap, and none ends before it begins', () => {
  fc.assert(
    fc.property(entered, acts, (tenures, all) => {
      const after = replay(tenures, all)
      after.forEach((one, index) => {
        expect(one.toOn === null || (one.fromOn ?? '') <= one.toOn).toBe(true)
        expect(one.toOn === null).toBe(one.endReason === null)
        for (const other of after.slice(index + 1))
          expect(same(one, other) && overlap(one, other)).toBe(false)
      })
      expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
    }),
    { numRuns: 500 },
  )
})

it('the order in which tenures and acts come does not matter', () => {
  const shuffled = fc.tuple(entered, acts).chain(([tenures, all]) =>
    fc.record({
      tenures: fc.constant(tenures),
      all: fc.constant(all),
      otherTenures: fc.shuffledSubarray(tenures, { minLength: tenures.length }),
      otherActs: fc.shuffledSubarray(all, { minLength: all.length }),
    }),
  )
  fc.assert(
    fc.property(shuffled, ({ tenures, all, otherTenures, otherActs }) => {
      expect(replay(otherTenures, otherActs)).toEqual(replay(tenures, all))
    }),
    { numRuns: 300 },
  )
})

it('following the same acts again changes nothing', () => {
  fc.assert(
    fc.property(entered, acts, (tenures, all) => {
      const once = replay(tenures, all)
      expect(replay(once, all)).toEqual(once)
    }),
    { numRuns: 300 },
  )
})

it('an act undone leaves the ledger as if it had never been', () => {
  fc.assert(
    fc.property(entered, acts, fc.nat(), (tenures, all, at) => {
      const without = all.filter((_, index) => index !== at % Math.max(1, all.length))
      expect(replay(replay(tenures, all), without)).toEqual(replay(tenures, without))
    }),
    { numRuns: 500 },
  )
})
