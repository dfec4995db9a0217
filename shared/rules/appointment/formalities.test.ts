import { describe, expect, it } from 'vitest'
import { parameterDefaults } from '../parameters.ts'
import { dayRules, givesDay } from './due.ts'
import { formalitiesOf, type AfterInput, type PassedAct, type PostAsks } from './formalities.ts'
import { numbersFrom } from './document-numbers.ts'
import { postKindFacts } from './post-kinds.ts'
import type { PostKind } from '../../contract/ledger.ts'

const asks = (name: string, kind: PostKind): PostAsks => {
  const { certificate, oath, filing } = postKindFacts[kind]
  return { name, kind, certificate, oath, filing: [...filing] }
}

let count = 0
const act = (
  verb: PassedAct['act'],
  post: string,
  kind: PostKind,
  more: Partial<PassedAct> = {},
): PassedAct => ({
  id: `act-${(count += 1)}`,
  act: verb,
  personName: '方明远',
  personId: null,
  post,
  posts: [asks(post, kind)],
  toldTo: '临江区人民政府',
  effectiveOn: '2026-03-31',
  ...more,
})

const follows = (
  acts: readonly PassedAct[],
  rules: Partial<AfterInput['rules']> = {},
  more: Partial<AfterInput> = {},
) =>
  formalitiesOf({
    acts,
    rules: { ...parameterDefaults, ...rules },
    closesOn: '2026-03-31',
    noticedOn: new Map(),
    ...more,
  })
const of = (kind: string, ...facts: Parameters<typeof follows>) =>
  follows(...facts).filter((one) => one.kind === kind)

const asksForAll = [
  act('appoint', '临江区人民法院审判员', 'court-officer'),
  act('appoint', '临江区财政局局长', 'government-member', { personName: '高文康' }),
  act('accept-resignation', '临江区人民检察院检察长', 'chief-procurator'),
]
const within = (unit: 'days' | 'session-close' | 'none') => ({
  unit,
  count: 7,
  from: 'vote' as const,
})

it.each<Partial<AfterInput['rules']>>([
  {},
  { notifyDays: 3 },
  { publishDays: 7 },
  { filingDays: 10 },
  { oathWithin: within('days') },
  { oathWithin: within('session-close') },
])('has a last day just where a rule gives one: %j', (stated) => {
  const rules = { ...parameterDefaults, ...stated }
  const drafts = follows(asksForAll, stated)
  expect(new Set(drafts.map(({ kind }) => kind))).toEqual(new Set(Object.keys(dayRules)))
  expect(new Set(drafts.map(({ heldBy }) => heldBy))).toEqual(new Set([null, 'council', 'organ']))
  for (const { kind, heldBy, dueOn } of drafts) {
    const rule = dayRules[kind]
    if (rule !== null)
      expect([kind, heldBy, dueOn !== null]).toEqual([kind, heldBy, givesDay(rule, rules, heldBy)])
  }
})

describe('what follows a vote', () => {
  it('算例 50 决定代理检察长：当日生效，报上一级检察院和上一级人大常委会备案，不待批准', () => {
    const acting = act('act-as', '临江区人民检察院检察长', 'chief-procurator')
    expect(of('filing', [acting]).map(({ toWhom }) => toWhom)).toEqual([
      'procuratorate-above',
      'committee-above',
    ])
    expect(of('approval', [acting])).toEqual([])
  })

  it('算例 52 检察长辞职被接受：待上一级人大常委会批准，另报本级人代会备案', () => {
    const resigned = act('accept-resignation', '临江区人民检察院检察长', 'chief-procurator')
    expect(of('approval', [resigned])).toMatchObject([
      { toWhom: 'committee-above', actIds: [resigned.id] },
    ])
    expect(of('filing', [resigned]).map(({ toWhom }) => toWhom)).toEqual(['congress'])
  })

  it('算例 53 区长辞职被接受：报本级人代会备案，无需上级批准', () => {
    const resigned = act('accept-resignation', '临江区人民政府区长', 'government-head')
    expect(of('filing', [resigned]).map(({ toWhom }) => toWhom)).toEqual(['congress'])
    expect(of('approval', [resigned])).toEqual([])
  })

  it('算例 75 代理区长：浙江不发任命书，代理职务也要宣誓', () => {
    const acting = act('act-as', '临江区人民政府区长', 'government-head')
    expect(of('certificate', [acting], { certificateExcludeActing: true })).toEqual([])
    expect(of('oath', [acting], { certificateExcludeActing: true })).toHaveLength(1)
    expect(of('certificate', [acting], { certificateExcludeActing: false })).toHaveLength(1)
  })

  it('算例 76 3月31日任命：北京宣誓不迟于4月30日；重庆在闭会前', () => {
    const appointed = act('appoint', '临江区财政局局长', 'government-member')
    const within = (unit: 'days' | 'session-close') => ({
      oathWithin: { unit, count: 30, from: 'vote' as const },
    })
    expect(of('oath', [appointed], within('days'))).toMatchObject([
      {
        dueOn: '2026-04-30',
        dueRule: { key: 'formality.rule.days', params: { from: '2026年3月31日', count: 30 } },
      },
    ])
    expect(of('oath', [appointed], within('session-close'))).toMatchObject([
      { dueOn: '2026-03-31', dueRule: { key: 'formality.rule.sessionClose' } },
    ])
  })

  it('reckons workdays from the notice, and knows no day before it went out', () => {
    const appointed = act('appoint', '临江区人民法院审判员', 'court-officer', {
      toldTo: '临江区人民法院',
    })
    const rules = { oathWithin: { unit: 'workdays' as const, count: 15, from: 'notice' as const } }
    expect(of('oath', [appointed], rules)).toMatchObject([
      { dueOn: null, dueRule: { key: 'formality.rule.workdaysFromNoticeAwaited' } },
    ])
    const noticedOn = new Map([['临江区人民法院', '2026-04-03']])
    expect(of('oath', [appointed], rules, { noticedOn })).toMatchObject([{ dueOn: '2026-04-24' }])
  })

  it('asks for a certificate for posts the rules list, and for those alone', () => {
    const head = act('appoint', '临江区财政局局长', 'government-member')
    const judge = act('appoint', '临江区人民法院审判员', 'court-officer')
    const listed = of('certificate', [head, judge], { certificatePosts: ['局长'] })
    expect(listed.map(({ actIds }) => actIds)).toEqual([[head.id]])
    expect(of('certificate', [head, judge])).toHaveLength(2)
  })

  it('asks for neither certificate nor oath of who leaves, and files the removal', () => {
    const removed = act('remove', '临江区财政局局长', 'government-member')
    expect(follows([removed]).map(({ kind, toWhom }) => [kind, toWhom])).toEqual([
      ['notice', '临江区人民政府'],
      ['publication', 'public'],
      ['filing', 'government-above'],
    ])
  })

  it('sends one notice to each to be told, due from the first vote, and has one oath a person', () => {
    const acts = [
      act('appoint', '临江区财政局局长', 'government-member', { effectiveOn: '2026-03-31' }),
      act('appoint', '临江区人民政府办公室主任', 'government-member', {
        effectiveOn: '2026-03-30',
      }),
      act('appoint', '临江区人民法院审判员', 'court-officer', {
        toldTo: '临江区人民法院',
        personName: '高文康',
      }),
    ]
    const [first, second, third] = acts.map(({ id }) => id)
    expect(of('notice', acts, { notifyDays: 3 })).toMatchObject([
      { toWhom: '临江区人民政府', actIds: [first, second], dueOn: '2026-04-02' },
      { toWhom: '临江区人民法院', actIds: [third], dueOn: '2026-04-03' },
    ])
    expect(of('oath', acts).map(({ toWhom, heldBy }) => [toWhom, heldBy])).toEqual([
      ['方明远', 'council'],
      ['高文康', 'organ'],
    ])
  })

  it('sets no day where the rules set none', () => {
    const dues = follows([act('appoint', '临江区财政局局长', 'government-member')])
    expect(dues.map(({ dueOn, dueRule }) => [dueOn, dueRule])).toEqual(dues.map(() => [null, null]))
  })

  it('files a member’s resignation with the congress, in whatever words it names the office', () => {
    const resigned = act('accept-resignation', '临江市人大常委会职务', 'other')
    expect(of('filing', [resigned]).map(({ toWhom }) => toWhom)).toEqual(['congress'])
  })

  it('files the recall of a deputy to the congress above with its committee', () => {
    const recalled = act('recall', '江州省人民代表大会代表', 'deputy-above')
    expect(of('filing', [recalled]).map(({ toWhom }) => toWhom)).toEqual(['committee-above'])
  })
})

describe('document numbers', () => {
  it.each([
    [
      '临人常任〔2026〕9号',
      3,
      ['临人常任〔2026〕9号', '临人常任〔2026〕10号', '临人常任〔2026〕11号'],
    ],
    ['007', 2, ['007', '008']],
    ['无号', 2, ['无号', '无号']],
    ['', 1, ['']],
  ])('%s for %i', (first, number, all) => {
    expect(numbersFrom(first, number)).toEqual(all)
  })
})
