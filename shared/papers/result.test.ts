import { describe, expect, it } from 'vitest'
import { head, resultFacts } from '../../test/papers/facts.ts'
import type { VoteMethod } from '../rules/question.ts'
import type { Tally } from '../rules/tally.ts'
import { plainText } from './plain.ts'
import { resultPaper } from './result.ts'
import type { ResultFacts, ResultRound, ResultRow } from './result.ts'

const tally = (more: Partial<Tally>): Tally => ({
  for: 0,
  against: 0,
  abstain: 0,
  notPressed: 0,
  spoiled: 0,
  ...more,
})

const row = (counts: Partial<Tally>, more: Partial<ResultRow> = {}): ResultRow => ({
  subject: '临江市河道管理条例（草案表决稿）',
  tally: tally(counts),
  verdict: 'passed',
  sentence: '组成人员 41，过半数需 21；赞成 37，通过，多 16 票。',
  ...more,
})

const facts = (method: VoteMethod, rows: ResultRow[]): ResultFacts => ({
  ...head,
  matter: '表决条例草案',
  rounds: [{ state: 'locked', method, expected: 41, present: 38, onLeave: 2, absent: 1, rows }],
})

const text = (method: VoteMethod, counts: Partial<Tally>): string =>
  plainText(resultPaper(facts(method, [row(counts)])))

describe('result sheet', () => {
  it('shows a device vote with those who pressed nothing', () => {
    const whole = text('device', { for: 30, against: 2, abstain: 3, notPressed: 3 })
    expect(whole).toContain('序号\t表决事项\t赞成\t反对\t弃权\t未按表决器\t结果')
    expect(whole).toContain('1\t临江市河道管理条例（草案表决稿）\t30\t2\t3\t3\t通过')
    expect(whole).toContain('应到41人，实到38人，请假2人，缺席1人。')
    expect(whole).not.toContain('发出')
  })

  it('shows papers issued, collected, valid and spoiled', () => {
    const counts = { for: 30, against: 3, abstain: 3, spoiled: 1, issued: 38, collected: 37 }
    expect(text('secret-paper', counts)).toContain(
      '发出表决票38张，收回37张，有效36张，无效1张。收回票数少于发出票数，本次表决有效。',
    )
  })

  it('shows hands without a column for devices or papers', () => {
    const whole = text('show-of-hands', { for: 38 })
    expect(whole).toContain('赞成\t反对\t弃权\t结果')
  })

  it('prints the verdict sentence it was handed, without spaces around figures', () => {
    expect(text('show-of-hands', { for: 38 })).toContain(
      '组成人员41，过半数需21；赞成37，通过，多16票。',
    )
  })

  it.each<[string, VoteMethod, Partial<Tally>]>([
    ['sum-differs-from-present', 'device', { for: 30, against: 2, abstain: 3, notPressed: 2 }],
    ['sum-differs-from-present', 'show-of-hands', { for: 37 }],
    ['more-votes-than-present', 'show-of-hands', { for: 39 }],
    ['sum-differs-from-collected', 'secret-paper', { for: 36, issued: 38, collected: 37 }],
    ['more-issued-than-present', 'secret-paper', { for: 38, issued: 39, collected: 38 }],
    ['more-collected-than-issued', 'secret-paper', { for: 38, issued: 37, collected: 38 }],
    ['papers-not-counted', 'secret-paper', { for: 38 }],
    ['not-pressed-without-device', 'show-of-hands', { for: 37, notPressed: 1 }],
    ['spoiled-without-paper', 'device', { for: 37, spoiled: 1 }],
  ])('refuses figures that do not agree: %s (%s)', (reason, method, counts) => {
    expect(() => text(method, counts)).toThrow(`papers.result.${reason}`)
  })

  it('refuses a turnout that does not add up', () => {
    const base = facts('show-of-hands', [row({ for: 38 })])
    const round = base.rounds[0] as Extract<ResultRound, { state: 'locked' }>
    const with_ = (more: Partial<ResultRound>) => () =>
      resultPaper({ ...base, rounds: [{ ...round, ...more } as ResultRound] })
    expect(with_({ absent: 2 })).toThrow('papers.result.roll')
    expect(with_({ expected: 37 })).toThrow('papers.result.roll')
  })

  it('never reports a vote that is not locked', () => {
    const open = { state: 'open', method: 'device', expected: 41, present: 38 } as const
    const locked = facts('device', [row({ for: 38 })])
    expect(() => resultPaper({ ...locked, rounds: [open] })).toThrow('papers.result.notLocked')
    expect(() => resultPaper({ ...locked, rounds: [...locked.rounds, open] })).toThrow(
      'papers.result.notLocked',
    )
    expect(() => resultPaper({ ...locked, rounds: [] })).toThrow('papers.result.notLocked')
  })

  it('keeps a void round without figures and without a result', () => {
    const whole = plainText(resultPaper(resultFacts))
    const first = whole.slice(whole.indexOf('一、'), whole.indexOf('二、'))
    expect(first).toBe('一、第一次表决（作废）\n本次表决作废：收回票数多于发出票数。\n')
    const rounds = resultFacts.rounds.filter((round) => round.state === 'void')
    expect(plainText(resultPaper({ ...resultFacts, rounds }))).not.toMatch(/通过|赞成/u)
  })

  it('says of every correction on what it is, old and new of figures, and that the verdict stays', () => {
    expect(plainText(resultPaper(resultFacts))).toContain(
      '更正\n第1项陶喆（任临江市人民政府秘书长），2026年11月26日更正：赞成由36票更正为37票，弃权由2票更正为1票，结果仍为通过。原因：录入有误；更正人：孙丽，见证人：徐芳。\n',
    )
  })

  it('says plainly where a correction turned the verdict, and once of what was voted on as one', () => {
    const correction = {
      date: '2026-11-27',
      changed: [{ field: '赞成', old: '21票', new: '20票' }],
      verdict: { old: 'passed', new: 'failed' },
      reason: '计票有误。',
      names: ['孙丽', '徐芳'],
    } as const
    const words =
      '2026年11月27日更正：赞成由21票更正为20票，结果由通过更正为未通过。原因：计票有误；更正人：孙丽，见证人：徐芳。\n'
    const one = row({ for: 20, against: 18 }, { verdict: 'failed', corrections: [correction] })
    const single = resultPaper(facts('show-of-hands', [one]))
    expect(plainText(single)).toContain(`更正\n${words}`)
    expect(single.blocks).toContainEqual(
      expect.objectContaining({
        runs: expect.arrayContaining([{ text: '结果由通过更正为未通过', face: 'hei' }]) as unknown,
      }),
    )
    const merged = facts('show-of-hands', [one, { ...one, subject: '另一项' }])
    const asOne = { ...merged.rounds[0], mergedBy: '' } as ResultRound
    const whole = plainText(resultPaper({ ...merged, rounds: [asOne] }))
    expect(whole.split(words)).toHaveLength(2)
    const base = { ...correction, changed: [] }
    const counted = facts('show-of-hands', [{ ...one, corrections: [base] }])
    expect(plainText(resultPaper(counted))).toContain('票数不变，结果由通过更正为未通过。')
  })

  it('heads each of several rounds by what it was on, and by its turn only what was voted on again', () => {
    const locked = (rows: ResultRow[], more: Partial<ResultRound> = {}) =>
      ({ ...facts('show-of-hands', rows).rounds[0], ...more }) as ResultRound
    const person = (subject: string) => row({ for: 38 }, { subject, post: '任临江市审计局局长' })
    const nine = Array.from({ length: 9 }, (_, at) => person(`人选${at + 1}`))
    const voided = { state: 'void', method: 'show-of-hands', expected: 41, present: 38 } as const
    const rounds: ResultRound[] = [
      locked(nine),
      { ...voided, reason: '清点有误', on: ['任命陶喆为临江市审计局局长'], nth: 1 },
      locked([person('陶喆')], { nth: 2 }),
      locked([person('陆堃'), person('龚䶮')], { mergedBy: '' }),
      { ...voided, reason: '清点有误', on: ['某项决定', '某项决议'] },
      locked([row({ for: 38 })]),
    ]
    const { blocks } = resultPaper({ ...head, matter: '人事任免案', rounds })
    const heads = blocks.flatMap((block) =>
      block.block === 'heading' && block.level === 1 ? [block.text] : [],
    )
    expect(heads).toEqual([
      '一、表决事项9件',
      '二、任命陶喆为临江市审计局局长（第一次表决，作废）',
      '三、陶喆，任临江市审计局局长（第二次表决）',
      '四、表决事项2件（合并表决）',
      '五、表决事项2件（作废）',
      '六、临江市河道管理条例（草案表决稿）',
    ])
    const whole = plainText(resultPaper({ ...head, matter: '人事任免案', rounds }))
    expect(whole).toContain('五、表决事项2件（作废）\n表决事项：某项决定；某项决议。\n')
  })

  it('prints signers only where they are known', () => {
    expect(plainText(resultPaper(resultFacts))).toContain('监票人：陆堃、欧阳若兰')
    expect(text('device', { for: 38 })).not.toContain('监票人')
  })

  it('names the article that lets keypads dismiss, and why the base was chosen', () => {
    const base = facts('device', [row({ for: 38 })])
    const round = { ...base.rounds[0], byDevice: '议事规则第四十一条。', baseNote: '按实有人数计' }
    const whole = plainText(resultPaper({ ...base, rounds: [round as ResultRound] }))
    expect(whole).toContain('撤职案采用按表决器无记名表决的依据：议事规则第四十一条。\n')
    expect(whole).toContain('分母的确定：按实有人数计。\n')
    expect(plainText(resultPaper(base))).not.toMatch(/依据|分母的确定/u)
  })

  it('annexes who voted how to a named vote, after the date', () => {
    const named = [
      { name: '陶喆', choice: 'for' },
      { name: '陆堃', choice: 'against' },
    ] as const
    const base = facts('named', [{ ...row({ for: 1, against: 1 }), named }])
    const round = { ...base.rounds[0], expected: 2, present: 2, onLeave: 0, absent: 0 }
    const whole = plainText(resultPaper({ ...base, rounds: [round as ResultRound] }))
    expect(whole.slice(whole.indexOf('附：'))).toBe(
      `附：记名表决情况\n${row({}).subject}\n赞成：陶喆\n反对：陆堃\n`,
    )
  })
})
