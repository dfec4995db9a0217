import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Question } from '../../../shared/contract/ballot.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, sides, type Hall } from '../../../test/builders/chamber.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
beforeEach(() => {
  own = testKernel()
  room = chamber(own)
})
afterEach(() => own.dispose())

const words = { reason: '录入有误', witness: '复核人' }

/** The last member's resignation from the committee, put to the vote. */
const resignation = async (place: Hall): Promise<Question> => {
  const leaver = value(await own.client.roster.members({})).at(-1)
  const post = '临江市人民代表大会常务委员会委员'
  const line = { act: 'accept-resignation' as const, verb: '接受', post }
  const ids = await room.acts(place, [{ ...line, personName: leaver?.name ?? '' }])
  const [question] = await room.askActs(place, ids)
  if (!question) throw new Error('one question expected')
  return question
}

const incidents = async ({ sittingId }: Hall): Promise<string[]> =>
  value(await own.client.incident.list({ sittingId })).map(({ text }) => text)

describe('a clock put back', () => {
  it('brings nobody who has left into the base again, and keeps the rounds in order', async () => {
    const place = await room.hall(30)
    own.at('2026-11-26T10:00:00')
    const left = await room.decided(place, await resignation(place))
    own.at('2026-11-26T09:40:00')
    const roll = value(await own.client.attendance.roll({ sittingId: place.sittingId }))
    expect([roll.counts.expected, roll.quorum.needed]).toEqual([29, 15])
    const bill = await room.ask(place)
    const order = value(await own.client.ballot.order({ sessionId: place.sessionId }))
    const shift = order.find((one) => one.questionId === bill.id)?.baseShift
    expect(shift?.params).toMatchObject({ from: 30, to: 29 })
    const vote = await room.open(place, bill)
    expect(vote).toMatchObject({ inOffice: 29, openedAt: left.closedAt })
    const locked = await room.lock(vote, sides(16, 13))
    expect(locked.closedAt).toBe(left.closedAt)
    const { id, rev } = value(await own.client.session.get({ id: place.sessionId }))
      .sittings[0] ?? {
      ...{ id: '', rev: 0 },
    }
    const adjourned = { id, rev, state: 'adjourned' as const }
    expect(value(await own.client.session.setSittingState(adjourned)).endsAt).toBe(left.closedAt)
    const record = value(await own.client.attendance.roll({ sittingId: place.sittingId }))
    expect(record.counts.expected).toBe(29)
    expect(locked.outcome).toMatchObject({ verdict: 'passed', threshold: { base: 29, needed: 15 } })
  })
})

describe('the membership moves while a round is open', () => {
  it('so that nothing can be locked on it: by the roster, on a vote and on a paper', async () => {
    const place = await room.hall(31)
    const [first, second] = value(await own.client.roster.members({})).slice(-2)
    const leaves = async (gone: typeof first) => {
      if (!gone) throw new Error('members expected')
      const { id, rev, name, kind, startsOn } = gone
      const end = { endsAt: '2026-11-25', endReason: 'other' as const }
      value(await own.client.roster.saveMember({ id, rev, name, kind, startsOn, ...end }))
    }
    const vote = await room.open(place, await room.ask(place))
    await leaves(second)
    const moved = 'ballot.chamber.membersMoved'
    expect(room.key(await room.locking(vote, sides(31)))).toBe(moved)
    value(await own.client.ballot.void({ voteId: vote.id, rev: vote.rev, reason: '名册更正' }))
    const again = await room.open(place, { id: vote.questionId })
    expect(again.inOffice).toBe(30)
    await room.lock(again, sides(30))

    const { sittingId } = place
    const questionIds = [(await room.ask(place)).id, (await room.ask(place)).id]
    const sheet = value(await own.client.ballot.openSheet({ questionIds, sittingId }))
    await leaves(first)
    const tally = { ...sides(30), spoiled: 0 }
    const lines = sheet.votes.map((line) => ({ voteId: line.id, tally }))
    const papers = { sheetId: sheet.id, rev: sheet.rev, issued: 30, collected: 30, lines }
    expect(room.key(await own.client.ballot.lockSheet(papers))).toBe(moved)
  })

  it('by a correction made meanwhile', async () => {
    const place = await room.hall(31)
    own.at('2026-11-26T09:20:00')
    const left = await room.decided(place, await resignation(place))
    own.at('2026-11-26T09:30:00')
    const vote = await room.open(place, await room.ask(place))
    const { id: voteId, rev } = left
    value(await own.client.ballot.correct({ voteId, rev, tally: sides(3, 28), ...words }))
    const answer = await room.locking(vote, sides(30))
    expect(room.key(answer)).toBe('ballot.chamber.membersMoved')
  })
})

describe('a correction that shakes later results', () => {
  it('算例 60、84 辞职更正为未通过的，其后按少一人计算的结果逐件记下，原结果不变', async () => {
    const place = await room.hall(30)
    const resign = await resignation(place)
    own.at('2026-11-26T09:20:00')
    const { id: voteId, rev } = await room.decided(place, resign)
    own.at('2026-11-26T09:30:00')
    const bill = await room.ask(place, 'bill', { title: '决议草案' })
    const close = await room.lock(await room.open(place, bill), sides(16, 13))
    expect(close.outcome?.verdict).toBe('passed')
    own.at('2026-11-26T09:40:00')
    const facts = { voteId, rev, tally: sides(3, 27), ...words }
    own.events.length = 0
    const corrected = value(await own.client.ballot.correct(facts))
    expect(corrected.closedAt).toBe('2026-11-26T09:40:00')
    // All who look at what it moves are told: the acts, the members, the roll and the incidents.
    const told = ['ballot', 'appointment', 'roster', 'attendance', 'incident']
    expect(own.events).toMatchObject([{ changed: { topics: expect.arrayContaining(told) } }])
    const [text, ...more] = await incidents(place)
    expect(text).toContain('“决议草案”的结果须由主持人裁定')
    expect(text).toContain('组成人员应为 30 人，当时按 29 人计算')
    expect(more).toEqual([])
    // What is known is not noted again by the next correction.
    own.at('2026-11-26T09:45:00')
    const again = { voteId: corrected.id, rev: corrected.rev, tally: sides(4, 26), ...words }
    value(await own.client.ballot.correct(again))
    expect(await incidents(place)).toEqual([text])
    const { standing } = value(await own.client.ballot.question({ id: bill.id }))
    expect(standing).toEqual(close)
  })

  it('算例 59 免职更正为未通过的，其后的任命记下待裁定', async () => {
    const place = await room.hall(31)
    const post = '临江市财政局局长'
    const ids = await room.acts(place, [
      { act: 'remove', verb: '免去', personName: '李某', post },
      { personName: '张某', post },
    ])
    const [remove, appoint] = await room.askActs(place, ids)
    if (!remove || !appoint) throw new Error('two questions expected')
    const { id: voteId, rev } = await room.decided(place, remove)
    await room.decided(place, appoint)
    value(await own.client.ballot.correct({ voteId, rev, tally: sides(3, 28), ...words }))
    const [text, ...more] = await incidents(place)
    expect(text).toContain(`${post}仍由李某担任`)
    expect(more).toEqual([])
  })

  it('notes nothing where the verdict stays, and is refused once the session is closed', async () => {
    const place = await room.hall(31)
    const first = await room.decided(place, await resignation(place))
    await room.decided(place, await room.ask(place))
    const facts = { voteId: first.id, rev: first.rev, ...words }
    const next = value(await own.client.ballot.correct({ ...facts, tally: sides(30, 1) }))
    expect(await incidents(place)).toEqual([])
    const { client } = own
    const detail = value(await client.session.get({ id: place.sessionId }))
    const [sitting] = detail.sittings
    const { id, rev } = sitting ?? { id: '', rev: 0 }
    value(await client.session.setSittingState({ id, rev, state: 'adjourned' }))
    const whole = { id: detail.id, rev: detail.rev, state: 'closed' as const }
    value(await client.session.setState(whole))
    const again = { voteId: next.id, rev: next.rev, tally: sides(3, 28), ...words }
    expect(room.key(await client.ballot.correct(again))).toBe('session.closed')
  })
})

describe('one paper, one base', () => {
  it('算例 10 一张票上有一行两种分母结论不同的，选定的分母各行通用', async () => {
    const place = await room.hall(32, 0, 35)
    const { sittingId } = place
    const one = await room.ask(place)
    const two = await room.ask(place)
    const questionIds = [one.id, two.id]
    const sheet = value(await own.client.ballot.openSheet({ questionIds, sittingId }))
    const tallies = [
      { ...sides(17, 15), spoiled: 0 },
      { ...sides(32), spoiled: 0 },
    ]
    const lines = sheet.votes.flatMap(({ id }, n) => {
      const tally = tallies[n]
      return tally ? [{ voteId: id, tally }] : []
    })
    const papers = { sheetId: sheet.id, rev: sheet.rev, issued: 32, collected: 32, lines }
    const needed = 'ballot.chamber.baseChoiceNeeded'
    expect(room.key(await own.client.ballot.lockSheet(papers))).toBe(needed)
    const baseChoice = { base: 'quota' as const, note: '主任会议决定' }
    const locked = value(await own.client.ballot.lockSheet({ ...papers, baseChoice }))
    expect(locked.votes.map(({ base, baseNote }) => [base, baseNote])).toEqual([
      ['quota', '主任会议决定'],
      ['quota', '主任会议决定'],
    ])
    expect(locked.votes.map(({ outcome }) => outcome?.verdict)).toEqual(['failed', 'passed'])
  })
})

describe('a paper whose first line ends a membership', () => {
  it('算例 60 各行分母相同，锁定之后才少一人', async () => {
    const place = await room.hall(31)
    const { sittingId } = place
    const questionIds = [(await resignation(place)).id, (await room.ask(place)).id]
    const sheet = value(await own.client.ballot.openSheet({ questionIds, sittingId }))
    const lines = sheet.votes.map(({ id }) => ({
      voteId: id,
      tally: { ...sides(16, 15), spoiled: 0 },
    }))
    const papers = { sheetId: sheet.id, rev: sheet.rev, issued: 31, collected: 31, lines }
    const locked = value(await own.client.ballot.lockSheet(papers))
    expect(locked.votes.map(({ inOffice, outcome }) => [inOffice, outcome?.threshold])).toEqual([
      [31, { base: 31, needed: 16 }],
      [31, { base: 31, needed: 16 }],
    ])
    expect(value(await own.client.roster.membership({})).inOffice).toBe(30)
    expect((await room.open(place, await room.ask(place))).inOffice).toBe(30)
  })
})

describe('the item', () => {
  const stateOf = async ({ sessionId, itemId }: Hall) =>
    value(await own.client.session.get({ id: sessionId })).items.find(({ id }) => id === itemId)

  it('算例 41 撤下议程的不再付表决；开始表决后不能撤下', async () => {
    const place = await room.hall(31)
    const question = await room.ask(place)
    const mark = async (state: 'withdrawn' | 'current') => {
      const item = await stateOf(place)
      return own.client.session.setItemState({ id: place.itemId, rev: item?.rev ?? 0, state })
    }
    value(await mark('withdrawn'))
    const gone = 'ballot.chamber.itemSettled.withdrawn'
    expect(room.key(await room.opening(place, question))).toBe(gone)
    value(await mark('current'))
    await room.open(place, question)
    expect(room.key(await mark('withdrawn'))).toBe('rules.withdraw.begun')
  })

  it('is not decided while acts on it wait for their vote', async () => {
    const place = await room.hall(31)
    const post = '临江市中级人民法院审判员'
    const [first = '', second = ''] = await room.acts(place, [
      { personName: '审甲', post },
      { personName: '审乙', post },
    ])
    const decide = async (id: string) => {
      const [question] = await room.askActs(place, [id])
      if (question) await room.decided(place, question)
      return (await stateOf(place))?.state
    }
    expect(await decide(first)).not.toBe('decided')
    expect(await decide(second)).toBe('decided')
  })

  it('of procedure is decided by its own question, another by no motion of procedure', async () => {
    const place = await room.hall(31)
    const itemId = await room.item(place, 'procedural', '通过列席人员名单')
    await room.decided(place, value(await own.client.ballot.askItem({ itemId })))
    expect((await stateOf({ ...place, itemId }))?.state).toBe('decided')
    await room.decided(place, await room.ask(place, 'procedural', { motion: 'defer-vote' }))
    expect((await stateOf(place))?.state).not.toBe('decided')
  })
})
