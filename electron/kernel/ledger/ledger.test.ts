import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActKind } from '../../../shared/contract/appointment.ts'
import type { TenureShown } from '../../../shared/contract/ledger.ts'
import { chamber, sides, type Hall } from '../../../test/builders/chamber.ts'
import { inventedName, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
})
afterEach(() => own.dispose())

const bureau = '临江市财政局局长'
const name = '江一帆'
type Line = { act?: ActKind; verb?: string; personName: string; post: string }

const vote = async (lines: Line[], passes = true) => {
  const [question] = await room.askActs(place, await room.acts(place, lines), 'merged')
  if (!question) throw new Error('one question expected')
  return room.decided(place, question, passes)
}
const heldOn = async (on: string): Promise<TenureShown[]> =>
  value(await own.client.ledger.asOf({ on })).filter(({ source }) => source !== 'member')
const removal = { act: 'remove', verb: '决定免去', personName: name, post: bureau } as const

describe('the ledger follows the votes', () => {
  it('算例 73 holds from the day of the vote, with session, vote and threshold', async () => {
    const { tally } = await vote([{ personName: name, post: bureau, verb: '决定任命' }])
    expect(await heldOn('2026-11-25')).toEqual([])
    const [tenure] = await heldOn('2026-11-26')
    expect(tenure).toMatchObject({
      personName: name,
      postName: bureau,
      fromOn: '2026-11-26',
      toOn: null,
      source: 'act',
      by: {
        termNumber: 9,
        sessionNumber: 20,
        date: '2026-11-26',
        for: tally?.for,
        base: 31,
        needed: 16,
      },
    })
  })

  it('a failed act makes nothing, and no person either', async () => {
    await vote([{ personName: name, post: bureau, verb: '决定任命' }], false)
    expect(await heldOn('2026-11-26')).toEqual([])
    expect(value(await own.client.ledger.findPerson({ text: name }))).toEqual([])
  })

  it('a corrected vote leaves the ledger as if it had been right at once, both ways', async () => {
    const before = await heldOn('2026-12-31')
    const locked = await vote([{ personName: name, post: bureau, verb: '决定任命' }])
    const passed = await heldOn('2026-12-31')
    const words = { reason: '录入有误', witness: '复核人' }
    const wrong = { voteId: locked.id, rev: locked.rev, tally: sides(3, 28), ...words }
    const failed = value(await own.client.ballot.correct(wrong))
    expect(await heldOn('2026-12-31')).toEqual(before)
    expect(value(await own.client.ledger.findPerson({ text: name }))).toEqual([])
    own.at('2026-11-27T09:00:00')
    const right = { voteId: failed.id, rev: failed.rev, tally: sides(31), ...words }
    value(await own.client.ballot.correct(right))
    const facts = (tenures: TenureShown[]) =>
      tenures.map(({ id, personName, fromOn, toOn, postName }) => [
        id,
        personName,
        fromOn,
        toOn,
        postName,
      ])
    expect(facts(await heldOn('2026-12-31'))).toEqual(facts(passed))
  })

  it('what a hand said of a tenure made by a vote outlives the vote being wrong for a while', async () => {
    const locked = await vote([{ personName: name, post: bureau, verb: '决定任命' }])
    const [made] = await heldOn('2026-11-26')
    const { id = '', rev = 0, personId } = made ?? {}
    own.at('2026-12-20T09:00:00')
    const died = { id, rev, on: '2026-12-18', cause: 'died', note: '讣告已收' } as const
    value(await own.client.ledger.endTenure(died))
    const words = { reason: '录入有误', witness: '复核人' }
    const wrong = { voteId: locked.id, rev: locked.rev, tally: sides(3, 28), ...words }
    const failed = value(await own.client.ballot.correct(wrong))
    expect(await heldOn('2026-11-26')).toEqual([])
    const right = { voteId: failed.id, rev: failed.rev, tally: sides(31), ...words }
    value(await own.client.ballot.correct(right))
    expect((await heldOn('2026-11-26'))[0]).toMatchObject({
      ...{ id, personId, toOn: '2026-12-18', endReason: 'died', note: '讣告已收' },
    })
  })

  it('says what was needed as the verdict that stands says it', async () => {
    const locked = await vote([{ personName: name, post: bureau, verb: '决定任命' }])
    const [made] = await heldOn('2026-11-26')
    const { questionId, ...by } = made?.by ?? {}
    const question = value(await own.client.ballot.question({ id: questionId ?? '' }))
    expect(by).toMatchObject(question.standing?.outcome?.threshold ?? {})
    expect(question.standing?.id).toBe(locked.id)
  })

  it('a removal ends what was entered by hand, and gives it back when it does not stand', async () => {
    const facts = { rev: 0, personName: name, postName: bureau, fromOn: '2021-03-04' }
    value(await own.client.ledger.saveTenure(facts))
    const locked = await vote([removal])
    expect(await heldOn('2026-11-25')).toHaveLength(1)
    expect(await heldOn('2026-11-26')).toEqual([])
    const words = { reason: '录入有误', witness: '复核人' }
    const tally = sides(3, 28)
    value(await own.client.ballot.correct({ voteId: locked.id, rev: locked.rev, tally, ...words }))
    expect(await heldOn('2026-11-26')).toHaveLength(1)
  })

  it('shows what a session did, and one person’s whole course', async () => {
    const facts = { rev: 0, personName: name, postName: bureau, fromOn: '2021-03-04' }
    const { personId } = value(await own.client.ledger.saveTenure(facts))
    await vote([removal])
    await vote([{ personName: name, post: '临江市审计局局长', verb: '决定任命' }])
    const { sessionId } = place
    const done = value(await own.client.ledger.session({ sessionId })).tenures
    expect(done.map(({ postName, toOn }) => [postName, toOn])).toEqual([
      ['临江市审计局局长', null],
      [bureau, '2026-11-26'],
    ])
    const course = value(await own.client.ledger.person({ personId }))
    expect(course.tenures.map(({ postName, endReason }) => [postName, endReason])).toEqual([
      [bureau, 'removed'],
      ['临江市审计局局长', null],
    ])
  })

  it('leaves nothing a session passed without a word', async () => {
    const { sessionId } = place
    await vote([removal])
    const unheld = value(await own.client.ledger.session({ sessionId }))
    expect(unheld.tenures).toEqual([])
    expect(unheld.unrecorded).toMatchObject([
      {
        personName: name,
        postName: bureau,
        why: 'not-held',
        origin: { sessionNumber: 20, needed: 16 },
      },
    ])
    const facts = { rev: 0, personName: name, postName: bureau, fromOn: '2021-03-04' }
    value(await own.client.ledger.saveTenure(facts))
    const entered = value(await own.client.ledger.session({ sessionId }))
    expect(entered.unrecorded).toEqual([])
    expect(entered.tenures).toMatchObject([{ toOn: '2026-11-26', endReason: 'removed' }])
  })

  it('names a member of the committee among what a session decided', async () => {
    const member = inventedName(5)
    const office = '临江市人民代表大会常务委员会委员'
    await vote([{ act: 'accept-resignation', verb: '接受', personName: member, post: office }])
    const done = value(await own.client.ledger.session({ sessionId: place.sessionId }))
    expect(done.unrecorded).toEqual([])
    expect(done.tenures).toMatchObject([
      { personName: member, source: 'member', endReason: 'resigned' },
    ])
  })

  it('shows members of the committee as the roster has them, never stored twice', async () => {
    const members = value(await own.client.ledger.asOf({ on: '2026-11-26' }))
    expect(members).toHaveLength(31)
    expect(members[0]).toMatchObject({ source: 'member', fromOn: '2022-01-10' })
    const chair = value(await own.client.ledger.asOf({ on: '2026-11-26', text: inventedName(0) }))
    expect(chair[0]?.postName).toBe('临江市人民代表大会常务委员会主任')
  })

  it('asks who appointed this term has not been reviewed yet', async () => {
    await vote([{ personName: name, post: bureau, verb: '决定任命' }])
    const [open] = value(await own.client.ledger.unreviewed({}))
    expect(open?.personName).toBe(name)
    const { id = '', rev = 0 } = open ?? {}
    value(await own.client.ledger.review({ id, rev, on: '2026-11-26' }))
    expect(value(await own.client.ledger.unreviewed({}))).toEqual([])
  })

  it('counts acts by verb, organ and month, and how far the posts are filled', async () => {
    value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
    await vote([{ personName: name, post: bureau, verb: '决定任命' }])
    const counted = value(
      await own.client.ledger.statistics({ from: '2026-01-01', to: '2026-12-31' }),
    )
    const one = { count: 1, women: 0, minority: 0 }
    expect(counted).toMatchObject({ total: 1, persons: 1, sexUnknown: 1, nationalityUnknown: 1 })
    expect(counted.byVerb).toEqual([{ key: '决定任命', label: '决定任命', ...one }])
    expect(counted.byOrgan).toMatchObject([{ label: '临江市财政局', ...one }])
    expect(counted.byMonth).toMatchObject([{ key: '2026-11', ...one }])
    expect(counted.coverage.thisTerm).toBeGreaterThan(0)
    expect(counted.coverage.held + counted.coverage.vacant).toBe(counted.coverage.posts)
  })
})
