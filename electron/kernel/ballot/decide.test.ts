import { afterEach, beforeEach, expect, it } from 'vitest'
import type { QuestionKind, Vote } from '../../../shared/contract/ballot.ts'
import type { Reply } from '../../../shared/contract/index.ts'
import { decide, decideInput } from '../../../shared/rules/verdict.ts'
import cases from '../../../test/golden/rules/decide.json' with { type: 'json' }
import {
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'
import { chamber } from '../../../test/builders/chamber.ts'

// What the rules say of a case, a sitting in the kernel says too: opened, counted and locked as people would do it.

let own: TestKernel
beforeEach(() => (own = testKernel()))
afterEach(() => own.dispose())

type Answer = { verdict: string; reason: string }

/** «verdict.blocked.no-quorum» as verdict and reason. */
const answerOf = (reply: Reply<Vote>): Answer => {
  if (reply.ok) {
    const { verdict = 'open', reason = '' } = reply.value.outcome ?? {}
    return { verdict, reason }
  }
  const [, verdict = '', reason = ''] = refusal(reply).message?.key.split('.') ?? []
  return { verdict, reason: reason.replace(/-by-seats$/u, '') }
}

it.each(cases.map((one) => [one.id, one.what, one] as const))(
  '算例 %s %s：会场上与规则一致',
  async (_id, _what, one) => {
    const input = decideInput.parse(one)
    const { members, question, rules, present, tally } = input
    const room = chamber(own)
    const ids = await withBody(own, { count: members.inOffice, seats: Math.max(29, members.quota) })
    const place = await withSitting(own, ids, members.inOffice - present)
    for (const key of ['base', 'quorum', 'presentMajorityMotions', 'reportReject'] as const)
      if (rules[key] !== undefined) await room.setParameter(key, rules[key])
    const itemId = await room.item(place)
    const { method, motion = null } = question
    const kind = question.kind as QuestionKind
    const asked = value(
      await own.client.ballot.ask({ itemId, kind, title: '某项', method, motion: motion as null }),
    )
    if (kind === 'dismissal') {
      const heard = { id: asked.id, rev: asked.rev, manner: 'waived' as const }
      value(await own.client.ballot.noteDefence(heard))
    }
    const opened = await room.opening(place, asked)
    const expected = decide(input)
    const { verdict, reason } = expected
    if (!opened.ok) {
      expect(answerOf(opened)).toEqual({ verdict, reason })
      return
    }
    const vote = opened.value
    const { base, needed, met } = expected.quorum
    expect(vote.quorum).toEqual({ base, needed, met, present })
    const choice =
      members.inOffice === members.quota ? {} : { baseChoice: { base: rules.base, note: '依例' } }
    const facts = { voteId: vote.id, rev: vote.rev, ...(tally ? { tally } : {}), ...choice }
    const locked = await own.client.ballot.lock(facts)
    expect(answerOf(locked)).toEqual({ verdict, reason })
    expect({ verdict, reason }).toEqual({ verdict: one.expect.verdict, reason: one.expect.reason })
    const threshold = expected.threshold && {
      base: expected.threshold.base,
      needed: expected.threshold.needed,
    }
    if (locked.ok) expect(locked.value.outcome?.threshold).toEqual(threshold ?? null)
  },
)
