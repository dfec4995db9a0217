import { describe, expect, it } from 'vitest'
import type { ActKind, NominatorKind } from '../../contract/appointment.ts'
import {
  actOn,
  findingsOf,
  person,
  postOn,
  tenure,
  told,
} from '../../../test/builders/check-input.ts'

const county = { level: 'county', bodyName: '青山区人民代表大会常务委员会' } as const
const say = (act: ActKind, post: string, from: NominatorKind, facts = {}) =>
  told(findingsOf([actOn(act, '王一', post, { from })], facts))

describe('who proposes', () => {
  it.each<[string, NominatorKind, string]>([
    ['临江市财政局局长', 'government-head', '组织法 50(14)'],
    ['临江市监察委员会副主任', 'supervisory-head', '组织法 50(15)'],
    ['临江市中级人民法院审判员', 'court-president', '法院组织法 43'],
    ['临江市人民检察院检察员', 'chief-procurator', '检察院组织法 38①'],
    ['临江市人大常委会代表资格审查委员会委员', 'council', '组织法 56②'],
  ])('%s is proposed by %s (%s)', (post, right, article) => {
    const persons = [person('王一', { member: true, deputy: true })]
    const rest = { persons: article === '组织法 56②' ? persons : [] }
    expect(say('appoint', post, right, rest)).toEqual([])
    const wrong = right === 'council' ? 'government-head' : 'council'
    expect(say('appoint', post, wrong, rest)).toEqual([`block nominator ${article}`])
    expect(say('appoint', post, 'other', rest)).toEqual([`warn nominator ${article}`])
  })

  it('is a warning where only local rules say so', () => {
    expect(say('appoint', '临江市人民政府副市长', 'government-head')).toEqual([])
    expect(say('appoint', '临江市人民政府副市长', 'council')).toEqual([])
    expect(say('appoint', '临江市人民政府副市长', 'court-president')).toEqual(['warn nominator'])
    expect(say('appoint', '临江市人大常委会副秘书长', 'government-head')).toEqual([
      'warn nominator',
    ])
  })

  it('is never forbidden on a guess, and the catalogue makes it certain', () => {
    expect(say('appoint', '办公室主任', 'council')).toEqual(['warn nominator 组织法 50(14)'])
    const post = postOn('办公室主任', 'government-member')
    const posts = [{ name: post.fullName, post }]
    const act = actOn('appoint', '王一', '办公室主任', { posts })
    expect(told(findingsOf([act]))).toEqual(['block nominator 组织法 50(14)'])
  })

  it('follows the catalogue where no statute names the nominator', () => {
    const post = postOn('临江市人大常委会副秘书长', 'committee-office', { nominators: ['秘书长'] })
    const posts = [{ name: post.fullName, post }]
    const act = actOn('appoint', '王一', post.fullName, { posts })
    expect(told(findingsOf([act]))).toEqual(['warn nominator'])
  })
})

describe('posts and levels', () => {
  it('offices the congress elects are not the committee’s to fill or empty', () => {
    expect(say('appoint', '临江市人民政府市长', 'council')).toEqual(['block elected 组织法 11(6)'])
    expect(say('appoint', '临江市人大常委会委员', 'council')).toEqual(['block elected 组织法 47①'])
    expect(say('appoint', '青山区人大常委会委员', 'council', county)).toEqual([
      'block elected 组织法 47②',
    ])
    const tenures = [tenure('王一', '临江市人民政府市长', { acting: true })]
    expect(say('remove', '临江市人民政府市长', 'council', { tenures })).toContain(
      'block elected 组织法 11(6)',
    )
    expect(say('remove', '临江市人民政府代市长', 'council', { tenures })).toEqual([])
  })

  it('a county has no secretary-general, of committee or government, and no procuratorate below', () => {
    expect(say('appoint', '青山区人大常委会秘书长', 'council', county)).toEqual([
      'block no-such-post 组织法 47②',
    ])
    expect(say('appoint', '青山区人民政府秘书长', 'government-head', county)).toEqual([
      'block no-such-post 组织法 70②',
    ])
    expect(say('approve-appoint', '青山区人民检察院检察长', 'chief-procurator', county)).toContain(
      'block no-such-post 组织法 50(16)',
    )
    expect(say('appoint', '临江市人民政府秘书长', 'government-head')).toEqual([])
  })

  it('street committees and jurors elsewhere than at county level are a doubt', () => {
    expect(say('appoint', '临江市人大常委会东山街道工作委员会主任', 'council')).toEqual([
      'warn no-such-post 组织法 59③④',
    ])
    expect(say('appoint', '青山区人大常委会东山街道工作委员会主任', 'council', county)).toEqual([])
    expect(say('appoint', '青山区人民法院人民陪审员', 'court-president', county)).toEqual([])
    expect(say('appoint', '临江市第一人民法院人民陪审员', 'court-president')).toEqual([
      'warn no-such-post 人民陪审员法 10',
    ])
  })

  it('heads of a zone’s court and procuratorate are appointed, those of a district are not', () => {
    expect(say('appoint', '临江经济技术开发区人民法院院长', 'court-president')).toEqual([])
    expect(say('appoint', '临江经济技术开发区人民检察院检察长', 'chief-procurator')).toEqual([])
    expect(say('appoint', '青山区人民法院院长', 'court-president')[0]).toBe(
      'block elected 组织法 11(6)',
    )
  })

  it('a procurator below is approved, nobody else is', () => {
    const below = '青山县人民检察院检察长'
    expect(say('appoint', below, 'chief-procurator')).toEqual(['block approval 组织法 50(16)'])
    expect(say('approve-appoint', '临江市财政局局长', 'government-head')).toEqual([
      'warn approval 组织法 50(16)',
    ])
  })

  it('courts of another level are another committee’s', () => {
    expect(say('appoint', '临江市中级人民法院审判员', 'court-president', county)).toEqual([
      'block other-level 组织法 50(16)',
    ])
    expect(say('appoint', '江南省高级人民法院审判员', 'court-president')).toEqual([
      'block other-level 组织法 50(16)',
    ])
    expect(say('appoint', '青山县人民法院审判员', 'court-president')).toEqual(['warn other-level'])
    expect(say('appoint', '临江经济技术开发区人民法院审判员', 'court-president')).toEqual([])
    const province = { level: 'province', bodyName: '江海市人民代表大会常务委员会' } as const
    expect(say('appoint', '江海市第一中级人民法院院长', 'council', province)).toEqual([])
  })

  it('says which verb the papers of a post use', () => {
    const act = (verb: string) =>
      actOn('appoint', '王一', '临江市财政局局长', { from: 'government-head', verb })
    expect(told(findingsOf([act('任命')]))).toEqual(['note verb'])
    expect(findingsOf([act('决定任命')])).toEqual([])
  })
})

describe('who resigns', () => {
  it('those the law lists; others are removed', () => {
    const post = '临江市财政局局长'
    const tenures = [tenure('王一', post), tenure('王一', '临江市人民政府副市长')]
    expect(say('accept-resignation', post, 'self', { tenures })).toEqual([
      'note resignation-scope 组织法 32①',
    ])
    expect(say('accept-resignation', '临江市人民政府副市长', 'self', { tenures })).toEqual([
      'note congress-filing 组织法 32①',
    ])
  })
})

describe('what the ledger knows', () => {
  const post = '临江市财政局局长'
  const removal = actOn('remove', '王一', post, { from: 'government-head' })

  it('removal of a post not held is a warning where somebody ever held it, a note where nobody is on record', () => {
    expect(told(findingsOf([removal], { tenures: [tenure('李四', post)] }))).toEqual([
      'warn not-held',
    ])
    expect(told(findingsOf([removal]))).toEqual(['note not-held'])
    expect(findingsOf([removal], { tenures: [tenure('王一', '市财政局局长')] })).toEqual([])
    const catalogued = {
      ...removal,
      posts: [{ name: post, post: postOn(post, 'government-member') }],
    }
    const unknown = findingsOf([catalogued])
    expect(told(unknown)).toEqual(['note not-held'])
    expect(unknown[0]?.message.key).toBe('rules.appoint.not-held-unknown')
    const before = [tenure('李四', post, { postId: post, toOn: '2019-03-01' })]
    expect(told(findingsOf([catalogued], { tenures: before }))).toEqual(['warn not-held'])
    const other = [tenure('李四', '临江市审计局局长', { postId: '临江市审计局局长' })]
    expect(told(findingsOf([catalogued], { tenures: other }))).toEqual(['note not-held'])
  })

  it('an ended tenure is none, one beginning later neither', () => {
    const ended = [tenure('王一', post, { toOn: '2026-05-20', endReason: 'removed' })]
    expect(told(findingsOf([removal], { tenures: ended }))).toEqual(['warn not-held'])
    const later = [tenure('王一', post, { fromOn: '2026-05-22' })]
    expect(told(findingsOf([removal], { tenures: later }))).toEqual(['warn not-held'])
  })

  it('goes by the person chosen, not by the name alone', () => {
    const tenures = [tenure('王一', post, { personId: 'p1' })]
    const chosen = (personId: string) =>
      told(findingsOf([{ ...removal, personId }], { tenures, persons: [person('王一')] }))
    expect(chosen('p1')).toEqual([])
    expect(chosen('p2')).toEqual(['warn not-held'])
  })

  it('one post for one person: twice, two for one, already held', () => {
    const one = actOn('appoint', '王一', post, { from: 'government-head' })
    const other = actOn('appoint', '李四', post, { from: 'government-head' })
    expect(told(findingsOf([one, other]))).toEqual(['warn two-for-one'])
    expect(told(findingsOf([one, { ...one, id: 'again' }]))).toEqual(['warn twice'])
    const held = [tenure('王一', post, { fromOn: '2023-02-01' })]
    expect(told(findingsOf([one], { tenures: held }))).toEqual(['warn already-held'])
    const judges = ['王一', '李四'].map((name) =>
      actOn('appoint', name, '临江市中级人民法院审判员', { from: 'court-president' }),
    )
    expect(findingsOf(judges)).toEqual([])
  })

  it('two posts in one act are two questions to the ledger', () => {
    const act = actOn('remove', '王一', '临江市人民检察院副检察长、检察员', {
      from: 'chief-procurator',
    })
    const tenures = [
      tenure('王一', '临江市人民检察院检察员'),
      tenure('李四', '临江市人民检察院副检察长'),
    ]
    const found = findingsOf([act], { tenures })
    expect(told(found)).toEqual(['warn not-held'])
    expect(found[0]?.message.params).toMatchObject({ post: '临江市人民检察院副检察长' })
  })

  it('namesakes are to be told apart', () => {
    const persons = [person('王一'), person('王一', { id: 'second' })]
    const act = actOn('appoint', '王一', '临江市审计局局长', { from: 'government-head' })
    expect(told(findingsOf([act], { persons }))).toEqual(['warn namesake'])
    expect(findingsOf([{ ...act, personId: 'second' }], { persons })).toEqual([])
  })

  it('算例 57 机构更名：按本级规定不重任、重任、重任并免旧', () => {
    const renamed = postOn('临江市数据局局长', 'government-member')
    const act = actOn('appoint', '王一', renamed.fullName, {
      from: 'government-head',
      posts: [{ name: renamed.fullName, post: renamed }],
    })
    const old = tenure('王一', '临江市大数据发展局局长', {
      postId: renamed.id,
      fromOn: '2023-02-01',
    })
    const say = (renamePolicy: 'keep' | 'reappoint' | 'reappoint-and-remove') =>
      findingsOf([act], { tenures: [old], rules: { renamePolicy } }).map(
        ({ severity, message }) => `${severity} ${message.key}`,
      )
    expect(say('keep')).toEqual(['warn rules.appoint.renamed-keep'])
    expect(say('reappoint')).toEqual(['note rules.appoint.renamed-reappoint'])
    expect(say('reappoint-and-remove')).toEqual(['note rules.appoint.renamed-reappoint-and-remove'])
  })
})

describe('recall and speech', () => {
  it('only deputies above are recalled, by the council or the members', () => {
    const deputy = '江南省第十四届人民代表大会代表'
    expect(say('recall', deputy, 'members')).toEqual([])
    expect(say('recall', deputy, 'government-head')).toEqual(['warn recall-proposer 选举法 51'])
    expect(say('recall', '临江市财政局局长', 'council')).toContain(
      'block recall-scope 组织法 50(18)',
    )
  })

  it('some speak before the vote', () => {
    const rules = { preSpeechPosts: ['局局长'] }
    expect(say('appoint', '临江市财政局局长', 'government-head', { rules })).toEqual([
      'note speech',
    ])
  })
})
