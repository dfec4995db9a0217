import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockText, speechLimit, speechStanding, usualSpeechLimits } from './speech.ts'

describe('how long one may speak', () => {
  it('depends on the kind of sitting and on whether it is the first time (议事规则 44①)', () => {
    const minutes = (kind: 'plenary' | 'joint' | 'group', turn: number) =>
      speechLimit(usualSpeechLimits, kind, turn) / 60
    expect([minutes('plenary', 1), minutes('plenary', 2)]).toEqual([10, 10])
    expect([minutes('joint', 1), minutes('joint', 2)]).toEqual([10, 10])
    expect([minutes('group', 1), minutes('group', 2), minutes('group', 3)]).toEqual([15, 10, 10])
  })

  it('is as long as one likes where the body sets 0', () => {
    const limits = { ...usualSpeechLimits, group: { first: 0, second: 5 } }
    expect([speechLimit(limits, 'group', 1), speechLimit(limits, 'group', 2)]).toEqual([0, 300])
  })
})

describe('how far a speech is', () => {
  const start = Date.parse('2026-11-26T01:00:00Z')
  const after = (seconds: number, extraSeconds = 0, limitSeconds = 600) =>
    speechStanding({ startedAt: start, limitSeconds, extraSeconds }, start + seconds * 1000)

  it('算例 91 the second time in a group is limited to ten minutes: at twelve it is two over', () => {
    const limitSeconds = speechLimit(usualSpeechLimits, 'group', 2)
    expect(after(720, 0, limitSeconds)).toEqual({ spoken: 720, left: 0, over: 120 })
    expect(after(720, 180, limitSeconds)).toEqual({ spoken: 720, left: 60, over: 0 })
  })

  it('starts at the whole limit, ends at nothing, and goes over a second later', () => {
    expect(after(0)).toEqual({ spoken: 0, left: 600, over: 0 })
    expect(after(0.9)).toEqual({ spoken: 0, left: 600, over: 0 })
    expect(after(600)).toEqual({ spoken: 600, left: 0, over: 0 })
    expect(after(601)).toEqual({ spoken: 601, left: 0, over: 1 })
  })

  it('adds up at every second: what is left and what was spoken make the time granted, or it is over', () => {
    const seconds = fc.integer({ min: 0, max: 20_000 })
    fc.assert(
      fc.property(seconds, seconds, fc.integer({ min: 1, max: 7200 }), (at, extra, limit) => {
        const { spoken, left, over } = after(at, extra, limit)
        expect(spoken + (left ?? 0) - over).toBe(limit + extra)
        expect(left === 0 || over === 0).toBe(true)
      }),
    )
  })

  it('has nothing left and nothing over without a limit', () => {
    expect(after(4000, 0, 0)).toEqual({ spoken: 4000, left: null, over: 0 })
  })

  it('takes a clock put back for the beginning', () => {
    expect(after(-30)).toEqual({ spoken: 0, left: 600, over: 0 })
  })
})

it('writes seconds as a clock shows them', () => {
  expect([0, 42, 60, 872, 3600, 3723].map(clockText)).toEqual([
    '0:00',
    '0:42',
    '1:00',
    '14:32',
    '1:00:00',
    '1:02:03',
  ])
})
