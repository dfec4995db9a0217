import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { NominatorKind } from '../../../shared/contract/appointment.ts'
import type { Question, VoteMethod } from '../../../shared/contract/ballot.ts'
import type { Passage } from '../../../shared/contract/papers.ts'
import type { ScriptStage } from '../../../shared/papers/script.ts'
import { chamber } from '../../../test/builders/chamber.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
let sessionId: string
let sittingId: string
let itemId: string
beforeEach(async () => {
  own = testKernel()
  ;({ sessionId, sittingId } = await withSitting(own, await withBody(own), 2))
  const item = { rev: 0, sessionId, kind: 'bill' as const, title: '审议《某条例（草案）》' }
  itemId = value(await own.client.session.saveItem(item)).id
})
afterEach(() => own.dispose())

const ask = async (method: VoteMethod = 'device', title = '《某条例》'): Promise<Question> =>
  value(await own.client.ballot.ask({ itemId, kind: 'bill', title, method }))

const open = async (questionId: string) =>
  value(await own.client.ballot.open({ questionId, sittingId }))

const passages = async (stage: ScriptStage = 'live'): Promise<Passage[]> =>
  value(await own.client.papers.script({ sessionId, sittingId, stage })).passages

const text = async (stage: ScriptStage = 'live'): Promise<string> =>
  (await passages(stage)).map((passage) => passage.text).join('\n')

const ending = async (key: string): Promise<Passage> => {
  const found = (await passages()).find((passage) => passage.key.endsWith(key))
  if (!found) throw new Error(`no passage ${key}`)
  return found
}

const save = (passage: Passage, words: string | null, rev = passage.rev) =>
  own.client.papers.savePassage({ sessionId, key: passage.key, text: words, rev })

describe('the text before the sitting', () => {
  it('stays the same whatever the sitting brings', async () => {
    const question = await ask()
    const before = await text('before')
    expect(before).toContain('应出席常委会组成人员31人，今天实到（　）人，请假（　）人')
    const { id: voteId, rev } = await open(question.id)
    value(await own.client.ballot.lock({ voteId, rev, tally: { for: 29, against: 0, abstain: 0 } }))
    expect(await text('before')).toBe(before)
    expect(before).not.toContain('通过')
  })
})

describe('the text of this moment', () => {
  it('says no result while a round is open, and the figures of its lock after', async () => {
    const { id: voteId, rev } = await open((await ask()).id)
    expect(await text()).not.toContain('通过')
    value(await own.client.ballot.lock({ voteId, rev, tally: { for: 28, against: 1, abstain: 0 } }))
    expect(await text()).toContain('赞成28票，反对1票，弃权0票，未按表决器0人。通过。')
    expect(await text('after')).toContain('今天实到29人，请假2人，符合法定人数。')
  })

  it('follows who comes and goes', async () => {
    const [first] = value(await own.client.attendance.roll({ sittingId })).entries
    own.at('2026-11-26T09:20:00')
    const memberId = first?.memberId ?? ''
    value(await own.client.attendance.depart({ sittingId, memberId }))
    expect(await text()).toContain('今天实到28人')
    expect(await text('after')).toContain('今天实到29人')
  })

  it('算例 26 names the failure and goes on by hands', async () => {
    const { id: voteId, rev } = await open((await ask()).id)
    value(await own.client.ballot.fallBack({ voteId, rev, reason: '表决器出现故障' }))
    expect(await text()).toContain('表决器出现故障，改用举手方式表决。\n赞成的请举手。')
  })

  it('says a correction with what was announced before', async () => {
    const { id: voteId, rev } = await open((await ask()).id)
    const tally = { for: 28, against: 1, abstain: 0 }
    const locked = value(await own.client.ballot.lock({ voteId, rev, tally }))
    const right = { for: 27, against: 2, abstain: 0 }
    const said = { reason: '录入有误', witness: '见证人' }
    value(await own.client.ballot.correct({ voteId, rev: locked.rev, tally: right, ...said }))
    expect(await text()).toContain(
      '更正：原宣布赞成28票、反对1票、弃权0票，现更正如下。\n表决结果：赞成27票，反对2票',
    )
  })

  it('asks once for questions on one paper and announces each', async () => {
    const asked = [await ask('secret-paper', '甲事项'), await ask('secret-paper', '乙事项')]
    const questionIds = asked.map(({ id }) => id)
    const sheet = value(await own.client.ballot.openSheet({ questionIds, sittingId }))
    expect((await text()).match(/请工作人员分发表决票/gu)).toHaveLength(1)
    const figures = { for: 27, against: 1, abstain: 0, spoiled: 1, issued: 29, collected: 29 }
    const lines = sheet.votes.map(({ id: voteId }) => ({ voteId, tally: figures }))
    const papers = { issued: 29, collected: 29 }
    value(
      await own.client.ballot.lockSheet({ sheetId: sheet.id, rev: sheet.rev, ...papers, lines }),
    )
    expect(await text()).toContain('发出表决票29张，收回表决票29张，收回的票数等于发出的票数')
    expect((await text()).match(/无效1票。通过。/gu)).toHaveLength(2)
  })

  it('names who sits in and how many observe', async () => {
    const { addGuests } = own.client.attendance
    const deputy = { name: '陶喆', post: '市人民政府副市长' }
    value(await addGuests({ sittingId, kind: 'sitIn', people: [deputy] }))
    value(await addGuests({ sittingId, kind: 'observe', people: [{ name: '陆堃' }] }))
    expect(await text()).toContain('列席今天会议的有：市人民政府副市长陶喆。')
    expect(await text()).toContain('旁听今天会议的公民有1人。')
  })
})

describe('an item with several nominators', () => {
  it('calls on each who has acts there, in the order of the law', async () => {
    const item = { rev: 0, sessionId, kind: 'appointment' as const, title: '审议人事任免案' }
    const acts = value(await own.client.session.saveItem(item)).id
    const nominate = async (nominator: string, nominatorKind: NominatorKind, post?: string) => {
      const facts = { rev: 0, itemId: acts, nominator, nominatorKind, receivedOn: null }
      const { id: nominationId } = value(await own.client.appointment.saveNomination(facts))
      if (post === undefined) return
      const act = { act: 'appoint' as const, verb: '任命', personName: '陶喆', post }
      value(await own.client.appointment.addActs({ nominationId, acts: [act] }))
    }
    await nominate('院长　沈立言', 'court-president', '临江市中级人民法院审判员')
    await nominate('主任会议', 'council', '临江市人大常委会办公室主任')
    await nominate('检察长崔文安', 'chief-procurator')
    await nominate('市长周启航', 'government-head', '临江市财政局局长')
    const said = (await passages('before')).filter(({ kind }) => kind === 'cue')
    expect(said.map((passage) => passage.text).filter((words) => words.includes('任免案'))).toEqual(
      [
        '请主任会议委托的（　　　　）作关于人事任免案的说明。',
        '请市长周启航作关于人事任免案的说明。',
        '请院长沈立言作关于人事任免案的说明。',
      ],
    )
  })
})

describe('one’s own words', () => {
  it('take the place of a passage in every stage, and go again', async () => {
    await ask()
    const passage = await ending('.deliberate')
    expect(value(await save(passage, '请各位审议。'))).toEqual({ key: passage.key, rev: 1 })
    expect(await text('before')).toContain('请各位审议。')
    expect(refusal(await save(passage, '又一次')).code).toBe('conflict')
    const own1 = await ending('.deliberate')
    expect(own1).toMatchObject({ edited: true, rev: 1 })
    value(await save(own1, null))
    expect(await ending('.deliberate')).toMatchObject({ text: '请审议。', edited: false, rev: 0 })
  })

  it('are refused where they would say a result that is not locked', async () => {
    await ask()
    const pending = await ending('.pending')
    const said = refusal(await save(pending, '一致通过。'))
    expect(said.message?.key).toBe('papers.script.early')
    value(await save(pending, '请工作人员报告结果。'))
  })

  it('said before the lock never stand for the result after it', async () => {
    const question = await ask()
    value(await save(await ending('.pending'), '请工作人员报告结果。'))
    const { id: voteId, rev } = await open(question.id)
    value(await own.client.ballot.lock({ voteId, rev, tally: { for: 29, against: 0, abstain: 0 } }))
    expect(await text()).toContain('赞成29票')
    expect(await text()).not.toContain('请工作人员报告结果')
  })

  it('are refused for a passage there is not, and once the session is closed', async () => {
    const strange = { sessionId, key: `${sittingId}/strange`, text: '某', rev: 0 }
    const unknown = refusal(await own.client.papers.savePassage(strange))
    expect(unknown.message?.key).toBe('papers.script.unknown')
    const passage = await ending('.greeting')
    const sitting = value(await own.client.session.get({ id: sessionId })).sittings[0]
    const state = { id: sittingId, rev: sitting?.rev ?? 0, state: 'adjourned' as const }
    value(await own.client.session.setSittingState(state))
    for (const next of ['open', 'closed'] as const) {
      const { rev } = value(await own.client.session.get({ id: sessionId }))
      value(await own.client.session.setState({ id: sessionId, rev, state: next }))
    }
    expect(refusal(await save(passage, '各位：')).message?.key).toBe('session.closed')
  })
})

describe('the office’s sentences', () => {
  const put = async (formulas: Record<string, string>) => {
    const { value: settings, rev } = value(await own.client.papers.settings({}))
    const { script, ...rest } = settings as { script: { formulas: object } }
    const changed = {
      ...rest,
      script: { ...script, formulas: { ...script.formulas, ...formulas } },
    }
    return own.client.papers.saveSettings({ value: changed, rev })
  }

  it('hold for every session', async () => {
    value(await put({ begin: '现在宣布开会。' }))
    expect(await text('before')).toContain('现在宣布开会。')
  })

  it.each([
    ['slot', { begin: '{某}宣布开会。' }],
    ['missing', { roll: '应到{expected}人。' }],
    ['result', { put: '现在通过：{title}。' }],
  ])('are refused for a fault: %s', async (fault, formulas) => {
    const said = refusal(await put(formulas))
    expect(said.message?.key).toBe(`papers.script.fault.${fault}`)
  })
})

describe('an appointment whose condition came to nothing', () => {
  it('is not read out for the vote once the removal failed', async () => {
    const room = chamber(own)
    const post = '临江市财政局局长'
    const acts = await room.item({ sessionId }, 'appointment', '人事任免')
    const place = { members: [], sessionId, sittingId, itemId: acts }
    const ids = await room.acts(place, [
      { act: 'remove', verb: '免去', personName: '李某', post },
      { personName: '张某', post },
    ])
    const [remove, appoint] = await room.askActs(place, ids)
    if (!remove || !appoint) throw new Error('two questions expected')
    expect(await text()).toContain('现在付表决：任命张某')
    await room.decided(place, remove, false)
    const live = await passages()
    const ofIt = live.filter(({ questionId }) => questionId === appoint.id)
    expect(ofIt.map((passage) => [passage.kind, passage.text])).toEqual([
      ['say', '“任命张某为临江市财政局局长”暂不付表决。'],
      ['direction', '“免去李某的临江市财政局局长职务”没有通过或者已经撤回'],
    ])
    expect(await text('before')).toContain('现在付表决：任命张某')
  })
})

describe('as a paper', () => {
  const preview = async (paper: 'script-before' | 'script-after') =>
    value(await own.client.papers.preview({ sessionId, paper }))

  it('is one a sitting, before and after', async () => {
    await ask()
    const [before] = (await preview('script-before')).previews
    expect(before?.fileName).toMatch(/第二十次会议第一次全体会议主持词（会前稿）$/u)
    expect(before?.paper.page.reading).toBe('largest')
    expect(before?.text).toContain('各位组成人员：')
    expect((await preview('script-after')).previews).toHaveLength(1)
  })

  it('leaves out what was emptied', async () => {
    value(await save(await ending('.deliberate'), ''))
    const [paper] = (await preview('script-before')).previews
    expect(paper?.text).not.toContain('请审议。')
  })
})
