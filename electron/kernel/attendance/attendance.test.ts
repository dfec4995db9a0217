import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Roll } from '../../../shared/contract/attendance.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

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
const entry = (whole: Roll, n: number) => whole.entries.find((one) => one.memberId === member(n))

describe('«everyone present except…»', () => {
  it('marks all others present from the start, and the numbers agree by construction', async () => {
    const whole = await roll()
    const none = { video: 0, videoUncounted: 0, suspended: 0, sitIn: 0, observe: 0 }
    expect(whole.counts).toEqual({
      ...{ expected: 31, present: 28, onLeave: 3, absent: 0, unmarked: 0 },
      ...none,
    })
    expect(whole.quorum).toEqual({ base: 31, needed: 16, present: 28, met: true })
    expect(entry(whole, 0)).toMatchObject({ here: true, late: false })
  })

  it('changes nothing when repeated', async () => {
    const before = await roll()
    value(await own.client.attendance.callRoll({ sittingId, exceptions: [] }))
    expect((await roll()).entries).toEqual(before.entries)
  })

  it('keeps the reason and approver of an exception named again without them', async () => {
    const facts = { sittingId, memberId: member(30), state: 'onLeave' as const }
    value(await own.client.attendance.mark({ ...facts, reason: '出差', approver: '主任' }))
    const again = [{ memberId: member(30), state: 'onLeave' as const }]
    value(await own.client.attendance.callRoll({ sittingId, exceptions: again }))
    expect(entry(await roll(), 30)).toMatchObject({ reason: '出差', approver: '主任' })
  })
})

describe('coming and going', () => {
  it('is kept as intervals: late, out, back', async () => {
    const at = (memberId: string, moment: string) => ({ sittingId, memberId, at: moment })
    value(await own.client.attendance.arrive(at(member(30), '2026-11-26T09:20:00')))
    value(await own.client.attendance.depart(at(member(0), '2026-11-26T09:30:00')))
    value(await own.client.attendance.arrive(at(member(0), '2026-11-26T09:50:00')))
    own.at('2026-11-26T10:00:00')
    const whole = await roll()
    expect(entry(whole, 30)).toMatchObject({ late: true, here: true, state: 'present' })
    expect(entry(whole, 0)).toMatchObject({
      here: true,
      leftEarly: false,
      intervals: [
        { from: '2026-11-26T09:00:00', to: '2026-11-26T09:30:00' },
        { from: '2026-11-26T09:50:00', to: null },
      ],
    })
    expect((await roll('2026-11-26T09:40:00')).counts).toMatchObject({
      present: 28,
      absent: 1,
      onLeave: 2,
    })
    expect(whole.counts).toMatchObject({ present: 29, onLeave: 2, absent: 0 })
  })

  it('twice the same changes nothing', async () => {
    const out = { sittingId, memberId: member(0), at: '2026-11-26T09:30:00' }
    value(await own.client.attendance.depart(out))
    const once = await roll()
    value(await own.client.attendance.depart({ ...out, at: '2026-11-26T09:45:00' }))
    expect((await roll()).entries).toEqual(once.entries)
    value(await own.client.attendance.arrive({ ...out, memberId: member(1) }))
    expect(entry(await roll(), 1)?.intervals).toHaveLength(1)
  })

  it('left before the adjournment shows once the sitting is over', async () => {
    value(
      await own.client.attendance.depart({
        sittingId,
        memberId: member(0),
        at: '2026-11-26T09:30:00',
      }),
    )
    own.at('2026-11-26T11:00:00')
    const sitting = value(await own.client.session.get({ id: sessionId })).sittings[0]
    const closing = { id: sittingId, rev: sitting?.rev ?? 0, state: 'adjourned' as const }
    value(await own.client.session.setSittingState(closing))
    own.at('2026-11-27T08:00:00')
    const whole = await roll()
    expect(whole.at).toBe('2026-11-26T11:00:00')
    expect(entry(whole, 0)).toMatchObject({ here: false, leftEarly: true })
    expect(entry(whole, 1)).toMatchObject({ here: true, leftEarly: false })
  })
})

describe('who may be on a roll', () => {
  it('case 14: only members in office; someone else is refused by name', async () => {
    const gone = { rev: 0, name: '离任者', kind: 'ordinary' as const, startsOn: '2022-01-10' }
    const left = value(
      await own.client.roster.saveMember({
        ...gone,
        endsAt: '2026-11-25',
        endReason: 'resignation',
      }),
    )
    const answer = await own.client.attendance.mark({
      sittingId,
      memberId: left.id,
      state: 'present',
    })
    expect(refusal(answer)).toMatchObject({
      code: 'rule',
      message: { key: 'attendance.notInOffice', params: { name: '离任者' } },
    })
  })

  it('P3: each sitting keeps its own roll', async () => {
    const facts = { rev: 0, sessionId, kind: 'plenary' as const, startsAt: '2026-11-27T09:00:00' }
    const second = value(await own.client.session.saveSitting(facts))
    own.at('2026-11-27T09:00:00')
    value(
      await own.client.session.setSittingState({ id: second.id, rev: second.rev, state: 'open' }),
    )
    value(await own.client.attendance.callRoll({ sittingId: second.id, exceptions: [] }))
    const other = value(await own.client.attendance.roll({ sittingId: second.id }))
    expect([(await roll()).counts.present, other.counts.present]).toEqual([28, 31])
    expect(second.number).toBe(2)
  })

  it('stands once the session is closed', async () => {
    const { sittings } = value(await own.client.session.get({ id: sessionId }))
    for (const { id, rev } of sittings)
      value(await own.client.session.setSittingState({ id, rev, state: 'adjourned' }))
    const { rev } = value(await own.client.session.get({ id: sessionId }))
    value(await own.client.session.setState({ id: sessionId, rev, state: 'closed' }))
    const answer = await own.client.attendance.mark({
      sittingId,
      memberId: member(0),
      state: 'absent',
    })
    expect(refusal(answer).message?.key).toBe('session.closed')
  })
})
