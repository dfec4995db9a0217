import { afterEach, beforeEach, expect, it } from 'vitest'
import { inventedName, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, sides, type Hall } from '../../../test/builders/chamber.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
beforeEach(() => {
  own = testKernel()
  room = chamber(own)
})
afterEach(() => own.dispose())

const post = '临江市人民代表大会常务委员会委员'

const resigns = async (place: Hall, personName: string, from = post, goPast?: string) => {
  const line = { act: 'accept-resignation' as const, verb: '接受', personName, post: from }
  const ids = await room.acts(place, [line])
  const [question] = await room.askActs(place, ids, 'individually', goPast)
  if (!question) throw new Error('one question expected')
  return question
}
const inOffice = async (): Promise<number> => value(await own.client.roster.membership({})).inOffice

it('ends the membership also where the act was entered before the member was', async () => {
  const place = await room.hall(30)
  const name = inventedName(59)
  const question = await resigns(place, name, post, '名册尚未补录')
  const late = { rev: 0, name, kind: 'ordinary' as const, startsOn: '2022-01-10' }
  const member = value(await own.client.roster.saveMember(late))
  const { sittingId } = place
  const mark = { sittingId, memberId: member.id, state: 'present' as const }
  value(await own.client.attendance.mark(mark))
  const { id: voteId, rev } = await room.decided(place, question)
  own.at('2026-11-26T09:30:00')
  expect(await inOffice()).toBe(30)
  const words = { reason: '录入有误', witness: '复核人' }
  value(await own.client.ballot.correct({ voteId, rev, tally: sides(3, 28), ...words }))
  expect(await inOffice()).toBe(31)
})

it('ends the membership at the vote also where the last day was entered before', async () => {
  const place = await room.hall(31)
  const leaver = value(await own.client.roster.members({})).at(-1)
  if (!leaver) throw new Error('members expected')
  const question = await resigns(place, leaver.name)
  const { id, rev, name, kind, startsOn } = leaver
  const known = { id, rev, name, kind, startsOn }
  const end = { endsAt: '2026-11-26', endReason: 'resignation' as const }
  value(await own.client.roster.saveMember({ ...known, ...end }))
  expect(await inOffice()).toBe(31)
  await room.decided(place, question)
  own.at('2026-11-26T09:30:00')
  expect(await inOffice()).toBe(30)
})

it('算例 60、84 辞职文字没有写明委员、只写常委会职务的，同样离任，分母减一', async () => {
  const place = await room.hall(31)
  const leaver = value(await own.client.roster.members({})).at(-1)
  const name = leaver?.name ?? ''
  const question = await resigns(place, name, '临江市人民代表大会常务委员会')
  const next = { personName: name, post: '临江市教育局局长' }
  const [appointing] = await room.askActs(place, await room.acts(place, [next]))
  if (!appointing) throw new Error('one question expected')
  expect(room.key(await room.opening(place, appointing))).toBe('rules.order.resignation-first')
  await room.decided(place, question)
  own.at('2026-11-26T09:30:00')
  expect(await inOffice()).toBe(30)
  expect((await room.open(place, appointing)).inOffice).toBe(30)
})
