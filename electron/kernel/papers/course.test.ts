import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Item, ItemKind, Sitting } from '../../../shared/contract/session.ts'
import type { PaperName } from '../../../shared/contract/papers.ts'
import {
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

// A session of two days: what each paper says, and in which sitting.

let own: TestKernel
let members: string[]
let sessionId: string
let first: string
let second: Sitting
beforeEach(async () => {
  own = testKernel()
  members = await withBody(own)
  ;({ sessionId, sittingId: first } = await withSitting(own, members, 2))
  const plan = { rev: 0, sessionId, kind: 'plenary' as const, startsAt: '2026-11-27T09:00:00' }
  second = value(await own.client.session.saveSitting(plan))
})
afterEach(() => own.dispose())

const addItem = async (kind: ItemKind, title: string, signatories?: number): Promise<Item> => {
  const signed =
    signatories === undefined ? {} : { signed: { kind: 'motion' as const, signatories } }
  return value(await own.client.session.saveItem({ rev: 0, sessionId, kind, title, ...signed }))
}
const now = async (id: string): Promise<Item> => {
  const found = value(await own.client.session.get({ id: sessionId })).items.find(
    (one) => one.id === id,
  )
  if (!found) throw new Error(`no item ${id}`)
  return found
}
const set = async (id: string, state: 'current' | 'deliberated' | 'deferred'): Promise<void> => {
  const { rev } = await now(id)
  value(await own.client.session.setItemState({ id, rev, state }))
}
const papersOf = async (paper: PaperName): Promise<string[]> =>
  value(await own.client.papers.preview({ sessionId, paper })).previews.map(({ text }) => text)

/** Adjourns the first sitting and opens the second. */
const nextDay = async (): Promise<void> => {
  const sittings = value(await own.client.session.get({ id: sessionId })).sittings
  const rev = sittings.find(({ id }) => id === first)?.rev ?? 0
  own.at('2026-11-26T11:00:00')
  value(await own.client.session.setSittingState({ id: first, rev, state: 'adjourned' }))
  own.at('2026-11-27T09:00:00')
  const { id } = second
  value(await own.client.session.setSittingState({ id, rev: second.rev, state: 'open' }))
  value(await own.client.attendance.callRoll({ sittingId: id, exceptions: [] }))
  own.at('2026-11-27T09:10:00')
}

it('puts what was heard without a vote or a speech into the sitting it was heard in', async () => {
  const report = await addItem('report', '听取和审议关于教育的报告')
  const survey = await addItem('satisfaction', '对住建工作进行满意度测评')
  await set(report.id, 'current')
  await set(report.id, 'deliberated')
  await nextDay()
  await set(survey.id, 'current')
  await set(survey.id, 'deliberated')
  const [minutes = ''] = await papersOf('minutes')
  const [day1 = '', day2 = ''] = minutes.split('二、第二次全体会议')
  expect(day1).toContain('关于教育的报告\n会议进行了审议。')
  expect(day1).not.toContain('满意度')
  expect(day2).toContain('对住建工作进行满意度测评\n会议进行了满意度测评。')
  expect(day2).not.toContain('教育')
  for (const stage of ['script-before', 'script-after'] as const) {
    const [one = '', two = ''] = await papersOf(stage)
    expect(one).toContain('关于教育的报告')
    expect(one).not.toContain('满意度')
    expect(two).toContain('满意度')
    expect(two).not.toContain('教育')
    expect(one).toContain('本次会议的议程共有2项。')
  }
})

it('keeps in the record of a sitting what was heard there and voted on in the next', async () => {
  const bill = await addItem('bill', '审议《某条例（草案）》')
  await set(bill.id, 'current')
  await set(bill.id, 'deliberated')
  await nextDay()
  const { id: questionId } = value(await own.client.ballot.askItem({ itemId: bill.id }))
  const { id: voteId, rev } = value(
    await own.client.ballot.open({ questionId, sittingId: second.id }),
  )
  const tally = { for: 31, against: 0, abstain: 0 }
  value(await own.client.ballot.lock({ voteId, rev, tally }))
  const [minutes = ''] = await papersOf('minutes')
  const [day1 = '', day2 = ''] = minutes.split('二、第二次全体会议')
  expect(day1).toContain('（一）审议《某条例（草案）》\n会议进行了审议。')
  expect(day2).toContain('表决事项：《某条例（草案）》。')
  const [one = '', two = ''] = await papersOf('script-after')
  expect(one).toMatch(/《某条例（草案）》。\n请（　+）作关于议案的说明。/u)
  expect(one).not.toContain('现在付表决')
  expect(two).toMatch(/进行第一项议程：.+\n请审议。\n（审议）\n现在付表决/u)
  await set(bill.id, 'current')
  expect((await papersOf('minutes'))[0]).toBe(minutes)
})

it('says what became of an item in the sitting it was settled in, and nothing of it elsewhere', async () => {
  const { id: itemId } = await addItem('bill', '审议《养犬规定（草案）》')
  const group = value(
    await own.client.session.saveSitting({
      rev: 0,
      sessionId,
      kind: 'group',
      groupName: '第一组',
      startsAt: '2026-11-26T10:00:00',
    }),
  )
  own.at('2026-11-26T10:00:00')
  value(await own.client.session.setSittingState({ id: group.id, rev: group.rev, state: 'open' }))
  const { id } = value(
    await own.client.speech.add({ sittingId: group.id, itemId, memberId: members[3] ?? '' }),
  )
  value(await own.client.speech.start({ id }))
  own.at('2026-11-26T10:06:00')
  value(await own.client.speech.stop({ id }))
  const heard = (await papersOf('minutes'))[0] ?? ''
  expect(heard).toMatch(/（一）审议《养犬规定（草案）》\n发　言：[^\n]+\n2026年/u)
  await nextDay()
  await set(itemId, 'current')
  await set(itemId, 'deferred')
  const [minutes = ''] = await papersOf('minutes')
  expect(minutes.match(/这项议题暂不付表决。/gu)).toHaveLength(1)
  expect(minutes.split('三、第二次全体会议')[1]).toContain('这项议题暂不付表决。')
})

it('reads out in the script that an item was put off in the sitting it was put off in', async () => {
  const { id } = await addItem('bill', '审议《养犬规定（草案）》')
  await set(id, 'current')
  await nextDay()
  await set(id, 'deliberated')
  await set(id, 'current')
  await set(id, 'deferred')
  const [one = '', two = ''] = await papersOf('script-after')
  expect(one).toContain('作关于议案的说明。')
  expect(one).not.toContain('暂不付表决')
  expect(two).toContain('这项议题本次会议暂不付表决。')
})

it('puts a question taken back into the sitting it was taken back in', async () => {
  const { id: itemId } = await addItem('bill', '审议《某条例（草案）》')
  await nextDay()
  const main = value(await own.client.ballot.ask({ itemId, kind: 'bill', title: '《某条例》' }))
  const amendment = value(
    await own.client.ballot.ask({
      itemId,
      kind: 'amendment',
      title: '第二条的修正案',
      amendsId: main.id,
      signatories: 5,
    }),
  )
  const { id, rev } = amendment
  value(await own.client.ballot.withdraw({ id, rev, reason: '提案人要求撤回' }))
  const [minutes = ''] = await papersOf('minutes')
  const [day1 = '', day2 = ''] = minutes.split('二、第二次全体会议')
  expect(day1).not.toContain('修正案')
  expect(day2).toContain('没有付表决：提案人要求撤回。')
})

it('算例 44 says of a motion the council did not put forward that it did not, and leaves it off the agenda', async () => {
  const motion = await addItem('bill', '审议关于加强山洪防治的议案', 6)
  const { id, rev } = motion
  value(await own.client.session.declineItem({ id, rev, reason: '不属于本级职权' }))
  await addItem('bill', '审议《某条例（草案）》')
  expect((await now(id)).position).toBe(2)
  expect((await papersOf('agenda'))[0]).toContain('\n一、审议《某条例（草案）》。')
  const said = '“关于加强山洪防治的议案”。主任会议决定不提请本次会议审议，理由是：不属于本级职权。'
  for (const stage of ['script-before', 'script-after'] as const) {
    const [script = ''] = await papersOf(stage)
    expect(script).toContain(said)
    expect(script).not.toContain('现在进行第二项议程')
    expect(script).toContain('本次会议的议程共有1项。')
  }
  const [minutes = ''] = await papersOf('minutes')
  expect(minutes).toContain(
    '审议关于加强山洪防治的议案\n主任会议决定不提请本次会议审议，理由是：不属于本级职权。',
  )
  expect(minutes).not.toContain('会议进行了审议')
})

it('says in the script how many could be counted at the opening, whoever came later', async () => {
  own.at('2026-11-26T10:00:00')
  const memberId = members.at(-1) ?? ''
  value(await own.client.attendance.arrive({ sittingId: first, memberId }))
  await addItem('bill', '审议《某条例（草案）》')
  expect((await papersOf('script-after'))[0]).toContain('今天实到29人')
  expect((await papersOf('minutes'))[0]).toContain('实到30人')
})

it('says why a member without duties was not there', async () => {
  const [memberId = ''] = members.slice(6, 7)
  const facts = { rev: 0, memberId, startsOn: '2026-11-01', reason: '配合调查' }
  value(await own.client.attendance.saveSuspension(facts))
  expect((await papersOf('minutes'))[0]).toMatch(/缺　席：[^\n（]+（暂停执行职务）\n/u)
})

const vote = async (questionId: string, tally: [number, number, number]): Promise<void> => {
  const open = value(await own.client.ballot.open({ questionId, sittingId: first }))
  const [yes, no, abstain] = tally
  const { id: voteId, rev } = open
  const totals = { for: yes, against: no, abstain }
  value(await own.client.ballot.lock({ voteId, rev, tally: totals }))
}

it('算例 36 prints an amendment before what it would change, as they were voted on', async () => {
  const { id: itemId } = await addItem('bill', '审议《某条例（草案）》')
  const main = value(await own.client.ballot.askItem({ itemId }))
  const facts = { itemId, kind: 'amendment' as const, title: '第二条的修正案', signatories: 5 }
  const amendment = value(await own.client.ballot.ask({ ...facts, amendsId: main.id }))
  await vote(amendment.id, [10, 19, 0])
  own.at('2026-11-26T09:20:00')
  await vote(main.id, [29, 0, 0])
  for (const [paper, own1, own2] of [
    [
      'minutes',
      '表决事项：第二条的修正案（对“《某条例（草案）》”的修正案）。',
      '表决事项：《某条例（草案）》。',
    ],
    ['results', '1\t第二条的修正案\t10', '\t《某条例（草案）》\t29'],
  ] as const) {
    const [text = ''] = await papersOf(paper)
    expect(text).toContain(own1)
    expect(text.indexOf(own2)).toBeGreaterThan(text.indexOf('第二条的修正案'))
  }
  expect((await papersOf('script-after'))[0]).toContain('现在付表决：《某条例（草案）》。')
})

const acts = async (itemId: string): Promise<string[]> => {
  const council = { nominator: '主任会议', nominatorKind: 'council' as const }
  const { id } = value(await own.client.appointment.saveNomination({ rev: 0, itemId, ...council }))
  const facts = ['舒望', '游子期'].map((personName) => ({
    act: 'appoint' as const,
    verb: '任命',
    personName,
    post: '临江市人民代表大会常务委员会法制工作委员会委员',
  }))
  return value(await own.client.appointment.addActs({ nominationId: id, acts: facts })).acts.map(
    (act) => act.id,
  )
}

it('prints a void paper once for all its lines, then both persons in one table', async () => {
  const { id: itemId } = await addItem('appointment', '审议人事任免案')
  const asked = value(
    await own.client.ballot.askActs({
      itemId,
      actIds: await acts(itemId),
      manner: 'individually',
      method: 'secret-paper',
    }),
  )
  const paper = {
    questionIds: asked.map(({ id }) => id),
    sittingId: first,
    scrutineers: members.slice(5, 7),
  }
  const wrong = value(await own.client.ballot.openSheet(paper))
  const reason = '收回多于发出'
  value(await own.client.ballot.voidSheet({ sheetId: wrong.id, rev: wrong.rev, reason }))
  own.at('2026-11-26T09:20:00')
  const { id: sheetId, rev, votes } = value(await own.client.ballot.openSheet(paper))
  const tally = { for: 28, against: 1, abstain: 0, spoiled: 0 }
  const lines = votes.map(({ id }) => ({ voteId: id, tally }))
  const counted = { issued: 29, collected: 29, lines }
  value(await own.client.ballot.lockSheet({ sheetId, rev, ...counted }))
  const [sheet = ''] = await papersOf('results')
  expect(sheet).not.toContain('第三次表决')
  expect(sheet).toMatch(
    /一、表决事项2件（第一次表决，作废）\n表决事项：[^\n；]*舒望[^\n；]+；[^\n；]*游子期[^\n；]+。\n本次表决作废：收回多于发出。\n二、表决事项2件（第二次表决）\n/u,
  )
  expect(sheet).toMatch(/1\t舒望.*\n2\t游子期/u)
  expect((await papersOf('script-before'))[0]).toContain(
    '请主任会议委托的（　　　　）作关于人事任免案的说明。',
  )
})

it('says of a merged vote that it was one, and on what ground', async () => {
  const { id: itemId } = await addItem('appointment', '审议人事任免案')
  const mergeBasis = { by: 'council' as const, note: '第四十二次主任会议' }
  const manner = 'merged' as const
  const [merged] = value(
    await own.client.ballot.askActs({ itemId, actIds: await acts(itemId), manner, mergeBasis }),
  )
  await vote(merged?.id ?? '', [28, 1, 0])
  const [sheet = ''] = await papersOf('results')
  const basis = '根据主任会议的决定（第四十二次主任会议），2件任免事项合并表决'
  expect(sheet).toContain(`${basis}。`)
  expect(sheet.match(/过半数需/gu)).toHaveLength(1)
  expect((await papersOf('minutes'))[0]).toContain(basis)
})

it('prints all that a later note put right: the time and the kind too', async () => {
  const noted = { sittingId: first, kind: 'device' as const, text: '黑屏' }
  const { id } = value(await own.client.incident.note(noted))
  const later = { kind: 'network' as const, text: '断线', at: '2026-11-26T09:05:00' }
  value(await own.client.incident.note({ sittingId: first, correctsId: id, ...later }))
  expect((await papersOf('minutes'))[0]).toContain('设备：黑屏（后更正为：9:05，网络：断线）。')
})
