import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Question, QuestionKind, Vote, VoteMethod } from '../../../shared/contract/ballot.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
beforeEach(() => {
  own = testKernel()
})
afterEach(() => own.dispose())

type Hall = { members: string[]; sessionId: string; sittingId: string; itemId: string }

/** A sitting with `count` in office of `seats`, `away` of them on leave, and one item. */
const hall = async (count: number, away = 0, seats = Math.max(count, 29)): Promise<Hall> => {
  const members = await withBody(own, { count, seats })
  const places = await withSitting(own, members, away)
  const facts = { rev: 0, sessionId: places.sessionId, kind: 'bill' as const, title: '某项议题' }
  return { members, ...places, itemId: value(await own.client.session.saveItem(facts)).id }
}

const ask = async (
  { itemId }: Hall,
  kind: QuestionKind = 'bill',
  method?: VoteMethod,
): Promise<Question> =>
  value(
    await own.client.ballot.ask({ itemId, kind, title: '某项决定', ...(method ? { method } : {}) }),
  )

const open = async (place: Hall, question: Question): Promise<Vote> =>
  value(await own.client.ballot.open({ questionId: question.id, sittingId: place.sittingId }))

const sides = (yes: number, against: number, abstain: number) => ({ for: yes, against, abstain })

const lock = (vote: Vote, tally?: ReturnType<typeof sides> & Record<string, number>) =>
  own.client.ballot.lock({ voteId: vote.id, rev: vote.rev, ...(tally ? { tally } : {}) })

describe('opening a vote', () => {
  it('case 9: keeps those on leave in the base and takes who is present at that moment', async () => {
    const place = await hall(31, 7)
    const vote = await open(place, await ask(place))
    expect(vote).toMatchObject({
      inOffice: 31,
      counts: { expected: 31, present: 24, onLeave: 7, absent: 0 },
      quorum: { base: 31, needed: 16, present: 24, met: true },
    })
    await own.client.attendance.depart({
      sittingId: place.sittingId,
      memberId: place.members[0] ?? '',
      at: '2026-11-26T09:10:00',
    })
    const again = value(await own.client.ballot.question({ id: vote.questionId }))
    expect(again.votes[0]?.counts.present).toBe(24)
  })

  it('case 1 and 6: is refused without a quorum, in the words of the verdict', async () => {
    const place = await hall(30, 15)
    const question = await ask(place)
    const answer = await own.client.ballot.open({
      questionId: question.id,
      sittingId: place.sittingId,
    })
    expect(refusal(answer)).toMatchObject({
      code: 'rule',
      message: { key: 'verdict.blocked.no-quorum', params: { present: 15, quorumNeeded: 16 } },
    })
    expect(value(await own.client.ballot.question({ id: question.id })).votes).toEqual([])
  })

  it('case 13: a quorum lost in the afternoon stops a motion of procedure too', async () => {
    const place = await hall(31, 13)
    const { sittingId, members } = place
    for (const memberId of members.slice(0, 4))
      value(await own.client.attendance.depart({ sittingId, memberId, at: '2026-11-26T09:05:00' }))
    const question = await ask(place, 'procedural', 'show-of-hands')
    const answer = await own.client.ballot.open({ questionId: question.id, sittingId })
    expect(refusal(answer).message?.key).toBe('verdict.blocked.no-quorum')
  })

  it('case 34: refuses the device for a dismissal and takes secret paper', async () => {
    const place = await hall(31)
    const question = await ask(place, 'dismissal', 'device')
    const where = { questionId: question.id, sittingId: place.sittingId }
    expect(refusal(await own.client.ballot.open(where)).message?.key).toBe(
      'verdict.blocked.secret-paper-required',
    )
    const paper = () => own.client.ballot.open({ ...where, method: 'secret-paper' })
    expect(refusal(await paper()).message?.key).toBe('ballot.chamber.defenceMissing')
    const { id, rev } = question
    value(await own.client.ballot.noteDefence({ id, rev, manner: 'in-person' }))
    const vote = value(await paper())
    expect(vote.method).toBe('secret-paper')
  })

  it('is refused while the roll has gaps, while another vote is open, and outside an open sitting', async () => {
    const place = await hall(31)
    const late = { rev: 0, name: '新来者', kind: 'ordinary' as const, startsOn: '2026-11-01' }
    value(await own.client.roster.saveMember(late))
    const first = await ask(place)
    const where = { sittingId: place.sittingId }
    const opening = (id: string) => own.client.ballot.open({ ...where, questionId: id })
    expect(refusal(await opening(first.id)).message?.key).toBe('ballot.rollNotCalled')
    value(await own.client.attendance.callRoll({ ...where, exceptions: [] }))
    const vote = value(await opening(first.id))
    const second = await ask(place)
    expect(refusal(await opening(second.id)).message?.key).toBe('ballot.anotherOpen')
    const sitting = value(await own.client.session.get({ id: place.sessionId })).sittings[0]
    const closing = { id: place.sittingId, rev: sitting?.rev ?? 0, state: 'adjourned' as const }
    expect(refusal(await own.client.session.setSittingState(closing)).message?.key).toBe(
      'session.voteOpen',
    )
    value(await lock(vote, sides(32, 0, 0)))
    value(await own.client.session.setSittingState(closing))
    expect(refusal(await opening(second.id)).message?.key).toBe('ballot.sittingNotOpen')
  })
})

describe('locking', () => {
  it('case 3: gives the verdict with its arithmetic and seals it', async () => {
    const place = await hall(30, 5)
    const locked = value(await lock(await open(place, await ask(place)), sides(15, 0, 10)))
    expect(locked.outcome).toMatchObject({
      verdict: 'failed',
      reason: 'short-by-1',
      threshold: { base: 30, needed: 16 },
      sentence: { key: 'verdict.failed.actual', params: { base: 30, needed: 16, for: 15, by: 1 } },
    })
    const entry = value(await own.client.journal.entries({}))[0]
    expect(locked.seal).toEqual({ seq: entry?.seq, hash: entry?.hash.slice(0, 8) })
  })

  it('case 10: asks for the base where seats would give another verdict, and keeps the choice', async () => {
    const place = await hall(32, 2, 35)
    const vote = await open(place, await ask(place))
    expect(refusal(await lock(vote, sides(17, 13, 0))).message).toEqual({
      key: 'ballot.chamber.baseChoiceNeeded',
      params: { inOffice: 32, seats: 35 },
    })
    const baseChoice = { base: 'quota' as const, note: '主任会议研究：按名额计' }
    const facts = { voteId: vote.id, rev: vote.rev, tally: sides(17, 13, 0) }
    const locked = value(await own.client.ballot.lock({ ...facts, baseChoice }))
    expect(locked).toMatchObject({
      base: 'quota',
      baseNote: baseChoice.note,
      outcome: { verdict: 'failed', otherBase: { base: 'actual', verdict: 'passed' } },
    })
  })

  it('case 10: takes no choice where both bases agree', async () => {
    const place = await hall(32, 2, 35)
    const vote = await open(place, await ask(place))
    const baseChoice = { base: 'quota' as const, note: '按名额' }
    const facts = { voteId: vote.id, rev: vote.rev, tally: sides(30, 0, 0) }
    const locked = value(await own.client.ballot.lock({ ...facts, baseChoice }))
    expect(locked).toMatchObject({ base: 'actual', baseNote: '', outcome: { otherBase: null } })
  })

  it('case x1: is refused while sums do not agree, and nothing is written', async () => {
    const place = await hall(41, 6)
    const vote = await open(place, await ask(place))
    const answer = await own.client.ballot.lock({
      voteId: vote.id,
      rev: vote.rev,
      tally: { ...sides(30, 2, 1), notPressed: 1 },
    })
    expect(refusal(answer).message?.key).toBe('verdict.inconsistent.sum-differs-from-present')
    expect(value(await own.client.ballot.question({ id: vote.questionId })).votes[0]).toMatchObject(
      {
        state: 'open',
        tally: null,
      },
    )
  })

  it('case 27: refuses more papers collected than issued; the round must be voided', async () => {
    const place = await hall(41, 6)
    const vote = await open(place, await ask(place, 'appointment', 'secret-paper'))
    const tally = { ...sides(36, 0, 0), issued: 35, collected: 36 }
    expect(refusal(await lock(vote, tally)).message?.key).toBe(
      'verdict.void.more-collected-than-issued',
    )
  })

  it('case 20: tacit consent takes no totals and stores none', async () => {
    const place = await hall(41, 6)
    const vote = await open(place, await ask(place, 'agenda', 'tacit'))
    const locked = value(await lock(vote))
    expect(locked).toMatchObject({
      tally: null,
      outcome: { verdict: 'passed', reason: 'no-objection' },
    })
  })

  it('case 32: spoiled papers stay in the base', async () => {
    const place = await hall(31)
    const vote = await open(place, await ask(place, 'appointment', 'secret-paper'))
    const tally = { ...sides(15, 14, 0), spoiled: 2, issued: 31, collected: 31 }
    expect(value(await lock(vote, tally)).outcome?.verdict).toBe('failed')
  })

  it('twice is refused, and so is a stale revision', async () => {
    const place = await hall(31)
    const vote = await open(place, await ask(place))
    value(await lock(vote, sides(31, 0, 0)))
    expect(refusal(await lock(vote, sides(31, 0, 0))).code).toBe('conflict')
    const again = await own.client.ballot.lock({
      voteId: vote.id,
      rev: vote.rev + 1,
      tally: sides(31, 0, 0),
    })
    expect(refusal(again).message?.key).toBe('ballot.notOpen')
  })
})

describe('void rounds and corrections', () => {
  it('case 26 and 35: a broken round is kept without figures, the next one counts', async () => {
    const place = await hall(31)
    const question = await ask(place)
    const first = await open(place, question)
    value(
      await own.client.ballot.void({ voteId: first.id, rev: first.rev, reason: '表决系统故障' }),
    )
    const second = value(
      await own.client.ballot.open({
        questionId: question.id,
        sittingId: place.sittingId,
        method: 'show-of-hands',
      }),
    )
    value(await lock(second, sides(20, 11, 0)))
    const whole = value(await own.client.ballot.question({ id: question.id }))
    expect(
      whole.votes.map(({ round, state, tally }) => [round, state, tally?.for ?? null]),
    ).toEqual([
      [1, 'void', null],
      [2, 'locked', 20],
    ])
    expect(whole.standing?.id).toBe(second.id)
    const third = await own.client.ballot.open({
      questionId: question.id,
      sittingId: place.sittingId,
    })
    expect(refusal(third).message?.key).toBe('ballot.alreadyDecided')
  })

  it('a correction is a new record with reason and a second name; the old one stays', async () => {
    const place = await hall(31)
    const vote = await open(place, await ask(place))
    const old = value(await lock(vote, sides(15, 16, 0)))
    const correct = (witness: string) =>
      own.client.ballot.correct({
        voteId: old.id,
        rev: old.rev,
        tally: sides(16, 15, 0),
        reason: '录入时颠倒',
        witness,
      })
    expect(refusal(await correct('经办人')).message?.key).toBe('ballot.witnessIsOperator')
    const fresh = value(await correct('复核人'))
    const whole = value(await own.client.ballot.question({ id: vote.questionId }))
    expect(whole.votes.map((one) => one.outcome?.verdict)).toEqual(['failed', 'passed'])
    expect(whole.standing?.id).toBe(fresh.id)
    expect(fresh).toMatchObject({
      correctsId: old.id,
      correctionReason: '录入时颠倒',
      witness: '复核人',
    })
    expect(refusal(await correct('第三人')).message?.key).toBe('ballot.alreadyCorrected')
  })

  it('a correction that changes no figure is refused and leaves no record', async () => {
    const place = await hall(31)
    const vote = await open(place, await ask(place))
    const old = value(await lock(vote, sides(20, 1, 0)))
    const facts = { voteId: old.id, rev: old.rev, reason: '录入有误', witness: '复核人' }
    const correct = (tally: object) =>
      own.client.ballot.correct({ ...facts, tally: { ...sides(20, 1, 0), ...tally } })
    expect(refusal(await correct({})).message?.key).toBe('ballot.chamber.correctsNothing')
    const whole = await correct({ notPressed: 10 })
    expect(refusal(whole).message?.key).toBe('ballot.chamber.correctsNothing')
    const { votes } = value(await own.client.ballot.question({ id: vote.questionId }))
    expect(votes).toHaveLength(1)
    value(await correct({ against: 2 }))
  })

  it('the file itself refuses to change a sealed vote or delete any', async () => {
    const place = await hall(31)
    value(await lock(await open(place, await ask(place)), sides(31, 0, 0)))
    await own.kernel.close()
    const db = new Database(own.file)
    expect(() => db.exec('UPDATE vote SET tallyFor = 0')).toThrow(/never changes/)
    expect(() => db.exec('DELETE FROM vote')).toThrow(/never deleted/)
    db.close()
  })
})

describe('secrecy', () => {
  it('no text in the file ties a member to a side, not even by order or time', async () => {
    const place = await hall(31)
    const vote = await open(place, await ask(place, 'appointment', 'secret-paper'))
    const tally = { ...sides(29, 1, 1), issued: 31, collected: 31 }
    value(await lock(vote, tally))
    const entries = value(await own.client.journal.entries({}))
    const ofVote = entries.filter((entry) => entry.command.startsWith('ballot.'))
    expect(ofVote.map((entry) => entry.command)).toEqual([
      'ballot.lock',
      'ballot.open',
      'ballot.ask',
    ])
    for (const { payload } of ofVote)
      for (const member of place.members) expect(payload).not.toContain(`"${member}"`)
  })
})
