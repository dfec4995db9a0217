import { afterEach, beforeEach, expect, it } from 'vitest'
import type { VoteMethod } from '../../../shared/contract/ballot.ts'
import { turnSitting } from '../../../test/builders/attendance.ts'
import {
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
  ;({ sessionId, sittingId } = await withSitting(own, members, 2))
  const item = { rev: 0, sessionId, kind: 'bill' as const, title: '审议《某条例（草案）》' }
  itemId = value(await own.client.session.saveItem(item)).id
})
afterEach(() => own.dispose())

const ask = async (method: VoteMethod = 'device', title = '《某条例》') =>
  value(await own.client.ballot.ask({ itemId, kind: 'bill', title, method }))

const open = async (method?: VoteMethod, title?: string) =>
  value(await own.client.ballot.open({ questionId: (await ask(method, title)).id, sittingId }))

const paper = async (name: 'minutes' | 'results'): Promise<string> => {
  const { previews, why } = value(await own.client.papers.preview({ sessionId, paper: name }))
  if (!previews[0]) throw new Error(`nothing printed: ${why?.key ?? ''}`)
  return previews[0].text
}

it('names time, roll with reasons, and items with their results and arithmetic', async () => {
  const { id: voteId, rev } = await open()
  value(await own.client.ballot.lock({ voteId, rev, tally: { for: 28, against: 1, abstain: 0 } }))
  const text = await paper('minutes')
  expect(text).toContain('第二十次会议记录')
  expect(text).toContain('一、第一次全体会议\n时　间：2026年11月26日9:00\n')
  expect(text).toContain('应到31人，实到29人，请假2人。全体组成人员31人，法定人数16人，符合')
  expect(text).toMatch(/请　假：.{2,3}（因病）、.{2,3}（因病）/u)
  expect(text).toContain(
    '（一）审议《某条例（草案）》\n表决事项：《某条例》。\n9:10，应到31人，实到29人，按表决器表决。赞成28票，反对1票，弃权0票，未按表决器0人。组成人员31，过半数需16；赞成28，通过，多12票。',
  )
  expect(text).toContain('记录人：经办人')
})

it('算例 13 tells each recess, and who was there when the roll was called anew', async () => {
  const place = { sittingId, sessionId, members, itemId }
  const turn = (state: 'open' | 'adjourned', time: string) =>
    turnSitting(own, place, state, `2026-11-26T${time}`)
  await turn('adjourned', '10:20:00')
  await turn('open', '10:35:00')
  const exceptions = members.slice(10, 13).map((memberId) => ({ memberId }))
  value(await own.client.attendance.callRoll({ sittingId, exceptions }))
  await turn('adjourned', '11:00:00')
  await turn('open', '11:10:00')
  await turn('adjourned', '11:30:00')
  const text = await paper('minutes')
  expect(text).toContain('时　间：2026年11月26日9:00至11:30\n')
  expect(text).toContain('\n休　会：10:20至10:35，续会重新点名，实到26人；11:00至11:10\n')
})

it('says nothing of a recess where there was none', async () => {
  expect(await paper('minutes')).not.toContain('休　会')
})

it('算例 26 keeps a void round with its reason and without figures', async () => {
  const { id: voteId, rev } = await open()
  const next = value(await own.client.ballot.fallBack({ voteId, rev, reason: '表决器出现故障' }))
  const tally = { for: 29, against: 0, abstain: 0 }
  value(await own.client.ballot.lock({ voteId: next.id, rev: next.rev, tally }))
  const text = await paper('minutes')
  expect(text).toContain('9:10，按表决器表决，本次表决作废：表决器出现故障。\n')
  expect(text).toContain('举手表决。赞成29票')
})

it('puts what was taken back among the votes where it was', async () => {
  const [one, two, three] = [
    await ask(),
    await ask('device', '《乙》'),
    await ask('device', '《丙》'),
  ]
  const vote = async (questionId: string) => {
    const { id, rev } = value(await own.client.ballot.open({ questionId, sittingId }))
    const tally = { for: 29, against: 0, abstain: 0 }
    value(await own.client.ballot.lock({ voteId: id, rev, tally }))
  }
  await vote(one.id)
  own.at('2026-11-26T09:20:00')
  value(await own.client.ballot.withdraw({ id: two.id, rev: two.rev, reason: '提案人要求撤回' }))
  own.at('2026-11-26T09:30:00')
  await vote(three.id)
  const said = (await paper('minutes')).match(/表决事项：《.+》|没有付表决/gu)
  expect(said).toEqual([
    '表决事项：《某条例》',
    '表决事项：《乙》',
    '没有付表决',
    '表决事项：《丙》',
  ])
})

it('prints a correction with old and new, its reason and two names, in minutes and result sheet', async () => {
  const { id: voteId, rev } = await open()
  const locked = value(
    await own.client.ballot.lock({ voteId, rev, tally: { for: 28, against: 1, abstain: 0 } }),
  )
  const right = { for: 27, against: 2, abstain: 0 }
  const said = { reason: '录入有误', witness: '见证人甲' }
  value(await own.client.ballot.correct({ voteId, rev: locked.rev, tally: right, ...said }))
  const text = await paper('minutes')
  expect(text).toContain(
    '更正（2026年11月26日）：赞成由28票更正为27票，反对由1票更正为2票，结果仍为通过。原因：录入有误；更正人：经办人，见证人：见证人甲。',
  )
  expect(await paper('results')).toContain(
    '2026年11月26日更正：赞成由28票更正为27票，反对由1票更正为2票，结果仍为通过。',
  )
})

it('prints scrutineers, and two who counted apart', async () => {
  const question = await ask('secret-paper')
  const scrutineers = [members[5] ?? '', members[6] ?? '']
  const vote = value(
    await own.client.ballot.open({ questionId: question.id, sittingId, scrutineers }),
  )
  const tally = { for: 27, against: 1, abstain: 1, spoiled: 0, issued: 29, collected: 29 }
  for (const [at, name] of ['计票甲', '计票乙'].entries()) {
    const teller = at === 0 ? (1 as const) : (2 as const)
    value(
      await own.client.ballot.keepCount({
        voteId: vote.id,
        teller,
        name,
        totals: tally,
        done: true,
      }),
    )
  }
  const { id: voteId, rev } = vote
  value(await own.client.ballot.lock({ voteId, rev, tally }))
  const minutes = await paper('minutes')
  expect(minutes).toMatch(/监票人：.+、.+。计票甲、计票乙分别计票，结果一致。/u)
  const results = await paper('results')
  expect(results).toContain('计票人：计票甲、计票乙')
  expect(results).toContain('监票人：')
})

it('prints a named vote by name: at its place in the minutes, as an annex to the sheet', async () => {
  const { id: voteId, rev } = await open('named')
  const here = value(await own.client.attendance.roll({ sittingId })).entries.filter(
    (entry) => entry.here,
  )
  const named = here.map(({ memberId }, at) => ({
    memberId,
    choice: at < 27 ? ('for' as const) : ('against' as const),
  }))
  const tally = { for: 27, against: 2, abstain: 0 }
  value(await own.client.ballot.lock({ voteId, rev, tally, named }))
  const against = here
    .slice(27)
    .map(({ name }) => name)
    .join('、')
  expect(await paper('minutes')).toContain(`反对：${against}`)
  const sheet = await paper('results')
  expect(sheet.indexOf('附：记名表决情况')).toBeGreaterThan(sheet.indexOf('2026年11月26日'))
  expect(sheet).toContain(`反对：${against}`)
})

it('算例 10 prints why the base was chosen', async () => {
  await own.dispose()
  own = testKernel()
  ;({ sessionId, sittingId } = await withSitting(own, await withBody(own, { seats: 35 }), 2))
  const item = { rev: 0, sessionId, kind: 'bill' as const, title: '审议《某条例（草案）》' }
  itemId = value(await own.client.session.saveItem(item)).id
  const { id: voteId, rev } = await open()
  const baseChoice = { base: 'actual' as const, note: '按实有人数计' }
  const tally = { for: 17, against: 12, abstain: 0 }
  value(await own.client.ballot.lock({ voteId, rev, tally, baseChoice }))
  expect(await paper('minutes')).toContain('分母的确定：按实有人数计。')
  expect(await paper('results')).toContain('分母的确定：按实有人数计。')
})

it('keeps who sat in, who spoke how long, and what happened', async () => {
  const { attendance, speech, incident } = own.client
  const deputy = { name: '陶喆', post: '市人民政府副市长' }
  value(await attendance.addGuests({ sittingId, kind: 'sitIn', people: [deputy] }))
  const { id } = value(await speech.add({ sittingId, itemId, memberId: members[3] ?? '' }))
  own.at('2026-11-26T09:20:00')
  const { rev } = value(await speech.start({ id }))
  value(await speech.extend({ id, rev, minutes: 2, by: '主任' }))
  own.at('2026-11-26T09:26:30')
  value(await speech.stop({ id }))
  const noted = { sittingId, kind: 'ruling' as const, text: '重新清点' }
  const first = value(await incident.note(noted))
  value(await incident.note({ ...noted, text: '重新清点到会人数', correctsId: first.id }))
  const text = await paper('minutes')
  expect(text).toContain('列　席：市人民政府副市长陶喆（共1人）')
  expect(text).toMatch(/发　言：.{2,3}（9:20至9:26，6分30秒，主任同意延长2分钟）/u)
  expect(text).toContain('会议中的情况\n9:26，主持人裁定：重新清点（后更正为：重新清点到会人数）。')
})

it('says why there is none before the first sitting', async () => {
  const day = { startsOn: '2027-01-20', endsOn: '2027-01-20' }
  const next = value(await own.client.session.save({ rev: 0, number: 21, ...day }))
  const asked = { sessionId: next.id, paper: 'minutes' as const }
  const { previews, why } = value(await own.client.papers.preview(asked))
  expect(previews).toEqual([])
  expect(why?.key).toBe('papers.minutes.empty')
})

it('marks what is printed in a rehearsal, and nothing else', async () => {
  const agenda = async () =>
    value(await own.client.papers.preview({ sessionId, paper: 'agenda' })).previews[0]
  expect((await agenda())?.paper.watermark).toBeUndefined()
  value(await own.client.safety.startRehearsal({ taskId: 'r' }))
  const marked = await agenda()
  expect(marked?.paper.watermark).toBe('演练')
  expect(marked?.fileName).toMatch(/^【演练】/u)
  expect(marked?.html).toContain('watermarks')
})
