import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sheet } from '../../../shared/contract/ballot.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
beforeEach(() => {
  own = testKernel()
  room = chamber(own)
})
afterEach(() => own.dispose())

const posts = ['临江市财政局局长', '临江市教育局局长', '临江市水务局局长']

/** A paper with a line for each of three persons. */
const paper = async (away = 0, count = 41): Promise<{ place: Hall; sheet: Sheet }> => {
  const place = await room.hall(count, away)
  const acts = posts.map((post, n) => ({ personName: `候选${'甲乙丙'[n] ?? ''}`, post }))
  const questions = await room.askActs(place, await room.acts(place, acts))
  const questionIds = questions.map((question) => question.id)
  const sheet = value(
    await own.client.ballot.openSheet({ questionIds, sittingId: place.sittingId }),
  )
  return { place, sheet }
}

const line = (yes: number, against = 0, abstain = 0, spoiled = 0) => ({
  for: yes,
  against,
  abstain,
  spoiled,
})

const locking = (
  sheet: Sheet,
  issued: number,
  collected: number,
  tallies: ReturnType<typeof line>[],
) =>
  own.client.ballot.lockSheet({
    sheetId: sheet.id,
    rev: sheet.rev,
    issued,
    collected,
    lines: sheet.votes.map((vote, n) => ({ voteId: vote.id, tally: tallies[n] ?? line(0) })),
  })

describe('a paper with several lines', () => {
  it('算例 28、29 收回少于发出有效；按人按项判：空白弃权，不清为废', async () => {
    const { place, sheet } = await paper(6)
    const tallies = [line(33), line(32, 0, 1), line(32, 0, 0, 1)]
    const locked = value(await locking(sheet, 35, 33, tallies))
    expect(locked.state).toBe('locked')
    expect(locked.votes.map((vote) => vote.tally)).toMatchObject([
      { for: 33, abstain: 0, spoiled: 0, issued: 35, collected: 33 },
      { for: 32, abstain: 1, spoiled: 0 },
      { for: 32, abstain: 0, spoiled: 1 },
    ])
    expect(locked.votes.every((vote) => vote.outcome?.threshold?.base === 41)).toBe(true)
    const entry = value(await own.client.journal.entries({}))[0]
    expect(locked.votes.map((vote) => vote.seal?.seq)).toEqual([entry?.seq, entry?.seq, entry?.seq])
    const nominations = value(await own.client.appointment.nominations(place))
    expect(nominations[0]?.acts.map((act) => act.outcome)).toEqual(['passed', 'passed', 'passed'])
    const sheets = value(await own.client.ballot.sheets({ sessionId: place.sessionId }))
    expect(sheets).toEqual([locked])
  })

  it('算例 27 收回多于发出，整次投票无效：拒绝锁定，整张作废，不留票数', async () => {
    const { place, sheet } = await paper(6)
    const answer = await locking(sheet, 35, 36, [line(36), line(36), line(36)])
    expect(refusal(answer)).toMatchObject({
      message: { key: 'ballot.chamber.sheetOvercount', params: { issued: 35, collected: 36 } },
      fields: { collected: { key: 'ballot.chamber.sheetOvercount' } },
    })
    const [voteOn] = sheet.votes
    const single = { voteId: voteOn?.id ?? '', rev: voteOn?.rev ?? 0 }
    const alone = await own.client.ballot.void({ ...single, reason: '单独作废' })
    expect(room.key(alone)).toBe('ballot.chamber.onSheet')
    const reason = '收回多于发出'
    const { id: sheetId, rev } = sheet
    const voided = value(await own.client.ballot.voidSheet({ sheetId, rev, reason }))
    expect(voided.votes.map(({ state, tally, voidReason }) => [state, tally, voidReason])).toEqual(
      posts.map(() => ['void', null, reason]),
    )
    const questionIds = sheet.votes.map((vote) => vote.questionId)
    const again = await own.client.ballot.openSheet({ questionIds, sittingId: place.sittingId })
    expect(value(again).votes.map((vote) => vote.round)).toEqual([2, 2, 2])
  })

  it('算例 30 同时画两种符号的，只废该人该项', async () => {
    const { sheet } = await paper(6)
    const tallies = [line(34, 0, 0, 1), line(35), line(35)]
    const locked = value(await locking(sheet, 35, 35, tallies))
    expect(locked.votes.map((vote) => vote.tally?.spoiled)).toEqual([1, 0, 0])
  })

  it('算例 31 票上另写他人不予计算，原人选按符号判：没有另选他人的栏', async () => {
    const { sheet } = await paper(6)
    const [first] = sheet.votes
    const lines = sheet.votes.map(({ id: voteId }) => ({ voteId, tally: line(35) }))
    const written = { ...line(34, 0, 1), others: [{ name: '另写者', count: 1 }] }
    const { id: sheetId, rev } = sheet
    const facts = { sheetId, rev, issued: 35, collected: 35 }
    const marked = [{ voteId: first?.id ?? '', tally: written }, ...lines.slice(1)]
    const locked = value(await own.client.ballot.lockSheet({ ...facts, lines: marked }))
    expect(locked.votes[0]?.tally).toEqual({
      ...{ for: 34, against: 0, abstain: 1, notPressed: 0, spoiled: 0 },
      ...{ issued: 35, collected: 35 },
    })
  })

  it('算例 32 废票不减分母', async () => {
    const { sheet } = await paper(0, 31)
    const tallies = [line(15, 14, 0, 2), line(31), line(31)]
    const locked = value(await locking(sheet, 31, 31, tallies))
    expect(locked.votes[0]?.outcome).toMatchObject({
      verdict: 'failed',
      threshold: { base: 31, needed: 16 },
    })
  })

  it('names the line whose sum disagrees and locks none', async () => {
    const { place, sheet } = await paper(6)
    const answer = await locking(sheet, 35, 35, [line(35), line(30, 4), line(35)])
    expect(refusal(answer)).toMatchObject({
      message: { key: 'verdict.inconsistent.sum-differs-from-collected' },
      fields: { 'lines.1.tally': { key: 'verdict.inconsistent.sum-differs-from-collected' } },
    })
    const [still] = value(await own.client.ballot.sheets({ sessionId: place.sessionId }))
    expect(still?.votes.map((vote) => vote.state)).toEqual(['open', 'open', 'open'])
    const two = { ...sheet, votes: sheet.votes.slice(1) }
    expect(room.key(await locking(two, 35, 35, [line(35), line(35)]))).toBe(
      'ballot.chamber.sheetLines',
    )
  })

  it('names in the entry of the lock who watched over the count and who counted each line', async () => {
    const place = await room.hall(31)
    const asked = [await room.ask(place), await room.ask(place)]
    const scrutineers = place.members.slice(4, 6)
    const { sittingId } = place
    const questionIds = asked.map((question) => question.id)
    const opened = { questionIds, sittingId, scrutineers }
    const sheet = value(await own.client.ballot.openSheet(opened))
    const totals = { ...line(31), issued: 31, collected: 31 }
    const [first, second] = sheet.votes.map((vote) => vote.id)
    const count = async (voteId: string | undefined, teller: 1 | 2, name: string) => {
      const counted = { voteId: voteId ?? '', teller, name, totals, done: true }
      value(await own.client.ballot.keepCount(counted))
    }
    await count(first, 1, '计票甲')
    await count(first, 2, '计票乙')
    await count(second, 1, '计票乙')
    await count(second, 2, '计票丙')
    const locked = value(await locking(sheet, 31, 31, [line(31), line(31)]))
    const names = locked.votes[0]?.scrutineers
    expect(names).toHaveLength(2)
    const [entry] = value(await own.client.journal.entries({}))
    expect(JSON.parse(entry?.payload ?? '')).toMatchObject({
      scrutineers: names,
      tellers: ['计票甲', '计票乙', '计票丙'],
    })
  })

  it('算例 13 法定人数不足的，不得锁定', async () => {
    const { place, sheet } = await paper(6)
    const { sittingId, members } = place
    for (const memberId of members.slice(0, 15))
      value(await own.client.attendance.depart({ sittingId, memberId }))
    const lines = [line(35), line(35), line(35)]
    expect(room.key(await locking(sheet, 35, 35, lines))).toBe('ballot.chamber.quorumLost')
    value(await own.client.attendance.arrive({ sittingId, memberId: members[0] ?? '' }))
    expect(value(await locking(sheet, 35, 35, lines)).state).toBe('locked')
  })

  it('is locked with each of its lines once, and no other', async () => {
    const { sheet } = await paper()
    const own3 = sheet.votes.map(({ id: voteId }) => ({ voteId, tally: line(41) }))
    const strange = { voteId: 'strange', tally: line(41) }
    const papers = { sheetId: sheet.id, rev: sheet.rev, issued: 41, collected: 41 }
    for (const lines of [
      own3.slice(1),
      [...own3, ...own3.slice(2)],
      [...own3.slice(1), strange],
      [...own3, strange],
    ])
      expect(room.key(await own.client.ballot.lockSheet({ ...papers, lines }))).toBe(
        'ballot.chamber.sheetLines',
      )
    expect(value(await own.client.ballot.lockSheet({ ...papers, lines: own3 })).state).toBe(
      'locked',
    )
  })

  it('is the one thing open in its sitting, and a line is corrected by itself', async () => {
    const { place, sheet } = await paper(6)
    const other = await room.ask({ itemId: await room.item(place) })
    expect(room.key(await room.opening(place, other))).toBe('ballot.anotherOpen')
    const locked = value(await locking(sheet, 35, 35, [line(35), line(35), line(35)]))
    const [first] = locked.votes
    const corrected = value(
      await own.client.ballot.correct({
        voteId: first?.id ?? '',
        rev: first?.rev ?? 0,
        tally: { ...line(34, 1), issued: 35, collected: 35 },
        reason: '复核',
        witness: '见证人',
      }),
    )
    expect(corrected).toMatchObject({ sheetId: sheet.id, correctsId: first?.id })
    const [after] = value(await own.client.ballot.sheets({ sessionId: place.sessionId }))
    expect(after?.votes.map((vote) => vote.tally?.for)).toEqual([35, 35, 35])
  })
})
