import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actKinds } from '../contract/appointment.ts'
import { say } from '../locales/say.ts'
import {
  actsInVotingOrder,
  orderObstacles,
  togetherObstacles,
  type OrderedAct,
  type OrderedQuestion,
  type OrderRules,
} from './voting-order.ts'

const rules: OrderRules = { amendmentFirst: true, orderSamePost: 'remove-first' }

const question = (id: string, more: Partial<OrderedQuestion> = {}): OrderedQuestion => ({
  id,
  title: id,
  kind: 'bill',
  amendsId: null,
  state: 'undecided',
  acts: [],
  ...more,
})
const acts = (id: string, list: OrderedAct[], state: OrderedQuestion['state'] = 'undecided') =>
  question(id, { kind: 'appointment', acts: list, state })

/** Which question each obstacle speaks of, behind the end of its key: «amendment-first 修正案一». */
const said = (questions: readonly OrderedQuestion[], id: string, own = rules): string[] =>
  orderObstacles(questions, id, own).map(
    ({ key, params }) => `${key.split('.').at(-1)} ${params?.['title']}`,
  )

describe('amendments', () => {
  const list = (first: OrderedQuestion['state'], second: OrderedQuestion['state']) => [
    question('议案'),
    question('修正案一', { kind: 'amendment', amendsId: '议案', state: first }),
    question('修正案二', { kind: 'amendment', amendsId: '议案', state: second }),
    question('另案'),
  ]

  it('算例 36 修正案 1、修正案 2、议案，依次表决', () => {
    const open = list('undecided', 'undecided')
    expect(said(open, '修正案一')).toEqual([])
    expect(said(open, '修正案二')).toEqual(['amendment-first 修正案一'])
    expect(said(open, '议案')).toEqual(['amendment-first 修正案一', 'amendment-first 修正案二'])
    expect(said(open, '另案')).toEqual([])
    expect(said(list('passed', 'undecided'), '修正案二')).toEqual([])
    expect(said(list('passed', 'undecided'), '议案')).toEqual(['amendment-first 修正案二'])
    for (const second of ['passed', 'failed', 'withdrawn'] as const) {
      expect(said(list('failed', second), '议案')).toEqual([])
    }
  })

  it('算例 36 议案已有结果，对它的修正案不再表决', () => {
    for (const state of ['passed', 'failed', 'withdrawn'] as const) {
      const late = [
        question('议案', { state }),
        question('修正案', { kind: 'amendment', amendsId: '议案' }),
      ]
      expect(said(late, '修正案')).toEqual([`motion-${state} 议案`])
    }
  })

  it('a body may leave the order of amendments free', () => {
    const free = { ...rules, amendmentFirst: false }
    expect(said(list('undecided', 'undecided'), '议案', free)).toEqual([])
  })
})

describe('posts', () => {
  const removal: OrderedAct = { act: 'remove', personName: '李某', post: '市财政局局长' }
  const appointing: OrderedAct = { act: 'appoint', personName: '张某', post: '市财政局局长' }
  const pair = (state: OrderedQuestion['state']) => [
    acts('任张', [appointing]),
    acts('免李', [removal], state),
  ]

  it('算例 59 先表决免李，免李未通过，任张暂缓', () => {
    expect(said(pair('undecided'), '任张')).toEqual(['removal-first 免李'])
    expect(said(pair('undecided'), '免李')).toEqual([])
    expect(said(pair('passed'), '任张')).toEqual([])
    expect(said(pair('failed'), '任张')).toEqual(['removal-lost 免李'])
    expect(said(pair('withdrawn'), '任张')).toEqual(['removal-lost 免李'])
    expect(said(pair('failed'), '任张', { ...rules, orderSamePost: 'free' })).toEqual([])
    const [message] = orderObstacles(pair('failed'), '任张', rules)
    expect(message && say('zh-CN', message)).toBe(
      '“免李”没有通过或者已经撤回，市财政局局长仍由李某担任，本项暂缓表决。',
    )
  })

  const waitsAt = (left: Partial<OrderedAct>, taken: Partial<OrderedAct> = left) =>
    (['undecided', 'failed'] as const).map(
      (state) =>
        said(
          [acts('免', [{ ...removal, ...left }], state), acts('任', [{ ...appointing, ...taken }])],
          '任',
        ).length > 0,
    )

  it('算例 59 一项表决里的任免互不等待', () => {
    expect(said([acts('合并', [removal, appointing])], '合并')).toEqual([])
  })

  it.each([
    ['市财政局副局长', false],
    ['市中级人民法院审判员', false],
    ['审判委员会委员', false],
    ['市人民代表大会代表', false],
    ['市人民代表大会法制委员会副主任委员', false],
    ['市人民代表大会法制委员会主任委员', true],
    ['市中级人民法院立案庭庭长', true],
  ])('算例 59 一个职务不能两人，几个人同任的不必先免：%s', (post, waits) => {
    expect(waitsAt({ post })).toEqual([waits, waits])
  })

  it('算例 59 台账目录说几人任的，以目录为准', () => {
    const post = '市财政局总会计师'
    const posts = (single: boolean) => ({ post, posts: [{ name: post, single }] })
    expect(waitsAt(posts(false))).toEqual([false, false])
    expect(waitsAt({ ...posts(true), post: '市财政局会计员' })).toEqual([true, true])
  })

  it('算例 59 同一职务写法不同的，按目录认；几个职务写在一起的，逐个看', () => {
    const posts = [{ name: '临江市财政局局长', single: true }]
    expect(waitsAt({ post: '财政局局长', posts }, { post: '市财政局局长', posts })).toEqual([
      true,
      true,
    ])
    const court = '市中级人民法院立案庭'
    expect(waitsAt({ post: `${court}庭长、审判员` }, { post: `${court}庭长` })).toEqual([
      true,
      true,
    ])
    expect(waitsAt({ post: `${court}副庭长、审判员` })).toEqual([false, false])
    expect(waitsAt({ post: `${court}审判员` }, { post: `${court}庭长、审判员` })).toEqual([
      false,
      false,
    ])
  })

  it('算例 42、49 本人在同一机关的免职不用等：先后由本级规则定，代理的在代理之后才免', () => {
    const deputy = { act: 'remove' as const, personName: '张某', post: '市财政局副局长' }
    expect(said([acts('免副', [deputy]), acts('任张', [appointing])], '任张')).toEqual([])
  })

  it('同一个人免去又任命同一职务的，不等自己', () => {
    const own = { ...removal, personName: appointing.personName }
    expect(said([acts('免张', [own]), acts('任张', [appointing])], '任张')).toEqual([])
  })

  it('免职先后提了两次的，一次通过即可任命，未表决的先等', () => {
    const twice = (first: OrderedQuestion['state'], second: OrderedQuestion['state']) => [
      acts('免李一', [removal], first),
      acts('免李二', [removal], second),
      acts('任张', [appointing]),
    ]
    expect(said(twice('withdrawn', 'passed'), '任张')).toEqual([])
    expect(said(twice('withdrawn', 'undecided'), '任张')).toEqual(['removal-first 免李二'])
    expect(said(twice('withdrawn', 'failed'), '任张')).toHaveLength(2)
  })

  it('算例 49、60 先后相依的两项不能并成一次表决，其他的可以', () => {
    const keys = (list: OrderedAct[]) => togetherObstacles(list).map(({ key }) => key)
    const deputy: OrderedAct = { act: 'appoint', personName: '王某', post: '区人民政府副区长' }
    const acting: OrderedAct = { act: 'act-as', personName: '王某', post: '区人民政府区长' }
    const leaving: OrderedAct = {
      act: 'accept-resignation',
      personName: '王某',
      post: '区人大常委会委员',
    }
    expect(keys([acting, deputy])).toEqual(['rules.order.deputy-apart'])
    expect(keys([leaving, deputy])).toEqual(['rules.order.resignation-apart'])
    expect(keys([removal, appointing, deputy])).toEqual([])
    expect(keys([acting, { ...deputy, personName: '赵某' }])).toEqual([])
  })

  it('算例 49 先任副区长，未通过的，代理区长不付表决', () => {
    const list = (state: OrderedQuestion['state']) => [
      acts('代理', [{ act: 'act-as', personName: '王某', post: '区人民政府区长' }]),
      acts('任副', [{ act: 'appoint', personName: '王某', post: '区人民政府副区长' }], state),
      acts('旁人', [{ act: 'appoint', personName: '赵某', post: '区人民政府副区长' }]),
    ]
    expect(said(list('undecided'), '代理')).toEqual(['deputy-first 任副'])
    expect(said(list('passed'), '代理')).toEqual([])
    expect(said(list('failed'), '代理')).toEqual(['deputy-lost 任副'])
    expect(said(list('undecided'), '任副')).toEqual([])
    const another = { act: 'appoint', personName: '王某', post: '区发展和改革局局长' } as const
    expect(said([...list('passed'), acts('任局长', [another])], '代理')).toEqual([])
  })

  it('算例 60 先接受辞去常委会职务，再任局长；算例 61 任本委工委主任不受影响', () => {
    const list = (state: OrderedQuestion['state']) => [
      acts('任局长', [{ act: 'appoint', personName: '周某', post: '市教育局局长' }]),
      acts('任工委', [
        { act: 'appoint', personName: '周某', post: '市人大常委会法制工作委员会主任' },
      ]),
      acts(
        '辞职',
        [{ act: 'accept-resignation', personName: '周某', post: '市人大常委会委员' }],
        state,
      ),
    ]
    expect(said(list('undecided'), '任局长')).toEqual(['resignation-first 辞职'])
    expect(said(list('undecided'), '任工委')).toEqual([])
    expect(said(list('passed'), '任局长')).toEqual([])
    expect(said(list('failed'), '任局长')).toEqual(['resignation-lost 辞职'])
  })
})

describe('any list of questions', () => {
  const someAct = fc.record({
    act: fc.constantFrom(...actKinds),
    personName: fc.constantFrom('甲', '乙', '丙'),
    post: fc.constantFrom(
      '局长',
      '副局长',
      '区人民政府副区长',
      '区人民政府区长',
      '市人大常委会委员',
    ),
  })
  const someList = fc
    .array(
      fc.record({
        amends: fc.option(fc.nat(7), { nil: null }),
        state: fc.constantFrom('undecided' as const, 'passed' as const, 'failed' as const),
        acts: fc.array(someAct, { maxLength: 3 }),
      }),
      { maxLength: 8 },
    )
    .map((rows) =>
      rows.map(({ amends, state, acts: own }, at) =>
        amends !== null && amends < at && rows[amends]?.amends === null
          ? question(`${at}`, { kind: 'amendment', amendsId: `${amends}`, state })
          : acts(`${at}`, own, state),
      ),
    )

  it('questions without amendments and acts never wait', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 6 }), (ids) => {
        const list = ids.map((id) => question(id))
        for (const { id } of list) expect(orderObstacles(list, id, rules)).toEqual([])
      }),
    )
  })

  it('what waits is told of a question that is really there, once, in both languages', () => {
    fc.assert(
      fc.property(someList, (list) => {
        for (const { id } of list) {
          const obstacles = orderObstacles(list, id, rules)
          expect(new Set(obstacles.map((one) => JSON.stringify(one))).size).toBe(obstacles.length)
          for (const message of obstacles) {
            expect(list.map(({ title }) => title)).toContain(message.params?.['title'])
            expect(message.params?.['title']).not.toBe(id)
            for (const locale of ['zh-CN', 'en'] as const) {
              expect(say(locale, message)).not.toMatch(/\{\{|rules\./u)
            }
          }
        }
      }),
    )
  })

  it('once everything else has passed, only an amendment to a settled motion is held up', () => {
    fc.assert(
      fc.property(someList, (list) => {
        for (const { id, amendsId } of list) {
          const settled = list.map((one) =>
            one.id === id ? one : { ...one, state: 'passed' as const },
          )
          const obstacles = said(settled, id)
          expect(obstacles).toEqual(amendsId === null ? [] : [`motion-passed ${amendsId}`])
        }
      }),
    )
  })
})

describe('acts that go to the vote one by one', () => {
  const listed: OrderedAct[] = [
    { act: 'appoint', personName: '甲', post: '县教育局局长' },
    { act: 'appoint', personName: '乙', post: '县审计局局长' },
    { act: 'remove', personName: '丙', post: '县审计局局长' },
    { act: 'remove', personName: '丁', post: '县教育局局长' },
    { act: 'remove', personName: '戊', post: '县民政局局长' },
  ]
  const names = (own: OrderRules) => actsInVotingOrder(listed, own).map((act) => act.personName)

  it('stand so that none waits for a later one, and otherwise as listed', () => {
    expect(names(rules)).toEqual(['丁', '甲', '丙', '乙', '戊'])
  })

  it('stand as listed where the body lets the order be', () => {
    expect(names({ ...rules, orderSamePost: 'free' })).toEqual(['甲', '乙', '丙', '丁', '戊'])
  })

  it('put a deputy before the acting head, and a person’s own removal where it was', () => {
    const deputy: OrderedAct[] = [
      { act: 'act-as', personName: '甲', post: '县长' },
      { act: 'appoint', personName: '甲', post: '副县长' },
      { act: 'remove', personName: '甲', post: '副县长' },
    ]
    expect(actsInVotingOrder(deputy, rules).map(({ act }) => act)).toEqual([
      'appoint',
      'act-as',
      'remove',
    ])
  })
})
