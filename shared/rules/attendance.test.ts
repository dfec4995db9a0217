import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hasLeftEarly,
  isLate,
  presentAt,
  rollCounts,
  standingAt,
  stayOf,
  type Interval,
  type Mark,
} from './attendance.ts'
import { moreThanHalf, neededOf } from './majority.ts'
import { inOfficeAt, membershipAt, vacancies } from './membership.ts'
import { excludedScrutineers } from './scrutineers.ts'
import { nextSessionDue } from './session-interval.ts'
import { decide } from './verdict.ts'

const at = (time: string): string => `2026-11-26T${time}:00`
const ids = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, index) => `m${index + from}`)
const stays = (members: readonly string[], from = '09:00', to?: string): Interval[] =>
  members.map((memberId) => ({ memberId, from: at(from), to: to === undefined ? null : at(to) }))
const marks = (members: readonly string[], state: Mark['state']): Mark[] =>
  members.map((memberId) => ({ memberId, state }))

describe('the roll', () => {
  it('P2: 30 expected, 3 on leave leave 27 present and a quorum of 16', () => {
    const all = ids(30)
    const roll = [...marks(all.slice(0, 27), 'present'), ...marks(all.slice(27), 'onLeave')]
    const counts = rollCounts(all, roll, stays(all.slice(0, 27)), at('09:30'))
    expect(counts).toMatchObject({ expected: 30, present: 27, onLeave: 3, absent: 0, unmarked: 0 })
    const { quorum } = decide({
      rules: { level: 'city', base: 'actual' },
      members: { inOffice: 30, quota: 30 },
      present: counts.present,
      question: { kind: 'agenda', method: 'tacit' },
    })
    expect(quorum).toEqual({ base: 30, needed: 16, present: 27, met: true })
  })

  it('P3: each sitting has its own roll, 51 and 54 of 61', () => {
    const all = ids(61)
    for (const present of [51, 54]) {
      const roll = marks(all.slice(0, present), 'present')
      const counts = rollCounts(all, roll, stays(all.slice(0, present)), at('09:30'))
      expect(counts).toMatchObject({ expected: 61, present, unmarked: 61 - present })
    }
  })

  it('case 9: five on leave and two absent stay in the base', () => {
    const all = ids(31)
    const roll = [
      ...marks(all.slice(0, 24), 'present'),
      ...marks(all.slice(24, 29), 'onLeave'),
      ...marks(all.slice(29), 'absent'),
    ]
    expect(rollCounts(all, roll, stays(all.slice(0, 24)), at('10:00'))).toEqual({
      expected: 31,
      present: 24,
      onLeave: 5,
      absent: 2,
      unmarked: 0,
      left: 0,
      video: 0,
      videoUncounted: 0,
      suspended: 0,
    })
  })

  it('case 13: those who went at noon are no longer present in the afternoon', () => {
    const all = ids(31)
    const here = all.slice(0, 18)
    const intervals = [...stays(here.slice(0, 14)), ...stays(here.slice(14), '09:00', '12:00')]
    const counts = (time: string) => rollCounts(all, marks(here, 'present'), intervals, at(time))
    expect(counts('11:00')).toMatchObject({ present: 18, absent: 0, left: 0, unmarked: 13 })
    expect(counts('14:30')).toMatchObject({ present: 14, absent: 4, left: 4, unmarked: 13 })
  })

  it('a stay ends at its last moment and does not include it', () => {
    const [stay] = stays(['m1'], '09:00', '10:00')
    const intervals = stay ? [stay] : []
    expect(presentAt(['m1'], intervals, at('09:00'))).toEqual(['m1'])
    expect(presentAt(['m1'], intervals, at('10:00'))).toEqual([])
  })

  it('coming in outweighs a mark, and somebody else in the hall is not counted', () => {
    expect(standingAt('m1', marks(['m1'], 'onLeave'), stays(['m1']), at('10:00'))).toBe('present')
    expect(presentAt(['m1'], stays(['guest', 'm1']), at('10:00'))).toEqual(['m1'])
  })

  it('late and early by the sitting’s own hours', () => {
    const hours = { openedAt: at('09:00'), closedAt: at('11:30') }
    const late = stays(['m1'], '09:05')
    expect(isLate('m1', late, hours)).toBe(true)
    expect(isLate('m1', stays(['m1'], '08:50'), hours)).toBe(false)
    expect(isLate('m1', stays(['m1'], '09:00'), hours)).toBe(false)
    expect(isLate('m2', late, hours)).toBe(false)
    const early = stays(['m1'], '09:00', '10:00')
    expect(hasLeftEarly('m1', early, hours)).toBe(true)
    expect(hasLeftEarly('m1', early, { ...hours, closedAt: null })).toBe(true)
    expect(hasLeftEarly('m1', [...early, ...stays(['m1'], '10:10')], hours)).toBe(false)
    expect(hasLeftEarly('m1', stays(['m1'], '09:00', '11:30'), hours)).toBe(false)
    expect(stayOf('m1', [...stays(['m1'], '10:10', '11:00'), ...early])).toEqual({
      from: at('09:00'),
      to: at('11:00'),
    })
  })

  it('numbers agree by construction', () => {
    const id = fc.constantFrom(...ids(8))
    const time = fc.constantFrom(...['09:00', '09:30', '10:00', '11:00'].map(at))
    const mark = fc.record({
      memberId: id,
      state: fc.constantFrom<Mark['state']>('present', 'onLeave', 'absent'),
      video: fc.boolean(),
    })
    const conditions = fc.record({
      suspended: fc.array(id, { maxLength: 2 }).map((some) => new Set(some)),
      videoPermitted: fc.boolean(),
    })
    const stay = fc.record({ memberId: id, from: time, to: fc.option(time) })
    const facts = fc.tuple(fc.array(id), fc.array(mark), fc.array(stay), time, conditions)
    fc.assert(
      fc.property(facts, ([all, roll, here, now, under]) => {
        const counts = rollCounts(all, roll, here, now, under)
        const { expected, present, onLeave, absent, unmarked } = counts
        expect(present + onLeave + absent + unmarked).toBe(expected)
        expect(expected).toBe(new Set(all).size)
        expect(counts.left + counts.suspended + counts.videoUncounted).toBeLessThanOrEqual(absent)
        expect(counts.video).toBeLessThanOrEqual(present)
        expect(presentAt(all, here, now)).toHaveLength(rollCounts(all, roll, here, now).present)
      }),
      { numRuns: 500 },
    )
  })
})

describe('membership', () => {
  const member = (startsOn: string, endsAt: string | null) => ({ startsOn, endsAt })

  it('first day, last day and the very moment', () => {
    expect(inOfficeAt(member('2026-11-26', null), at('00:00'))).toBe(true)
    expect(inOfficeAt(member('2026-11-27', null), at('23:59'))).toBe(false)
    expect(inOfficeAt(member('2022-01-01', '2026-11-26'), at('23:59'))).toBe(true)
    expect(inOfficeAt(member('2022-01-01', '2026-11-25'), at('00:00'))).toBe(false)
    const left = member('2022-01-01', at('10:00'))
    expect(inOfficeAt(left, at('09:59'))).toBe(true)
    expect(inOfficeAt(left, at('10:00'))).toBe(false)
  })

  it('vacancies are seats not filled', () => {
    const members = [member('2022-01-01', null), member('2022-01-01', '2025-01-01')]
    expect(membershipAt(members, at('09:00'))).toHaveLength(1)
    expect(vacancies(3, members, at('09:00'))).toBe(2)
    expect(vacancies(3, members, '2024-01-01T09:00:00')).toBe(1)
  })

  it('case 84: a resignation accepted in the session moves the threshold only from 30 to 29', () => {
    const body = (size: number) => [
      ...Array.from({ length: size - 1 }, () => member('2022-01-01', null)),
      member('2022-01-01', at('11:00')),
    ]
    const needed = (size: number, time: string) =>
      neededOf(moreThanHalf, membershipAt(body(size), at(time)).length)
    expect([needed(31, '10:00'), needed(31, '14:00')]).toEqual([16, 16])
    expect([needed(30, '10:00'), needed(30, '14:00')]).toEqual([16, 15])
  })
})

describe('small rules', () => {
  it('case 21: the next session is due two months after the last', () => {
    expect(nextSessionDue('2026-01-10', '2026-03-03')).toEqual({
      dueOn: '2026-03-10',
      daysLeft: 7,
    })
    expect(nextSessionDue('2025-12-31', '2026-03-01')).toEqual({
      dueOn: '2026-02-28',
      daysLeft: -1,
    })
  })

  it('case 33: a scrutineer who is voted on is named', () => {
    expect(excludedScrutineers(['m1', 'm2'], ['m2', 'm9'])).toEqual(['m2'])
    expect(excludedScrutineers(['m1'], ['m9'])).toEqual([])
  })
})
