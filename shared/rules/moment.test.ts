import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysBetween,
  formatDate,
  localMoment,
  readDate,
  toEpoch,
  weekday,
} from './moment.ts'

describe('moments', () => {
  it('are local to China Standard Time', () => {
    expect(localMoment(Date.UTC(2026, 10, 25, 16, 30, 5, 999))).toBe('2026-11-26T00:30:05')
    expect(toEpoch('2026-11-26T00:30:05')).toBe(Date.UTC(2026, 10, 25, 16, 30, 5))
  })

  it('that do not exist are refused', () => {
    for (const text of ['2026-02-30T09:00:00', '2026-01-05', '2026-01-05T25:00:00', '']) {
      expect(() => toEpoch(text)).toThrow(RangeError)
    }
  })
})

describe('days', () => {
  it('are written without leading zeros, with the day of the week', () => {
    expect(formatDate('2026-01-05')).toBe('2026年1月5日')
    expect(formatDate('2026-11-26T09:00:00')).toBe('2026年11月26日')
    expect(weekday('2026-11-26')).toBe('星期四')
    expect(weekday('1969-12-28')).toBe('星期日')
  })

  it('are counted across months and years', () => {
    expect(addDays('2026-12-30', 3)).toBe('2027-01-02')
    expect(daysBetween('2026-06-13', '2026-06-20')).toBe(7)
    expect(addMonths('2026-01-10', 2)).toBe('2026-03-10')
    expect(addMonths('2025-12-31', 2)).toBe('2026-02-28')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
  })
})

describe('reading a day', () => {
  const spellings = [
    '2026-1-5',
    '2026-01-05',
    '2026/1/5',
    '2026.1.5',
    '2026. 1. 5',
    '2026年1月5日',
    '2026年01月05号',
    ' 2026年1月5日　',
    '20260105',
    '２０２６年１月５日',
    '二〇二六年一月五日',
    '二○二六年一月五日',
    '二零二六年一月五日',
    '2026-01-05 00:00:00',
    '2026-01-05T09:30:00',
    '46027',
    46_027,
    46_027.5,
    new Date(Date.UTC(2026, 0, 5)),
  ]
  for (const spelling of spellings) {
    it(`«${String(spelling)}»`, () => expect(readDate(spelling)).toEqual({ date: '2026-01-05' }))
  }

  it('two-digit months and days in Chinese numerals', () => {
    expect(readDate('二〇二六年十一月二十五日')).toEqual({ date: '2026-11-25' })
  })

  const refused: [string | number | Date, string][] = [
    ['', 'date-empty'],
    ['　', 'date-empty'],
    ['明年', 'date-unreadable'],
    ['2026-02-30', 'date-no-such-day'],
    ['2026-13-01', 'date-no-such-day'],
    ['2026年1月', 'date-day-missing'],
    ['2026', 'date-day-missing'],
    ['26-1-5', 'date-year-short'],
    ['5/1/2026', 'date-year-not-first'],
    ['1066-10-14', 'date-out-of-range'],
    [3, 'date-out-of-range'],
    [Number.NaN, 'date-out-of-range'],
    [new Date(Number.NaN), 'date-unreadable'],
  ]
  for (const [input, error] of refused) {
    it(`«${String(input)}» is refused: ${error}`, () => expect(readDate(input)).toEqual({ error }))
  }
})
