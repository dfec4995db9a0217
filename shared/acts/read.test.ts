import { describe, expect, it } from 'vitest'
import { corpora } from '../../test/golden/acts/corpora.ts'
import ordinary6 from '../../test/golden/acts/ordinary-6.json' with { type: 'json' }
import ordinary from '../../test/golden/acts/ordinary.json' with { type: 'json' }
import { scoreOf } from '../../test/golden/acts/score.ts'
import { readActs } from './read.ts'

const all = corpora.flatMap(({ cases }) => cases)

describe.each(corpora)('$corpus texts', ({ cases }) => {
  it.each(cases)('reads $id', ({ text, acts }) => {
    const { missed, invented } = scoreOf(acts, readActs(text).acts)
    expect({ missed, invented }).toEqual({ missed: [], invented: [] })
  })
})

describe('all texts together', () => {
  it('reach recall and precision of 0.97', () => {
    const scores = all.map(({ text, acts }) => scoreOf(acts, readActs(text).acts))
    const sum = (of: (score: (typeof scores)[number]) => number): number =>
      scores.reduce((total, score) => total + of(score), 0)
    expect(sum(({ wanted }) => wanted)).toBeGreaterThan(700)
    expect(sum(({ hits }) => hits) / sum(({ wanted }) => wanted)).toBeGreaterThanOrEqual(0.97)
    expect(sum(({ hits }) => hits) / sum(({ got }) => got)).toBeGreaterThanOrEqual(0.97)
  })

  it.each(all.filter(({ shown }) => shown !== undefined))(
    'shows what $id leaves open',
    ({ text, shown }) => {
      const unread = readActs(text).unread.join('\n')
      for (const stretch of shown ?? []) expect(unread).toContain(stretch)
    },
  )

  it.each(all.filter(({ acts }) => acts.some(({ reason }) => reason !== undefined)))(
    'keeps the reasons $id gives',
    ({ text, acts }) => {
      const read = readActs(text).acts
      for (const { persons, reason } of acts.filter((act) => act.reason !== undefined)) {
        const same = read.find((act) => act.persons.includes(persons[0] ?? ''))
        expect(same?.reason).toBe(reason)
      }
    },
  )

  it.each([...ordinary, ...ordinary6])('keeps the verbs of $id', ({ text, acts }) => {
    const read = readActs(text).acts
    for (const { act, persons, verb } of acts) {
      const same = read.filter((one) => one.act === act && one.persons.includes(persons[0] ?? ''))
      expect(same.map((one) => one.verb)).toContain(verb)
    }
  })

  it('marks lists that name only some persons', () => {
    for (const { text, acts } of all) {
      const marked = acts.filter((act) => act.listIncomplete).map(({ post }) => post)
      const read = readActs(text).acts.filter((act) => act.listIncomplete)
      for (const post of marked) expect(read.some((act) => act.post.endsWith(post))).toBe(true)
    }
  })
})

describe('what is no decision', () => {
  it.each([
    '会议听取了关于提请任命柳青为县财政局局长的议案的说明。',
    '会议决定任命柳青为县财政局局长的议案未获通过。',
    '鉴于柳青已辞去县长职务，会议另定补选日期。',
    '大会选举柳青为县人民政府县长。',
    '会议依法任免了一批国家机关工作人员。柳青当选为县长。',
    '市人大常委会主任柳青为新任命的局长颁发任命书。',
    '柳青作了关于拟任市财政局局长的供职发言。',
  ])('reads no act from «%s»', (text) => {
    expect(readActs(text).acts).toEqual([])
  })
})

describe('what no verb governs', () => {
  it.each([
    '市财政局局长：柳青',
    '柳青、石磊为县人民法院审判员。',
    '柳青　市财政局局长',
    '拟任命柳青为市财政局局长；免去石磊的市财政局局长职务。',
    '拟任命\n柳青为市财政局局长。',
    '任命：\n县人大常委会办公室\n主任：柳青\n2026年9月1日',
  ])('shows «%s» instead of guessing', (text) => {
    const { acts, unread } = readActs(text)
    expect(acts.flatMap(({ persons }) => persons)).not.toContain('柳青')
    expect(unread.join('')).toContain('柳青')
  })
})

describe('a title that names somebody and calls the posts together', () => {
  it('gives way to the posts below it', () => {
    const text =
      '关于任命柳青等为县人民政府组成部门负责人的决定\n会议决定任命：\n柳青为县财政局局长，石磊为县审计局局长。'
    expect(readActs(text).acts.map(({ persons, post }) => [...persons, post])).toEqual([
      ['柳青', '县财政局局长'],
      ['石磊', '县审计局局长'],
    ])
  })
})

describe('passing line', () => {
  it('is read in full', () => {
    expect(
      readActs(
        '任免名单\n（2025年10月24日双河市第八届人民代表大会常务委员会第二十八次会议通过）\n任命：\n柳青为双河市人民法院审判员。',
      ).passing,
    ).toEqual({
      date: '2025-10-24',
      term: 8,
      session: 28,
      body: '双河市人民代表大会常务委员会',
    })
  })

  it('is read from its short form and from half-width marks', () => {
    expect(readActs('(2013年1月5日区十五届人大常委会第八次会议通过)').passing).toEqual({
      date: '2013-01-05',
      term: 15,
      session: 8,
      body: '区人大常委会',
    })
  })
})

describe('a motion', () => {
  it.each([
    '县人大常委会：\n因工作需要，现提请县人大常委会任命柳青同志为县财政局局长。',
    '关于提请任命柳青同志职务的议案\n县人大常委会：\n现提请县人大常委会任命：\n柳青同志为县财政局局长。\n以上议案，请审议。',
  ])('says what it asks for: «%s»', (text) => {
    const { acts, unread } = readActs(text)
    expect(acts.map(({ act, persons, post }) => [act, ...persons, post])).toEqual([
      ['appoint', '柳青', '县财政局局长'],
    ])
    expect(unread).toEqual([])
  })

  it('told of in a report stays a proposal to its last clause', () => {
    const { acts, unread } = readActs(
      '副市长石磊提请免去温志强的市财政局局长职务，任命柳青为市财政局局长。',
    )
    expect(acts).toEqual([])
    expect(unread.join('')).toContain('柳青')
  })
})

describe('a resignation', () => {
  const read = (text: string) => readActs(text).acts.map(({ post, reason }) => ({ post, reason }))

  it('has the organ that stands in the title before the name', () => {
    expect(read('会议决定接受县人大常委会副主任柳青辞去副主任职务的请求。')).toEqual([
      { post: '县人大常委会副主任', reason: undefined },
    ])
  })

  it('has the reason alone, without the asking', () => {
    expect(
      read('会议认为，柳青因工作调动提出辞职，决定接受其辞去县监察委员会主任职务的请求。'),
    ).toEqual([{ post: '县监察委员会主任', reason: '工作调动' }])
  })
})

describe('a removal of 其 within a list of appointments', () => {
  const lines = [
    '庄慕白为青岭县审计局局长，免去其青岭县统计局局长职务；',
    '常乐为青岭县公安局局长、青岭县司法局局长；',
    '席文、裴松同志为青岭县人民法院审判员。',
  ]
  const said = (text: string): string[] =>
    readActs(text).acts.map(({ verb, persons, post }) => [verb, ...persons, post].join(' '))

  it.each([
    ['under a heading', ['决定任命：', ...lines], '决定任命'],
    ['behind the verb', [`任命${lines[0]}`, ...lines.slice(1)], '任命'],
  ])('leaves those that follow appointed, %s', (_, text, verb) => {
    expect(said(text.join('\n'))).toEqual([
      `${verb} 庄慕白 青岭县审计局局长`,
      '免去 庄慕白 青岭县统计局局长',
      `${verb} 常乐 青岭县公安局局长、青岭县司法局局长`,
      `${verb} 席文 裴松 青岭县人民法院审判员`,
    ])
  })

  it('leaves those removed that follow under a heading of removals', () => {
    const text = [
      '任命：',
      lines[0],
      '免去：',
      '张有为青岭县水利局局长；',
      '温志强的青岭县财政局局长职务。',
    ]
    expect(said(text.join('\n')).slice(2)).toEqual([
      '免去 张有为 青岭县水利局局长',
      '免去 温志强 青岭县财政局局长',
    ])
  })
})
