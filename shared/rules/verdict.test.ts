import { describe, expect, it } from 'vitest'
import golden from '../../test/golden/rules/decide.json' with { type: 'json' }
import { decide, decideInput, electorateOf, otherBase, slack, type DecideInput } from './verdict.ts'

type Facts = {
  inOffice?: number
  quota?: number
  present?: number
  rules?: Partial<DecideInput['rules']>
  question?: Partial<DecideInput['question']>
  tally?: DecideInput['tally']
  video?: DecideInput['video']
}

const caseOf = (facts: Facts): DecideInput => {
  const inOffice = facts.inOffice ?? 41
  return {
    rules: { level: 'city', base: 'actual', ...facts.rules },
    members: { inOffice, quota: facts.quota ?? inOffice },
    present: facts.present ?? 35,
    question: { kind: 'bill', method: 'device', ...facts.question },
    ...(facts.tally ? { tally: facts.tally } : {}),
    ...(facts.video ? { video: facts.video } : {}),
  }
}
const outcome = (facts: Facts) => {
  const { verdict, reason } = decide(caseOf(facts))
  return `${verdict} ${reason}`
}
const paper = (tally: Partial<NonNullable<DecideInput['tally']>>): Facts => ({
  question: { kind: 'appointment', method: 'secret-paper' },
  tally: { for: 30, against: 0, abstain: 0, ...tally },
})

describe('golden cases', () => {
  for (const entry of golden) {
    it(`case ${entry.id}: ${entry.what}`, () => {
      const decision = decide(decideInput.parse(entry))
      expect(decision).toMatchObject(entry.expect)
      expect('threshold' in decision).toBe('threshold' in entry.expect)
    })
  }
})

describe('published facts', () => {
  it('P1: 76 members, 70 present, 38/12/11 leaves 9 not pressed and one vote short of 39', () => {
    const decision = decide(
      caseOf({ inOffice: 76, present: 70, tally: { for: 38, against: 12, abstain: 11 } }),
    )
    expect(decision.tally?.notPressed).toBe(9)
    expect(decision.threshold?.needed).toBe(39)
    expect(decision).toMatchObject({ verdict: 'failed', reason: 'short-by-1' })
    expect(decision.margin).toBe(-1)
  })

  it('P4: 2797 for, 38 against, 55 abstaining make 2890', () => {
    const facts = { inOffice: 2977, present: 2890, tally: { for: 2797, against: 38, abstain: 55 } }
    expect(decide(caseOf(facts)).sum).toBe(2890)
  })
})

describe('worked cases beyond the golden ones', () => {
  it('case 10: the two bases are compared and the difference reported', () => {
    const facts = {
      inOffice: 32,
      quota: 35,
      present: 30,
      tally: { for: 17, against: 13, abstain: 0 },
    }
    expect(otherBase(caseOf(facts))).toMatchObject({
      base: 'quota',
      differs: true,
      decision: { verdict: 'failed', reason: 'short-by-1' },
    })
    const clear = { ...facts, tally: { for: 18, against: 12, abstain: 0 } }
    expect(otherBase(caseOf(clear)).differs).toBe(false)
  })

  it('case 10: seats entered too few are no other base to compare with', () => {
    const tally = { for: 17, against: 13, abstain: 0 }
    expect(otherBase(caseOf({ inOffice: 32, quota: 29, present: 30, tally })).differs).toBe(false)
  })

  it('case 19: half or more against sends a report back, and nothing else', () => {
    const rules = { reportReject: 'half-or-more-against' } as const
    const tally = { for: 10, against: 21, abstain: 4 }
    const asked = (kind: 'report' | 'bill') => outcome({ rules, question: { kind }, tally })
    expect(asked('report')).toBe('resubmit half-or-more-against')
    expect(asked('bill')).toBe('failed short-by-11')
  })

  it('case 12: a quorum of a third is refused', () => {
    const input = caseOf({ rules: { quorum: { num: 1, den: 3, strict: true } } })
    const parsed = decideInput.safeParse(input)
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['rules', 'quorum'],
      message: 'rules.floor.quorum',
    })
  })

  it('case 13: a motion left to those present is blocked too when the quorum is lost', () => {
    const facts: Facts = {
      inOffice: 31,
      present: 14,
      rules: { presentMajorityMotions: ['merge-vote'] },
      question: { kind: 'procedural', method: 'show-of-hands', motion: 'merge-vote' },
      tally: { for: 14, against: 0, abstain: 0 },
    }
    expect(outcome(facts)).toBe('blocked no-quorum')
    expect(slack(caseOf({ inOffice: 31, present: 14 }))).toBe(-2)
  })

  it('case 14: hands of those sitting in show up as more votes than members present', () => {
    const question = { method: 'show-of-hands' } as const
    const tally = { for: 42, against: 0, abstain: 0 }
    expect(outcome({ question, tally })).toBe('void more-votes-than-present')
  })

  it('case 15: members on video count only when the council has permitted it', () => {
    const facts: Facts = { inOffice: 31, present: 18, tally: { for: 16, against: 0, abstain: 2 } }
    expect(outcome({ ...facts, video: { count: 3, permitted: false } })).toBe('blocked no-quorum')
    expect(outcome({ ...facts, video: { count: 3, permitted: true } })).toBe('passed majority')
  })

  it('case 16: a dismissal is blocked while a member attends by video', () => {
    const facts: Facts = {
      question: { kind: 'dismissal', method: 'secret-paper' },
      tally: { for: 35, against: 0, abstain: 0, issued: 35, collected: 35 },
    }
    expect(outcome({ ...facts, video: { count: 1, permitted: true } })).toBe(
      'blocked video-against-secret-paper',
    )
    expect(outcome(facts)).toBe('passed majority')
  })
})

describe('an inquiry', () => {
  const unsatisfied = (heads: number, signatories?: number): Facts => ({
    inOffice: 41,
    present: 35,
    question: {
      kind: 'procedural',
      method: 'show-of-hands',
      motion: 'inquiry-unsatisfied',
      ...(signatories === undefined ? {} : { signatories }),
    },
    tally: { for: heads, against: 0, abstain: 0 },
  })

  it('case 47: two of five who signed are too few, three are enough, whoever else is here', () => {
    expect(outcome(unsatisfied(2, 5))).toBe('failed short-by-1')
    expect(outcome(unsatisfied(3, 5))).toBe('passed majority')
    expect(decide(caseOf(unsatisfied(3, 5))).threshold).toEqual({
      base: 5,
      needed: 3,
      of: 'signatories',
    })
    expect(electorateOf(caseOf(unsatisfied(3, 5)))).toBe(5)
    expect(slack(caseOf(unsatisfied(3, 5)))).toBe(2)
  })

  it('case 47: needs to know how many signed, and no more can speak than signed', () => {
    expect(outcome(unsatisfied(3))).toBe('inconsistent signatories-missing')
    expect(outcome(unsatisfied(6, 5))).toBe('inconsistent more-than-signatories')
  })

  it('case 47: no list of motions turns its base into those present', () => {
    const rules = { presentMajorityMotions: ['inquiry-unsatisfied'] }
    expect(decide(caseOf({ ...unsatisfied(3, 5), rules })).threshold?.base).toBe(5)
  })
})

describe('one paper, several persons', () => {
  const row = (forIt: number, abstain: number, spoiled: number): string =>
    outcome({
      inOffice: 31,
      present: 31,
      question: { kind: 'appointment', method: 'secret-paper' },
      tally: { for: forIt, against: 0, abstain, spoiled, issued: 31, collected: 31 },
    })

  it('cases 29 and 30: a paper spoiled for one person still counts for the others', () => {
    expect(row(31, 0, 0)).toBe('passed majority')
    expect(row(30, 1, 0)).toBe('passed majority')
    expect(row(30, 0, 1)).toBe('passed majority')
    expect(row(15, 15, 1)).toBe('failed short-by-1')
  })

  it('case 31: a name written in is no column and adds nothing', () => {
    const tally = { for: 30, against: 1, abstain: 0, issued: 31, collected: 31, writtenIn: 1 }
    const input = caseOf({ inOffice: 31, present: 31, question: { method: 'secret-paper' }, tally })
    expect(decide(decideInput.parse(input))).toMatchObject({ verdict: 'passed', sum: 31 })
  })
})

describe('lawful methods', () => {
  it('blocks a dismissal by any method but the paper ballot', () => {
    for (const method of ['device', 'show-of-hands', 'tacit'] as const) {
      expect(outcome({ question: { kind: 'dismissal', method } })).toBe(
        'blocked secret-paper-required',
      )
    }
  })

  it('case 34: keypads pass for a dismissal only under an article of the body’s own', () => {
    const facts: Facts = {
      question: { kind: 'dismissal' },
      tally: { for: 35, against: 0, abstain: 0 },
    }
    const under = (dismissalByDevice: string) => outcome({ ...facts, rules: { dismissalByDevice } })
    expect(under('本级议事规则 第三十条')).toBe('passed majority')
    expect(under('')).toBe('blocked secret-paper-required')
    const rules = { dismissalByDevice: '本级议事规则 第三十条' }
    for (const method of ['show-of-hands', 'named', 'tacit'] as const) {
      expect(outcome({ ...facts, rules, question: { kind: 'dismissal', method } })).toBe(
        'blocked secret-paper-required',
      )
    }
    expect(outcome({ ...facts, rules, video: { count: 1, permitted: true } })).toBe(
      'blocked video-against-secret-paper',
    )
    const empty = caseOf({ ...facts, rules: { dismissalByDevice: ' ' } })
    expect(decideInput.safeParse(empty).success).toBe(false)
  })

  it('a named vote is open: counted as hands are, never for a dismissal or a recall', () => {
    const named = (kind: 'bill' | 'dismissal' | 'recall'): Facts => ({
      question: { kind, method: 'named' },
      tally: { for: 30, against: 5, abstain: 0 },
    })
    expect(outcome(named('bill'))).toBe('passed majority')
    expect(outcome(named('dismissal'))).toBe('blocked secret-paper-required')
    expect(outcome(named('recall'))).toBe('blocked secret-vote-required')
    const short = { for: 30, against: 0, abstain: 0 }
    expect(outcome({ ...named('bill'), tally: short })).toBe(
      'inconsistent sum-differs-from-present',
    )
    expect(outcome({ ...named('bill'), tally: { ...short, spoiled: 5 } })).toBe(
      'inconsistent spoiled-without-paper',
    )
    expect(outcome({ ...named('bill'), tally: { ...short, notPressed: 5 } })).toBe(
      'inconsistent not-pressed-without-device',
    )
  })

  it('names the missing quorum before the unlawful method', () => {
    expect(outcome({ present: 20, question: { kind: 'dismissal' } })).toBe('blocked no-quorum')
  })

  it('blocks tacit consent where a count is asked for', () => {
    expect(outcome({ question: { kind: 'bill', method: 'tacit' } })).toBe('blocked count-required')
  })

  it('blocks an open vote on a recall', () => {
    const question = { kind: 'recall', method: 'show-of-hands' } as const
    expect(outcome({ question })).toBe('blocked secret-vote-required')
  })

  it('refuses votes on a matter that passed without objection', () => {
    const question = { kind: 'agenda', method: 'tacit' } as const
    const tally = { for: 35, against: 0, abstain: 0 }
    expect(outcome({ question, tally })).toBe('inconsistent tacit-with-tally')
    expect(outcome({ question, tally: { ...tally, for: 0 } })).toBe('passed no-objection')
  })
})

describe('figures that cannot be', () => {
  it('more present than in office comes before everything else', () => {
    expect(outcome({ present: 42 })).toBe('inconsistent present-exceeds-in-office')
  })

  it('more in office than seats matters where seats are the base', () => {
    const facts: Facts = { quota: 40, tally: { for: 35, against: 0, abstain: 0 } }
    expect(outcome(facts)).toBe('passed majority')
    expect(outcome({ ...facts, rules: { base: 'quota' } })).toBe(
      'inconsistent in-office-exceeds-quota',
    )
  })

  it('a count without figures is not decided', () => {
    expect(outcome({})).toBe('inconsistent tally-missing')
  })

  it('figures of another method are named', () => {
    const tally = { for: 30, against: 5, abstain: 0 }
    expect(outcome({ tally: { ...tally, spoiled: 1 } })).toBe('inconsistent spoiled-without-paper')
    const question = { method: 'show-of-hands' } as const
    expect(outcome({ question, tally: { ...tally, notPressed: 1 } })).toBe(
      'inconsistent not-pressed-without-device',
    )
  })

  it('hands must add up to those present', () => {
    const question = { method: 'show-of-hands' } as const
    expect(outcome({ question, tally: { for: 30, against: 0, abstain: 0 } })).toBe(
      'inconsistent sum-differs-from-present',
    )
  })
})

describe('paper ballots', () => {
  it('need the papers issued and collected', () => {
    expect(outcome(paper({}))).toBe('inconsistent papers-not-counted')
  })

  it('more collected than issued voids the round whatever the sums', () => {
    expect(outcome(paper({ issued: 34, collected: 35 }))).toBe('void more-collected-than-issued')
  })

  it('more collected than present voids the round', () => {
    expect(outcome(paper({ for: 36, issued: 36, collected: 36 }))).toBe(
      'void more-votes-than-present',
    )
  })

  it('more issued than present must be looked at again', () => {
    expect(outcome(paper({ issued: 36, collected: 30 }))).toBe(
      'inconsistent more-issued-than-present',
    )
  })

  it('with the overcount rule off, one paper too many no longer voids, a vote too many still does not lock', () => {
    const off = { rules: { overcountInvalidates: false } }
    expect(outcome({ ...paper({ issued: 29, collected: 30 }), ...off })).toBe('passed majority')
    expect(outcome({ ...paper({ for: 36, issued: 35, collected: 36 }), ...off })).toBe(
      'inconsistent more-votes-than-present',
    )
  })
})
