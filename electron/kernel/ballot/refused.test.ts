import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Question, Vote } from '../../../shared/contract/ballot.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, sides, type Hall } from '../../../test/builders/chamber.ts'

// What is asked for and not done: each is refused by its own sentence, and leaves everything as it was.

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
})
afterEach(() => own.dispose())

const now = async ({ id }: Pick<Question, 'id'>): Promise<Question> =>
  value(await own.client.ballot.question({ id }))
const questions = async (): Promise<Question[]> =>
  value(await own.client.ballot.questions({ sessionId: place.sessionId }))

describe('an amendment', () => {
  const asking = (amendsId: string, itemId = place.itemId) =>
    own.client.ballot.ask({ itemId, kind: 'amendment', title: '修正案', amendsId })

  it('is to a question of its own item, to no amendment, and to none taken back', async () => {
    const motion = await room.ask(place)
    const elsewhere = await room.item(place)
    expect(room.key(await asking(motion.id, elsewhere))).toBe('ballot.chamber.amendsElsewhere')
    const amendment = value(await asking(motion.id))
    expect(room.key(await asking(amendment.id))).toBe('ballot.chamber.amendsAmendment')
    const { id, rev } = await room.ask(place)
    value(await own.client.ballot.withdraw({ id, rev, reason: '提案人撤回' }))
    expect(room.key(await asking(id))).toBe('ballot.chamber.withdrawn')
    expect(await questions()).toHaveLength(3)
  })

  it('is what amends; the motion it would change is not dropped from under it', async () => {
    const motion = await room.ask(place)
    const bill = { itemId: place.itemId, kind: 'bill' as const, title: '另案' }
    expect(room.key(await own.client.ballot.ask({ ...bill, amendsId: motion.id }))).toBe(
      'ballot.chamber.onlyAmendmentAmends',
    )
    value(await asking(motion.id))
    const { id, rev } = await now(motion)
    expect(room.key(await own.client.ballot.drop({ id, rev }))).toBe('ballot.chamber.hasAmendments')
    expect(await questions()).toHaveLength(2)
  })
})

describe('acts', () => {
  const post = '临江市副市长'
  const dismissed = { act: 'dismiss' as const, verb: '撤销', personName: '李某', post }
  const dismiss = { ...dismissed, reason: '严重违反政务纪律' }

  it('算例 34、65 撤职案不与其他事项合并：一票不能有两种法定方式', async () => {
    const ids = await room.acts(place, [dismiss, { personName: '李某', post: '财政局局长' }])
    const merged = { itemId: place.itemId, actIds: ids, manner: 'merged' as const }
    expect(room.key(await own.client.ballot.askActs(merged))).toBe('ballot.notMergeable')
    expect(await questions()).toEqual([])
  })

  it('are heard on where somebody is to be dismissed, before any vote', async () => {
    const bill = await room.ask(place)
    const heard = { manner: 'waived' as const, note: '' }
    const hearing = ({ id, rev }: Question) => own.client.ballot.noteDefence({ id, rev, ...heard })
    expect(room.key(await hearing(bill))).toBe('ballot.chamber.defenceElsewhere')
    const [dismissal] = await room.askActs(place, await room.acts(place, [dismiss]))
    if (!dismissal) throw new Error('one question expected')
    value(await hearing(dismissal))
    await room.open(place, dismissal)
    expect(room.key(await hearing(await now(dismissal)))).toBe('ballot.alreadyVoted')
  })

  it('of a question taken back are not taken out of it', async () => {
    const ids = await room.acts(place, [
      { personName: '李某', post: '某局副局长' },
      { personName: '王某', post: '某局副局长' },
    ])
    const [merged] = await room.askActs(place, ids, 'merged')
    if (!merged) throw new Error('one question expected')
    const { id, rev } = merged
    value(await own.client.ballot.withdraw({ id, rev, reason: '提名人撤回' }))
    const out = { questionId: id, rev: rev + 1, actIds: ids.slice(0, 1) }
    expect(room.key(await own.client.ballot.takeOut(out))).toBe('ballot.chamber.withdrawn')
    const nominations = value(await own.client.appointment.nominations(place))
    expect(nominations.flatMap((one) => one.acts.map((act) => act.outcome))).toEqual([
      'withdrawn',
      'withdrawn',
    ])
  })
})

describe('a round', () => {
  const falling = ({ id: voteId, rev }: Vote, method: Vote['method']) =>
    own.client.ballot.fallBack({ voteId, rev, reason: '设备故障', method })

  it('falls back on another method than its own', async () => {
    const vote = await room.open(place, await room.ask(place), 'device')
    expect(room.key(await falling(vote, 'device'))).toBe('ballot.chamber.sameMethod')
    expect((await questions())[0]?.votes).toEqual([vote])
  })

  it('by tacit consent has no figures to keep, and none to correct', async () => {
    const question = await room.ask(place, 'agenda')
    const vote = await room.open(place, question, 'tacit')
    const draft = { totals: sides(30) }
    expect(room.key(await own.client.ballot.keepDraft({ voteId: vote.id, draft }))).toBe(
      'ballot.chamber.tacitNoFigures',
    )
    const { id: voteId, rev } = await room.lock(vote)
    const facts = { tally: sides(31), reason: '误录', witness: '复核人' }
    expect(room.key(await own.client.ballot.correct({ voteId, rev, ...facts }))).toBe(
      'ballot.nothingToCorrect',
    )
  })

  it('by tacit consent keeps no figures, noughts neither', async () => {
    const vote = await room.open(place, await room.ask(place, 'agenda'), 'tacit')
    expect(await room.lock(vote, sides(0))).toMatchObject({
      tally: null,
      outcome: { verdict: 'passed', reason: 'no-objection' },
    })
  })

  it('is not opened where more are in office than there are seats to weigh it by', async () => {
    const { name, shortName, level, rev, term } = value(await own.client.body.get({})) ?? {}
    if (!name || !shortName || !level || !term) throw new Error('a body expected')
    const smaller = { number: term.number, startsOn: term.startsOn, seats: 29 }
    value(await own.client.body.save({ name, shortName, level, rev: rev ?? 0, term: smaller }))
    await room.setParameter('base', 'quota')
    expect(room.key(await room.opening(place, await room.ask(place)))).toBe(
      'verdict.inconsistent.in-office-exceeds-quota',
    )
  })

  it('puts its item on the floor, and once anything is asked the council declines no motion', async () => {
    const { sessionId } = place
    const items = async () => value(await own.client.session.get({ id: sessionId })).items
    const vote = await room.open(place, await room.ask(place))
    expect((await items())[0]?.state).toBe('current')
    await room.lock(vote, sides(31))
    const motion = { kind: 'motion' as const, signatories: 6 }
    const facts = { rev: 0, sessionId, kind: 'bill' as const, title: '某议案', signed: motion }
    const item = value(await own.client.session.saveItem(facts))
    await room.ask({ itemId: item.id })
    const declining = { id: item.id, rev: item.rev, reason: '不属于本级职权' }
    expect(room.key(await own.client.session.declineItem(declining))).toBe('session.declineTooLate')
  })

  it('is corrected once it is locked, and keeps no draft after that', async () => {
    const vote = await room.open(place, await room.ask(place))
    const facts = { tally: sides(31), reason: '误录', witness: '复核人' }
    const correcting = ({ id: voteId, rev }: Vote) =>
      own.client.ballot.correct({ voteId, rev, ...facts })
    expect(room.key(await correcting(vote))).toBe('ballot.notLocked')
    await room.lock(vote, sides(30, 1))
    const kept = { voteId: vote.id, draft: { totals: sides(30) } }
    expect(room.key(await own.client.ballot.keepDraft(kept))).toBe('ballot.notOpen')
  })

  it('of a session is opened in its own sittings, by itself and on a paper', async () => {
    const question = await room.ask(place)
    const day = { startsOn: '2026-12-26', endsOn: '2026-12-26' }
    const { id: sessionId } = value(await own.client.session.save({ rev: 0, number: 21, ...day }))
    const plan = { rev: 0, sessionId, kind: 'plenary' as const, startsAt: '2026-12-26T09:00:00' }
    const { id: sittingId } = value(await own.client.session.saveSitting(plan))
    expect(room.key(await room.opening({ sittingId }, question))).toBe('ballot.otherSession')
    const other = value(
      await own.client.session.saveItem({ rev: 0, sessionId, kind: 'bill', title: '另一议题' }),
    )
    const strange = await room.ask({ itemId: other.id })
    const paper = { questionIds: [question.id, strange.id], sittingId: place.sittingId }
    expect(refusal(await own.client.ballot.openSheet(paper)).message?.key).toBe(
      'ballot.otherSession',
    )
    expect((await questions()).flatMap(({ votes }) => votes)).toEqual([])
  })
})
