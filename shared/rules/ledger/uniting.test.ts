import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { replay, type LedgerAct, type LedgerTenure } from './replay.ts'
import {
  compareFacts,
  overlap,
  uniteCourses,
  unitedFacts,
  type Course,
  type Facts,
} from './uniting.ts'

const nothing: Facts = { name: '江一帆', sex: null, birth: null, nationality: null, deputy: null }

describe('what two entries say of one person', () => {
  it('fills what is empty from the other, takes a day for its month, and chooses nothing by itself', () => {
    const stays = { ...nothing, sex: 'male', birth: '1971-05-12', nationality: '汉族' }
    const goes = { ...nothing, name: '江一凡', birth: '1971-05', nationality: '回族', deputy: 'no' }
    const facts = compareFacts(stays, goes)
    expect(facts.map(({ state }) => state)).toEqual([
      'differs',
      'stays',
      'stays',
      'differs',
      'goes',
    ])
    expect(unitedFacts(facts, { name: 'goes', sex: 'goes' })).toEqual({
      facts: { name: '江一凡', sex: 'male', birth: '1971-05-12', nationality: null, deputy: 'no' },
      open: ['nationality'],
    })
  })
})

const posts = ['临江市财政局局长', '临江市统计局局长']
const years = fc.integer({ min: 2010, max: 2024 })

const handTenure = (side: string): fc.Arbitrary<LedgerTenure> =>
  fc
    .record({
      id: fc.uuid(),
      postName: fc.constantFrom(...posts),
      acting: fc.boolean(),
      from: fc.option(years),
      lasts: fc.option(fc.integer({ min: 1, max: 5 })),
    })
    .map(({ id, postName, acting, from, lasts }) => {
      const toOn = lasts === null ? null : `${(from ?? 2008) + lasts}-01-01`
      const endReason = toOn === null ? null : ('other' as const)
      return {
        ...{ id, personId: side, postId: null, postName, acting, electedOn: null, toOn, endReason },
        ...{
          fromOn: from === null ? null : `${from}-01-01`,
          ownToOn: toOn,
          ownEndReason: endReason,
        },
        ...{ byActId: null, endedByActId: null, pendingByActId: null, source: 'entered' as const },
        ...{ reviewedOn: null, note: '' },
      }
    })

const act = (side: string): fc.Arbitrary<LedgerAct> =>
  fc
    .record({
      id: fc.uuid(),
      act: fc.constantFrom('appoint', 'remove', 'act-as', 'accept-resignation'),
      name: fc.constantFrom(...posts),
      year: years,
    })
    .map(({ id, act: kind, name, year }) => {
      const effectiveOn = `${year}-01-01`
      const term = year - ((year - 2007) % 5)
      return {
        ...{ id, act: kind, personId: side, posts: [{ position: 1, name, postId: null }] },
        ...{ effectiveOn, pending: false, at: `${effectiveOn}T10:00:00`, place: 1 },
        termStartsOn: `${term}-01-01`,
      }
    })

/** A course as the ledger would have it: in line with its acts. */
const courseOf = (side: string): fc.Arbitrary<Course> =>
  fc
    .record({
      hand: fc.array(handTenure(side), { maxLength: 2 }),
      acts: fc.array(act(side), { maxLength: 3 }),
    })
    .map(({ hand, acts }) => ({ kept: replay(hand, acts), acts, seats: [] }))

const keysOf = (course: Course): string[] =>
  course.kept.map(({ postName, fromOn, acting }) => `${postName} ${fromOn} ${acting}`)

describe('two courses as one', () => {
  it('lose no tenure and no end of one, and hold no post twice, wherever nothing clashes', () => {
    let united = 0
    fc.assert(
      fc.property(courseOf('a'), courseOf('b'), (stays, goes) => {
        const { joined, changed, added, clashes } = uniteCourses(stays, goes, [], '')
        if (clashes.length > 0) return
        united += 1
        const gone = new Set(joined.map((pair) => pair.goes.id))
        const one = <T extends { personId: string }>(rows: readonly T[]) =>
          rows.map((row) => ({ ...row, personId: 'a' }))
        const left = [...stays.kept, ...goes.kept].filter(({ id }) => !gone.has(id))
        const after = replay(one(left), one([...stays.acts, ...goes.acts]))
        const course = { kept: after, acts: [], seats: [] }
        const known = new Set(keysOf(course))
        expect([...keysOf(stays), ...keysOf(goes)].filter((key) => !known.has(key))).toEqual([])
        const all = new Set([...stays.kept, ...goes.kept].map(({ id }) => id))
        const fresh = after.filter(({ id }) => !all.has(id))
        expect(fresh.map(({ id }) => id)).toEqual(added.map(({ id }) => id))
        const moved = new Map(changed.map((pair) => [pair.before.id, pair.after.toOn]))
        for (const { id, toOn } of left)
          expect(after.find((tenure) => tenure.id === id)?.toOn).toBe(moved.get(id) ?? toOn)
        for (const { before, after: now } of changed)
          expect([before.toOn, now.endedByActId === null]).toEqual([null, false])
        for (const mine of stays.kept)
          for (const other of goes.kept) {
            const [first, second] = [mine, other].map(({ id }) =>
              after.find((tenure) => tenure.id === id),
            )
            if (first && second && first.postName === second.postName)
              expect(overlap(first, second)).toBe(false)
          }
      }),
      { numRuns: 1500, seed: 7 },
    )
    expect(united).toBeGreaterThan(300)
  })

  describe('where one was appointed again after the removal on the other', () => {
    const made = (kind: LedgerAct['act'], side: string, year: number): LedgerAct => ({
      ...{ id: `${kind}-${year}`, act: kind, personId: side, effectiveOn: `${year}-01-01` },
      ...{ posts: [{ position: 1, name: posts[0] ?? '', postId: null }], pending: false },
      ...{ at: `${year}-01-01T10:00:00`, place: 1, termStartsOn: '2012-01-01' },
    })
    const own = [made('appoint', 'a', 2013), made('appoint', 'a', 2015)]
    const stays: Course = { kept: replay([], own), acts: own, seats: [] }
    const removal = [made('remove', 'b', 2014)]

    it('show the tenure that begins anew', () => {
      const { changed, added, clashes } = uniteCourses(
        stays,
        { kept: [], acts: removal, seats: [] },
        [],
        '',
      )
      expect(clashes).toEqual([])
      expect(changed.map(({ after }) => [after.fromOn, after.toOn])).toEqual([
        ['2013-01-01', '2014-01-01'],
      ])
      expect(added.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([['2015-01-01', null]])
    })

    it('clash where it would overlap a seat', () => {
      const seat = { id: 'member.1', postId: null, postName: posts[0] ?? '', electedOn: null }
      const seats = [{ ...seat, fromOn: '2016-01-01', toOn: null }]
      const { clashes } = uniteCourses(stays, { kept: [], acts: removal, seats }, [], '')
      expect(clashes.map(({ one, other }) => [one.fromOn, other?.id])).toEqual([
        ['2015-01-01', 'member.1'],
      ])
    })
  })

  it('clash the same way round, whichever stays', () => {
    fc.assert(
      fc.property(courseOf('a'), courseOf('b'), (one, other) => {
        const count = (stays: Course, goes: Course): boolean =>
          uniteCourses(stays, goes, [], '').clashes.length > 0
        expect(count(one, other)).toBe(count(other, one))
      }),
      { numRuns: 1500, seed: 11 },
    )
  })
})
