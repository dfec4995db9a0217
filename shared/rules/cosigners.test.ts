import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signedKinds } from '../contract/session.ts'
import { say } from '../locales/say.ts'
import { cosignerFault, cosignersNeeded, mayDecline } from './cosigners.ts'

const fault = (
  kind: (typeof signedKinds)[number],
  level: 'city' | 'county',
  base: number,
  signatories: number,
) => cosignerFault({ kind, level, base, signatories })

describe('signatures', () => {
  it('case 43: two are too few for a motion in a county, four for an inquiry in a city', () => {
    expect(fault('motion', 'county', 25, 2)?.params).toMatchObject({ needed: 3, signatories: 2 })
    expect(fault('inquiry', 'city', 41, 4)?.params).toMatchObject({ needed: 5, signatories: 4 })
    const message = fault('motion', 'county', 25, 2)
    expect(message && say('zh-CN', message)).toBe(
      '议案联名须 3 人以上（组织法 52③），现有 2 人，不能受理。',
    )
  })

  it('case 44: three are enough in a county, and the council may still decline', () => {
    expect(fault('motion', 'county', 25, 3)).toBeUndefined()
    expect(signedKinds.filter(mayDecline)).toEqual(['motion', 'dismissal'])
  })

  it('cases 45 and 46: a fifth of 31 is seven and of 30 six, by the members at that moment', () => {
    expect(fault('dismissal', 'city', 31, 6)?.params).toMatchObject({ needed: 7, base: 31 })
    expect(fault('dismissal', 'city', 30, 6)).toBeUndefined()
    expect([30, 31, 41, 51].map((base) => cosignersNeeded('recall', 'city', base))).toEqual([
      6, 7, 9, 11,
    ])
  })

  it('more names than members cannot be', () => {
    expect(fault('motion', 'city', 30, 31)?.key).toBe('rules.cosigners.too-many')
  })

  it('every kind has its sentence, with every number filled', () => {
    for (const kind of signedKinds) {
      const message = fault(kind, 'city', 41, 1)
      for (const locale of ['zh-CN', 'en'] as const) {
        expect(message && say(locale, message)).not.toMatch(/\{\{|rules\./u)
      }
    }
  })

  it('a fifth or more is the least number that is a fifth, whatever the base', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (base) => {
        const needed = cosignersNeeded('inquiry-committee', 'city', base)
        expect(needed * 5).toBeGreaterThanOrEqual(base)
        expect((needed - 1) * 5).toBeLessThan(base)
      }),
    )
  })
})
