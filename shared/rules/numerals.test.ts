import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromChineseNumeral, plainDigits, toChineseNumeral } from './numerals.ts'

describe('Chinese numerals', () => {
  it('are written as in documents', () => {
    const pairs: [number, string][] = [
      [1, '一'],
      [10, '十'],
      [11, '十一'],
      [20, '二十'],
      [35, '三十五'],
      [100, '一百'],
      [101, '一百零一'],
      [110, '一百一十'],
      [111, '一百一十一'],
      [116, '一百一十六'],
      [999, '九百九十九'],
    ]
    for (const [n, text] of pairs) expect(toChineseNumeral(n)).toBe(text)
  })

  it('come back as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
        expect(fromChineseNumeral(toChineseNumeral(n))).toBe(n)
      }),
    )
  })

  it('whatever is read is written as a numeral of the same number', () => {
    const text = fc.string({ unit: fc.constantFrom(...'零〇一二五九十百'), maxLength: 6 })
    fc.assert(
      fc.property(text, (numeral) => {
        const n = fromChineseNumeral(numeral)
        if (n !== undefined) expect(fromChineseNumeral(toChineseNumeral(n))).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })

  it('are read in their other spellings', () => {
    expect(fromChineseNumeral('一百十')).toBe(110)
    expect(fromChineseNumeral('一百〇一')).toBe(101)
    expect(fromChineseNumeral('一十五')).toBe(15)
  })

  it('are refused when they are none', () => {
    for (const text of ['', '零', '一百一', '一百零', '零五', '十百', '二〇', '35', '一百零十']) {
      expect(fromChineseNumeral(text)).toBeUndefined()
    }
  })

  it('do not exist outside 1–999', () => {
    for (const n of [0, -1, 1000, 1.5, Number.NaN]) {
      expect(() => toChineseNumeral(n)).toThrow(RangeError)
    }
  })

  it('digits written one by one are a year', () => {
    expect(plainDigits('二〇二六')).toBe('2026')
    expect(plainDigits('二○一零')).toBe('2010')
  })
})
