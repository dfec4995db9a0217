import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  refusal,
  testKernel,
  value,
  withBody,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
let sessionId: string
const day = { startsOn: '2026-11-26', endsOn: '2026-11-27' }
beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 5 })
  sessionId = value(await own.client.session.save({ rev: 0, number: 20, ...day })).id
})
afterEach(() => own.dispose())

const items = async (): Promise<string[]> =>
  value(await own.client.session.get({ id: sessionId })).items.map(
    ({ position, title }) => `${position}${title}`,
  )
const add = async (title: string) =>
  value(await own.client.session.saveItem({ rev: 0, sessionId, kind: 'bill', title }))

describe('a session', () => {
  it('is numbered after the last one of the term', async () => {
    expect(value(await own.client.session.nextNumber({}))).toEqual({ number: 21 })
  })

  it('refuses a number already used, and an end before its start, at the field', async () => {
    const twice = refusal(await own.client.session.save({ rev: 0, number: 20, ...day }))
    expect(twice.fields).toEqual({ number: { key: 'session.numberTaken', params: { number: 20 } } })
    const turned = { rev: 0, number: 21, startsOn: '2026-11-27', endsOn: '2026-11-26' }
    expect(Object.keys(refusal(await own.client.session.save(turned)).fields ?? {})).toEqual([
      'endsOn',
    ])
  })

  it('numbers its sittings by kind', async () => {
    const made = []
    for (const kind of ['plenary', 'group', 'plenary', 'joint'] as const) {
      const facts = { rev: 0, sessionId, kind, startsAt: '2026-11-26T09:00:00' }
      made.push(value(await own.client.session.saveSitting(facts)).number)
    }
    expect(made).toEqual([1, 1, 2, 1])
  })

  it('opens with its first sitting; opening twice changes nothing', async () => {
    const facts = { rev: 0, sessionId, kind: 'plenary' as const, startsAt: '2026-11-26T09:00:00' }
    const sitting = value(await own.client.session.saveSitting(facts))
    own.at('2026-11-26T09:03:20')
    const opening = { id: sitting.id, rev: sitting.rev, state: 'open' as const }
    const opened = value(await own.client.session.setSittingState(opening))
    own.at('2026-11-26T09:30:00')
    expect(value(await own.client.session.setSittingState(opening))).toEqual(opened)
    expect(opened.startsAt).toBe('2026-11-26T09:03:20')
    expect(value(await own.client.session.get({ id: sessionId })).state).toBe('open')
  })
})

describe('the agenda', () => {
  it('keeps positions without gaps through adding, moving and removing', async () => {
    const made = []
    for (const title of ['甲', '乙', '丙', '丁']) made.push(await add(title))
    const last = made[3]
    value(await own.client.session.moveItem({ id: last?.id ?? '', rev: 1, position: 2 }))
    expect(await items()).toEqual(['1甲', '2丁', '3乙', '4丙'])
    value(await own.client.session.moveItem({ id: made[0]?.id ?? '', rev: 1, position: 99 }))
    expect(await items()).toEqual(['1丁', '2乙', '3丙', '4甲'])
    const second = value(await own.client.session.get({ id: sessionId })).items[1]
    value(await own.client.session.removeItem({ id: second?.id ?? '', rev: second?.rev ?? 0 }))
    expect(await items()).toEqual(['1丁', '2丙', '3甲'])
  })

  it('has at most one item on the floor', async () => {
    const first = await add('甲')
    const second = await add('乙')
    value(await own.client.session.setItemState({ id: first.id, rev: 1, state: 'current' }))
    value(await own.client.session.setItemState({ id: second.id, rev: 1, state: 'current' }))
    const states = value(await own.client.session.get({ id: sessionId })).items.map(
      (one) => one.state,
    )
    expect(states).toEqual(['deliberated', 'current'])
  })

  it('keeps an item that was put to the vote', async () => {
    const item = await add('甲')
    value(await own.client.ballot.ask({ itemId: item.id, kind: 'bill', title: '甲' }))
    const answer = await own.client.session.removeItem({ id: item.id, rev: item.rev })
    expect(refusal(answer).message).toEqual({ key: 'session.itemInUse', params: { title: '甲' } })
  })
})
