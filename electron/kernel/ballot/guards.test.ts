import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Act } from '../../../shared/contract/appointment.ts'
import type { Question } from '../../../shared/contract/ballot.ts'
import {
  refusal,
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
  members = await withBody(own, { count: 29 })
  ;({ sessionId, sittingId } = await withSitting(own, members))
  const item = { rev: 0, sessionId, kind: 'appointment' as const, title: '人事任免' }
  itemId = value(await own.client.session.saveItem(item)).id
})
afterEach(() => own.dispose())

const keyOf = async (reply: Promise<Parameters<typeof refusal>[0]>): Promise<string | undefined> =>
  refusal(await reply).message?.key

const nominate = async (
  item: string,
  acts: Pick<Act, 'act' | 'verb' | 'personName' | 'post'>[],
) => {
  const { id } = value(
    await own.client.appointment.saveNomination({
      rev: 0,
      itemId: item,
      nominator: '市长',
      nominatorKind: 'government-head',
    }),
  )
  return value(await own.client.appointment.addActs({ nominationId: id, acts }))
}

const bureau = {
  act: 'appoint',
  verb: '任命',
  personName: '沈知远',
  post: '临江市财政局局长',
} as const

const openSitting = async (kind: 'group' | 'joint'): Promise<string> => {
  const { id, rev } = value(
    await own.client.session.saveSitting({
      rev: 0,
      sessionId,
      kind,
      groupName: kind === 'group' ? '第一组' : '',
      startsAt: '2026-11-26T09:05:00',
    }),
  )
  value(await own.client.session.setSittingState({ id, rev, state: 'open' }))
  value(await own.client.attendance.callRoll({ sittingId: id, exceptions: [] }))
  return id
}

const askBill = async (): Promise<Question> =>
  value(await own.client.ballot.ask({ itemId, kind: 'bill', title: '某项决定' }))

const otherSession = async (): Promise<{ session: string; item: string }> => {
  const day = { startsOn: '2026-12-20', endsOn: '2026-12-20' }
  const { id } = value(await own.client.session.save({ rev: 0, number: 21, ...day }))
  const facts = { rev: 0, sessionId: id, kind: 'appointment' as const, title: '人事任免' }
  return { session: id, item: value(await own.client.session.saveItem(facts)).id }
}

describe('a vote', () => {
  it('is not taken in a group sitting, and is in a joint one', async () => {
    const questionId = (await askBill()).id
    const group = await openSitting('group')
    expect(await keyOf(own.client.ballot.open({ questionId, sittingId: group }))).toBe(
      'ballot.groupSitting',
    )
    const joint = await openSitting('joint')
    expect(value(await own.client.ballot.open({ questionId, sittingId: joint })).state).toBe('open')
  })

  it('on one question runs in one sitting at a time', async () => {
    const questionId = (await askBill()).id
    const joint = await openSitting('joint')
    value(await own.client.ballot.open({ questionId, sittingId }))
    expect(await keyOf(own.client.ballot.open({ questionId, sittingId: joint }))).toBe(
      'ballot.openElsewhere',
    )
  })
})

describe('acts put to the vote', () => {
  it('named twice make one question', async () => {
    const { acts } = await nominate(itemId, [bureau])
    const id = acts[0]?.id ?? ''
    const asked = { itemId, actIds: [id, id], manner: 'individually' as const }
    expect(value(await own.client.ballot.askActs(asked))).toHaveLength(1)
  })

  it('stay within the session they were proposed for', async () => {
    const { item } = await otherSession()
    const { id, rev, acts } = await nominate(itemId, [bureau])
    const actIds = acts.map((act) => act.id)
    expect(await keyOf(own.client.ballot.askActs({ itemId: item, actIds, manner: 'merged' }))).toBe(
      'appointment.otherSession',
    )
    const moved = {
      id,
      rev,
      itemId: item,
      nominator: '主任会议',
      nominatorKind: 'council' as const,
    }
    expect(await keyOf(own.client.appointment.saveNomination(moved))).toBe(
      'appointment.otherSession',
    )
  })

  it('take along what ends with them, but not what was withdrawn', async () => {
    const resign = {
      act: 'accept-resignation',
      verb: '接受',
      personName: '沈知远',
      post: '临江市第九届人民代表大会代表',
    } as const
    const ends = { ...resign, act: 'end', verb: '相应终止' } as const
    const { id, acts } = await nominate(itemId, [resign, ends, { ...ends, post: '另一职务' }])
    const [first, , third] = acts
    value(
      await own.client.appointment.withdrawAct({
        id: third?.id ?? '',
        rev: third?.rev ?? 0,
        reason: '录入重复',
      }),
    )
    const asked = { itemId, actIds: [first?.id ?? ''], manner: 'individually' as const }
    const questionId = value(await own.client.ballot.askActs(asked))[0]?.id ?? ''
    const vote = value(await own.client.ballot.open({ questionId, sittingId }))
    const tally = { for: 29, against: 0, abstain: 0 }
    value(await own.client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
    const after = value(await own.client.appointment.nominations({ sessionId }))
    const outcomes = after.find((one) => one.id === id)?.acts.map((act) => act.outcome)
    expect(outcomes).toEqual(['passed', 'passed', 'withdrawn'])
  })

  it('take effect on the day of the vote however often the result is corrected', async () => {
    const { acts } = await nominate(itemId, [bureau])
    const actIds = acts.map((act) => act.id)
    const asked = { itemId, actIds, manner: 'individually' as const }
    const questionId = value(await own.client.ballot.askActs(asked))[0]?.id ?? ''
    let vote = value(await own.client.ballot.open({ questionId, sittingId }))
    const tally = { for: 29, against: 0, abstain: 0 }
    vote = value(await own.client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
    for (const [day, yes] of [
      ['2026-11-27', 10],
      ['2026-11-28', 20],
    ] as const) {
      own.at(`${day}T09:00:00`)
      const { id: voteId, rev } = vote
      const corrected = { for: yes, against: 29 - yes, abstain: 0 }
      const words = { reason: '录入有误', witness: '复核人' }
      vote = value(await own.client.ballot.correct({ voteId, rev, tally: corrected, ...words }))
    }
    const [after] = value(await own.client.appointment.nominations({ sessionId }))
    expect(after?.acts[0]).toMatchObject({ outcome: 'passed', effectiveOn: '2026-11-26' })
  })
})

describe('a closed session', () => {
  const close = async (id: string): Promise<void> => {
    const { rev } = value(await own.client.session.get({ id }))
    value(await own.client.session.setState({ id, rev, state: 'closed' }))
  }

  it('is not closed while a sitting runs, and is not opened again', async () => {
    const { rev } = value(await own.client.session.get({ id: sessionId }))
    const closing = { id: sessionId, rev, state: 'closed' as const }
    expect(await keyOf(own.client.session.setState(closing))).toBe('session.sittingOpen')
    const { session } = await otherSession()
    await close(session)
    const closed = value(await own.client.session.get({ id: session }))
    const opening = { id: session, rev: closed.rev, state: 'open' as const }
    expect(await keyOf(own.client.session.setState(opening))).toBe('session.closed')
  })

  it('keeps its items and acts as they are, also when another session is named', async () => {
    const { session, item } = await otherSession()
    const { acts } = await nominate(item, [bureau])
    const question = value(
      await own.client.ballot.ask({ itemId: item, kind: 'bill', title: '某项决定' }),
    )
    await close(session)
    const [act] = acts
    const named = { id: act?.id ?? '', rev: act?.rev ?? 0 }
    const { rev } = value(await own.client.session.get({ id: session })).items[0] ?? { rev: 0 }
    const rewrite = { id: item, rev, sessionId, kind: 'bill' as const, title: '改过的题目' }
    const attempts = [
      own.client.session.saveItem(rewrite),
      own.client.appointment.saveAct({ ...named, ...bureau }),
      own.client.appointment.moveAct({ ...named, position: 1 }),
      own.client.appointment.withdrawAct({ ...named, reason: '撤回' }),
      own.client.appointment.removeAct(named),
      own.client.ballot.drop({ id: question.id, rev: question.rev }),
    ]
    for (const attempt of attempts) expect(await keyOf(attempt)).toBe('session.closed')
  })
})

describe('a sitting', () => {
  it('that never began is not adjourned', async () => {
    const { id, rev } = value(
      await own.client.session.saveSitting({
        rev: 0,
        sessionId,
        kind: 'plenary',
        startsAt: '2026-11-27T09:00:00',
      }),
    )
    expect(await keyOf(own.client.session.setSittingState({ id, rev, state: 'adjourned' }))).toBe(
      'session.sittingNotBegun',
    )
  })

  it('and a session take only a chair who exists', async () => {
    const chairId = 'nobody'
    const sitting = { rev: 0, sessionId, kind: 'plenary', startsAt: '2026-11-27T09:00:00' } as const
    const day = { startsOn: '2026-12-20', endsOn: '2026-12-20' }
    expect(await keyOf(own.client.session.saveSitting({ ...sitting, chairId }))).toBe(
      'errors.notFound.member',
    )
    expect(await keyOf(own.client.session.save({ rev: 0, number: 30, ...day, chairId }))).toBe(
      'errors.notFound.member',
    )
  })

  it('keeps its roll, its seats and its members when a new term begins', async () => {
    const known = value(await own.client.body.get({}))
    value(
      await own.client.body.save({
        name: '临江市人民代表大会常务委员会',
        shortName: '市人大常委会',
        level: 'city',
        rev: known?.rev ?? 0,
        term: { number: 10, seats: 35, startsOn: '2027-01-10' },
      }),
    )
    const roll = value(await own.client.attendance.roll({ sittingId }))
    expect(roll).toMatchObject({ seats: 31, counts: { expected: 29, present: 29, unmarked: 0 } })
  })
})

describe('an end of office written over by hand', () => {
  it('is not taken back by correcting the vote that had ended it', async () => {
    const [, memberId = ''] = members
    const before = value(await own.client.roster.members({}))
    const member = before.find((one) => one.id === memberId)
    const { acts } = await nominate(itemId, [
      {
        act: 'accept-resignation',
        verb: '接受',
        personName: member?.name ?? '',
        post: '临江市第九届人民代表大会常务委员会副主任',
      },
    ])
    const asked = { itemId, actIds: acts.map((act) => act.id), manner: 'individually' as const }
    const questionId = value(await own.client.ballot.askActs(asked))[0]?.id ?? ''
    const vote = value(await own.client.ballot.open({ questionId, sittingId }))
    const { id: voteId } = vote
    const tally = { for: 29, against: 0, abstain: 0 }
    const { rev } = value(await own.client.ballot.lock({ voteId, rev: vote.rev, tally }))
    const ended = value(await own.client.roster.members({})).find((one) => one.id === memberId)
    expect(ended?.endReason).toBe('resignation')
    const { name = '', kind = 'ordinary', startsOn = '', rev: memberRev = 0 } = ended ?? {}
    const died = { endsAt: '2026-11-25', endReason: 'died' as const }
    value(
      await own.client.roster.saveMember({
        ...{ id: memberId, rev: memberRev, name, kind, startsOn },
        ...died,
      }),
    )
    const words = { reason: '录入有误', witness: '复核人' }
    const fewer = { for: 10, against: 19, abstain: 0 }
    value(await own.client.ballot.correct({ voteId, rev, tally: fewer, ...words }))
    const after = value(await own.client.roster.members({})).find((one) => one.id === memberId)
    expect(after).toMatchObject(died)
  })
})
