import { describe, expect, it } from 'vitest'
import {
  actOn,
  findingsOf,
  material,
  person,
  postOn,
  tenure,
  told,
} from '../../../test/builders/check-input.ts'
import { say } from '../../locales/say.ts'
import type { Finding } from './facts.ts'

const sentence = (finding: Finding | undefined): string =>
  finding ? say('zh-CN', finding.message) : ''
const only = (findings: readonly Finding[], code: string): Finding[] =>
  findings.filter((one) => one.code === code)

describe('代理', () => {
  const county = { level: 'county', bodyName: '青山区人民代表大会常务委员会' } as const
  const deputies = [tenure('李四', '青山区人民政府副区长')]
  const acting = actOn('act-as', '王一', '青山区人民政府区长')

  it('算例 49 区长缺位，由非副职代理：须先决定任命为副职', () => {
    const [found] = only(findingsOf([acting], { ...county, tenures: deputies }), 'acting-deputy')
    expect(found).toMatchObject({ severity: 'block', article: '组织法 50(13)' })
    expect(sentence(found)).toContain('王一不是副职')
  })

  it('算例 49 同一次会议先任副区长：不再禁止，说明先后', () => {
    const deputy = actOn('appoint', '王一', '青山区人民政府副区长', { from: 'government-head' })
    const facts = { ...county, tenures: deputies }
    expect(told(findingsOf([deputy, acting], facts))).toEqual(['note order'])
    expect(sentence(findingsOf([deputy, acting], facts)[0])).toContain('先表决任命王一')
  })

  it('算例 49 任副区长未通过的，代理不付表决', () => {
    const deputy = actOn('appoint', '王一', '青山区人民政府副区长', {
      from: 'government-head',
      outcome: 'failed',
    })
    expect(told(findingsOf([deputy, acting], { ...county, tenures: deputies }))).toContain(
      'block acting-deputy 组织法 50(13)',
    )
  })

  it('算例 49 写成“任命为副区长、代理区长”的，须拆成两项', () => {
    const both = actOn('appoint', '王一', '青山区人民政府副区长、代理区长', {
      from: 'government-head',
    })
    const found = findingsOf([both], { ...county, tenures: deputies })
    expect(told(found)).toEqual(['warn acting-apart 组织法 50(13)'])
    expect(sentence(found[0])).toContain('代理不是任命')
  })

  it('算例 49 写成“任命为代理区长”一项的，也须由主任会议提名', () => {
    const alone = actOn('appoint', '王一', '青山区人民政府代理区长', { from: 'government-head' })
    expect(told(findingsOf([alone], { ...county, tenures: deputies }))).toContain(
      'block nominator 组织法 50(13)',
    )
  })

  it('算例 49 台账不知道副职是谁：只提醒；正是副职的没有话说', () => {
    expect(told(findingsOf([acting], county))).toEqual(['warn acting-deputy 组织法 50(13)'])
    const own = [tenure('王一', '青山区人民政府副区长')]
    expect(findingsOf([acting], { ...county, tenures: own })).toEqual([])
  })

  it('代理人选由主任会议提名；深圳的规定可由正职首长提名', () => {
    const own = { ...county, tenures: [tenure('王一', '青山区人民政府副区长')] }
    const byHead = { ...acting, from: 'government-head' } as const
    expect(told(findingsOf([byHead], own))).toEqual(['block nominator 组织法 50(13)'])
    const rules = { actingNominator: 'council-or-head' } as const
    expect(findingsOf([byHead], { ...own, rules })).toEqual([])
    const byCourt = { ...acting, from: 'court-president' } as const
    expect(told(findingsOf([byCourt], { ...own, rules }))).toEqual([
      'block nominator 组织法 50(13)',
    ])
  })

  it('算例 49 同一次会议又免去其副职的：提醒，免后不能代理', () => {
    const leaves = actOn('remove', '李四', '青山区人民政府副区长', { from: 'government-head' })
    const acts = actOn('act-as', '李四', '青山区人民政府区长')
    const facts = { ...county, tenures: deputies }
    expect(told(findingsOf([acts], facts))).toEqual([])
    const [found] = only(findingsOf([leaves, acts], facts), 'acting-leaves')
    expect([found?.severity, found?.article]).toEqual(['warn', '组织法 50(13)'])
    expect(sentence(found)).toContain('免职通过后，李四不再是副职')
  })

  it('代理主任在副主任中推选；局长的代理没有条文', () => {
    const chair = actOn('act-as', '周七', '临江市人大常委会主任')
    const vice = tenure('吴六', '临江市人大常委会副主任', { source: 'member' })
    expect(told(findingsOf([chair], { tenures: [vice] }))).toEqual([
      'block acting-deputy 组织法 55',
    ])
    const own = [vice, tenure('周七', '临江市人大常委会副主任', { source: 'member' })]
    expect(findingsOf([chair], { tenures: own })).toEqual([])
    const bureau = actOn('act-as', '周七', '临江市财政局局长')
    expect(told(findingsOf([bureau]))).toEqual(['warn acting-post 组织法 50(13)'])
  })

  it('算例 50 决定代理检察长：当日生效，备案而不是待批', () => {
    const found = findingsOf([actOn('act-as', '王一', '临江市人民检察院检察长')], {
      tenures: [tenure('王一', '临江市人民检察院副检察长')],
    })
    expect(told(found)).toEqual(['note procurator-filing 组织法 50(13)'])
    expect(sentence(found[0])).toContain('不须待批')
  })
})

describe('检察长和辞职', () => {
  it('算例 51 批准任命下一级检察长：批准后才能宣誓', () => {
    const act = actOn('approve-appoint', '王一', '青山县人民检察院检察长', {
      from: 'chief-procurator',
    })
    const found = findingsOf([act])
    expect(told(found)).toEqual(['note procurator-approved 检察院组织法 38②'])
    expect(sentence(found[0])).toContain('批准后才能就职宣誓')
  })

  it('算例 52 检察长辞职：接受后待上一级批准，并报本级人代会备案', () => {
    const act = actOn('accept-resignation', '王一', '临江市人民检察院检察长', { from: 'self' })
    const found = findingsOf([act], { tenures: [tenure('王一', '临江市人民检察院检察长')] })
    expect(told(found)).toEqual(['note procurator-approval 组织法 32①'])
  })

  it('算例 53 区长辞职：报人代会备案，无需上级批准', () => {
    const act = actOn('accept-resignation', '王一', '青山区人民政府区长', { from: 'self' })
    const found = findingsOf([act], {
      level: 'county',
      bodyName: '青山区人民代表大会常务委员会',
      tenures: [tenure('王一', '青山区区长')],
    })
    expect(told(found)).toEqual(['note congress-filing 组织法 32①'])
  })
})

describe('先后', () => {
  const rules = { orderSamePerson: 'appoint-first' } as const

  it('算例 42 深圳：同一人同次会议先任后免', () => {
    const off = actOn('remove', '王一', '临江市财政局局长', { from: 'government-head' })
    const on = actOn('appoint', '王一', '临江市审计局局长', { from: 'government-head' })
    const tenures = [tenure('王一', '临江市财政局局长')]
    const found = findingsOf([off, on], { tenures, rules })
    expect(told(found)).toEqual(['note order'])
    expect(sentence(found[0])).toContain('先任临江市审计局局长')
    expect(findingsOf([off, on], { tenures })).toEqual([])
  })

  const off = actOn('remove', '李四', '临江市财政局局长', { from: 'government-head' })
  const on = actOn('appoint', '张三', '临江市财政局局长', { from: 'government-head' })
  const tenures = [tenure('李四', '临江市财政局局长')]

  it('算例 59 同一职务免李任张：先免后任', () => {
    const found = findingsOf([on, off], { tenures })
    expect(told(found)).toEqual(['note order'])
    expect(sentence(found[0])).toBe(
      '先表决免去李四的临江市财政局局长职务，再表决任命张三；前一项未通过的，后一项暂缓。',
    )
  })

  it('算例 59 各用各的事项名称：接受辞职在前，代理在后', () => {
    const post = '临江市人民政府市长'
    const acts = [
      actOn('act-as', '张三', post),
      actOn('accept-resignation', '李四', post, { from: 'self' }),
    ]
    const held = [tenure('李四', post), tenure('张三', '临江市人民政府副市长')]
    const [found] = only(findingsOf(acts, { tenures: held }), 'order')
    expect(sentence(found)).toBe(
      '先表决接受李四辞去临江市人民政府市长职务，再表决代理张三；前一项未通过的，后一项暂缓。',
    )
  })

  it('算例 59 可以多人的职务不分先后：一人免职不给另一人腾位子', () => {
    const from = 'court-president' as const
    const judge = '临江市中级人民法院审判员'
    const orders = (post: string, single: boolean | null) => {
      const kind = 'court-officer' as const
      const posts =
        single === null ? {} : { posts: [{ name: post, post: postOn(post, kind, { single }) }] }
      const acts = [
        actOn('appoint', '张三', post, { from, ...posts }),
        actOn('remove', '李四', post, { from, ...posts }),
      ]
      return only(findingsOf(acts, { tenures: [tenure('李四', post)] }), 'order').length
    }
    expect(orders(judge, null)).toBe(0)
    // The catalogue knows better than the name.
    expect(orders(judge, true)).toBe(1)
    expect(orders('临江市中级人民法院刑事审判第一庭庭长', false)).toBe(0)
  })

  it('审判员不随届次重新任命：上届任命的仍已任职', () => {
    const post = '临江市中级人民法院审判员'
    const again = actOn('appoint', '李四', post, { from: 'court-president' })
    const tenures = [tenure('李四', post, { fromOn: '2010-05-08' })]
    expect(told(findingsOf([again], { tenures }))).toContain('warn already-held')
  })

  it('算例 59 免李未通过或者没有提：职务仍有人', () => {
    const said = (acts: Parameters<typeof findingsOf>[0], code: string): string => {
      const [found] = findingsOf(acts, { tenures })
      expect(found).toMatchObject({ code, severity: 'warn' })
      return sentence(found)
    }
    expect(said([on], 'occupied')).toContain('现由李四担任，本次会议没有免去的事项')
    expect(said([on, { ...off, outcome: 'failed' }], 'held-off')).toContain(
      '没有通过、已经撤回或者暂缓，仍任临江市财政局局长',
    )
  })

  it('算例 59 免职已经通过：台账已经空缺，没有话说', () => {
    const passed = { ...off, outcome: 'passed' as const }
    const ended = [tenure('李四', '临江市财政局局长', { toOn: '2026-05-20', endReason: 'removed' })]
    expect(findingsOf([on, passed], { tenures: ended })).toEqual([])
  })
})

describe('兼职', () => {
  const member = person('王一', { member: true, deputy: true })

  it('算例 60 委员拟任局长：须先辞去常委会职务', () => {
    const act = actOn('appoint', '王一', '临江市财政局局长', { from: 'government-head' })
    expect(told(findingsOf([act], { persons: [member] }))).toEqual(['warn incompatible 组织法 47③'])
    const resign = actOn('accept-resignation', '王一', '临江市人大常委会委员', { from: 'self' })
    const tenures = [tenure('王一', '临江市人大常委会委员', { source: 'member' })]
    const found = findingsOf([resign, act], { persons: [member], tenures })
    expect(told(found)).toEqual([
      'note membership 组织法 51④',
      'note congress-filing 组织法 32①',
      'note order',
    ])
    expect(sentence(found[2])).toContain('先表决接受王一辞去')
  })

  it('算例 61 委员拟任本委工委主任：不构成兼职', () => {
    const act = actOn('appoint', '王一', '临江市人大常委会法制工作委员会主任')
    expect(findingsOf([act], { persons: [member] })).toEqual([])
  })

  it('组成人员不得担任人民陪审员', () => {
    const act = actOn('appoint', '王一', '青山县人民法院人民陪审员', {
      from: 'court-president',
      personId: '王一',
    })
    const county = { level: 'county', bodyName: '青山县人民代表大会常务委员会' } as const
    expect(told(findingsOf([act], { ...county, persons: [member] }))).toEqual([
      'block juror-member 人民陪审员法 6(1)',
    ])
  })
})

describe('专门委员会', () => {
  it('算例 62 代表资格审查委委员须在组成人员中提名', () => {
    const act = actOn('appoint', '李四', '临江市人大常委会代表资格审查委员会委员')
    const persons = [person('王一', { member: true }), person('李四')]
    expect(told(findingsOf([act], { persons }))).toEqual(['block not-member 组织法 56②'])
    expect(told(findingsOf([act]))).toEqual(['warn not-member 组织法 56②'])
    const own = { ...act, personName: '王一' }
    expect(findingsOf([own], { persons })).toEqual([])
  })

  it('算例 63 常委会不能任命专门委员会主任委员；副主任委员须是代表', () => {
    const chair = actOn('appoint', '王一', '临江市人大财政经济委员会主任委员')
    expect(told(findingsOf([chair], { persons: [person('王一', { deputy: true })] }))).toEqual([
      'block special-chair 组织法 34①',
    ])
    const vice = actOn('appoint', '王一', '临江市人大财政经济委员会副主任委员')
    const say = (deputy: boolean | null) =>
      told(findingsOf([vice], { persons: [person('王一', { deputy })] }))
    expect(say(true)).toEqual([])
    expect(say(false)).toEqual(['block not-deputy 组织法 34①'])
    expect(say(null)).toEqual(['note not-deputy 组织法 34①'])
  })
})

describe('撤职', () => {
  const heard = [material('defence-material', { note: '已到会申辩' })]
  const dismiss = (post: string, facts = {}) =>
    actOn('dismiss', '王一', post, { reason: '严重违纪', materials: heard, ...facts })
  const held = (post: string) => ({ tenures: [tenure('王一', post)] })

  it('算例 64 区长、法院院长、检察长、监委主任不在撤职范围', () => {
    for (const post of [
      '临江市人民政府市长',
      '临江市中级人民法院院长',
      '临江市人民检察院检察长',
      '临江市监察委员会主任',
    ]) {
      expect(told(findingsOf([dismiss(post)], held(post)))).toEqual([
        'block dismissal-scope 监督法 60',
        'note dismissal-manner 监督法 62③',
      ])
    }
    for (const post of ['临江市人民政府副市长', '临江市财政局局长', '临江市监察委员会委员']) {
      expect(told(findingsOf([dismiss(post)], held(post)))).toEqual([
        'note dismissal-manner 监督法 62③',
      ])
    }
  })

  it('算例 65 申辩没有处理、没有理由的，不得表决', () => {
    const post = '临江市财政局局长'
    expect(told(findingsOf([dismiss(post, { materials: [] })], held(post)))).toContain(
      'block defence 监督法 62②',
    )
    expect(told(findingsOf([dismiss(post, { reason: ' ' })], held(post)))).toContain(
      'block dismissal-reason 监督法 62①',
    )
    const waived = [material('defence-material', { state: 'waived' })]
    expect(told(findingsOf([dismiss(post, { materials: waived })], held(post)))).toEqual([
      'note dismissal-manner 监督法 62③',
    ])
  })

  it('算例 66 免职与撤职是两回事：撤职写明无记名投票，免职没有', () => {
    const post = '临江市财政局局长'
    const [manner] = findingsOf([dismiss(post)], held(post))
    expect(sentence(manner)).toContain('无记名投票')
    const removed = actOn('remove', '王一', post, { from: 'government-head' })
    expect(findingsOf([removed], held(post))).toEqual([])
  })

  it('算例 67 拟予撤职、开除的，先由常委会免去职务', () => {
    const post = '临江市财政局局长'
    const act = actOn('remove', '王一', post, { from: 'government-head', reason: '开除公职' })
    const found = findingsOf([act], held(post))
    expect(told(found)).toEqual(['note before-sanction 政务处分法 50①'])
    expect(sentence(found[0])).toContain('先由常委会撤销或者免去职务')
  })

  it('监督法 61 本人和主任个人不能提出撤职案', () => {
    const post = '临江市财政局局长'
    const say = (from: 'self' | 'members' | 'supervisory-head' | 'other') =>
      told(findingsOf([dismiss(post, { from })], held(post)))
    expect(say('self')).toContain('block dismissal-proposer 监督法 61')
    expect(say('other')).toContain('warn dismissal-proposer 监督法 61')
    expect(say('members')).toHaveLength(1)
    expect(say('supervisory-head')).toHaveLength(1)
  })
})
