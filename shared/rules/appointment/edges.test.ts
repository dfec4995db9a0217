import { describe, expect, it } from 'vitest'
import {
  actOn,
  checkInput,
  failed,
  findingsOf,
  material,
  person,
  postOn,
  tenure,
  told,
} from '../../../test/builders/check-input.ts'
import type { ActKind } from '../../contract/appointment.ts'
import { checkNominations } from './check.ts'
import { keepsFromAsking } from './gate.ts'
import { requiredMaterials } from './materials.ts'

const acting = (post: string, held: string, kind = {}) =>
  told(
    findingsOf([actOn('act-as', '王一', post, kind)], {
      tenures: [tenure('王一', held), tenure('李四', deputyOf(post))],
    }),
  )
const deputyOf = (post: string) => post.replace(/(院长|检察长|主任|市长)$/u, '副$1')

describe('who may act as head (组织法 50(13), 55)', () => {
  it.each([
    ['临江市中级人民法院院长', '临江市中级人民法院审判员'],
    ['临江市中级人民法院院长', '青山区人民法院副院长'],
    ['临江市人民检察院检察长', '青山区人民检察院检察长'],
    ['临江市人民检察院检察长', '青山区人民检察院副检察长'],
    ['临江市监察委员会主任', '临江市监察委员会委员'],
    ['临江市人民政府市长', '青山区人民政府副区长'],
  ])('%s: %s is no deputy of that organ', (post, held) => {
    expect(acting(post, held)).toContain('block acting-deputy 组织法 50(13)')
  })

  it.each([
    ['临江市中级人民法院院长', '临江市中级人民法院副院长'],
    ['临江市中级人民法院院长', '市法院副院长'],
    ['临江市人民政府市长', '临江市常务副市长'],
    ['代市长', '临江市人民政府副市长'],
    ['临江市监察委员会主任', '市监委副主任'],
  ])('%s: %s is', (post, held) => {
    expect(acting(post, held)).not.toContain('block acting-deputy 组织法 50(13)')
  })

  it('deputies who have left, and those below, are not the deputies the ledger names', () => {
    const act = actOn('act-as', '王一', '临江市人民政府市长')
    const say = (postName: string, facts = {}) =>
      told(findingsOf([act], { tenures: [tenure('李四', postName, facts)] }))
    const doubt = ['warn acting-deputy 组织法 50(13)']
    expect(say('临江市人民政府副市长', { toOn: '2026-01-05' })).toEqual(doubt)
    expect(say('青山区人民政府副区长')).toEqual(doubt)
  })

  it('where nobody says whose the posts are, the title alone counts', () => {
    const say = (post: string, held: string) => {
      const tenures = [tenure('王一', held), tenure('李四', deputyOf(post))]
      return told(findingsOf([actOn('act-as', '王一', post)], { tenures, bodyName: '' }))
    }
    const block = 'block acting-deputy 组织法 50(13)'
    expect(say('临江市中级人民法院院长', '临江市中级人民法院审判员')).toContain(block)
    expect(say('临江市监察委员会主任', '临江市监察委员会委员')).toContain(block)
    expect(say('临江市人民检察院检察长', '临江市人民检察院检察员')).toContain(block)
    expect(say('临江市人民政府市长', '副市长')).not.toContain(block)
  })

  it('only the person’s own appointment in the session makes a deputy, also one just passed', () => {
    const act = actOn('act-as', '王一', '临江市人民政府市长')
    const tenures = [tenure('李四', '临江市人民政府副市长')]
    const say = (kind: ActKind, name: string, outcome: 'pending' | 'passed' | 'deferred') => {
      const facts = { from: 'government-head' as const, outcome }
      const own = actOn(kind, name, '临江市人民政府副市长', facts)
      return told(findingsOf([own, act], { tenures }))
    }
    const block = 'block acting-deputy 组织法 50(13)'
    expect(say('appoint', '王一', 'passed')).not.toContain(block)
    expect(say('appoint', '王一', 'deferred')).toContain(block)
    expect(say('appoint', '赵五', 'pending')).toContain(block)
    expect(say('remove', '王一', 'pending')).toContain(block)
  })
})

describe('committees of the congress', () => {
  const vice = actOn('appoint', '王一', '临江市人大财政经济委员会副主任委员')

  it('removing a chair of a special committee is the congress’s too (组织法 34①)', () => {
    const act = actOn('remove', '王一', '临江市人大财政经济委员会主任委员')
    expect(told(findingsOf([act]))).toContain('block special-chair 组织法 34①')
  })

  it('members are deputies; of nobody known and of namesakes nothing is certain', () => {
    const say = (...persons: ReturnType<typeof person>[]) => told(findingsOf([vice], { persons }))
    expect(say(person('王一', { member: true }))).toEqual([])
    expect(say()).toEqual(['note not-deputy 组织法 34①'])
    const namesakes = [person('王一', { deputy: false }), person('王一', { id: 'p2' })]
    expect(say(...namesakes)).toContain('note not-deputy 组织法 34①')
  })

  it('an inquiry is made of members and other deputies (组织法 58②)', () => {
    const act = actOn('appoint', '王一', '临江市人大常委会关于水源地的特定问题调查委员会委员')
    const persons = [person('王一', { deputy: false })]
    expect(told(findingsOf([act], { persons }))).toEqual(['block not-deputy 组织法 58②'])
    const wrong = { ...act, from: 'government-head' as const }
    expect(told(findingsOf([wrong], { persons: [person('王一', { deputy: true })] }))).toEqual([
      'block nominator 组织法 58②',
    ])
  })

  it('who leaves the credentials committee need not sit on the standing committee any more', () => {
    const act = actOn('remove', '王一', '临江市人大常委会代表资格审查委员会委员')
    const tenures = [tenure('王一', act.post)]
    expect(findingsOf([act], { tenures, persons: [person('李四', { member: true })] })).toEqual([])
  })
})

describe('who proposes removal and approval', () => {
  it.each([
    ['remove', '临江市财政局局长', '组织法 50(14)'],
    ['approve-remove', '青山县人民检察院检察长', '检察院组织法 38②'],
    ['approve-appoint', '青山县人民检察院检察长', '检察院组织法 38②'],
  ] as const)('%s %s', (kind, post, article) => {
    const tenures = [tenure('王一', post)]
    expect(told(findingsOf([actOn(kind, '王一', post)], { tenures }))).toContain(
      `block nominator ${article}`,
    )
  })

  it('deputies of the congress’s committees by the council, jurors by the president of the court', () => {
    const persons = [person('王一', { deputy: true })]
    const vice = actOn('appoint', '王一', '临江市人大法制委员会委员', { from: 'government-head' })
    expect(told(findingsOf([vice], { persons }))).toEqual(['block nominator 组织法 34①'])
    const county = { level: 'county', bodyName: '青山区人民代表大会常务委员会' } as const
    const juror = actOn('appoint', '王一', '青山区人民法院人民陪审员')
    expect(told(findingsOf([juror], county))).toEqual(['block nominator 人民陪审员法 10'])
  })

  it('where a statute names the nominator the catalogue names no other', () => {
    const post = postOn('临江市财政局局长', 'government-member', { nominators: ['市委组织部'] })
    const posts = [{ name: post.fullName, post }]
    const act = actOn('appoint', '王一', post.fullName, { posts, from: 'government-head' })
    expect(findingsOf([act])).toEqual([])
  })
})

describe('dismissal (监督法 60–62)', () => {
  const materials = [material('defence-material')]
  const say = (post: string, facts = {}) =>
    told(
      findingsOf([actOn('dismiss', '王一', post, { reason: '失职', materials, ...facts })], {
        tenures: [tenure('王一', post)],
      }),
    )

  it('offices the law does not list are a doubt, those of the congress forbidden', () => {
    expect(say('临江市人大常委会办公室主任')).toContain('warn dismissal-scope 监督法 60')
    expect(say('临江市人大法制委员会委员')).toContain('block dismissal-scope 监督法 60')
  })

  it('the chair alone proposes none; an organ under whatever kind does', () => {
    const post = '临江市财政局局长'
    expect(say(post, { from: 'chair' })).toContain('block dismissal-proposer 监督法 61')
    const act = actOn('dismiss', '王一', post, { reason: '失职', materials })
    const input = checkInput([{ ...act, from: 'other' }], { tenures: [tenure('王一', post)] })
    const [nomination] = input.nominations
    if (nomination) nomination.nominator = '临江市人民政府'
    expect(told(checkNominations(input))).toEqual(['note dismissal-manner 监督法 62③'])
  })

  it('may be asked before the defence has come, not put to the vote; nothing else that is forbidden may', () => {
    expect(keepsFromAsking({ code: 'defence', severity: 'block' })).toBe(false)
    expect(keepsFromAsking({ code: 'dismissal-reason', severity: 'block' })).toBe(true)
    expect(keepsFromAsking({ code: 'late', severity: 'warn' })).toBe(false)
  })

  it('only removal speaks of the sanction to come', () => {
    const act = actOn('appoint', '王一', '临江市财政局局长', {
      from: 'government-head',
      reason: '原任因违纪被免去',
    })
    expect(findingsOf([act])).toEqual([])
  })

  it('the council may move a recall', () => {
    expect(told(findingsOf([actOn('recall', '王一', '江南省第十四届人民代表大会代表')]))).toEqual(
      [],
    )
  })
})

describe('posts and levels', () => {
  it('a procurator below is removed by approval only', () => {
    const post = '青山县人民检察院检察长'
    const act = actOn('remove', '王一', post, { from: 'chief-procurator' })
    expect(told(findingsOf([act], { tenures: [tenure('王一', post)] }))).toEqual([
      'block approval 组织法 50(16)',
    ])
  })

  it('a district’s organ is doubted on appointment only, and never the body’s own', () => {
    const district = { level: 'city', bodyName: '青山区人民代表大会常务委员会' } as const
    const judge = actOn('appoint', '王一', '青山区人民法院审判员', { from: 'court-president' })
    expect(findingsOf([judge], district)).toEqual([])
    const left = { ...judge, act: 'remove' as const }
    expect(findingsOf([left], { tenures: [tenure('王一', left.post)] })).toEqual([])
  })

  it('what merely ends is not asked whether it exists', () => {
    const county = { level: 'county', bodyName: '青山区人民代表大会常务委员会' } as const
    expect(findingsOf([actOn('end', '王一', '青山区人民政府秘书长')], county)).toEqual([])
  })

  it('deputies above have a word of their own', () => {
    const post = postOn('江南省第十四届人民代表大会代表', 'deputy-above')
    const posts = [{ name: post.fullName, post }]
    const act = actOn('appoint', '王一', post.fullName, { posts, verb: '决定任命' })
    expect(told(findingsOf([act]))).toEqual(['note credentials 选举法 57'])
  })
})

describe('the exam, the founding document, the checklist', () => {
  const post = postOn('临江市数据局局长', 'government-member', { fromOn: '2026-03-01' })
  const head = (facts = {}, own = post) =>
    actOn('appoint', '王一', own.fullName, {
      from: 'government-head',
      posts: [{ name: own.fullName, post: own }],
      ...facts,
    })
  const elder = [tenure('李四', '临江市财政局局长', { fromOn: '2021-03-01' })]

  it('a new post is one made in this term, before the session, in a ledger older than it', () => {
    const say = (facts = {}, tenures = elder, kind = post.kind) =>
      told(findingsOf([head({}, { ...post, kind, ...facts })], { tenures }))
    expect(say()).toEqual(['warn founding-document'])
    expect(say({ fromOn: '2022-01-10' })).toEqual([])
    expect(say({ fromOn: '2026-06-01' })).toEqual([])
    expect(say({}, [tenure('李四', '临江市财政局局长', { fromOn: '2026-04-01' })])).toEqual([])
    expect(say({}, elder, 'other')).toEqual([])
  })

  it('who is to act takes the exam too', () => {
    const act = actOn('act-as', '王一', '临江市人民政府市长')
    const facts = { rules: { examPosts: ['市长'] }, tenures: [tenure('王一', '副市长')] }
    expect(told(findingsOf([act], facts))).toEqual(['warn exam'])
  })

  it('only an appointment is spoken to', () => {
    const rules = { preSpeechPosts: ['局长'] }
    const gone = actOn('remove', '王一', '临江市财政局局长', { from: 'government-head' })
    expect(findingsOf([gone], { rules, tenures: [tenure('王一', gone.post)] })).toEqual([])
  })

  it('a resignation comes with its request, a removal with its reason and no form', () => {
    const needs = (kind: ActKind, facts = {}) => {
      const act = actOn(kind, '王一', '临江市财政局局长', facts)
      const input = checkInput([act])
      const [nomination] = input.nominations
      if (!nomination) throw new Error('one nomination')
      return requiredMaterials(act, nomination, input).map(
        (need) => `${need.kind}${need.say === null ? '' : ' missing'}`,
      )
    }
    expect(needs('accept-resignation')).toContain('request missing')
    expect(needs('remove')).toEqual(['reason'])
    expect(needs('remove', { reason: '' })).toEqual(['reason missing'])
  })

  it('no days set, no nomination is late', () => {
    const act = head({}, postOn('临江市财政局局长', 'government-member'))
    const late = { receivedOn: '2026-05-21' }
    expect(told(findingsOf([act], late))).toEqual(['warn late'])
    expect(findingsOf([act], { ...late, rules: { appointmentSubmitDays: 0 } })).toEqual([])
  })
})

describe('members and the order of voting', () => {
  const member = person('王一', { member: true, deputy: true })

  it('a juror who bears a member’s name may be another person', () => {
    const county = { level: 'county', bodyName: '青山区人民代表大会常务委员会' } as const
    const act = actOn('appoint', '王一', '青山区人民法院人民陪审员', { from: 'court-president' })
    expect(told(findingsOf([act], { ...county, persons: [member] }))).toEqual([
      'warn juror-member 人民陪审员法 6(1)',
    ])
  })

  it('深圳：辞去常委会职务在任职之前，不在其后', () => {
    const rules = { orderSamePerson: 'appoint-first' } as const
    const left = actOn('accept-resignation', '王一', '临江市人大常委会委员', { from: 'self' })
    const to = actOn('appoint', '王一', '临江市财政局局长', { from: 'government-head' })
    const tenures = [tenure('王一', left.post)]
    const says = findingsOf([left, to], { rules, tenures, persons: [member] }).map(
      ({ message }) => message.key,
    )
    expect(says).toContain('rules.appoint.order-resignation-first')
    expect(says).not.toContain('rules.appoint.order-appoint-first')
    const second = actOn('appoint', '王一', '临江市人民政府秘书长', { from: 'government-head' })
    expect(findingsOf([to, second], { rules })).toEqual([])
  })
})

describe('a failure before', () => {
  const post = '临江市财政局局长'
  const act = actOn('appoint', '王一', post, { from: 'government-head' })

  it('counts for the person and the term, whatever came after the session', () => {
    const rules = { resubmitMax: 1 }
    const say = (earlier: ReturnType<typeof failed>) =>
      told(findingsOf([act], { rules, earlier: [earlier] }))
    expect(say(failed('王一', post, '2026-03-20'))).toEqual(['warn resubmit-barred'])
    expect(say(failed('李四', post, '2026-03-20'))).toEqual([])
    expect(say(failed('王一', post, '2021-03-20'))).toEqual([])
    expect(say(failed('王一', post, '2026-07-20'))).toEqual([])
  })

  it('may be made good on the very day the wait is over', () => {
    const say = (on: string) =>
      told(
        findingsOf([act], {
          rules: { resubmitWaitMonths: 6 },
          earlier: [failed('王一', post, on)],
        }),
      )
    expect(say('2025-11-20')).toEqual(['note resubmitted'])
    expect(say('2025-11-21')).toEqual(['warn resubmit-wait'])
  })
})
