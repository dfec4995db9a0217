import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLawfulQuorum, moreThanHalf, neededOf } from './majority.ts'
import { completeTally, notPressedPolicies, publishedTally } from './tally.ts'
import { decide, decideInput, otherBase, slack, type DecideInput } from './verdict.ts'

const head = fc.integer({ min: 0, max: 120 })

/** A body of any size, any number of it present, and a device vote whose figures agree. */
const soundVote = fc
  .record({
    inOffice: fc.integer({ min: 1, max: 100 }),
    vacant: fc.integer({ min: 0, max: 10 }),
    base: fc.constantFrom('actual' as const, 'quota' as const),
    shares: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100)),
    away: fc.nat(40),
  })
  .map(({ inOffice, vacant, base, shares, away }): DecideInput => {
    const present = Math.max(0, inOffice - away)
    const cut = (from: number, share: number) => Math.floor((from * share) / 100)
    const yes = cut(present, shares[0])
    const no = cut(present - yes, shares[1])
    const abstain = cut(present - yes - no, shares[2])
    return {
      rules: { level: 'city', base },
      members: { inOffice, quota: inOffice + vacant },
      present,
      question: { kind: 'bill', method: 'device' },
      tally: { for: yes, against: no, abstain, notPressed: present - yes - no - abstain },
    }
  })

const anyInput = fc.record({
  rules: fc.record({
    level: fc.constantFrom('province' as const, 'city' as const, 'county' as const),
    base: fc.constantFrom('actual' as const, 'quota' as const),
    overcountInvalidates: fc.boolean(),
    reportReject: fc.constantFrom('none' as const, 'half-or-more-against' as const),
  }),
  members: fc.record({ inOffice: head.filter((n) => n > 0), quota: head.filter((n) => n > 0) }),
  present: head,
  question: fc.record({
    kind: fc.constantFrom(
      'bill' as const,
      'agenda' as const,
      'report' as const,
      'dismissal' as const,
    ),
    method: fc.constantFrom('device', 'secret-paper', 'show-of-hands', 'tacit'),
  }),
  tally: fc.option(
    fc.record(
      {
        for: head,
        against: head,
        abstain: head,
        notPressed: head,
        spoiled: head,
        issued: head,
        collected: head,
      },
      { requiredKeys: ['for', 'against', 'abstain'] },
    ),
    { nil: undefined },
  ),
}) as fc.Arbitrary<DecideInput>

describe('majorities', () => {
  it('more than half is always more than half, and the least such number', () => {
    fc.assert(
      fc.property(fc.nat(10_000), (base) => {
        const needed = neededOf(moreThanHalf, base)
        expect(needed * 2).toBeGreaterThan(base)
        expect((needed - 1) * 2).toBeLessThanOrEqual(base)
      }),
    )
  })

  it('a lawful quorum never asks for less than more than half', () => {
    const share = fc.record({
      num: fc.integer({ min: 1, max: 20 }),
      den: fc.integer({ min: 1, max: 20 }),
      strict: fc.boolean(),
    })
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 200 }), (quorum, base) => {
        fc.pre(isLawfulQuorum(quorum))
        expect(neededOf(quorum, base)).toBeGreaterThanOrEqual(neededOf(moreThanHalf, base))
        expect(neededOf(quorum, base)).toBeLessThanOrEqual(base)
      }),
    )
  })

  it('the numbers of rules.md §1.2', () => {
    const sizes = [28, 29, 30, 31, 35, 41, 45, 51, 61]
    expect(sizes.map((size) => neededOf(moreThanHalf, size))).toEqual([
      15, 15, 16, 16, 18, 21, 23, 26, 31,
    ])
    expect(
      [30, 31, 41, 51].map((size) => neededOf({ num: 1, den: 5, strict: false }, size)),
    ).toEqual([6, 7, 9, 11])
  })
})

describe('verdicts', () => {
  it('passing asks for more than half of all members', () => {
    fc.assert(
      fc.property(soundVote, (input) => {
        const decision = decide(input)
        const base = input.rules.base === 'quota' ? input.members.quota : input.members.inOffice
        if (decision.verdict === 'passed') expect((input.tally?.for ?? 0) * 2).toBeGreaterThan(base)
        if (decision.verdict === 'failed') {
          expect((input.tally?.for ?? 0) * 2).toBeLessThanOrEqual(base)
        }
        expect(['passed', 'failed', 'blocked']).toContain(decision.verdict)
      }),
    )
  })

  it('one more vote for, taken from those against, never turns passed into failed', () => {
    fc.assert(
      fc.property(soundVote, (input) => {
        const { tally } = input
        fc.pre(tally !== undefined && tally.against > 0)
        if (!tally) return
        const more = { ...tally, for: tally.for + 1, against: tally.against - 1 }
        if (decide(input).verdict === 'passed') {
          expect(decide({ ...input, tally: more }).verdict).toBe('passed')
        }
      }),
    )
  })

  it('the policy for those who pressed nothing changes figures, never the verdict', () => {
    fc.assert(
      fc.property(soundVote, (input) => {
        fc.pre(input.tally !== undefined)
        if (!input.tally) return
        const { verdict } = decide(input)
        const tally = completeTally(input.tally, 'device', input.present)
        for (const policy of notPressedPolicies) {
          const shown = publishedTally(tally, policy)
          expect(shown.for).toBe(tally.for)
          expect(decide({ ...input, tally: shown }).verdict).toBe(verdict)
        }
      }),
    )
  })

  it('without enough present to pass, nothing passes', () => {
    fc.assert(
      fc.property(soundVote, (input) => {
        if (slack(input) < 0) expect(decide(input).verdict).not.toBe('passed')
      }),
    )
  })

  it('whatever the schema accepts is decided, with the reason and quorum that belong to it', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const decision = decide(decideInput.parse(input))
        expect(decision.quorum.met).toBe(decision.quorum.present >= decision.quorum.needed)
        if (decision.verdict === 'blocked') expect(decision.threshold).toBeUndefined()
        if (decision.verdict === 'passed' && decision.reason === 'majority') {
          expect(decision.margin).toBeGreaterThanOrEqual(0)
        }
        const other = otherBase(input)
        if (other.differs) expect(other.decision.verdict).not.toBe(decision.verdict)
      }),
      { numRuns: 2000 },
    )
  })
})
