import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Roll } from '../../../shared/contract/attendance.ts'
import { entryOf, stateRule } from '../../../test/builders/attendance.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

// Who is in the hall and who counts: video, suspension, guests, members who leave office, seats.

let own: TestKernel
let members: string[]
let sittingId: string
let sessionId: string
beforeEach(async () => {
  own = testKernel()
  members = await withBody(own)
  const places = await withSitting(own, members, 3)
  sittingId = places.sittingId
  sessionId = places.sessionId
})
afterEach(() => own.dispose())

const member = (n: number): string => members[n] ?? ''
const roll = async (at?: string): Promise<Roll> =>
  value(await own.client.attendance.roll({ sittingId, ...(at ? { at } : {}) }))
const onVideo = async (n: number): Promise<Roll> => {
  const mark = { sittingId, memberId: member(n), state: 'present' as const, video: true }
  return value(await own.client.attendance.mark(mark))
}
const permit = (permitted: boolean) => own.client.attendance.permitVideo({ sittingId, permitted })

describe('video', () => {
  it('算例 15 视频出席 3 人：未经决定不计到会，决定后计入，都只看这一次', async () => {
    for (const n of [28, 29, 30]) await onVideo(n)
    const before = await roll()
    expect(before.counts).toMatchObject({
      ...{ expected: 31, present: 28, absent: 3, onLeave: 0 },
      ...{ video: 0, videoUncounted: 3 },
    })
    expect(entryOf(before, member(30))).toMatchObject({
      state: 'present',
      video: true,
      here: false,
    })
    const after = value(await permit(true))
    expect(after.counts).toMatchObject({ present: 31, absent: 0, video: 3, videoUncounted: 0 })
    expect(after.quorum.present).toBe(31)
    expect(value(await permit(true))).toEqual(after)
    expect(value(await permit(false)).counts).toEqual(before.counts)
  })

  it('is put right to present in the hall, and back, without new times', async () => {
    value(await permit(true))
    const there = await onVideo(0)
    expect(there.counts).toMatchObject({ present: 28, video: 1 })
    const mark = { sittingId, memberId: member(0), state: 'present' as const }
    const here = value(await own.client.attendance.mark(mark))
    expect(here.counts).toMatchObject({ present: 28, video: 0 })
    expect(entryOf(here, member(0)).intervals).toEqual(entryOf(there, member(0)).intervals)
    expect(entryOf(await onVideo(0), member(0)).video).toBe(true)
  })

  it('goes with presence: whoever is marked away is on no video, and who comes back came just now', async () => {
    await onVideo(0)
    const marking = async (state: 'absent' | 'present', video: boolean) =>
      entryOf(
        value(await own.client.attendance.mark({ sittingId, memberId: member(0), state, video })),
        member(0),
      )
    expect(await marking('absent', true)).toMatchObject({ video: false, intervals: [] })
    own.at('2026-11-26T10:05:00')
    expect(await marking('present', false)).toMatchObject({
      ...{ video: false, here: true, late: true },
      intervals: [{ from: '2026-11-26T10:05:00', to: null }],
    })
  })

  it('is refused where the body’s rules never permit it', async () => {
    await stateRule(own, 'video', 'never')
    expect(refusal(await permit(true)).message?.key).toBe('attendance.videoNever')
    expect(value(await permit(false)).videoPermitted).toBe(false)
  })
})

it('whoever comes back came back no earlier than having left, also by a clock put back', async () => {
  const going = { sittingId, memberId: member(0) }
  own.at('2026-11-26T10:00:00')
  value(await own.client.attendance.depart(going))
  own.at('2026-11-26T09:50:00')
  const back = value(await own.client.attendance.arrive(going))
  expect(entryOf(back, member(0)).intervals.map(({ from, to }) => [from, to])).toEqual([
    ['2026-11-26T09:00:00', '2026-11-26T10:00:00'],
    ['2026-11-26T10:00:00', null],
  ])
})

describe('suspension', () => {
  const suspend = (n: number, endsOn: string | null = null) =>
    own.client.attendance.saveSuspension({
      ...{ rev: 0, memberId: member(n), startsOn: '2026-11-20', endsOn, reason: '立案审查' },
    })

  it('算例 83 暂停执行代表职务：留在分母，不计到会，不能登记出席', async () => {
    value(await suspend(5))
    const whole = await roll()
    expect(whole.counts).toMatchObject({
      ...{ expected: 31, present: 27, absent: 1, onLeave: 3, suspended: 1 },
    })
    expect(whole.quorum).toMatchObject({ base: 31, needed: 16, present: 27 })
    expect(entryOf(whole, member(5))).toMatchObject({ suspended: true, here: false })
    const at = { sittingId, memberId: member(5) }
    for (const answer of [
      await own.client.attendance.mark({ ...at, state: 'present' }),
      await own.client.attendance.arrive(at),
    ])
      expect(refusal(answer).message?.key).toBe('attendance.isSuspended')
  })

  it('算例 83 点名时不标记；恢复后可以到场', async () => {
    const { id, rev } = value(await suspend(5))
    const facts = { rev: 0, sessionId, kind: 'plenary' as const, startsAt: '2026-11-26T14:00:00' }
    const second = value(await own.client.session.saveSitting(facts))
    value(await own.client.attendance.callRoll({ sittingId: second.id, exceptions: [] }))
    const called = value(await own.client.attendance.roll({ sittingId: second.id }))
    expect(called.counts).toMatchObject({ expected: 31, present: 30, absent: 1, unmarked: 0 })
    expect(entryOf(called, member(5)).state).toBeNull()
    value(await own.client.attendance.endSuspension({ id, rev, endsOn: '2026-11-25' }))
    const here = { sittingId: second.id, memberId: member(5) }
    expect(value(await own.client.attendance.arrive(here)).counts.present).toBe(31)
  })

  it('does not end before it begins, and lasts through its last day', async () => {
    expect(refusal(await suspend(5, '2026-11-19')).message?.key).toBe(
      'attendance.suspensionEndsBefore',
    )
    const { id, rev } = value(await suspend(5, '2026-11-26'))
    const ending = { id, rev, endsOn: '2026-11-19' }
    expect(refusal(await own.client.attendance.endSuspension(ending)).message?.key).toBe(
      'attendance.suspensionEndsBefore',
    )
    expect((await roll('2026-11-26T23:00:00')).counts.suspended).toBe(1)
    expect((await roll('2026-11-27T00:00:00')).counts.suspended).toBe(0)
    expect(value(await own.client.attendance.suspensions({}))).toHaveLength(1)
  })
})

describe('guests', () => {
  const add = (kind: 'sitIn' | 'observe', names: string[]) =>
    own.client.attendance.addGuests({
      ...{ sittingId, kind, people: names.map((name) => ({ name, post: '市人大代表' })) },
    })

  it('算例 14 列席和旁听另计，不入应到、实到', async () => {
    const before = (await roll()).counts
    value(await add('sitIn', ['甲', '乙', '丙', '丁', '戊', '己', '庚']))
    value(await add('observe', ['辛', '壬']))
    expect((await roll()).counts).toEqual({ ...before, sitIn: 7, observe: 2 })
  })

  it('are numbered without gaps, and the same person twice changes nothing', async () => {
    value(await add('sitIn', ['甲', '乙', '丙', '乙']))
    const twice = value(await add('sitIn', ['丙', '丁']))
    const numbers = (guests: { number: number; name: string }[]) =>
      guests.map(({ number, name }) => `${number}${name}`)
    expect(numbers(twice.sitIn.guests)).toEqual(['1甲', '2乙', '3丙', '4丁'])
    const { id = '', rev = 0 } = twice.sitIn.guests[1] ?? {}
    const fewer = value(await own.client.attendance.removeGuest({ id, rev }))
    expect(numbers(fewer.sitIn.guests)).toEqual(['1甲', '2丙', '3丁'])
  })

  it('count who came from the names themselves', async () => {
    const [first] = value(await add('observe', ['甲', '乙'])).observe.guests
    const facts = { id: first?.id ?? '', rev: first?.rev ?? 0, name: '甲', post: '' }
    value(await own.client.attendance.saveGuest({ ...facts, present: false }))
    const { observe } = value(await own.client.attendance.guests({ sittingId }))
    expect(observe).toMatchObject({ expected: 2, present: 1 })
    expect((await roll()).counts.observe).toBe(1)
    const stale = await own.client.attendance.saveGuest({ ...facts, present: true })
    expect(refusal(stale).code).toBe('conflict')
  })
})

describe('the membership', () => {
  it('算例 13 上午 18 人，下午 14 人：不足法定人数，不得表决', async () => {
    for (let n = 18; n < 28; n += 1)
      value(await own.client.attendance.mark({ sittingId, memberId: member(n), state: 'absent' }))
    expect((await roll()).quorum).toMatchObject({ needed: 16, present: 18, met: true })
    for (let n = 14; n < 18; n += 1)
      value(
        await own.client.attendance.depart({
          ...{ sittingId, memberId: member(n), at: '2026-11-26T12:00:00' },
        }),
      )
    own.at('2026-11-26T14:30:00')
    const afternoon = await roll()
    expect(afternoon.quorum).toMatchObject({ present: 14, met: false })
    expect(afternoon.counts).toMatchObject({ expected: 31, present: 14, absent: 14, onLeave: 3 })
    expect((await roll('2026-11-26T11:00:00')).quorum.met).toBe(true)
    const item = { rev: 0, sessionId, kind: 'bill' as const, title: '某项决定' }
    const itemId = value(await own.client.session.saveItem(item)).id
    const asked = { itemId, kind: 'bill' as const, title: '某项决定' }
    const questionId = value(await own.client.ballot.ask(asked)).id
    expect(refusal(await own.client.ballot.open({ questionId, sittingId })).code).toBe('rule')
  })

  it.each([
    ['82', 'deputy-ended' as const],
    ['80', 'recalled' as const],
    ['81', 'deputy-resigned' as const],
  ])('算例 %s 职务终止由人登记，自那一刻起 N 减一，此前不变', async (_case, endReason) => {
    const known = value(await own.client.roster.members({})).find(({ id }) => id === member(10))
    if (!known) throw new Error('no such member')
    const { id, rev, name, kind, startsOn } = known
    const ended = { id, rev, name, kind, startsOn, endsAt: '2026-11-26T10:00:00', endReason }
    value(await own.client.roster.saveMember(ended))
    const before = await roll('2026-11-26T09:59:59')
    const after = await roll('2026-11-26T10:00:00')
    expect([before.counts.expected, after.counts.expected]).toEqual([31, 30])
    expect([before.counts.present, after.counts.present]).toEqual([28, 27])
    expect([before.quorum.needed, after.quorum.needed]).toEqual([16, 16])
    expect(after.entries.map(({ number }) => number)).toEqual(after.entries.map((_, n) => n + 1))
  })

  it('算例 85 任期届满、新常委会未选出：原常委会继续行使职权', async () => {
    own.at('2027-06-20T09:00:00')
    const day = { startsOn: '2027-06-20', endsOn: '2027-06-20' }
    const late = value(await own.client.session.save({ rev: 0, number: 25, ...day }))
    const startsAt = '2027-06-20T09:00:00'
    const facts = { rev: 0, sessionId: late.id, kind: 'plenary' as const, startsAt }
    const sitting = value(await own.client.session.saveSitting(facts))
    const called = value(
      await own.client.attendance.callRoll({ sittingId: sitting.id, exceptions: [] }),
    )
    expect(called.quorum).toEqual({ base: 31, needed: 16, present: 31, met: true })
  })
})

describe('seats', () => {
  const save = (seats: [number, number, number][]) =>
    own.client.attendance.saveSeats({
      seats: seats.map(([n, row, col]) => ({ memberId: member(n), row, col })),
    })

  it('stand on the roll, are put as a whole, and two on one seat are refused by name', async () => {
    value(
      await save([
        [0, 1, 1],
        [1, 1, 2],
        [2, 2, 1],
      ]),
    )
    value(
      await save([
        [1, 1, 1],
        [0, 1, 2],
      ]),
    )
    const whole = await roll()
    expect([0, 1, 2].map((n) => entryOf(whole, member(n)).seat)).toEqual([
      { row: 1, col: 2 },
      { row: 1, col: 1 },
      null,
    ])
    const [first, second] = [entryOf(whole, member(3)).name, entryOf(whole, member(4)).name]
    const answer = await save([
      [3, 1, 1],
      [4, 1, 1],
    ])
    expect(refusal(answer).message).toEqual({
      key: 'attendance.seatTwice',
      params: { first, second, row: 1, col: 1 },
    })
    expect(await roll()).toEqual(whole)
    const twice = await save([
      [3, 1, 1],
      [3, 2, 2],
    ])
    expect(refusal(twice).message?.key).toBe('attendance.seatTwice')
  })

  it('go with a member removed from the roster', async () => {
    const extra = { rev: 0, name: '误录者', kind: 'ordinary' as const, startsOn: '2022-01-10' }
    const { id, rev } = value(await own.client.roster.saveMember(extra))
    value(await own.client.attendance.saveSeats({ seats: [{ memberId: id, row: 1, col: 1 }] }))
    value(await own.client.roster.removeMember({ id, rev }))
    expect(value(await own.client.attendance.seats({}))).toEqual([])
  })
})
