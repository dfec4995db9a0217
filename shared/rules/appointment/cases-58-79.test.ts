import { describe, expect, it } from 'vitest'
import {
  actOn,
  failed,
  findingsOf,
  material,
  postOn,
  tenure,
  told,
} from '../../../test/builders/check-input.ts'
import { say } from '../../locales/say.ts'
import { decide } from '../verdict.ts'
import type { Finding } from './facts.ts'

const sentence = (finding: Finding | undefined): string =>
  finding ? say('zh-CN', finding.message) : ''

describe('再次提名', () => {
  const post = '临江市财政局局长'
  const again = actOn('appoint', '王一', post, { from: 'government-head' })
  const shenzhen = { resubmitWaitMonths: 6, resubmitMax: 2 }
  const on = (startsOn: string) => ({
    session: { startsOn, endsOn: startsOn, extraordinary: false },
  })

  it('算例 68 深圳：3 月 20 日未过，9 月 20 日前不能再提；其他职务不受限制', () => {
    const earlier = [failed('王一', post, '2026-03-20')]
    const facts = { earlier, rules: shenzhen }
    const [found] = findingsOf([again], { ...facts, ...on('2026-09-19') })
    expect(found).toMatchObject({ code: 'resubmit-wait', severity: 'warn' })
    expect(sentence(found)).toContain('2026年9月20日以后才能再提')
    expect(told(findingsOf([again], { ...facts, ...on('2026-09-20') }))).toEqual([
      'note resubmitted',
    ])
    const other = actOn('appoint', '王一', '临江市审计局局长', { from: 'government-head' })
    expect(findingsOf([other], { ...facts, ...on('2026-09-19') })).toEqual([])
  })

  it('算例 69 两次未过，本届不得再提：累计和连续', () => {
    const twice = [failed('王一', post, '2026-03-20'), failed('王一', post, '2026-05-10')]
    const between = [
      failed('王一', post, '2025-03-20'),
      { ...failed('王一', post, '2025-05-20'), outcome: 'passed' as const },
      failed('王一', post, '2026-03-20'),
    ]
    const say = (earlier: typeof twice, resubmitScope: 'consecutive' | 'cumulative') =>
      told(findingsOf([again], { earlier, rules: { resubmitScope, resubmitMax: 2 } }))
    expect(say(twice, 'consecutive')).toEqual(['warn resubmit-barred'])
    expect(say(twice, 'cumulative')).toEqual(['warn resubmit-barred'])
    expect(say(between, 'consecutive')).toEqual(['note resubmitted'])
    expect(say(between, 'cumulative')).toEqual(['warn resubmit-barred'])
    const lastTerm = [failed('王一', post, '2021-03-20'), failed('王一', post, '2021-05-10')]
    expect(say(lastTerm, 'cumulative')).toEqual([])
  })

  it('算例 70 没有规定的：只提醒', () => {
    const earlier = [failed('王一', post, '2026-03-20'), failed('王一', post, '2026-04-20')]
    expect(told(findingsOf([again], { earlier, rules: { resubmitMax: 0 } }))).toEqual([
      'note resubmitted',
    ])
  })
})

describe('材料', () => {
  const bureau = postOn('临江市数据局局长', 'government-member', { fromOn: '2026-03-01' })
  const appoint = (materials = [material('report-form')]) =>
    actOn('appoint', '王一', bureau.fullName, {
      from: 'government-head',
      posts: [{ name: bureau.fullName, post: bureau }],
      materials,
    })
  const tenures = [tenure('李四', '临江市财政局局长', { fromOn: '2022-01-20' })]

  it('算例 58 新设局的局长没有附批准设立文件：材料不齐', () => {
    expect(told(findingsOf([appoint()], { tenures }))).toEqual(['warn founding-document'])
    const document = [material('founding-document')]
    expect(findingsOf([appoint(document)], { tenures })).toEqual([])
    const before = [
      ...tenures,
      tenure('周七', bureau.fullName, { postId: bureau.id, toOn: '2026-04-01' }),
    ]
    expect(findingsOf([appoint()], { tenures: before })).toEqual([])
  })

  const exam = (facts: object, effect: 'blocks' | 'reported') =>
    told(
      findingsOf([appoint([material('exam', facts)])], {
        rules: { examPosts: ['局局长'], examEffect: effect },
      }),
    )

  it('算例 71 重庆：考试 55 分、补考 58 分不得提请；浙江只报告；广东、北京没有考试', () => {
    const twice = { score: 55, retake: 58 }
    const acts = [appoint([material('exam', twice)])]
    const [found] = findingsOf(acts, { rules: { examPosts: ['局局长'] } })
    expect(found).toMatchObject({ code: 'exam', severity: 'warn' })
    expect(sentence(found)).toContain('按本级规定不得提请')
    expect(exam(twice, 'reported')).toEqual(['note exam'])
    expect(findingsOf(acts)).toEqual([])
  })

  it('及格、补考及格、免考的没有话说；没有成绩、还能补考的要提醒', () => {
    expect(exam({ score: 60 }, 'blocks')).toEqual([])
    expect(exam({ score: 59, retake: 60 }, 'blocks')).toEqual([])
    expect(exam({ state: 'waived' }, 'blocks')).toEqual([])
    expect(exam({}, 'blocks')).toEqual(['warn exam'])
    expect(exam({ score: 59 }, 'blocks')).toEqual(['warn exam'])
  })

  it('算例 72 会前 8 日送达：10 日的逾期，7 日的合格', () => {
    const act = actOn('appoint', '王一', '临江市财政局局长', { from: 'government-head' })
    const facts = { receivedOn: '2026-05-12' }
    const [found] = findingsOf([act], facts)
    expect(found).toMatchObject({ code: 'late', severity: 'warn', actIds: [act.id] })
    expect(sentence(found)).toContain('会前 8 天')
    expect(sentence(found)).toContain('最迟2026年5月10日')
    expect(findingsOf([act], { ...facts, rules: { appointmentSubmitDays: 7 } })).toEqual([])
    expect(findingsOf([act], { receivedOn: '2026-05-10' })).toEqual([])
    const session = { startsOn: '2026-05-20', endsOn: '2026-05-20', extraordinary: true }
    expect(findingsOf([act], { ...facts, session })).toEqual([])
  })
})

describe('换届和补选', () => {
  const term = { number: 17, startsOn: '2026-01-10', governmentElectedOn: '2026-01-15' }
  const old = [tenure('王一', '临江市财政局局长', { fromOn: '2022-03-01' })]
  const on = (startsOn: string) => ({
    term,
    tenures: old,
    session: { startsOn, endsOn: startsOn, extraordinary: false },
  })
  const appoint = actOn('appoint', '王一', '临江市财政局局长', { from: 'government-head' })

  it('算例 78 1 月 15 日选出，3 月 15 日前提请任命局长们', () => {
    expect(findingsOf([appoint], on('2026-03-15'))).toEqual([])
    expect(told(findingsOf([appoint], on('2026-03-16')))).toEqual(['warn term-late 组织法 71'])
  })

  it('算例 78 不续任的有的地方不办免职；还没有提的列出来', () => {
    const remove = {
      ...appoint,
      ...actOn('remove', '王一', '临江市财政局局长'),
      from: 'government-head' as const,
    }
    expect(told(findingsOf([remove], on('2026-03-01')))).toEqual(['note term-removal 组织法 71'])
    const other = actOn('appoint', '李四', '临江市审计局局长', { from: 'government-head' })
    const found = findingsOf([other], on('2026-03-01'))
    expect(told(found)).toEqual(['note term-remaining 组织法 71'])
    expect(sentence(found[0])).toContain('1 人没有提请重新任命（王一）')
    expect(sentence(findingsOf([other], on('2026-03-16'))[0])).toContain('2026年3月15日届满')
    expect(findingsOf([{ ...other, outcome: 'passed' }], on('2026-03-01'))).toEqual([])
  })

  it('届中选出的首长不是换届：没有期限', () => {
    const later = { ...term, startsOn: '2025-01-10' }
    expect(findingsOf([appoint], { ...on('2026-05-20'), term: later })).toEqual([])
  })

  it('算例 79 补选上一级代表：全体过半数，其后资格审查', () => {
    const act = actOn('appoint', '王一', '江南省第十四届人民代表大会代表', { verb: '补选' })
    const found = findingsOf([act])
    expect(told(found)).toEqual(['note credentials 选举法 57'])
    expect(sentence(found[0])).toContain('全体组成人员过半数')
    const vote = (yes: number) =>
      decide({
        rules: { level: 'city', base: 'actual' },
        members: { inOffice: 31, quota: 31 },
        present: 31,
        question: { kind: 'supplementary-election', method: 'device' },
        tally: { for: yes, against: 0, abstain: 31 - yes, notPressed: 0 },
      }).verdict
    expect([vote(15), vote(16)]).toEqual(['failed', 'passed'])
  })
})
