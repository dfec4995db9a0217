import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Roll } from '../../../shared/contract/attendance.ts'
import { turnSitting } from '../../../test/builders/attendance.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
beforeEach(() => {
  own = testKernel()
  room = chamber(own)
})
afterEach(() => own.dispose())

const turn = (place: Hall, state: 'open' | 'adjourned', time: string): Promise<void> =>
  turnSitting(own, place, state, `2026-11-26T${time}`)

const rollOf = async ({ sittingId }: Hall, at?: string): Promise<Roll> =>
  value(await own.client.attendance.roll({ sittingId, ...(at ? { at } : {}) }))

const call = async ({ sittingId }: Hall, away: string[] = []): Promise<Roll> => {
  const exceptions = away.map((memberId) => ({ memberId }))
  return value(await own.client.attendance.callRoll({ sittingId, exceptions }))
}

/** 31 in office, 30 of them there until half past eleven; the sitting goes on at two. */
const afternoon = async (): Promise<Hall> => {
  const place = await room.hall(31, 1)
  await turn(place, 'adjourned', '11:30:00')
  await turn(place, 'open', '14:00:00')
  own.at('2026-11-26T14:05:00')
  return place
}

it('算例 13 休会后再开，重新点名之前不能表决', async () => {
  const place = await room.hall(31, 1)
  expect((await rollOf(place)).callAnew).toBe(false)
  await turn(place, 'adjourned', '11:30:00')
  expect((await rollOf(place)).callAnew).toBe(false)
  await turn(place, 'open', '14:00:00')
  const question = await room.ask(place)
  expect((await rollOf(place)).callAnew).toBe(true)
  expect(room.key(await room.opening(place, question))).toBe('ballot.rollAnew')
  const { members, sittingId } = place
  const marked = { sittingId, memberId: members[5] ?? '', state: 'present' as const }
  value(await own.client.attendance.mark(marked))
  expect(room.key(await room.opening(place, question))).toBe('ballot.rollAnew')
  const roll = await call(place)
  expect(roll).toMatchObject({ callAnew: false, counts: { present: 30, onLeave: 1, unmarked: 0 } })
  expect((await room.open(place, question)).counts.present).toBe(30)
})

it('counts those who did not come back as gone since the adjournment, and keeps their morning', async () => {
  const place = await afternoon()
  const away = place.members.slice(10, 24)
  const roll = await call(place, away)
  expect(roll.counts).toMatchObject({ expected: 31, present: 16, onLeave: 1, absent: 14 })
  const gone = roll.entries.find((entry) => entry.memberId === away[0])
  expect(gone).toMatchObject({ state: 'present', here: false, leftEarly: true })
  const morning = { from: '2026-11-26T09:00:00', to: '2026-11-26T11:30:00' }
  expect(gone?.intervals).toEqual([morning])
  expect((await rollOf(place, '2026-11-26T10:00:00')).counts.present).toBe(30)
  const twice = await call(place)
  expect(twice.counts.present).toBe(16)
})

it('takes a mark made before the roll for not coming back, with its reason', async () => {
  const place = await afternoon()
  const [, , , , , memberId = ''] = place.members
  const { sittingId } = place
  const mark = { sittingId, memberId, state: 'absent' as const, reason: '下午未到' }
  value(await own.client.attendance.mark(mark))
  const roll = await call(place)
  expect(roll.counts.present).toBe(29)
  const entry = roll.entries.find((one) => one.memberId === memberId)
  expect(entry).toMatchObject({ state: 'present', here: false, reason: '下午未到' })
  expect(entry?.intervals[0]?.to).toBe('2026-11-26T11:30:00')
})

it('speaks of the first adjournment where the sitting was adjourned again before the roll', async () => {
  const place = await afternoon()
  await turn(place, 'adjourned', '14:10:00')
  await turn(place, 'open', '14:20:00')
  const [, , , , , memberId = ''] = place.members
  const roll = await call(place, [memberId])
  const entry = roll.entries.find((one) => one.memberId === memberId)
  expect(entry?.intervals[0]?.to).toBe('2026-11-26T11:30:00')
})
