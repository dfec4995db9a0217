import { describe, expect, it } from 'vitest'
import {
  actOn,
  findingsOf,
  person,
  postOn,
  tenure,
  told,
} from '../../../test/builders/check-input.ts'
import type { PostOn } from '../../contract/ledger.ts'

const tied = (post: PostOn, name = post.fullName) => ({ posts: [{ name, post }] })
const finance = '临江市财政局局长'
const appoint = (name: string, facts = {}) =>
  actOn('appoint', name, finance, { from: 'government-head', ...facts })
const remove = (name: string, post = finance, facts = {}) =>
  actOn('remove', name, post, { from: 'government-head', ...facts })

describe('who holds a post', () => {
  it('a guess makes no post single, the catalogue does', () => {
    const name = '综合办公室主任'
    const act = actOn('appoint', '王一', name, { from: 'government-head' })
    const tenures = [tenure('李四', name)]
    expect(told(findingsOf([act], { tenures }))).not.toContain('warn occupied')
    const post = postOn(name, 'other', { single: true })
    const sure = { ...act, ...tied(post) }
    expect(told(findingsOf([sure], { tenures }))).toContain('warn occupied')
  })

  it('two posts of the catalogue are two, whatever is in common', () => {
    const [one, two] = [
      postOn('临江市财政局局长', 'government-member'),
      postOn('临江市审计局局长', 'government-member'),
    ]
    const acts = [
      actOn('appoint', '王一', one.fullName, { from: 'government-head', ...tied(one) }),
      actOn('appoint', '李四', two.fullName, { from: 'government-head', ...tied(two) }),
    ]
    expect(findingsOf(acts)).toEqual([])
  })

  it('a tenure not tied to the catalogue is found by its name', () => {
    const post = postOn(finance, 'government-member')
    const facts = { tenures: [tenure('李四', '市财政局局长')] }
    expect(told(findingsOf([appoint('王一', tied(post))], facts))).toEqual(['warn occupied'])
    expect(findingsOf([remove('李四', finance, tied(post))], facts)).toEqual([])
  })

  it('goes by the holder’s own removal', () => {
    const tenures = [tenure('李四', finance), tenure('赵五', finance)]
    expect(told(findingsOf([remove('李四'), appoint('王一')], { tenures }))).toContain(
      'warn occupied',
    )
    const gone = [remove('李四'), remove('赵五'), appoint('王一')]
    expect(told(findingsOf(gone, { tenures }))).not.toContain('warn occupied')
  })

  it.each(['failed', 'withdrawn', 'deferred'] as const)(
    '算例 59 免职%s的，原任仍任，任命应当暂缓，不说没有免去的事项',
    (outcome) => {
      const tenures = [tenure('李四', finance)]
      const found = findingsOf([remove('李四', finance, { outcome }), appoint('王一')], { tenures })
      expect(found[0]).toMatchObject({
        code: outcome === 'failed' ? 'held-off' : 'occupied',
        severity: 'warn',
        message: { key: 'rules.appoint.occupied-kept', params: { holders: '李四' } },
      })
    },
  )

  it('算例 59 先后不限的地方，免职未过只作提示', () => {
    const rules = { orderSamePost: 'free' as const }
    const acts = [remove('李四', finance, { outcome: 'failed' }), appoint('王一')]
    const found = findingsOf(acts, { tenures: [tenure('李四', finance)], rules })
    expect(found.map(({ code }) => code)).toContain('occupied')
  })

  it('算例 59 又提一次免职、还没有表决的，不算仍任', () => {
    const tenures = [tenure('李四', finance)]
    const acts = [remove('李四', finance, { outcome: 'failed' }), remove('李四'), appoint('王一')]
    expect(told(findingsOf(acts, { tenures }))).not.toContain('warn occupied')
  })

  it('acting for a head whose resignation failed in the session', () => {
    const head = '临江市人民政府市长'
    const tenures = [tenure('李四', head), tenure('王一', '临江市人民政府副市长')]
    const acts = [
      actOn('accept-resignation', '李四', head, { from: 'self', outcome: 'failed' }),
      actOn('act-as', '王一', head, { from: 'council' }),
    ]
    const found = findingsOf(acts, { tenures }).find(({ code }) => code === 'acted-for')
    expect(found?.message.key).toBe('rules.appoint.acted-for-kept')
  })

  it('who acts in a post does not fill it, and may be given it', () => {
    const head = '临江市发展和改革委员会主任'
    const act = actOn('appoint', '王一', head, { from: 'government-head' })
    const acts = (name: string) => [tenure(name, head, { acting: true, fromOn: '2026-02-01' })]
    expect(findingsOf([act], { tenures: acts('李四') })).toEqual([])
    expect(findingsOf([act], { tenures: acts('王一') })).toEqual([])
  })

  it('two act in one post', () => {
    const post = '临江市人民政府市长'
    const tenures = [
      tenure('李四', post, { acting: true }),
      tenure('王一', '临江市人民政府副市长'),
      tenure('何市', post),
    ]
    const found = findingsOf([actOn('act-as', '王一', post)], { tenures })
    expect(told(found)).toEqual(['warn acted-for 组织法 50(13)', 'warn occupied'])
    expect(found[1]?.message).toMatchObject({
      key: 'rules.appoint.occupied-acting',
      params: { holders: '李四' },
    })
  })

  it.each([
    ['临江市人民政府市长', '临江市人民政府副市长', '组织法 50(13)'],
    ['临江市监察委员会主任', '临江市监察委员会副主任', '组织法 50(13)'],
    ['临江市中级人民法院院长', '临江市中级人民法院副院长', '组织法 50(13)'],
    ['临江市人民检察院检察长', '临江市人民检察院副检察长', '组织法 50(13)'],
    ['临江市人大常委会主任', '临江市人大常委会副主任', '组织法 55'],
  ])('who acts as %s does so while nobody can do the office', (head, below, article) => {
    const tenures = [tenure('何一', head), tenure('王一', below)]
    const acts = [actOn('act-as', '王一', head)]
    const about = (facts: Parameters<typeof findingsOf>[1], also: typeof acts = []) =>
      findingsOf([...acts, ...also], facts).filter(({ code }) => code === 'acted-for')
    const [found, ...more] = about({ tenures })
    expect(found).toMatchObject({ severity: 'warn', article, actIds: [acts[0]?.id] })
    expect(found?.message.params).toMatchObject({ holders: '何一', post: head })
    expect(more).toEqual([])
    // Gone before, or leaving in the session: the office is empty.
    const gone = [tenure('何一', head, { toOn: '2024-01-01' }), tenure('王一', below)]
    expect(about({ tenures: gone })).toEqual([])
    const resigns = actOn('accept-resignation', '何一', head, { from: 'self' })
    expect(about({ tenures }, [resigns])).toEqual([])
    expect(about({ tenures }, [{ ...resigns, outcome: 'withdrawn' }])).toHaveLength(1)
  })

  it('acting in a post and being appointed to it are no rivals', () => {
    const post = '临江市人民政府市长'
    const acts = [actOn('act-as', '王一', post), actOn('appoint', '李四', post)]
    expect(told(findingsOf(acts))).not.toContain('warn two-for-one')
  })

  it('a decided act is no second one', () => {
    const passed = appoint('李四', { outcome: 'failed' })
    expect(findingsOf([passed, appoint('王一')])).toEqual([])
  })

  it('names three holders and leaves out the rest', () => {
    const holders = (count: number) => {
      const tenures = ['甲一', '乙二', '丙三', '丁四']
        .slice(0, count)
        .map((name) => tenure(name, finance))
      return findingsOf([remove('王一')], { tenures })[0]?.message.params?.['holders']
    }
    expect(holders(3)).toBe('甲一、乙二、丙三')
    expect(holders(4)).toBe('甲一、乙二、丙三……')
  })
})

describe('removal of what is held', () => {
  const judges = '临江市中级人民法院刑事审判第一庭庭长'

  it('finds a tenure written without its organ, and no deputy for a head', () => {
    const say = (held: string, post: string) =>
      told(
        findingsOf([remove('王一', post, { from: 'court-president' })], {
          tenures: [tenure('王一', held), tenure('李四', post)],
        }),
      )
    expect(say('刑事审判第一庭庭长', judges)).toEqual([])
    expect(say('庭长', judges)).toEqual([])
    expect(say('长', judges)).toEqual(['warn not-held'])
    expect(say('临江市中级人民法院副院长', '院长')).toContain('warn not-held')
  })

  it('is not asked of what merely ends', () => {
    expect(
      findingsOf([actOn('end', '王一', finance)], { tenures: [tenure('李四', finance)] }),
    ).toEqual([])
  })

  it('an ending makes room too', () => {
    const end = actOn('end', '李四', finance)
    expect(findingsOf([end, appoint('王一')], { tenures: [tenure('李四', finance)] })).toEqual([])
  })

  it('counts what begins or ends in the session as it is when it votes', () => {
    const begun = tenure('王一', finance, { fromOn: '2026-05-21' })
    expect(findingsOf([remove('王一')], { tenures: [begun] })).toEqual([])
    const ended = tenure('李四', finance, { toOn: '2026-05-21', endReason: 'removed' })
    expect(findingsOf([appoint('王一')], { tenures: [ended] })).toEqual([])
  })

  it('of two who bear a name only the one who is meant makes room', () => {
    const tenures = [tenure('李四', finance, { personId: 'p1' })]
    const persons = [person('李四', { id: 'p1' }), person('李四', { id: 'p2' })]
    const say = (personId: string) =>
      told(
        findingsOf([remove('李四', finance, { personId }), appoint('王一')], { tenures, persons }),
      )
    expect(say('p1')).not.toContain('warn occupied')
    expect(say('p2')).toContain('warn occupied')
  })
})

describe('换届', () => {
  const term = { number: 18, startsOn: '2026-01-10', governmentElectedOn: '2026-01-15' }
  const on = (startsOn: string, tenures = [tenure('李四', finance, { fromOn: '2022-03-01' })]) => ({
    term,
    tenures,
    session: { startsOn, endsOn: startsOn, extraordinary: false },
  })
  const say = (facts: ReturnType<typeof on>) =>
    told(findingsOf([appoint('王一')], facts)).filter((one) => one.includes('occupied'))

  it('上一届任命、本届没有续任的，不算占着职务：只说明', () => {
    expect(say(on('2026-03-15'))).toEqual(['note occupied'])
    expect(say(on('2026-03-16'))).toEqual(['warn occupied'])
    expect(say(on('2026-03-01', [tenure('李四', finance, { fromOn: '2026-02-01' })]))).toEqual([
      'warn occupied',
    ])
    expect(say(on('2026-03-01', [tenure('李四', finance)]))).toEqual(['warn occupied'])
  })

  it('撤回免职的，上一届任命的不因此仍任；免职没有通过的才仍任', () => {
    const kept = (outcome: 'withdrawn' | 'failed') =>
      findingsOf([remove('李四', finance, { outcome }), appoint('王一')], on('2026-03-01')).find(
        ({ code }) => code === 'occupied' || code === 'held-off',
      )
    expect(kept('withdrawn')).toMatchObject({ severity: 'note' })
    expect(kept('failed')?.message.key).toBe('rules.appoint.occupied-kept')
  })

  it('本届已经任命的不再列入没有续任的', () => {
    const facts = on('2026-03-01', [tenure('李四', finance, { fromOn: '2026-02-01' })])
    const other = actOn('appoint', '赵五', '临江市审计局局长', { from: 'government-head' })
    expect(findingsOf([other], facts)).toEqual([])
    expect(findingsOf([remove('李四')], facts)).toEqual([])
  })

  it('两个月的最后一天还在期限以内，任职之日没有记的按上一届看', () => {
    const removal = (startsOn: string, fromOn: string | null) =>
      told(findingsOf([remove('李四')], on(startsOn, [tenure('李四', finance, { fromOn })])))
    expect(removal('2026-03-15', '2022-03-01')).toContain('note term-removal 组织法 71')
    expect(removal('2026-03-15', null)).toContain('note term-removal 组织法 71')
    expect(removal('2026-03-16', '2022-03-01')).not.toContain('note term-removal 组织法 71')
    const other = actOn('appoint', '赵五', '临江市审计局局长', { from: 'government-head' })
    const [due] = findingsOf([other], on('2026-03-15'))
    expect(due?.message.key).toBe('rules.appoint.term-remaining')
  })
})
