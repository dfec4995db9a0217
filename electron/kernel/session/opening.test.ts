import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Sitting } from '../../../shared/contract/session.ts'
import { testKernel, value, withBody, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel

beforeEach(async () => {
  own = testKernel('2026-11-23T09:00:00')
  await withBody(own, { count: 3 })
})

afterEach(() => own.dispose())

/** A session from a day to a day, with one planned sitting on its first. */
const planned = async (number: number, startsOn: string, endsOn = startsOn): Promise<Sitting> => {
  const session = value(await own.client.session.save({ rev: 0, number, startsOn, endsOn }))
  return value(
    await own.client.session.saveSitting({
      rev: 0,
      sessionId: session.id,
      kind: 'plenary',
      startsAt: `${startsOn}T09:00:00`,
    }),
  )
}

const doubts = async ({ id }: Sitting) =>
  value(await own.client.session.openingDoubts({ sittingId: id }))

const set = async ({ id }: Sitting, sessionId: string, state: 'open' | 'adjourned') => {
  const { sittings } = value(await own.client.session.get({ id: sessionId }))
  const { rev } = sittings.find((one) => one.id === id) ?? { rev: 0 }
  return value(await own.client.session.setSittingState({ id, rev, state }))
}

it('has nothing to ask on the day of the sitting, nor in a session of several days', async () => {
  const first = await planned(20, '2026-11-23', '2026-11-24')
  expect(await doubts(first)).toEqual({ day: null, underWay: [] })
  await set(first, first.sessionId, 'open')
  await set(first, first.sessionId, 'adjourned')
  own.at('2026-11-24T09:00:00')
  expect(await doubts(first)).toEqual({ day: null, underWay: [] })
})

it('names both days where a sitting is opened, or gone on with, on another', async () => {
  const later = await planned(20, '2026-12-24')
  expect((await doubts(later)).day).toEqual({ own: '2026-12-24', today: '2026-11-23' })
  own.at('2026-12-24T09:00:00')
  await set(later, later.sessionId, 'open')
  await set(later, later.sessionId, 'adjourned')
  own.at('2026-12-28T09:00:00')
  expect((await doubts(later)).day).toEqual({ own: '2026-12-24', today: '2026-12-28' })
})

it('names the session still under way when another begins, and no more at its later sittings', async () => {
  const first = await planned(20, '2026-11-23')
  const second = await planned(21, '2026-11-23')
  await set(first, first.sessionId, 'open')
  expect((await doubts(second)).underWay.map(({ number }) => number)).toEqual([20])
  await set(second, second.sessionId, 'open')
  await set(second, second.sessionId, 'adjourned')
  expect((await doubts(second)).underWay).toEqual([])
  expect((await doubts(first)).underWay).toEqual([])
})

it('asks nothing of a rehearsal, which is held on whatever day', async () => {
  const later = await planned(20, '2026-12-24')
  value(await own.client.safety.startRehearsal({ taskId: 'drill' }))
  expect(await doubts(later)).toEqual({ day: null, underWay: [] })
})
