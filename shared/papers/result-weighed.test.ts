import { describe, expect, it } from 'vitest'
import { head } from '../../test/papers/facts.ts'
import { plainText } from './plain.ts'
import { resultPaper } from './result.ts'
import type { ResultRound, ResultRow } from './result.ts'

type Locked = Extract<ResultRound, { state: 'locked' }>

/** A vote for so many of the 30 present, weighed against so many in office, as shared/rules words it. */
const row = (subject: string, heads: number, base = 31, needed = 16): ResultRow => ({
  subject,
  post: '任临江市中级人民法院审判员',
  tally: { for: heads, against: 30 - heads, abstain: 0, notPressed: 0, spoiled: 0 },
  verdict: heads >= needed ? 'passed' : 'failed',
  sentence: `组成人员 ${base}，过半数需 ${needed}；赞成 ${heads}。`,
  threshold: { sentence: `全体 ${base} 人的过半数，${needed} 票。`, needed },
})

const round = (rows: ResultRow[], more: Partial<Locked> = {}): Locked => ({
  state: 'locked',
  method: 'device',
  expected: 31,
  present: 30,
  rows,
  ...more,
})

const sheet = (...rounds: Locked[]) => resultPaper({ ...head, matter: '人事任免案', rounds })
const text = (...rounds: Locked[]): string => plainText(sheet(...rounds))
const many = (text: string, words: string): number => text.split(words).length - 1

const tables = (...rounds: Locked[]) =>
  sheet(...rounds).blocks.filter((block) => block.block === 'table')

describe('the majority of a sheet of many votes (documents.md §3.9)', () => {
  it('is said once, and no row that passed says more than its figures', () => {
    const whole = text(round(['甲某', '乙某', '丙某'].map((name) => row(name, 30))))
    expect(many(whole, '通过门槛：全体31人的过半数，16票。')).toBe(1)
    expect(many(whole, '过半数')).toBe(1)
    expect(whole).toContain('2\t乙某\t任临江市中级人民法院审判员\t30\t0\t0\t0\t通过\n')
  })

  it('keeps a single verdict’s own sentence, with nothing said twice', () => {
    for (const whole of [
      text(round([row('甲某', 30)])),
      text(round([row('甲某', 30), row('乙某', 30)], { mergedBy: '' })),
    ]) {
      expect(whole).not.toContain('通过门槛')
      expect(many(whole, '组成人员31，过半数需16；赞成30。')).toBe(1)
    }
  })

  it('names below the table who did not pass, by number and by how much, and sets the row apart', () => {
    const rows = [row('甲某', 30), row('甲某', 15), row('乙某', 12)]
    const whole = text(round(rows))
    expect(whole).toContain(
      '未通过：第2项甲某（赞成15票，差1票）；第3项乙某（赞成12票，差4票）。\n',
    )
    expect(many(whole, '16票。')).toBe(1)
    expect(tables(round(rows))).toMatchObject([{ strong: [1, 2], compact: true }])
    expect(tables(round([row('甲某', 30)]))[0]).not.toHaveProperty('strong')
  })

  it('lets a row that was weighed otherwise refer to its own arithmetic', () => {
    const rows = [row('甲某', 30), row('乙某', 17, 35, 18), row('丙某', 30)]
    const whole = text(round(rows))
    expect(whole).toContain('\t17\t13\t0\t0\t未通过〔注〕\n')
    expect(whole).toContain('注：第2项乙某：组成人员35，过半数需18；赞成17。\n')
    expect(many(whole, '〔注〕')).toBe(1)
    expect(whole).not.toContain('差1票')
  })

  it('lets what was weighed against no majority say what it rests on', () => {
    const { threshold: _, ...against } = row('某项报告', 10)
    const report = { ...against, verdict: 'resubmit' as const, sentence: '不同意 20，达到半数。' }
    const whole = text(round([row('甲某', 30), row('乙某', 30), report]))
    expect(whole).toContain('重新报告〔注〕\n')
    expect(whole).toContain('注：第3项某项报告：不同意20，达到半数。\n')
  })

  it('says the majority of a round under another membership once for all its rows', () => {
    const later = ['丙某', '丁某'].map((name) => row(name, 30, 30, 16))
    const first = ['甲某', '乙某', '戊某'].map((name) => row(name, 30))
    const whole = text(round(first), round(later, { expected: 30 }))
    expect(many(whole, '通过门槛：全体31人的过半数，16票。')).toBe(1)
    expect(many(whole, '通过门槛：全体30人的过半数，16票。')).toBe(1)
    expect(whole.indexOf('全体30人')).toBeGreaterThan(whole.indexOf('二、表决事项2件'))
    expect(whole).not.toContain('〔注〕')
  })

  it('says of a merged vote among others by how much it failed', () => {
    const merged = round([row('甲某', 15), row('乙某', 15)], { mergedBy: '' })
    const whole = text(merged, round([row('丙某', 30)]))
    expect(whole).toContain('未通过：赞成15票，差1票。\n')
    expect(many(whole, '通过门槛')).toBe(1)
  })

  it('has columns for papers out and in where the rows of a table do not agree on them', () => {
    const paper = (subject: string, issued: number): ResultRow => {
      const voted = row(subject, 28)
      return { ...voted, tally: { ...voted.tally, against: 0, issued, collected: 28 } }
    }
    const rows = [paper('甲某', 30), paper('乙某', 29)]
    const whole = text(round(rows, { method: 'secret-paper' }))
    expect(whole).toContain('职务\t发出\t收回\t赞成')
    expect(whole).toContain('\t30\t28\t28\t0\t0\t0\t通过\n')
    expect(whole).toContain('\t29\t28\t28\t0\t0\t0\t通过\n')
  })
})
