import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from './moment.ts'
import { addWorkdays, isWorkday } from './workdays.ts'

describe('workdays', () => {
  it.each([
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-26', 5, '2026-12-03'],
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-29', 1, '2026-11-30'],
    ['2026-11-26', 15, '2026-12-17'],
    ['2026-11-28', 0, '2026-11-28'],
    ['2026-12-31', 1, '2027-01-01'],
  ])('from %s, %i later is %s', (from, count, day) => {
    expect(addWorkdays(from, count)).toBe(day)
  })

  it('knows Saturday and Sunday', () => {
    const week = ['23', '24', '25', '26', '27', '28', '29'].map((date) => `2026-11-${date}`)
    expect(week.map(isWorkday)).toEqual([true, true, true, true, true, false, false])
  })

  it('ends on a workday with exactly that many workdays passed', () => {
    const start = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2020-01-01', count))
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const end = addWorkdays(from, count)
        const passed = Array.from({ length: daysBetween(from, end) }, (_, n) =>
          addDays(from, n + 1),
        )
        expect(isWorkday(end)).toBe(true)
        expect(passed.filter(isWorkday)).toHaveLength(count)
      }),
    )
  })
})
