import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Frame } from '../../../shared/contract/hall.ts'
import type { Sitting } from '../../../shared/contract/session.ts'
import {
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

// What was put on the screen in one moment, or in one sitting, must not come back in another.

let own: TestKernel
let members: string[]
let sessionId = ''
let sittingId = ''

beforeEach(async () => {
  own = testKernel()
  members = await withBody(own, { count: 31 })
  ;({ sessionId, sittingId } = await withSitting(own, members, 2))
})
afterEach(() => own.dispose())

const frame = async (): Promise<Frame> => value(await own.client.hall.frame({}))
const sitting = async (id: string): Promise<Sitting> => {
  const { sittings } = value(await own.client.session.get({ id: sessionId }))
  const found = sittings.find((one) => one.id === id)
  if (!found) throw new Error('no such sitting')
  return found
}
const put = async (id: string, state: 'open' | 'adjourned') => {
  const { rev } = await sitting(id)
  value(await own.client.session.setSittingState({ id, rev, state }))
}
const another = async (kind: 'plenary' | 'group' = 'plenary'): Promise<string> =>
  value(
    await own.client.session.saveSitting({
      rev: 0,
      sessionId,
      kind,
      startsAt: '2026-11-26T15:00:00',
      ...(kind === 'group' ? { groupName: '第一组' } : {}),
    }),
  ).id
const speak = async (id: string, memberId: string): Promise<string> => {
  const speech = value(await own.client.speech.add({ sittingId: id, memberId }))
  value(await own.client.speech.start({ id: speech.id }))
  return speech.id
}
const openVote = async (id: string) => {
  const item = value(
    await own.client.session.saveItem({ rev: 0, sessionId, kind: 'report', title: '审计报告' }),
  )
  const question = value(
    await own.client.ballot.ask({
      itemId: item.id,
      kind: 'report',
      title: '决议',
      method: 'device',
    }),
  )
  return value(await own.client.ballot.open({ questionId: question.id, sittingId: id }))
}

it('a sitting put on the screen by hand gives way to the one that begins after it', async () => {
  const afternoon = await another()
  value(await own.client.hall.set({ sittingId, shown: { scene: 'attendance' } }))
  await put(sittingId, 'adjourned')
  expect(await frame()).toMatchObject({ scene: 'adjourned', title: '休会' })
  await put(afternoon, 'open')
  expect(value(await own.client.hall.state({})).sittingId).toBeNull()
  expect((await frame()).scene).toBe('welcome')
  value(await own.client.attendance.callRoll({ sittingId: afternoon, exceptions: [] }))
  await openVote(afternoon)
  expect((await frame()).scene).toBe('voting')
  const { votes } = value(await own.client.ballot.questions({ sessionId }))[0] ?? { votes: [] }
  const [{ id: voteId, rev } = { id: '', rev: 0 }] = votes
  value(await own.client.ballot.void({ voteId, rev, reason: '表决器故障' }))
  await put(afternoon, 'adjourned')
  expect(await frame()).toMatchObject({ scene: 'adjourned', title: '散会' })
})

it('a sitting to come can be put on the screen while another is under way', async () => {
  const afternoon = await another()
  value(await own.client.hall.set({ sittingId: afternoon, shown: { scene: 'welcome' } }))
  expect(await frame()).toMatchObject({ scene: 'welcome', foot: { left: '' } })
  expect(value(await own.client.hall.state({})).sittingId).toBe(afternoon)
})

it('what was put there before a speech does not come back after it', async () => {
  value(await own.client.hall.set({ shown: { scene: 'welcome' } }))
  const id = await speak(sittingId, members[7] ?? '')
  expect((await frame()).scene).toBe('speech')
  value(await own.client.speech.stop({ id }))
  expect((await frame()).scene).toBe('attendance')
})

it('while a secret vote is open in one sitting, the speaker of another is not named', async () => {
  const group = await another('group')
  await put(group, 'open')
  await speak(group, members[8] ?? '')
  value(await own.client.hall.set({ sittingId: group }))
  expect((await frame()).scene).toBe('speech')
  await openVote(sittingId)
  expect((await frame()).scene).toBe('blank')
  expect(value(await own.client.hall.frame({ screen: 'podium' }))).toMatchObject({ speech: null })
})

it('a picture that stood still when a rehearsal began bears the watermark all the same', async () => {
  const before = value(await own.client.hall.set({ frozen: true }))
  expect(before.frozen).toBe(true)
  const real = await frame()
  value(await own.client.safety.startRehearsal({ taskId: 'start' }))
  const rehearsed = await frame()
  expect([real.rehearsal, rehearsed.rehearsal]).toEqual([null, '演练第1次'])
  expect(rehearsed.rev).not.toBe(real.rev)
  value(await own.client.safety.endRehearsal({ taskId: 'end' }))
  expect(await frame()).toEqual(real)
})

it('every frame carries the kernel’s clock, one that stands still too', async () => {
  const first = await frame()
  value(await own.client.hall.set({ frozen: true }))
  own.at('2026-11-26T09:30:00')
  const later = await frame()
  expect(later.at - first.at).toBe(20 * 60_000)
})

it('says of no quorum that it is missed before the roll of a sitting was called', async () => {
  await put(sittingId, 'adjourned')
  const afternoon = await another()
  await put(afternoon, 'open')
  value(await own.client.hall.set({ sittingId: afternoon, shown: { scene: 'attendance' } }))
  expect(await frame()).toMatchObject({ scene: 'attendance', note: '法定人数 16' })
  const podium = async () => value(await own.client.hall.frame({ screen: 'podium' }))
  expect(await podium()).toMatchObject({ margin: { tone: 'plain' } })
  value(await own.client.attendance.callRoll({ sittingId: afternoon, exceptions: [] }))
  expect(await frame()).toMatchObject({
    note: '全体组成人员31人，法定人数16人，符合法定人数',
  })
  expect(await podium()).toMatchObject({ margin: { tone: 'good' } })
})
