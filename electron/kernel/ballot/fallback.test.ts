import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, sides } from '../../../test/builders/chamber.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
beforeEach(() => {
  own = testKernel()
  room = chamber(own)
})
afterEach(() => own.dispose())

const fallingBack = (vote: { id: string; rev: number }, more: object = {}) =>
  own.client.ballot.fallBack({ voteId: vote.id, rev: vote.rev, reason: '表决器故障', ...more })

describe('falling back', () => {
  it('算例 26 一步作废本轮、改用举手、记下情况；原轮不留票数', async () => {
    const place = await room.hall(31, 2)
    const broken = await room.open(place, await room.ask(place))
    value(await own.client.ballot.keepDraft({ voteId: broken.id, draft: { totals: { for: 12 } } }))
    own.at('2026-11-26T09:12:00')
    const next = value(await fallingBack(broken))
    expect(next).toMatchObject({
      round: 2,
      method: 'show-of-hands',
      fallbackOf: broken.id,
      state: 'open',
      openedAt: '2026-11-26T09:12:00',
    })
    const { votes, method } = value(await own.client.ballot.question({ id: next.questionId }))
    expect(method).toBe('show-of-hands')
    expect(votes[0]).toMatchObject({ state: 'void', tally: null, voidReason: '表决器故障' })
    expect(votes[0]?.seal?.seq).toBe(value(await own.client.journal.entries({}))[0]?.seq)
    expect(value(await own.client.incident.list({ sittingId: place.sittingId }))).toMatchObject([
      { kind: 'device', text: '表决器故障', voteId: broken.id, at: '2026-11-26T09:12:00' },
    ])
    expect(value(await own.client.ballot.drafts({ sessionId: place.sessionId }))).toEqual([])
  })

  it('算例 26、35 表决器、举手、纸票依次改用，只公布有效轮', async () => {
    const place = await room.hall(31, 2)
    const first = await room.open(place, await room.ask(place))
    const second = value(await fallingBack(first))
    const third = value(await fallingBack(second, { reason: '举手数不清' }))
    expect(third.method).toBe('secret-paper')
    expect(room.key(await fallingBack(third))).toBe('ballot.chamber.noFallback')
    const locked = await room.lock(third, { ...sides(29), issued: 29, collected: 29 })
    const question = value(await own.client.ballot.question({ id: locked.questionId }))
    expect(question.votes.map((vote) => vote.state)).toEqual(['void', 'void', 'locked'])
    expect(question.standing?.id).toBe(locked.id)
  })

  it('takes the body’s own method where keypads fail, and only there', async () => {
    const place = await room.hall(31)
    await room.setParameter('fallbackMethod', 'secret-paper')
    const keypads = await room.open(place, await room.ask(place), 'device')
    const paper = value(await fallingBack(keypads))
    expect(paper.method).toBe('secret-paper')
    value(await own.client.ballot.void({ voteId: paper.id, rev: paper.rev, reason: '票样有误' }))
    const named = await room.open(place, await room.ask(place), 'named')
    expect(value(await fallingBack(named)).method).toBe('show-of-hands')
  })

  it('tells those who look at the incidents, and leaves nothing half entered behind', async () => {
    const place = await room.hall(31)
    const vote = await room.open(place, await room.ask(place))
    const draft = { totals: sides(12, 3) }
    value(await own.client.ballot.keepDraft({ voteId: vote.id, draft }))
    own.events.length = 0
    value(await fallingBack(vote))
    expect(own.events).toMatchObject([
      { changed: { topics: expect.arrayContaining(['ballot', 'incident']) } },
    ])
    await own.kernel.close()
    const db = new Database(own.file, { readonly: true })
    expect(db.prepare("SELECT key FROM kept WHERE key LIKE 'ballot.%'").all()).toEqual([])
    db.close()
  })

  it('skips what the law forbids for the question, and takes no unlawful method', async () => {
    const place = await room.hall(31)
    const recall = await room.ask(place, 'recall', { method: 'device' })
    const vote = await room.open(place, recall)
    expect(room.key(await fallingBack(vote, { method: 'show-of-hands' }))).toBe(
      'verdict.blocked.secret-vote-required',
    )
    expect(value(await fallingBack(vote)).method).toBe('secret-paper')
  })

  it('算例 34 改用纸票时，本级规则要求的监票人不足，拒绝', async () => {
    const place = await room.hall(31)
    await room.setParameter('scrutineerCount', 2)
    const vote = await room.open(place, await room.ask(place), 'show-of-hands')
    expect(room.key(await fallingBack(vote))).toBe('ballot.chamber.scrutineersFew')
    const next = value(await fallingBack(vote, { scrutineers: place.members.slice(4, 6) }))
    expect(next).toMatchObject({ method: 'secret-paper', round: 2 })
    expect(next.scrutineers).toHaveLength(2)
  })

  it('算例 33 监票人已离席的，不带入下一轮', async () => {
    const place = await room.hall(31)
    const [stays = '', goes = ''] = place.members.slice(4, 6)
    const question = await room.ask(place)
    const vote = await room.open(place, question, 'device', [stays, goes])
    value(await own.client.attendance.depart({ sittingId: place.sittingId, memberId: goes }))
    const names = value(await own.client.roster.members({}))
    const next = value(await fallingBack(vote))
    expect(next.scrutineers).toEqual([names.find(({ id }) => id === stays)?.name])
  })

  it('leaves the round as it is where the next one cannot be opened', async () => {
    const place = await room.hall(31, 15)
    const vote = await room.open(place, await room.ask(place))
    const { sittingId, members } = place
    value(await own.client.attendance.depart({ sittingId, memberId: members[0] ?? '' }))
    expect(room.key(await fallingBack(vote))).toBe('verdict.blocked.no-quorum')
    const { votes } = value(await own.client.ballot.question({ id: vote.questionId }))
    expect(votes.map((one) => one.state)).toEqual(['open'])
    expect(value(await own.client.incident.list({ sittingId }))).toEqual([])
  })

  it('算例 25 按键多于到会，无效，须重新表决', async () => {
    const place = await room.hall(41, 6)
    const vote = await room.open(place, await room.ask(place))
    expect(room.key(await room.locking(vote, sides(36)))).toBe(
      'verdict.void.more-votes-than-present',
    )
  })
})

describe('the quorum at the lock', () => {
  it('算例 13 宣布结果时法定人数已不足，不得锁定；人回来即可', async () => {
    const place = await room.hall(31, 15)
    const vote = await room.open(place, await room.ask(place))
    const who = { sittingId: place.sittingId, memberId: place.members[0] ?? '' }
    value(await own.client.attendance.depart(who))
    expect(refusal(await room.locking(vote, sides(16))).message).toEqual({
      key: 'ballot.chamber.quorumLost',
      params: { present: 15, needed: 16 },
    })
    own.at('2026-11-26T09:15:00')
    value(await own.client.attendance.arrive(who))
    expect((await room.lock(vote, sides(16))).outcome?.verdict).toBe('passed')
  })

  it('is not asked again where the body’s rules say so', async () => {
    const place = await room.hall(31, 15)
    await room.setParameter('quorumRecheck', false)
    const vote = await room.open(place, await room.ask(place))
    const who = { sittingId: place.sittingId, memberId: place.members[0] ?? '' }
    value(await own.client.attendance.depart(who))
    expect((await room.lock(vote, sides(16))).state).toBe('locked')
  })
})
