import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SittingKind } from '../../../shared/contract/session.ts'
import type { Speech } from '../../../shared/contract/speech.ts'
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
let sessionId: string
let sittingId: string
let itemId: string

beforeEach(async () => {
  own = testKernel()
  members = await withBody(own)
  const places = await withSitting(own, members)
  sittingId = places.sittingId
  sessionId = places.sessionId
  itemId = await newItem('关于优化营商环境情况的报告')
})
afterEach(() => own.dispose())

const newItem = async (title: string): Promise<string> =>
  value(await own.client.session.saveItem({ rev: 0, sessionId, kind: 'report', title })).id

/** Another sitting of the session, open. */
const newSitting = async (kind: SittingKind, groupName = ''): Promise<string> => {
  const facts = { rev: 0, sessionId, kind, groupName, startsAt: '2026-11-26T09:00:00' }
  const { id, rev } = value(await own.client.session.saveSitting(facts))
  value(await own.client.session.setSittingState({ id, rev, state: 'open' }))
  return id
}

const member = (n: number): string => members[n] ?? ''
const list = async (where = sittingId): Promise<Speech[]> =>
  value(await own.client.speech.list({ sittingId: where })).speeches
const names = async (): Promise<string[]> => (await list()).map(({ name }) => name)
const add = async (n: number, where = sittingId, item: string | null = itemId): Promise<Speech> =>
  value(await own.client.speech.add({ sittingId: where, itemId: item, memberId: member(n) }))
const start = async ({ id }: Speech): Promise<Speech> =>
  value(await own.client.speech.start({ id }))
const stop = async ({ id }: Speech): Promise<Speech> => value(await own.client.speech.stop({ id }))
/** One speech from beginning to end, ten past nine by default. */
const spoken = async (n: number, from: string, to: string, where = sittingId): Promise<Speech> => {
  const queued = await add(n, where)
  own.at(`2026-11-26T${from}`)
  await start(queued)
  own.at(`2026-11-26T${to}`)
  return stop(queued)
}
const entries = async (): Promise<number> => value(await own.client.journal.entries({})).length

describe('the list', () => {
  it('keeps the order of asking; the same person on the same item waits once', async () => {
    const first = await add(3)
    await add(1)
    expect((await add(3)).id).toBe(first.id)
    await add(3, sittingId, null)
    expect((await list()).map(({ memberId, itemId: of }) => [memberId, of])).toEqual([
      [member(3), itemId],
      [member(1), itemId],
      [member(3), null],
    ])
  })

  it('takes those who sit in by name', async () => {
    const guest = value(await own.client.speech.add({ sittingId, itemId, name: ' 林远航 ' }))
    expect(guest).toMatchObject({ name: '林远航', memberId: null, turn: 1, state: 'queued' })
  })

  it('算例 83 refuses whose duties are suspended', async () => {
    const memberId = member(7)
    const facts = { rev: 0, memberId, startsOn: '2026-11-01', endsOn: null, reason: '被羁押' }
    value(await own.client.attendance.saveSuspension(facts))
    const answer = refusal(await own.client.speech.add({ sittingId, memberId }))
    expect(answer.message?.key).toBe('speech.suspended')
  })

  it('has no place for those who observe, until they sit in', async () => {
    const people = [{ name: '林远航', post: '市民' }]
    value(await own.client.attendance.addGuests({ sittingId, kind: 'observe', people }))
    const answer = refusal(await own.client.speech.add({ sittingId, name: '林远航' }))
    expect(answer.message).toEqual({ key: 'speech.observes', params: { name: '林远航' } })
    value(await own.client.attendance.addGuests({ sittingId, kind: 'sitIn', people }))
    expect(value(await own.client.speech.add({ sittingId, name: '林远航' })).state).toBe('queued')
  })

  it('refuses neither and both of a member and a name', async () => {
    const both = { sittingId, memberId: member(0), name: '林远航' }
    expect(refusal(await own.client.speech.add(both)).code).toBe('invalid')
    expect(refusal(await own.client.speech.add({ sittingId })).code).toBe('invalid')
  })

  it('moves to a place, and once there changes nothing', async () => {
    for (const n of [1, 2, 3, 4]) await add(n)
    const before = await names()
    const last = (await list())[3]
    const id = last?.id ?? ''
    value(await own.client.speech.move({ id, position: 2 }))
    const [a, b, c, d] = before
    expect(await names()).toEqual([a, d, b, c])
    const then = await list()
    value(await own.client.speech.move({ id, position: 2 }))
    expect(await list()).toEqual(then)
    value(await own.client.speech.move({ id, position: 99 }))
    expect(await names()).toEqual([a, b, c, d])
  })

  it('drops once and for all who waits, never who speaks', async () => {
    const one = await add(1)
    const two = await add(2)
    value(await own.client.speech.drop({ id: one.id }))
    value(await own.client.speech.drop({ id: one.id }))
    expect(await names()).toEqual([two.name])
    await start(two)
    const answer = refusal(await own.client.speech.drop({ id: two.id }))
    expect(answer.message).toEqual({ key: 'speech.notWaiting', params: { name: two.name } })
    expect(refusal(await own.client.speech.start({ id: one.id })).message?.key).toBe(
      'speech.notWaiting',
    )
  })

  it('refuses who is not in office, an item of another session, and a sitting that is over', async () => {
    const facts = { rev: 0, name: '离任者', kind: 'ordinary' as const, startsOn: '2022-01-10' }
    const gone = value(
      await own.client.roster.saveMember({
        ...facts,
        endsAt: '2026-11-25',
        endReason: 'resignation',
      }),
    )
    expect(refusal(await own.client.speech.add({ sittingId, memberId: gone.id })).message).toEqual({
      key: 'speech.notInOffice',
      params: { name: '离任者' },
    })
    const day = { startsOn: '2026-12-26', endsOn: '2026-12-26' }
    const other = value(await own.client.session.save({ rev: 0, number: 21, ...day }))
    const item = { rev: 0, sessionId: other.id, kind: 'report' as const, title: '另一项' }
    const elsewhere = value(await own.client.session.saveItem(item)).id
    expect(
      refusal(await own.client.speech.add({ sittingId, itemId: elsewhere, memberId: member(0) }))
        .message?.key,
    ).toBe('speech.itemElsewhere')
    await adjourn()
    expect(
      refusal(await own.client.speech.add({ sittingId, memberId: member(0) })).message?.key,
    ).toBe('speech.notOpen')
  })
})

const adjourn = async (): Promise<void> => {
  const { sittings } = value(await own.client.session.get({ id: sessionId }))
  const { rev = 0 } = sittings.find(({ id }) => id === sittingId) ?? {}
  value(await own.client.session.setSittingState({ id: sittingId, rev, state: 'adjourned' }))
}

describe('the floor', () => {
  it('belongs to one at a time in a sitting; groups have theirs', async () => {
    const one = await start(await add(1))
    const two = await add(2)
    const answer = refusal(await own.client.speech.start({ id: two.id }))
    expect(answer.message).toEqual({ key: 'speech.running', params: { name: one.name } })
    const first = await newSitting('group', '第一组')
    const second = await newSitting('group', '第二组')
    for (const [n, where] of [
      [2, first],
      [3, second],
    ] as const)
      expect((await start(await add(n, where))).state).toBe('speaking')
  })

  it('starts and stops once: the same again changes no time', async () => {
    const queued = await add(1)
    own.at('2026-11-26T09:20:00')
    const begun = await start(queued)
    expect(begun).toMatchObject({ state: 'speaking', startedAt: '2026-11-26T09:20:00' })
    own.at('2026-11-26T09:21:00')
    expect(await start(queued)).toEqual(begun)
    const ended = await stop(queued)
    expect(ended).toMatchObject({ state: 'done', endedAt: '2026-11-26T09:21:00' })
    own.at('2026-11-26T09:22:00')
    expect(await stop(queued)).toEqual(ended)
    const { id, rev } = ended
    const late = await own.client.speech.extend({ id, rev, minutes: 3, by: '主任' })
    const early = await own.client.speech.stop({ id: (await add(2)).id })
    for (const reply of [late, early])
      expect(refusal(reply).message?.key).toBe('speech.notSpeaking')
  })

  it('goes on after a restart, from when it began', async () => {
    const queued = await add(1)
    own.at('2026-11-26T09:20:00')
    const begun = await start(queued)
    await own.kernel.close()
    own.at('2026-11-26T09:27:00')
    own.reopen()
    expect(await list()).toEqual([begun])
    const { speeches } = value(await own.client.speech.record({ sessionId }))
    expect(speeches[0]).toMatchObject({ state: 'speaking', seconds: 420, over: 0 })
  })

  it('is given while the sitting is held, and ends with the adjournment', async () => {
    const facts = { rev: 0, sessionId, kind: 'plenary' as const, startsAt: '2026-11-26T14:00:00' }
    const planned = value(await own.client.session.saveSitting(facts)).id
    const early = await add(1, planned)
    expect(refusal(await own.client.speech.start({ id: early.id })).message?.key).toBe(
      'speech.notOpen',
    )
    await start(await add(2))
    own.at('2026-11-26T11:30:00')
    own.events.length = 0
    await adjourn()
    expect((await list())[0]).toMatchObject({ state: 'done', endedAt: '2026-11-26T11:30:00' })
    expect(own.events).toMatchObject([{ changed: { topics: expect.arrayContaining(['speech']) } }])
  })

  it('is taken back from one called by mistake, who waits in front again', async () => {
    const one = await start(await add(1))
    const two = await add(2)
    const more = { id: one.id, rev: one.rev, minutes: 3, by: '主任' }
    const { rev } = value(await own.client.speech.extend(more))
    const answer = value(await own.client.speech.putBack({ id: one.id, rev }))
    expect(answer).toMatchObject({
      ...{ state: 'queued', startedAt: null, extraSeconds: 0, extendedBy: '' },
    })
    expect(await names()).toEqual([one.name, two.name])
    expect(value(await own.client.speech.record({ sessionId })).speeches).toEqual([])
  })

  it('begins no earlier than the speech before ended when the clock was put back', async () => {
    await spoken(1, '09:30:00', '09:40:00')
    const next = await add(2)
    own.at('2026-11-26T09:35:00')
    expect((await start(next)).startedAt).toBe('2026-11-26T09:40:00')
  })

  it('stops no earlier than it began when the clock was put back', async () => {
    const queued = await add(1)
    own.at('2026-11-26T09:20:00')
    await start(queued)
    own.at('2026-11-26T09:19:00')
    expect((await stop(queued)).endedAt).toBe('2026-11-26T09:20:00')
  })
})

describe('limits', () => {
  it('算例 91 in a group: 15 minutes, then 10 on the same item; 12 is over, and the chair may extend', async () => {
    const group = await newSitting('group', '第一组')
    const first = await spoken(5, '09:30:00', '09:44:00', group)
    expect(first).toMatchObject({ turn: 1, limitSeconds: 900 })
    const second = await add(5, group)
    expect(second).toMatchObject({ turn: 2, limitSeconds: 600 })
    own.at('2026-11-26T10:00:00')
    const running = await start(second)
    own.at('2026-11-26T10:12:00')
    const over = async (): Promise<number | undefined> =>
      value(await own.client.speech.record({ sessionId })).speeches[1]?.over
    expect(await over()).toBe(120)
    const { id, rev } = running
    const granted = value(
      await own.client.speech.extend({ id, rev, minutes: 3, by: '召集人王一文' }),
    )
    expect(granted).toMatchObject({ extraSeconds: 180, extendedBy: '召集人王一文' })
    expect(await over()).toBe(0)
    const again = await own.client.speech.extend({ id, rev, minutes: 3, by: '召集人王一文' })
    expect(refusal(again).code).toBe('conflict')
  })

  it('counts turns by item and kind of sitting, also across sittings of the session', async () => {
    const morning = await newSitting('group', '第一组')
    const afternoon = await newSitting('group', '第一组')
    await spoken(5, '09:30:00', '09:40:00', morning)
    const other = await newItem('另一项')
    expect((await add(5, afternoon)).turn).toBe(2)
    expect((await add(5, afternoon, other)).turn).toBe(1)
    expect((await add(5, sittingId)).turn).toBe(1)
    expect((await add(6, afternoon)).turn).toBe(1)
    // On no item they count within the sitting.
    await stop(await start(await add(7, morning, null)))
    expect((await add(7, morning, null)).turn).toBe(2)
    expect((await add(7, afternoon, null)).turn).toBe(1)
  })

  it('works the turn out anew when the floor is given', async () => {
    const group = await newSitting('group', '第一组')
    const early = await add(5, group)
    await spoken(6, '09:30:00', '09:31:00', group)
    value(await own.client.speech.drop({ id: early.id }))
    await spoken(5, '09:32:00', '09:33:00', group)
    const again = await add(5, group)
    own.at('2026-11-26T09:34:00')
    expect(await start(again)).toMatchObject({ turn: 2, limitSeconds: 600 })
  })

  it("follow the body's own parameters; 0 is no limit and cannot be extended", async () => {
    const limits = {
      plenary: { first: 15, second: 5 },
      joint: { first: 15, second: 10 },
      group: { first: 0, second: 0 },
    }
    const parameter = { key: 'speechLimits', value: limits, rev: 0, source: '议事规则 42' }
    value(await own.client.body.setParameter(parameter))
    expect((await add(1)).limitSeconds).toBe(900)
    const group = await newSitting('group', '第一组')
    const { id, rev, name } = await add(1, group)
    const answer = refusal(await own.client.speech.extend({ id, rev, minutes: 3, by: '主任' }))
    expect(answer.message).toEqual({ key: 'speech.noLimit', params: { name } })
  })
})

describe('the record', () => {
  it("gives each speech and each person's sum", async () => {
    await spoken(1, '09:30:00', '09:42:00')
    await spoken(2, '09:43:00', '09:50:00')
    await spoken(1, '09:51:00', '09:52:30')
    const { speeches, sums } = value(await own.client.speech.record({ sessionId }))
    expect(speeches.map(({ seconds, over, turn }) => [seconds, over, turn])).toEqual([
      [720, 120, 1],
      [420, 0, 1],
      [90, 0, 2],
    ])
    expect(
      sums.map(({ memberId, times, seconds, over }) => [memberId, times, seconds, over]),
    ).toEqual([
      [member(1), 2, 810, 120],
      [member(2), 1, 420, 0],
    ])
  })

  it('lets a speech ended by mistake go on, with the reason in the journal', async () => {
    const { id, rev } = await spoken(1, '09:30:00', '09:35:00')
    const before = await entries()
    expect(refusal(await own.client.speech.reopen({ id, rev, reason: ' ' })).code).toBe('invalid')
    own.at('2026-11-26T09:36:00')
    const goes = value(await own.client.speech.reopen({ id, rev, reason: '误按结束' }))
    expect(goes).toMatchObject({
      state: 'speaking',
      startedAt: '2026-11-26T09:30:00',
      endedAt: null,
    })
    expect(await entries()).toBe(before + 1)
    const [entry] = value(await own.client.journal.entries({}))
    expect(JSON.stringify(entry)).toContain('误按结束')
  })

  it('does not go on over the speech of another', async () => {
    const { id, rev } = await spoken(1, '09:30:00', '09:35:00')
    const other = await spoken(2, '09:36:00', '09:40:00')
    const answer = refusal(await own.client.speech.reopen({ id, rev, reason: '误按结束' }))
    expect(answer.message).toEqual({ key: 'speech.overlap', params: { name: other.name } })
  })

  it('puts times right within what can be', async () => {
    const { id, rev } = await spoken(1, '09:30:00', '09:35:00')
    const other = await spoken(2, '09:36:00', '09:40:00')
    const at = (from: string, to: string) => ({
      id,
      rev,
      startedAt: `2026-11-26T${from}`,
      endedAt: `2026-11-26T${to}`,
      reason: '开始时漏按',
    })
    const refused = async (from: string, to: string) =>
      refusal(await own.client.speech.adjust(at(from, to)))
    expect((await refused('09:35:00', '09:35:00')).fields).toEqual({
      endedAt: { key: 'speech.endsBeforeStart' },
    })
    expect((await refused('09:41:00', '09:50:00')).message?.key).toBe('speech.future')
    expect((await refused('09:28:00', '09:36:01')).message).toEqual({
      key: 'speech.overlap',
      params: { name: other.name },
    })
    value(await own.client.speech.adjust(at('09:28:00', '09:36:00')))
    const { speeches } = value(await own.client.speech.record({ sessionId }))
    expect(speeches.map(({ seconds }) => seconds)).toEqual([480, 240])
  })

  it('stands once the session is closed, and keeps its item and sitting', async () => {
    const { id, rev } = await spoken(1, '09:30:00', '09:35:00')
    const items = value(await own.client.session.get({ id: sessionId })).items
    const item = items.find((one) => one.id === itemId)
    const gone = await own.client.session.removeItem({ id: itemId, rev: item?.rev ?? 0 })
    expect(refusal(gone).message?.key).toBe('session.itemInUse')
    await adjourn()
    const { rev: whole } = value(await own.client.session.get({ id: sessionId }))
    value(await own.client.session.setState({ id: sessionId, rev: whole, state: 'closed' }))
    expect(
      refusal(await own.client.speech.reopen({ id, rev, reason: '误按结束' })).message?.key,
    ).toBe('session.closed')
  })
})
