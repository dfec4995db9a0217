import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Frame, Shown } from '../../../shared/contract/hall.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, sides, type Hall } from '../../../test/builders/chamber.ts'

// What one key does to what another put on the screen, and what the podium makes of it.

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31, 2)
})
afterEach(() => own.dispose())

const frame = async (): Promise<Frame> => value(await own.client.hall.frame({}))
const podium = async () => {
  const shown = value(await own.client.hall.frame({ screen: 'podium' }))
  if (shown.scene !== 'podium') throw new Error('no podium')
  return shown
}
const set = async (input: Parameters<typeof own.client.hall.set>[0]) =>
  value(await own.client.hall.set(input))
const decided = async (title: string): Promise<void> => {
  const itemId = await room.item(place, 'report', title)
  await room.decided(place, await room.ask({ itemId }, 'report', { title }))
}
const turn = async (sittingId: string, state: 'open' | 'adjourned'): Promise<void> => {
  const { sittings } = value(await own.client.session.get({ id: place.sessionId }))
  const { id = '', rev = 0 } = sittings.find((one) => one.id === sittingId) ?? {}
  value(await own.client.session.setSittingState({ id, rev, state }))
}

describe('the keys', () => {
  const persons = async (count: number, post: string): Promise<Shown> => {
    const itemId = await room.item(place, 'appointment', '人事任免案')
    const acts = Array.from({ length: count }, (_, n) => ({
      personName: `候选${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}`,
      post: `${post}第${n + 1}办公室副主任`,
    }))
    await room.acts({ itemId }, acts)
    return { scene: 'list', itemId }
  }

  it('begin at the first page and at no step back with whatever is put there next', async () => {
    const [long, short] = [await persons(30, '临江市'), await persons(12, '东城区')]
    await set({ shown: long })
    expect(await set({ page: 3 })).toMatchObject({ page: 3, pages: 3 })
    expect(await set({ shown: short })).toMatchObject({ page: 1 })
    await set({ back: 1 })
    expect(await set({ shown: long })).toMatchObject({ back: 0, page: 1 })
  })

  it('turn no page beyond the last', async () => {
    await set({ shown: await persons(30, '临江市') })
    expect(await set({ page: 9 })).toMatchObject({ page: 3, pages: 3 })
    expect(await frame()).toMatchObject({ scene: 'list', page: 3 })
  })

  it('freeze the picture that stands still already, pressed once more', async () => {
    await decided('报告甲')
    await set({ frozen: true })
    const still = await frame()
    await decided('报告乙')
    await set({ frozen: true })
    expect(await frame()).toEqual(still)
  })

  it('list nobody who was taken back', async () => {
    const shown = await persons(2, '临江市')
    const [nomination] = value(await own.client.appointment.nominations(place))
    const [actId = ''] = nomination?.acts.map(({ id }) => id) ?? []
    const itemId = nomination?.itemId ?? ''
    const [question] = await room.askActs({ itemId }, [actId])
    const { id, rev } = question ?? { id: '', rev: 0 }
    value(await own.client.ballot.withdraw({ id, rev, reason: '提名人撤回' }))
    await set({ shown })
    expect(await frame()).toMatchObject({ scene: 'list', rows: [{ name: '候选乙' }] })
  })

  it('change settings that nobody else changed meanwhile', async () => {
    const settings = value(await own.client.hall.settings({}))
    value(await own.client.hall.saveSettings({ ...settings, theme: 'light' }))
    const late = await own.client.hall.saveSettings({ ...settings, distance: 12 })
    expect(refusal(late).code).toBe('conflict')
    expect(value(await own.client.hall.settings({}))).toMatchObject({ theme: 'light' })
  })
})

describe('by itself', () => {
  it('looks at all members rather than at a group that began before them', async () => {
    const sitting = async (facts: { kind: 'plenary' | 'group'; groupName?: string }) => {
      const when = { rev: 0, sessionId: place.sessionId, startsAt: '2026-11-26T10:00:00' }
      return value(await own.client.session.saveSitting({ ...when, ...facts })).id
    }
    await turn(place.sittingId, 'adjourned')
    const [group, whole] = [
      await sitting({ kind: 'group', groupName: '第一组' }),
      await sitting({ kind: 'plenary' }),
    ]
    own.at('2026-11-26T10:00:00')
    await turn(group, 'open')
    own.at('2026-11-26T10:30:00')
    await turn(whole, 'open')
    value(await own.client.attendance.callRoll({ sittingId: whole, exceptions: [] }))
    expect((await frame()).scene).toBe('attendance')
  })

  it('says that the session is over once it is closed', async () => {
    await turn(place.sittingId, 'adjourned')
    expect(await frame()).toMatchObject({ scene: 'adjourned', title: '散会' })
    const { rev } = value(await own.client.session.get({ id: place.sessionId }))
    const closing = { id: place.sessionId, rev, state: 'closed' as const }
    value(await own.client.session.setState(closing))
    expect(await frame()).toMatchObject({ scene: 'adjourned', title: '闭会' })
  })

  it('counts on the screen only what keypads counted', async () => {
    for (const method of ['show-of-hands', 'named'] as const) {
      const vote = await room.open(place, await room.ask(place, 'bill', { method }))
      const draft = { totals: sides(20, 3, 6) }
      value(await own.client.ballot.keepDraft({ voteId: vote.id, draft }))
      expect(await frame()).toMatchObject({ scene: 'voting', pressed: null })
      value(await own.client.ballot.void({ voteId: vote.id, rev: vote.rev, reason: '程序有误' }))
    }
  })
})

it('tells how many have voted once that is whole, and no sum on the way to it', async () => {
  const vote = await room.open(place, await room.ask(place))
  const told = async (totals: object) => {
    value(await own.client.ballot.keepDraft({ voteId: vote.id, draft: { totals } }))
    const shown = await frame()
    return shown.scene === 'voting' ? shown.pressed?.count : undefined
  }
  expect(await told({ for: 20 })).toBeUndefined()
  expect(await told({ for: 20, against: 3 })).toBeUndefined()
  // Of 29 present: more than could vote, and a rest that is still being typed.
  expect(await told({ for: 20, against: 3, abstain: 30 })).toBeUndefined()
  expect(await told({ for: 20, against: 3, abstain: 2, notPressed: 1 })).toBeUndefined()
  expect(await told({ for: 20, against: 3, abstain: 2, notPressed: 4 })).toBe(25)
})

describe('the podium', () => {
  it('says how a question is put, and how it came out only once that is locked', async () => {
    const itemId = await room.item(place, 'report', '审议审计报告')
    const question = await room.ask({ itemId }, 'report', { title: '关于审计报告的决议' })
    const vote = await room.open(place, question)
    const draft = { totals: sides(27, 1, 1) }
    value(await own.client.ballot.keepDraft({ voteId: vote.id, draft }))
    const open = (await podium()).cue.text
    expect(open).toContain('关于审计报告的决议')
    expect(open).not.toMatch(/通过|赞成/u)
    await room.lock(vote, sides(27, 1, 1))
    expect((await podium()).cue.text).toMatch(/赞成27票.*通过/u)
  })

  it('goes on with the sitting whatever was put on the wall', async () => {
    const { items } = value(await own.client.session.get({ id: place.sessionId }))
    const { id = '', rev = 0, title } = items[0] ?? {}
    value(await own.client.session.setItemState({ id, rev, state: 'current' }))
    await set({ shown: { scene: 'welcome' } })
    expect((await frame()).scene).toBe('welcome')
    expect((await podium()).now.text).toBe(title)
  })
})
