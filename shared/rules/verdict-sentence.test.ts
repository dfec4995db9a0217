import { describe, expect, it } from 'vitest'
import golden from '../../test/golden/rules/decide.json' with { type: 'json' }
import en from '../locales/en/verdict.json' with { type: 'json' }
import zh from '../locales/zh-CN/verdict.json' with { type: 'json' }
import type { Message } from '../contract/errors.ts'
import { completeTally } from './tally.ts'
import {
  otherBaseSentence,
  tallySentence,
  thresholdSentence,
  verdictSentence,
} from './verdict-sentence.ts'
import { decide, decideInput, otherBase, type DecideInput } from './verdict.ts'

const spoken = (texts: object, { key, params = {} }: Message): string => {
  const path = key.split('.').slice(1)
  const found = path.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts)
  if (typeof found !== 'string') throw new Error(`no sentence ${key}`)
  return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`${key} lacks ${name}`)
    return String(value)
  })
}

const bill = (tally: DecideInput['tally'], more: Partial<DecideInput> = {}): DecideInput => ({
  rules: { level: 'city', base: 'actual' },
  members: { inOffice: 41, quota: 45 },
  present: 35,
  question: { kind: 'bill', method: 'device' },
  tally,
  ...more,
})
const said = (input: DecideInput): string => spoken(zh, verdictSentence(input, decide(input)))

describe('the verdict as a sentence', () => {
  it('passed, just passed, not passed', () => {
    expect(said(bill({ for: 20, against: 10, abstain: 5 }))).toBe(
      '组成人员 41，过半数需 21；赞成 20，未通过，差 1 票。',
    )
    expect(said(bill({ for: 21, against: 10, abstain: 4 }))).toBe(
      '组成人员 41，过半数需 21；赞成 21，恰好达到，通过。',
    )
    expect(said(bill({ for: 35, against: 0, abstain: 0 }))).toBe(
      '组成人员 41，过半数需 21；赞成 35，通过，多 14 票。',
    )
  })

  it('names the base it was counted on', () => {
    const rules = {
      level: 'city',
      base: 'quota',
      presentMajorityMotions: ['merge-vote'],
    } as const satisfies DecideInput['rules']
    const tally = { for: 20, against: 15, abstain: 0 }
    expect(said(bill(tally, { rules: { ...rules, presentMajorityMotions: [] } }))).toBe(
      '组成人员按名额 45，过半数需 23；赞成 20，未通过，差 3 票。',
    )
    const question = { kind: 'procedural', method: 'show-of-hands', motion: 'merge-vote' } as const
    const motion = bill(tally, {
      rules: { ...rules, presentMajorityMotions: ['merge-vote'] },
      question,
    })
    expect(said(motion)).toBe('到会 35，过半数需 18；赞成 20，通过，多 2 票。')
  })

  it('names seats where they stand for all members', () => {
    const rules = { level: 'city', base: 'quota', reportReject: 'half-or-more-against' } as const
    expect(said(bill(undefined, { rules, present: 22 }))).toBe(
      '组成人员按名额 45，到会 22，不足法定人数 23，不得表决，还差 1 人。',
    )
    const agenda = { kind: 'agenda', method: 'tacit' } as const
    expect(said(bill(undefined, { rules, question: agenda }))).toContain('按名额 45')
    const report = { kind: 'report', method: 'device' } as const
    const rejected = bill({ for: 10, against: 23, abstain: 2 }, { rules, question: report })
    expect(said(rejected)).toContain('按名额 45')
  })

  it('says what does not agree', () => {
    expect(said(bill({ for: 30, against: 2, abstain: 1, notPressed: 1 }))).toBe(
      '赞成、反对、弃权、未按共 34，到会 35，两数不符，请核对。',
    )
  })

  it('every golden case has its sentence in both languages, with every number filled', () => {
    for (const entry of golden) {
      const input = decideInput.parse(entry)
      const message = verdictSentence(input, decide(input))
      expect(spoken(zh, message)).not.toContain('{{')
      expect(spoken(en, message)).not.toContain('{{')
    }
  })

  it('every reason to stop a vote has its sentence in both languages', () => {
    const paper = { kind: 'appointment', method: 'secret-paper' } as const
    const votes = { for: 30, against: 0, abstain: 0 }
    const stops: DecideInput[] = [
      bill(undefined),
      bill(votes, { present: 42 }),
      bill(votes, {
        present: 35,
        members: { inOffice: 41, quota: 40 },
        rules: { level: 'city', base: 'quota' },
      }),
      bill(votes, { video: { count: 36, permitted: true } }),
      bill(votes, { question: { kind: 'bill', method: 'tacit' } }),
      bill(votes, { question: { kind: 'agenda', method: 'tacit' } }),
      bill(votes, { question: { kind: 'recall', method: 'show-of-hands' } }),
      bill({ ...votes, spoiled: 1 }),
      bill({ ...votes, notPressed: 5 }, { question: { kind: 'bill', method: 'show-of-hands' } }),
      bill(votes, { question: paper }),
      bill({ ...votes, issued: 36, collected: 30 }, { question: paper }),
      bill({ ...votes, issued: 36, collected: 36 }, { question: paper }),
      bill(
        { ...votes, for: 36 },
        { rules: { level: 'city', base: 'actual', overcountInvalidates: false } },
      ),
      bill(
        { ...votes, issued: 30, collected: 30 },
        {
          question: { kind: 'dismissal', method: 'secret-paper' },
          video: { count: 1, permitted: true },
        },
      ),
    ]
    const reasons = new Set<string>()
    for (const input of stops) {
      const decision = decide(input)
      expect(['blocked', 'inconsistent', 'void']).toContain(decision.verdict)
      reasons.add(`${decision.verdict} ${decision.reason}`)
      const message = verdictSentence(input, decision)
      expect(spoken(zh, message)).not.toContain('{{')
      expect(spoken(en, message)).not.toContain('{{')
    }
    expect(reasons.size).toBe(stops.length)
  })
})

describe('an inquiry among those who signed it', () => {
  const asked = (heads: number, signatories?: number): DecideInput =>
    bill(
      { for: heads, against: 0, abstain: 0 },
      {
        question: {
          kind: 'procedural',
          method: 'show-of-hands',
          motion: 'inquiry-unsatisfied',
          ...(signatories ? { signatories } : {}),
        },
      },
    )

  it('case 47: names the signatories as the base', () => {
    expect(said(asked(2, 5))).toBe('提案人 5，过半数需 3；不满意 2，差 1 人，不能要求再作答复。')
    expect(said(asked(3, 5))).toContain('可以要求再作答复，由主任会议决定')
    expect(said(asked(5, 5))).toContain('不满意 5，可以要求再作答复')
    expect(said(asked(6, 5))).toBe('提案人 5，表示意见的共 6，多于提案人，请核对。')
    expect(said(asked(3))).toContain('还没有填质询案的提案人数')
  })

  it('says the same in English, with every number filled', () => {
    for (const input of [asked(2, 5), asked(3, 5), asked(5, 5), asked(6, 5), asked(3)]) {
      expect(spoken(en, verdictSentence(input, decide(input)))).not.toContain('{{')
    }
  })
})

describe('the majority alone, said once for many votes', () => {
  const weighedBy = (input: DecideInput): string | undefined => {
    const message = thresholdSentence(verdictSentence(input, decide(input)))
    if (message) expect(spoken(en, message)).not.toContain('{{')
    return message && spoken(zh, message)
  }

  it.each([35, 21, 20])('names all members, however the vote went: %d for', (heads) => {
    expect(weighedBy(bill({ for: heads, against: 35 - heads, abstain: 0 }))).toBe(
      '按全体组成人员（实有 41 人）的过半数计算，不按到会人数；至少 21 票赞成，始得通过。',
    )
  })

  it('names seats, or those present, where they are the base', () => {
    const votes = { for: 35, against: 0, abstain: 0 }
    const seats = bill(votes, { rules: { level: 'city', base: 'quota' } })
    expect(weighedBy(seats)).toContain(
      '全体组成人员（名额 45 人）的过半数计算，不按到会人数；至少 23',
    )
    const motion = bill(votes, {
      rules: { level: 'city', base: 'actual', presentMajorityMotions: ['merge-votes'] },
      question: { kind: 'procedural', method: 'device', motion: 'merge-votes' },
    })
    expect(weighedBy(motion)).toContain('按到会组成人员（35 人）的过半数计算；至少 18 票赞成')
  })

  it('is nothing where no votes for were held against a majority', () => {
    const question = { kind: 'agenda', method: 'tacit' } as const
    expect(weighedBy(bill(undefined, { question }))).toBeUndefined()
    const rules = { level: 'city', base: 'actual', reportReject: 'half-or-more-against' } as const
    const report = { kind: 'report', method: 'device' } as const
    const rejected = bill({ for: 10, against: 23, abstain: 2 }, { rules, question: report })
    expect(weighedBy(rejected)).toBeUndefined()
    const inquiry = { kind: 'procedural', method: 'show-of-hands', motion: 'inquiry-unsatisfied' }
    const asked = { ...inquiry, signatories: 5 } as DecideInput['question']
    expect(weighedBy(bill({ for: 3, against: 0, abstain: 0 }, { question: asked }))).toBeUndefined()
  })
})

describe('other sentences', () => {
  it('case 10: the warning when the other base decides otherwise', () => {
    const input = bill({ for: 22, against: 13, abstain: 0 })
    const { decision, differs } = otherBase(input)
    expect(differs).toBe(true)
    expect(spoken(zh, otherBaseSentence(input, decide(input), decision))).toBe(
      '注意：按实有人数需 21 票，按名额需 23 票，两种算法结论不同。',
    )
  })

  it('case 10: the same where only one base has its quorum', () => {
    const input = bill(undefined, { present: 22 })
    const { decision, differs } = otherBase(input)
    expect([decision.reason, differs]).toEqual(['no-quorum', true])
    expect(spoken(zh, otherBaseSentence(input, decide(input), decision))).toBe(
      '注意：到会 22；法定人数按实有人数需 21，按名额需 23，两种算法结论不同。',
    )
  })

  it('cases 22 and 23: the totals under each policy', () => {
    const tally = completeTally({ for: 21, against: 2, abstain: 3, notPressed: 9 }, 'device', 35)
    const line = (policy: 'separate' | 'as-abstain' | 'uncounted') =>
      spoken(zh, tallySentence(tally, 'device', policy))
    expect(line('separate')).toBe('赞成 21 票，反对 2 票，弃权 3 票，未按表决器 9 人。')
    expect(line('as-abstain')).toBe('赞成 21 票，反对 2 票，弃权 12 票。')
    expect(line('uncounted')).toBe('赞成 21 票，反对 2 票，弃权 3 票。')
  })

  it('a named vote has three figures, as hands have', () => {
    const tally = completeTally({ for: 21, against: 2, abstain: 3 }, 'named', 26)
    expect(tallySentence(tally, 'named', 'separate')).toEqual(
      tallySentence(tally, 'show-of-hands', 'separate'),
    )
  })

  it('case 28: a paper ballot names papers issued, collected and valid', () => {
    const tally = completeTally(
      { for: 30, against: 2, abstain: 0, spoiled: 1, issued: 35, collected: 33 },
      'secret-paper',
      35,
    )
    expect(spoken(zh, tallySentence(tally, 'secret-paper', 'separate'))).toBe(
      '发出 35 张，收回 33 张，有效 32 张，无效 1 张；赞成 30 票，反对 2 票，弃权 0 票。',
    )
  })
})
