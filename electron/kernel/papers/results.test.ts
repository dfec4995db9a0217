import { afterEach, beforeEach, expect, it } from 'vitest'
import type { VoteMethod } from '../../../shared/contract/ballot.ts'
import {
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
let sessionId: string
let sittingId: string
let questionId: string
beforeEach(async () => {
  own = testKernel()
  const members = await withBody(own, { count: 29 })
  ;({ sessionId, sittingId } = await withSitting(own, members))
})
afterEach(() => own.dispose())

const askBill = async (method: VoteMethod): Promise<void> => {
  const facts = { rev: 0, sessionId, kind: 'bill' as const, title: '某项议题' }
  const item = value(await own.client.session.saveItem(facts))
  const asked = { itemId: item.id, kind: 'bill' as const, title: '某项决定', method }
  questionId = value(await own.client.ballot.ask(asked)).id
}

const open = async () => value(await own.client.ballot.open({ questionId, sittingId }))

const sheet = async (): Promise<string | undefined> => {
  const asked = { sessionId, paper: 'results' as const }
  return value(await own.client.papers.preview(asked)).previews[0]?.text
}

it('is printed for every result that could be locked, also where the body lets more papers pass', async () => {
  const key = 'overcountInvalidates'
  value(await own.client.body.setParameter({ key, value: false, rev: 0 }))
  await askBill('secret-paper')
  const { id: voteId, rev } = await open()
  const tally = { for: 25, against: 4, abstain: 0, issued: 28, collected: 29 }
  value(await own.client.ballot.lock({ voteId, rev, tally }))
  expect(await sheet()).toContain('收回票数多于发出票数，本次表决有效。')
})

it('names both days where a void round was held again on the next', async () => {
  await askBill('device')
  const first = await open()
  value(await own.client.ballot.void({ voteId: first.id, rev: first.rev, reason: '系统故障' }))
  own.at('2026-11-27T09:00:00')
  const { id: voteId, rev } = await open()
  value(await own.client.ballot.lock({ voteId, rev, tally: { for: 29, against: 0, abstain: 0 } }))
  const text = (await sheet()) ?? ''
  expect(text).toContain('表决时间：2026年11月26日、2026年11月27日')
  expect(text.trimEnd()).toMatch(/2026年11月27日$/u)
  expect(text).toContain('本次表决作废：系统故障。')
})

it('says which of several questions a void round was on, and nothing of it where there is one', async () => {
  await askBill('device')
  const breakOff = async () => {
    const { id: voteId, rev } = await open()
    value(await own.client.ballot.void({ voteId, rev, reason: '系统故障' }))
  }
  await breakOff()
  const tally = { for: 29, against: 0, abstain: 0 }
  const { id: voteId, rev } = await open()
  value(await own.client.ballot.lock({ voteId, rev, tally }))
  expect(await sheet()).toContain('一、第一次表决（作废）\n本次表决作废：系统故障。')
  const { itemId } = value(await own.client.ballot.question({ id: questionId }))
  const other = {
    itemId,
    kind: 'bill' as const,
    title: '审议另一项决定',
    method: 'device' as const,
  }
  questionId = value(await own.client.ballot.ask(other)).id
  await breakOff()
  const next = await open()
  value(await own.client.ballot.lock({ voteId: next.id, rev: next.rev, tally }))
  const text = await sheet()
  expect(text).toContain('一、某项决定（第一次表决，作废）\n本次表决作废：系统故障。')
  expect(text).toContain('二、某项决定（第二次表决）\n')
  expect(text).toContain('三、另一项决定（第一次表决，作废）\n本次表决作废：系统故障。')
  expect(text).toContain('四、另一项决定（第二次表决）\n')
})

it('heads several questions held apart by what they are, a correction counting as no vote of its own', async () => {
  await askBill('device')
  const tally = { for: 29, against: 0, abstain: 0 }
  const first = await open()
  const locked = value(await own.client.ballot.lock({ voteId: first.id, rev: first.rev, tally }))
  const right = { for: 12, against: 17, abstain: 0 }
  const words = { reason: '计票有误', witness: '复核人' }
  const facts = { voteId: locked.id, rev: locked.rev, tally: right }
  value(await own.client.ballot.correct({ ...facts, ...words }))
  const { itemId } = value(await own.client.ballot.question({ id: questionId }))
  const hands = { kind: 'bill' as const, method: 'show-of-hands' as const }
  questionId = value(await own.client.ballot.ask({ itemId, title: '另一项决定', ...hands })).id
  const next = await open()
  value(await own.client.ballot.lock({ voteId: next.id, rev: next.rev, tally }))
  const text = (await sheet()) ?? ''
  expect(text).toContain('一、某项决定\n')
  expect(text).toContain('二、另一项决定\n')
  expect(text).not.toMatch(/第.次表决/u)
  expect(text).toMatch(
    /赞成由29票更正为12票，反对由0票更正为17票，结果由通过更正为未通过。原因：计票有误；更正人：.+，见证人：复核人。/u,
  )
})

it('prints a correction that only takes two names for each other', async () => {
  await askBill('named')
  const { id: voteId, rev } = await open()
  const roll = value(await own.client.attendance.roll({ sittingId }))
  const [first, second] = roll.entries
  const named = (against: string | undefined) =>
    roll.entries.map(({ memberId }) => ({
      memberId,
      choice: memberId === against ? ('against' as const) : ('for' as const),
    }))
  const locked = value(await own.client.ballot.lock({ voteId, rev, named: named(first?.memberId) }))
  const words = { reason: '记录时看错一行', witness: '复核人' }
  const facts = { voteId: locked.id, rev: locked.rev, named: named(second?.memberId) }
  value(await own.client.ballot.correct({ ...facts, ...words }))
  const text = (await sheet()) ?? ''
  for (const name of [first?.name, second?.name]) expect(text).toContain(name)
  expect(text).toContain('记录时看错一行')
  expect(text).toContain('复核人')
})
