import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { voteMethods } from '../../rules/question.ts'
import { defaultFormulas, saysResult, scriptDrafts } from '../script.ts'
import { facts, item, question, round, tally } from './script.testkit.ts'

describe('over any state of a sitting', () => {
  // A question is decided once: rounds before the last are void, and the last may be anything.
  const anyRound = fc.record({
    method: fc.constantFrom(...voteMethods),
    state: fc.constantFrom('open' as const, 'locked' as const, 'void' as const),
    verdict: fc.constantFrom('passed' as const, 'failed' as const, 'resubmit' as const),
    sheetId: fc.constantFrom(null, 'p'),
    issued: fc.option(fc.nat(60), { nil: undefined }),
  })
  const anyQuestion = (id: string) =>
    fc
      .record({
        method: fc.constantFrom(...voteMethods),
        kind: fc.constantFrom('bill' as const, 'agenda' as const, 'appointment' as const),
        acts: fc.subarray(['任命甲为局长', '免去乙的局长职务']),
        withdrawn: fc.constantFrom(null, '主任会议同意撤回'),
        rounds: fc.array(anyRound, { maxLength: 3 }),
      })
      .map(({ rounds, ...rest }) =>
        question({
          ...rest,
          id,
          title: rest.acts[0] ?? '某项决定',
          rounds: rounds.map(({ issued, ...held }, at) => {
            const state = at < rounds.length - 1 ? 'void' : held.state
            const locked = state === 'locked'
            return round({
              ...held,
              state,
              reason: '系统故障',
              verdict: locked ? held.verdict : null,
              tally: locked
                ? tally(issued === undefined ? {} : { issued, collected: issued })
                : null,
            })
          }),
        }),
      )
  const anyFacts = fc
    .record({
      kind: fc.constantFrom('bill' as const, 'appointment' as const, 'report' as const),
      questions: fc.tuple(anyQuestion('a'), anyQuestion('b'), anyQuestion('c')),
      roll: fc.constantFrom(null, { present: 38, onLeave: 2, met: true }),
      policy: fc.constantFrom('separate' as const, 'as-abstain' as const, 'uncounted' as const),
    })
    .map(({ kind, questions, roll, policy }) =>
      facts([item({ kind, title: '某项议题', questions })], { roll, notPressed: policy }),
    )

  it('says no result beforehand, and none of a question that is not locked', () => {
    fc.assert(
      fc.property(anyFacts, (own) => {
        for (const draft of scriptDrafts(own, defaultFormulas, 'before'))
          expect(saysResult(draft.text)).toBe(false)
        const locked = new Set(
          own.items[0]?.questions
            .filter(
              ({ rounds, withdrawn }) => withdrawn === null && rounds.at(-1)?.state === 'locked',
            )
            .map(({ id }) => id),
        )
        for (const draft of scriptDrafts(own, defaultFormulas, 'live'))
          if (!locked.has(draft.questionId ?? '')) expect(saysResult(draft.text)).toBe(false)
      }),
      { numRuns: 400 },
    )
  })

  it('gives every passage a key of its own and leaves no slot unfilled', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('before', 'live', 'after'), (own, stage) => {
        const drafts = scriptDrafts(own, defaultFormulas, stage)
        expect(new Set(drafts.map(({ key }) => key)).size).toBe(drafts.length)
        for (const { text } of drafts) expect(text).not.toMatch(/\{|undefined|null/u)
      }),
      { numRuns: 400 },
    )
  })
})
