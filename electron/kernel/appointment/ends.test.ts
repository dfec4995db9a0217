import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Act } from '../../../shared/contract/appointment.ts'
import type { Vote } from '../../../shared/contract/ballot.ts'
import {
  inventedName,
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
let nominationId: string
beforeEach(async () => {
  own = testKernel()
  const members = await withBody(own, { count: 31 })
  ;({ sessionId, sittingId } = await withSitting(own, members))
  const item = { rev: 0, sessionId, kind: 'resignation' as const, title: '接受辞职' }
  itemId = value(await own.client.session.saveItem(item)).id
  const who = { itemId, nominator: '本人', nominatorKind: 'self' as const }
  nominationId = value(await own.client.appointment.saveNomination({ rev: 0, ...who })).id
})
afterEach(() => own.dispose())

const personName = inventedName(9)
const resignation = {
  act: 'accept-resignation',
  verb: '接受',
  personName,
  post: '临江市第九届人民代表大会代表',
} as const
const end = {
  act: 'end',
  verb: '相应终止',
  personName,
  post: '临江市第九届人民代表大会常务委员会委员',
} as const

type Facts = Pick<Act, 'act' | 'verb' | 'personName' | 'post'>
const add = async (acts: Facts[]): Promise<Act[]> =>
  value(await own.client.appointment.addActs({ nominationId, acts })).acts

const decide = async (act: Act | undefined, yes: number): Promise<Vote> => {
  const asked = { itemId, actIds: [act?.id ?? ''], manner: 'individually' as const }
  const questionId = value(await own.client.ballot.askActs(asked))[0]?.id ?? ''
  const { id, rev, counts } = value(await own.client.ballot.open({ questionId, sittingId }))
  const tally = { for: yes, against: counts.present - yes, abstain: 0 }
  return value(await own.client.ballot.lock({ voteId: id, rev, tally }))
}

const inOffice = async (): Promise<number> => value(await own.client.roster.membership({})).inOffice
const outcomes = async () =>
  value(await own.client.appointment.nominations({ sessionId }))[0]?.acts.map(
    ({ outcome }) => outcome,
  )

it('case 81: a deputy’s resignation ends the office in the committee without a vote on it', async () => {
  const [act] = await add([resignation, end])
  const vote = await decide(act, 31)
  expect([await inOffice(), await outcomes()]).toEqual([30, ['passed', 'passed']])
  const member = value(await own.client.roster.members({})).find((one) => one.name === personName)
  expect(member).toMatchObject({ endsAt: vote.closedAt, endReason: 'deputy-resigned' })

  const { id: voteId, rev } = vote
  const tally = { for: 3, against: 28, abstain: 0 }
  const words = { reason: '录入有误', witness: '复核人' }
  value(await own.client.ballot.correct({ voteId, rev, tally, ...words }))
  expect([await inOffice(), await outcomes()]).toEqual([31, ['failed', 'failed']])
})

it('follows its vote also when it is entered only afterwards', async () => {
  const [act] = await add([resignation])
  await decide(act, 31)
  own.at('2026-11-26T15:00:00')
  await add([end])
  expect([await inOffice(), await outcomes()]).toEqual([30, ['passed', 'passed']])
  const member = value(await own.client.roster.members({})).find((one) => one.name === personName)
  expect(member?.endsAt).toBe('2026-11-26T09:10:00')
})

it('hangs on what takes an office away, not on another act on the same person', async () => {
  const other = { ...resignation, act: 'appoint', verb: '任命', post: '临江市档案馆馆长' } as const
  const acts = await add([resignation, other, end])
  await decide(acts[0], 31)
  await decide(acts[1], 2)
  expect(await outcomes()).toEqual(['passed', 'failed', 'passed'])
})

it('waits where what takes the office away was taken back, whatever becomes of another act', async () => {
  const other = { ...resignation, act: 'appoint', verb: '任命', post: '临江市档案馆馆长' } as const
  const [act, appointed] = await add([resignation, other, end])
  const { id = '', rev = 0 } = act ?? {}
  value(await own.client.appointment.withdrawAct({ id, rev, reason: '本人撤回辞职' }))
  await decide(appointed, 31)
  expect([await inOffice(), await outcomes()]).toEqual([31, ['withdrawn', 'passed', 'pending']])
})
