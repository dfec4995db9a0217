import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Frame } from '../../../shared/contract/hall.ts'
import type { Question, Vote } from '../../../shared/contract/ballot.ts'
import type { Item } from '../../../shared/contract/session.ts'
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
let sessionId = ''
let sittingId = ''

beforeEach(async () => {
  own = testKernel()
  members = await withBody(own, { count: 31 })
  ;({ sessionId, sittingId } = await withSitting(own, members, 2))
})
afterEach(() => own.dispose())

const frame = async (): Promise<Frame> => value(await own.client.hall.frame({}))
const podium = async (): Promise<Frame> => value(await own.client.hall.frame({ screen: 'podium' }))
const addItem = async (title: string): Promise<Item> =>
  value(await own.client.session.saveItem({ rev: 0, sessionId, kind: 'report', title }))
const ask = async (item: Item, method: Vote['method'] = 'device'): Promise<Question> =>
  value(
    await own.client.ballot.ask({
      itemId: item.id,
      kind: 'report',
      title: `关于${item.title}的决议`,
      method,
    }),
  )
const open = async (question: Question): Promise<Vote> =>
  value(await own.client.ballot.open({ questionId: question.id, sittingId }))
const lock = async (vote: Vote, yes = 27): Promise<Vote> =>
  value(
    await own.client.ballot.lock({
      voteId: vote.id,
      rev: vote.rev,
      tally: { for: yes, against: 1, abstain: 29 - yes - 1 },
    }),
  )
/** A report, asked about, voted on and locked. */
const decided = async (title: string): Promise<Question> => {
  const question = await ask(await addItem(title))
  await lock(await open(question))
  return question
}

describe('the frames of a sitting, in order', () => {
  it('attendance, item, question by hand, voting, result, adjourned', async () => {
    expect(await frame()).toMatchObject({
      scene: 'attendance',
      figures: [
        { label: '应到', value: 31 },
        { label: '实到', value: 29 },
        { label: '请假', value: 2 },
        { label: '缺席', value: 0 },
      ],
      note: '全体组成人员31人，法定人数16人，符合法定人数',
      head: { left: '临江市第九届人民代表大会常务委员会第二十次会议' },
    })
    const item = await addItem('市人民政府工作报告')
    value(await own.client.session.setItemState({ id: item.id, rev: item.rev, state: 'current' }))
    expect(await frame()).toMatchObject({ scene: 'item', label: '第一项', title: item.title })

    const question = await ask(item)
    value(await own.client.hall.set({ shown: { scene: 'question', questionId: question.id } }))
    expect(await frame()).toMatchObject({
      scene: 'question',
      title: question.title,
      method: '按表决器表决',
    })

    const vote = await open(question)
    expect(await frame()).toMatchObject({ scene: 'voting', prompt: '请按表决器', pressed: null })
    expect(value(await own.client.hall.state({})).shown).toBeNull()

    await lock(vote)
    expect(await frame()).toMatchObject({
      scene: 'result',
      figures: [
        { label: '赞成', value: 27 },
        { label: '反对', value: 1 },
        { label: '弃权', value: 1 },
        { label: '未按表决器', value: 0 },
      ],
      verdict: '通过',
      tone: 'good',
      sentence: '组成人员 31，过半数需 16；赞成 27，通过，多 11 票。',
      correction: null,
      foot: { left: '应到 31　实到 29', right: '过半数 16' },
    })

    const { sittings } = value(await own.client.session.get({ id: sessionId }))
    value(
      await own.client.session.setSittingState({
        id: sittingId,
        rev: sittings[0]?.rev ?? 0,
        state: 'adjourned',
      }),
    )
    expect(await frame()).toMatchObject({ scene: 'adjourned', title: '散会' })
  })

  it('a correction says so and keeps what was announced', async () => {
    const question = await decided('审计报告')
    const { standing } = value(await own.client.ballot.question({ id: question.id }))
    value(
      await own.client.ballot.correct({
        voteId: standing?.id ?? '',
        rev: standing?.rev ?? 0,
        tally: { for: 26, against: 2, abstain: 1 },
        reason: '读数误录',
        witness: '复核人',
      }),
    )
    expect(await frame()).toMatchObject({
      scene: 'result',
      figures: [{ value: 26 }, { value: 2 }, { value: 1 }, { value: 0 }],
      correction: { label: '更正', before: expect.stringContaining('赞成 27 票') as string },
    })
  })

  it('a void round asks for the vote again and shows no figure', async () => {
    const question = await ask(await addItem('预算调整'))
    const vote = await open(question)
    value(await own.client.ballot.void({ voteId: vote.id, rev: vote.rev, reason: '表决器故障' }))
    const shown = await frame()
    expect(shown).toMatchObject({ scene: 'question', note: '上一轮表决作废，请重新表决' })
    expect(shown).not.toHaveProperty('figures')
  })

  it('«已按» is one sum of the draft, while keypads are open and never otherwise', async () => {
    const vote = await open(await ask(await addItem('条例草案')))
    const keep = (voteId: string, totals: object) =>
      own.client.ballot.keepDraft({ voteId, draft: { totals } })
    value(await keep(vote.id, { for: 20, against: 3, abstain: 2 }))
    expect(await frame()).toMatchObject({ pressed: { label: '已按', count: 25, of: 29 } })
    await lock(vote)
    expect(await frame()).not.toHaveProperty('pressed')

    const hands = await open(await ask(await addItem('表决办法'), 'show-of-hands'))
    value(await keep(hands.id, { for: 20 }))
    expect(await frame()).toMatchObject({ scene: 'voting', prompt: '请举手', pressed: null })
  })
})

describe('by hand', () => {
  it('stepping back goes from result to result and ends with the next happening', async () => {
    await decided('报告甲')
    await decided('报告乙')
    const set = async (back: number) => value(await own.client.hall.set({ back }))
    expect(await frame()).toMatchObject({ title: '关于报告乙的决议' })
    expect(await set(1)).toMatchObject({ back: 1, canGoBack: true })
    expect(await frame()).toMatchObject({ title: '关于报告甲的决议' })
    expect((await set(99)).canGoBack).toBe(false)
    expect((await frame()).scene).toBe('welcome')
    await decided('报告丙')
    expect(await frame()).toMatchObject({ title: '关于报告丙的决议' })
    expect(value(await own.client.hall.state({})).back).toBe(0)
  })

  it('frozen stays as it is through votes, and moves on at once afterwards', async () => {
    await decided('报告甲')
    const before = await frame()
    expect(value(await own.client.hall.set({ frozen: true })).frozen).toBe(true)
    const still = await frame()
    expect({ ...still, frozen: false }).toEqual(before)
    await decided('报告乙')
    expect(await frame()).toEqual(still)
    // It outlives a restart.
    await own.kernel.close()
    own.reopen()
    expect(await frame()).toEqual(still)
    value(await own.client.journal.signOn({ name: '经办人' }))
    value(await own.client.hall.set({ frozen: false }))
    expect(await frame()).toMatchObject({ title: '关于报告乙的决议', frozen: false })
  })

  it('blank shows nothing whatever happens, frozen or not', async () => {
    value(await own.client.hall.set({ frozen: true }))
    value(await own.client.hall.set({ blank: true }))
    await decided('报告甲')
    const shown = await frame()
    expect(shown.scene).toBe('blank')
    expect([shown.head, shown.foot]).toEqual([
      { left: '', right: '' },
      { left: '', right: '' },
    ])
  })

  it('leaves nothing in the journal', async () => {
    const entries = async () => value(await own.client.journal.entries({})).length
    const before = await entries()
    value(await own.client.hall.set({ blank: true }))
    value(await own.client.hall.set({ blank: false, shown: { scene: 'welcome' } }))
    expect(await entries()).toBe(before)
  })
})

describe('a list of persons', () => {
  const posts = Array.from({ length: 30 }, (_, n) => `临江市第${n + 1}监察办公室副主任`)
  it('turns pages as large as the settings let it be read from', async () => {
    const item = value(
      await own.client.session.saveItem({
        rev: 0,
        sessionId,
        kind: 'appointment',
        title: '人事任免案',
      }),
    )
    const nomination = value(
      await own.client.appointment.saveNomination({
        rev: 0,
        itemId: item.id,
        nominator: '主任会议',
        nominatorKind: 'council',
      }),
    )
    const acts = posts.map((post, n) => ({
      act: 'appoint' as const,
      verb: '任命',
      personName: `候选${'甲乙丙丁戊己庚辛壬癸'.charAt(n % 10)}`,
      post,
    }))
    value(await own.client.appointment.addActs({ nominationId: nomination.id, acts }))
    const shown = { scene: 'list' as const, itemId: item.id }
    const state = value(await own.client.hall.set({ shown }))
    expect(state).toMatchObject({ page: 1, pages: 3 })
    const seen: string[] = []
    for (const page of [1, 2, 3]) {
      value(await own.client.hall.set({ page }))
      const list = await frame()
      if (list.scene !== 'list') throw new Error('no list')
      expect(list).toMatchObject({ page, pages: 3 })
      seen.push(...list.rows.map(({ post }) => post))
    }
    expect(seen).toEqual(posts.map((post) => `任${post}`))

    const settings = value(await own.client.hall.settings({}))
    value(await own.client.hall.saveSettings({ ...settings, distance: 8 }))
    expect(value(await own.client.hall.state({})).pages).toBe(2)
  })

  it('a screen that cannot be read from the last row is refused with the way out', async () => {
    const settings = value(await own.client.hall.settings({}))
    const reply = await own.client.hall.saveSettings({ ...settings, distance: 60, width: 120 })
    expect(refusal(reply)).toMatchObject({ code: 'rule', message: { key: 'hall.settings.tooFar' } })
    expect(value(await own.client.hall.settings({}))).toEqual(settings)
  })
})

it('the podium knows what comes next and how much quorum is left', async () => {
  const item = await addItem('报告甲')
  await addItem('报告乙')
  value(await own.client.session.setItemState({ id: item.id, rev: item.rev, state: 'current' }))
  expect(await podium()).toMatchObject({
    scene: 'podium',
    now: { text: '报告甲' },
    next: { text: '第二项　报告乙' },
    margin: { text: '需 16，实到 29，多 13 人', tone: 'good' },
    speech: null,
  })
})

it('a rehearsal bears its watermark on both screens, and is gone with it', async () => {
  await decided('报告甲')
  value(await own.client.safety.startRehearsal({ taskId: 'start' }))
  expect((await frame()).rehearsal).toBe('演练第1次')
  expect((await podium()).rehearsal).toBe('演练第1次')
  value(await own.client.hall.set({ frozen: true }))
  value(await own.client.safety.endRehearsal({ taskId: 'end' }))
  const after = await frame()
  expect([after.rehearsal, after.frozen, after.scene]).toEqual([null, false, 'result'])
})

it('frames that look the same bear the same revision', async () => {
  const first = await frame()
  own.at('2026-11-26T09:30:00')
  expect((await frame()).rev).toBe(first.rev)
  await decided('报告甲')
  expect((await frame()).rev).not.toBe(first.rev)
})
