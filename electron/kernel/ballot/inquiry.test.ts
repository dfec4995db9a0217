import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
beforeEach(() => {
  own = testKernel()
  room = chamber(own)
})
afterEach(() => own.dispose())

const motion = 'inquiry-unsatisfied' as const
const hands = (heads: number) => ({ for: heads, against: 0, abstain: 0 })

/** A hall of 31, 25 of them here, with an inquiry five have signed on the agenda. */
const withInquiry = async (): Promise<Hall> => {
  const place = await room.hall(31, 6)
  const inquiry = {
    rev: 0,
    sessionId: place.sessionId,
    kind: 'other' as const,
    title: '关于某项工作的质询案',
    signed: { kind: 'inquiry' as const, signatories: 5 },
  }
  return { ...place, itemId: value(await own.client.session.saveItem(inquiry)).id }
}

describe('the answer to an inquiry', () => {
  it('算例 47 五人联名，两人不满意不满足，三人可以要求再作答复', async () => {
    const place = await withInquiry()
    for (const [heads, verdict] of [
      [2, 'failed'],
      [3, 'passed'],
    ] as const) {
      const question = await room.ask(place, 'procedural', { motion })
      expect(question.signatories).toBe(5)
      const vote = await room.open(place, question, 'show-of-hands')
      expect(await room.lock(vote, hands(heads))).toMatchObject({
        outcome: { verdict, threshold: { base: 5, needed: 3 } },
      })
    }
  })

  it('算例 47 按表决器的，没有按的只在提案人中算', async () => {
    const place = await withInquiry()
    const vote = await room.open(place, await room.ask(place, 'procedural', { motion }), 'device')
    const { outcome } = value(await own.client.ballot.weigh({ voteId: vote.id, tally: hands(3) }))
    expect(outcome.verdict).toBe('passed')
    const locked = await room.lock(vote, hands(3))
    expect(locked.tally).toMatchObject({ for: 3, notPressed: 2 })
    expect(locked.outcome).toEqual(outcome)
  })

  it('算例 47 会场没有意见，不等于提案人满意与否：须清点，不能默示', async () => {
    const place = await withInquiry()
    const question = await room.ask(place, 'procedural', { motion })
    const answer = await room.opening(place, question, 'tacit')
    expect(room.key(answer)).toBe('verdict.blocked.count-required')
  })

  it('算例 47 不知道提案人数的不能提出，表示意见的不能多于提案人', async () => {
    const place = await room.hall(31, 6)
    const facts = { itemId: place.itemId, kind: 'procedural' as const, title: '再作答复', motion }
    expect(room.key(await own.client.ballot.ask(facts))).toBe('ballot.chamber.signatoriesNeeded')
    const question = value(await own.client.ballot.ask({ ...facts, signatories: 5 }))
    const vote = await room.open(place, question, 'show-of-hands')
    expect(room.key(await room.locking(vote, hands(6)))).toBe(
      'verdict.inconsistent.more-than-signatories',
    )
  })
})

describe('a dismissal by keypads', () => {
  it('算例 34 本级规则写明条款的可以按表决器，条款记在这一轮', async () => {
    const place = await room.hall(31, 6)
    const heard = async () => {
      const { id, rev } = await room.ask(place, 'dismissal')
      return value(await own.client.ballot.noteDefence({ id, rev, manner: 'waived' }))
    }
    expect(room.key(await room.opening(place, await heard(), 'device'))).toBe(
      'verdict.blocked.secret-paper-required',
    )
    const article = '本级议事规则 第三十条'
    await room.setParameter('dismissalByDevice', true, article)
    const vote = await room.open(place, await heard(), 'device')
    await room.setParameter('dismissalByDevice', false, '')
    expect(await room.lock(vote, { for: 20, against: 5, abstain: 0 })).toMatchObject({
      rules: { dismissalByDevice: article },
      outcome: { verdict: 'passed' },
    })
  })
})
