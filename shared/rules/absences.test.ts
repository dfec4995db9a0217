import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { say } from '../locales/say.ts'
import {
  absenceFlags,
  absenceWarnings,
  dayState,
  type DayState,
  type MemberDay,
} from './absences.ts'
import { addDays } from './moment.ts'

/** A session of its own on every day from a day on. */
const days = (states: readonly DayState[], from = '2026-01-05', perSession = 1): MemberDay[] =>
  states.map((state, at) => ({
    sessionId: `s${from}-${Math.floor(at / perSession)}`,
    day: addDays(from, at),
    state,
  }))
const times = (count: number, state: DayState): DayState[] => Array<DayState>(count).fill(state)
const raised = (...facts: Parameters<typeof absenceWarnings>) =>
  absenceWarnings(...facts).map(({ key }) => key.split('.').at(-1))

describe('absence', () => {
  it('算例 89 全年 18 天，未批缺席 7 天（38.9%），超过三分之一，只预警', () => {
    const year = days([...times(7, 'absent'), ...times(11, 'present')])
    const [message] = absenceWarnings(['days-over-third'], year)
    expect(message?.params).toEqual({ year: '2026', missed: 7, of: 18, percent: 38.9 })
    expect(message && say('zh-CN', message)).toContain('接受之前，仍是组成人员')
    expect(raised(['days-over-half'], year)).toEqual([])
    const six = days([...times(6, 'absent'), ...times(12, 'present')])
    expect(raised(['days-over-third'], six)).toEqual([])
  })

  it('算例 90 未经批准连续三次不出席，提示应当辞去；请过假或者出席过的不连续', () => {
    const flag = ['unapproved-three-in-row'] as const
    expect(raised(flag, days(times(3, 'absent')))).toEqual(['unapproved-three-in-row'])
    expect(raised(flag, days(times(2, 'absent')))).toEqual([])
    for (const between of ['present', 'onLeave'] as const) {
      expect(raised(flag, days(['absent', 'absent', between, 'absent']))).toEqual([])
    }
    const acrossYears = [...days(times(2, 'absent'), '2025-12-30'), ...days(['absent'])]
    expect(raised(flag, acrossYears)).toEqual(['unapproved-three-in-row'])
  })

  it('a session counts as missed only where no day of it was spent here or on leave', () => {
    const flag = ['unapproved-twice-in-year'] as const
    const two: DayState[] = ['absent', 'absent']
    expect(raised(flag, days([...two, ...two], '2026-01-05', 2))).toEqual([flag[0]])
    expect(raised(flag, days([...two, 'absent', 'present'], '2026-01-05', 2))).toEqual([])
    expect(raised(flag, days([...two, 'absent', 'onLeave'], '2026-01-05', 2))).toEqual([])
    const apart = [...days(['absent'], '2025-12-31'), ...days(['absent'], '2026-02-05')]
    expect(raised(flag, apart)).toEqual([])
  })

  it('leave lowers how often one was here, and nothing else', () => {
    const year = days([...times(4, 'onLeave'), ...times(7, 'present')])
    expect(raised(absenceFlags, year)).toEqual(['attended-below-two-thirds'])
    const enough = days([...times(4, 'onLeave'), ...times(8, 'present')])
    expect(raised(absenceFlags, enough)).toEqual([])
  })

  it('a day is what the best of its sittings was', () => {
    expect(dayState(['absent', 'present', 'onLeave'])).toBe('present')
    expect(dayState(['absent', 'onLeave'])).toBe('onLeave')
    expect(dayState(['absent'])).toBe('absent')
  })

  it('flags only what is switched on, each sentence complete, whatever the order of days', () => {
    const some = fc.array(fc.constantFrom<DayState>('present', 'onLeave', 'absent'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(some, fc.subarray([...absenceFlags]), (states, flags) => {
        const own = days(states)
        const warnings = absenceWarnings(flags, own)
        // Backwards a run is as long; with every other day first it is not.
        const odd = own.filter((_, at) => at % 2 === 1)
        const mixed = [...odd, ...own.filter((day) => !odd.includes(day))]
        expect(absenceWarnings(flags, mixed)).toEqual(warnings)
        expect(absenceWarnings([], own)).toEqual([])
        if (!states.includes('absent') && !states.includes('onLeave')) expect(warnings).toEqual([])
        for (const message of warnings) {
          expect(flags).toContain(message.key.split('.').at(-1))
          for (const locale of ['zh-CN', 'en'] as const) {
            expect(say(locale, message)).not.toMatch(/\{\{|rules\./u)
          }
        }
      }),
    )
  })
})
