import { describe, expect, it } from 'vitest'
import { organAlone, organWithVerb, postUnder } from './organs.ts'
import { readActs } from './read.ts'

const said = (text: string): string[] =>
  readActs(text).acts.map(({ act, persons, post }) => [act, ...persons, post].join(' '))

const passed = '（2026年12月8日青岭县第十届人民代表大会常务委员会第一次会议通过）'
const title = `青岭县人大常委会任命名单\n${passed}\n`

const east = '城关街道人大工作委员会'
const west = '东溪街道人大工作委员会'
const rosters = [
  `appoint 谷志强 ${east}主任`,
  `appoint 容丽萍 ${east}副主任`,
  `appoint 戈建军 常晓明 ${east}委员`,
  `appoint 廉国栋 ${west}主任`,
  `appoint 荆芳 ${west}副主任`,
]

const headings: readonly ((organ: string, at: number) => string)[] = [
  (organ, at) => `${'一二'.charAt(at)}、${organ}`,
  (organ, at) => `（${'一二'.charAt(at)}）${organ}：`,
  (organ, at) => `${at + 1}.${organ}`,
  (organ, at) => `（${at + 1}）${organ}组成人员`,
  (organ) => organ,
  (organ) => `${organ}：`,
  (organ) => `${organ}（共3人）：`,
  (organ) => `【${organ}】`,
  (organ, at) => `**${'一二'.charAt(at)}、${organ}**`,
]

const bodies: readonly (readonly [string, string])[] = [
  ['主　任：谷志强\n副主任：容丽萍\n委　员：戈建军　常晓明', '主　任：廉国栋\n副主任：荆　芳'],
  ['主任：谷志强；副主任：容丽萍；委员：戈建军、常晓明。', '主任：廉国栋；副主任：荆芳。'],
  ['主任　谷志强\n副主任　容丽萍\n委员　戈建军　常晓明', '主任　廉国栋\n副主任　荆　芳'],
  ['谷志强为主任；\n容丽萍为副主任；\n戈建军、常晓明为委员。', '廉国栋为主任；\n荆芳为副主任。'],
  ['主任\n谷志强\n副主任\n容丽萍\n委员\n戈建军　常晓明', '主任\n廉国栋\n副主任\n荆芳'],
]

describe('members under headings that name their committees', () => {
  it.each(bodies)('belong to the heading above them, however it is set: «%s»', (first, second) => {
    for (const heading of headings) {
      const text = `${title}${heading(east, 0)}\n${first}\n${heading(west, 1)}\n${second}`
      expect(said(text), text).toEqual(rosters)
      expect(readActs(text).unread, text).toEqual([])
    }
  })

  it.each([
    `青岭县人大常委会街道工作机构组成人员名单\n${passed}`,
    `青岭县人大常委会任免名单\n${passed}\n任命：`,
    `关于任命街道人大工作委员会组成人员的决定\n${passed}\n决定任命：`,
  ])('have their verb from the title or a block: «%s»', (head) => {
    const [[first, second] = ['', '']] = bodies
    expect(said(`${head}\n一、${east}\n${first}\n二、${west}\n${second}`)).toEqual(rosters)
  })

  it.each([
    ['法制委员会', '财政经济委员会', '主任委员', '委员'],
    ['青岭县监察委员会', '青岭县人大常委会代表资格审查委员会', '副主任', '委员'],
    ['青岭县财政局', '青岭县司法局', '局长', '副局长'],
    ['青岭县人民政府', '溪口镇人民政府', '副县长', '秘书长'],
    ['青岭县人民法院', '青岭县溪口人民法庭', '副院长', '庭长'],
    ['县人大常委会办公室', '县人大常委会研究室', '主任', '副主任'],
  ])('of every kind of organ: %s, %s', (one, other, first, second) => {
    const text = `${title}一、${one}\n${first}：谷志强\n二、${other}\n${second}：荆芳`
    expect(said(text)).toEqual([`appoint 谷志强 ${one}${first}`, `appoint 荆芳 ${other}${second}`])
  })
})

const court = '青岭县人民法院'
const procuratorate = '青岭县人民检察院'
const both = [
  `appoint 谷志强 ${court}副院长、审判员`,
  `appoint 容丽萍 ${court}审判监督庭副庭长`,
  `remove 戈建军 ${court}民事审判庭庭长、审判员`,
  `appoint 廉国栋 荆芳 ${procuratorate}检察员`,
]
const made = '谷志强为副院长、审判员；\n容丽萍为审判监督庭副庭长。'
const off = '戈建军的民事审判庭庭长、审判员职务。'
const list = `青岭县人大常委会任免名单\n${passed}\n`

describe('a court over its blocks', () => {
  it.each([
    `${list}${court}\n任命：\n${made}\n免去：\n${off}\n${procuratorate}\n任命：\n廉国栋、荆芳为检察员。`,
    `${list}一、${court}\n（一）任命\n${made}\n（二）免去\n${off}\n二、${procuratorate}\n（一）任命\n廉国栋、荆芳为检察员。`,
    `${list}${court}任命：\n${made}\n${court}免去：\n${off}\n${procuratorate}任命：\n廉国栋、荆芳为检察员。`,
    `${list}任命${court}下列人员：\n${made}\n免去${court}下列人员职务：\n${off}\n任命${procuratorate}检察人员：\n廉国栋、荆芳为检察员。`,
    `${list}${court}（任命）\n${made}\n${court}（免去）\n${off}\n${procuratorate}（任命）\n廉国栋、荆芳为检察员。`,
  ])('stays theirs to the next organ: «%s»', (text) => {
    expect(said(text)).toEqual(both)
    expect(readActs(text).unread).toEqual([])
  })

  it('is named again under every verb', () => {
    const text = `${list}一、任命\n（一）${court}\n${made}\n（二）${procuratorate}\n廉国栋、荆芳为检察员。\n二、免去\n（一）${court}\n${off}`
    expect([...said(text)].sort()).toEqual([...both].sort())
  })

  it('takes in the chambers under it', () => {
    const text = `${title}一、${court}\n（一）刑事审判庭\n庭长：谷志强\n（二）民事审判庭\n庭长：容丽萍\n二、${procuratorate}\n检察员：荆芳`
    expect(said(text)).toEqual([
      `appoint 谷志强 ${court}刑事审判庭庭长`,
      `appoint 容丽萍 ${court}民事审判庭庭长`,
      `appoint 荆芳 ${procuratorate}检察员`,
    ])
  })

  it.each([
    `${court}关于提请任免审判职务的议案\n青岭县人大常委会：\n现提请任命：\n${made}\n免去：\n${off}\n请审议。`,
    `关于任免${court}审判人员的决定\n${passed}\n任命：\n${made}\n免去：\n${off}`,
  ])('may stand in the title alone: «%s»', (text) => {
    expect(said(text)).toEqual(both.slice(0, 3))
  })
})

describe('a heading', () => {
  it('gives way to an organ the post names itself', () => {
    const text = `${title}一、${east}\n廉国栋为青岭县财政局局长；\n荆芳为县监察委员会委员。`
    expect(said(text)).toEqual(['appoint 廉国栋 青岭县财政局局长', 'appoint 荆芳 县监察委员会委员'])
  })

  it('ends with the next of its rank', () => {
    const text = `${title}一、${east}\n主任：谷志强\n二、其他任命\n荆芳为副主任。`
    expect(said(text)).toEqual([`appoint 谷志强 ${east}主任`, 'appoint 荆芳 副主任'])
    const verbs = `${list}任命：\n${court}\n谷志强为审判员。\n免去：\n戈建军的审判员职务。`
    expect(said(verbs)).toEqual([`appoint 谷志强 ${court}审判员`, 'remove 戈建军 审判员'])
  })

  it('gives no post its organ has not', () => {
    const text = `${title}${court}\n谷志强为审判员。\n荆芳为副主任；\n廉国栋为检察员。`
    expect(said(text).slice(1)).toEqual(['appoint 荆芳 副主任', 'appoint 廉国栋 检察员'])
  })

  it('is no addressee and no signature', () => {
    const motion = `关于提请任职的议案\n青岭县人大常委会：\n现提请任命谷志强为青岭县财政局局长，荆芳为委员。\n青岭县人民政府\n县长　廉国栋`
    expect(said(motion)).toEqual(['appoint 谷志强 青岭县财政局局长', 'appoint 荆芳 委员'])
  })
})

describe('a line of an organ and nothing else', () => {
  it.each([
    ['青岭县人民法院审判人员（3名）：', '青岭县人民法院'],
    ['新一届县人民政府组成人员', '县人民政府'],
    ['教育、科学、文化和卫生委员会', '教育、科学、文化和卫生委员会'],
    ['任城区人民法院', '任城区人民法院'],
    ['县人大常委会工作机构', '县人大常委会'],
  ])('«%s» names %s', (line, organ) => {
    expect(organAlone(line)).toBe(organ)
  })

  it.each([
    '王中庭',
    '任命谷志强为青岭县人民法院',
    '关于青岭县人民法院',
    '会议通过了青岭县人民政府',
    '青岭县人民法院院长',
  ])('«%s» is none', (line) => {
    expect(organAlone(line)).toBeUndefined()
  })

  it('may say its verb', () => {
    expect(organWithVerb('青岭县人民法院决定任命：')).toEqual({ organ: court, verb: '决定任命' })
    expect(organWithVerb('免去青岭县人民法院下列人员职务：')).toEqual({
      organ: court,
      verb: '免去',
    })
    expect(organWithVerb('免去谷志强同志职务')).toBeUndefined()
  })

  it('stands before posts that need it', () => {
    expect(postUnder('副院长、审判员', court)).toBe(`${court}副院长、审判员`)
    expect(postUnder('溪口人民法庭庭长', court)).toBe(`${court}溪口人民法庭庭长`)
    expect(postUnder('县财政局局长', court)).toBe('县财政局局长')
    expect(postUnder('办公室主任', '县人大常委会')).toBe('县人大常委会办公室主任')
    expect(postUnder('县人大常委会办公室主任', '县人大常委会')).toBe('县人大常委会办公室主任')
  })
})

describe('the committee’s own posts', () => {
  const body = '青岭县人民代表大会常务委员会'
  const head = `${body}\n关于推选谷志强代理主任职务的决定\n${passed}\n`

  it.each([
    [`${head}会议决定：推选常务委员会副主任谷志强代理主任职务。`, `act-as 谷志强 ${body}主任`],
    [`${head}会议决定：推选副主任谷志强代理主任职务。`, `act-as 谷志强 ${body}主任`],
    [`${head}会议决定：推选谷志强代理常务委员会主任职务。`, `act-as 谷志强 ${body}主任`],
    [
      `${body}\n关于接受辞职的决定\n${passed}\n决定：接受荆芳辞去常务委员会委员职务的请求。`,
      `accept-resignation 荆芳 ${body}委员`,
    ],
    [
      `${body}任免名单\n${passed}\n任命荆芳为常务委员会办公室主任。`,
      `appoint 荆芳 ${body}办公室主任`,
    ],
  ])('have its whole name from the head of the paper: «%s»', (text, act) => {
    expect(said(text)).toEqual([act])
  })

  it('have none where the paper names two', () => {
    const other = '西川市人民代表大会常务委员会'
    const text = `${other}任免名单\n（2026年1月8日${other}第一次会议通过）\n任命谷志强为西川市财政局局长。\n${head}决定：接受荆芳辞去常务委员会委员职务的请求。`
    expect(said(text)).toContain('accept-resignation 荆芳 常务委员会委员')
  })
})

describe('a post behind one that names its organ', () => {
  it.each([
    `${title}${east}主任：谷志强\n副主任：容丽萍\n委员：戈建军、常晓明\n${west}主任：廉国栋\n副主任：荆芳`,
    `${title}${east}主任：谷志强；副主任：容丽萍；委员：戈建军、常晓明。\n${west}主任：廉国栋；副主任：荆芳。`,
    `任命谷志强为${east}主任，容丽萍为副主任，戈建军、常晓明为委员；任命廉国栋为${west}主任，荆芳为副主任。`,
    `任命：\n谷志强为${east}主任，\n容丽萍为副主任，\n戈建军、常晓明为委员；\n廉国栋为${west}主任，\n荆芳为副主任。`,
  ])('is of the same: «%s»', (text) => {
    expect(said(text)).toEqual(rosters)
  })

  it.each([
    [
      `任命谷志强为${court}刑事审判庭庭长，容丽萍为立案庭副庭长，荆芳为审判员。`,
      [`${court}刑事审判庭庭长`, `${court}立案庭副庭长`, `${court}审判员`],
    ],
    [
      `任命谷志强为${court}刑事审判庭庭长，免去其刑事审判庭副庭长职务。`,
      [`${court}刑事审判庭庭长`, `${court}刑事审判庭副庭长`],
    ],
    [
      `免去谷志强的${court}刑事审判庭庭长职务；免去容丽萍的副庭长职务。`,
      [`${court}刑事审判庭庭长`, `${court}刑事审判庭副庭长`],
    ],
    [
      '接受谷志强辞去县人大常委会副主任职务的请求，接受容丽萍辞去委员职务的请求。',
      ['县人大常委会副主任', '县人大常委会委员'],
    ],
  ])('or of the same court: «%s»', (text, posts) => {
    expect(readActs(text).acts.map(({ post }) => post)).toEqual(posts)
  })

  it.each([
    [
      `${title}${east}主任：谷志强\n秘书长：容丽萍\n副主任：荆芳`,
      [`${east}主任`, '秘书长', '副主任'],
    ],
    ['任命谷志强为县财政局局长，荆芳为副县长。', ['县财政局局长', '副县长']],
    [`任命谷志强为${court}副院长；任命荆芳为副检察长。`, [`${court}副院长`, '副检察长']],
    [`任命谷志强为${east}主任。\n任命荆芳为委员。`, [`${east}主任`, '委员']],
  ])('is left alone where another may be meant: «%s»', (text, posts) => {
    expect(readActs(text).acts.map(({ post }) => post)).toEqual(posts)
  })
})

describe('an organ said beside its posts', () => {
  it.each([
    [
      `根据${court}院长廉国栋的提请，任命谷志强为审判员，荆芳为立案庭副庭长。`,
      [`appoint 谷志强 ${court}审判员`, `appoint 荆芳 ${court}立案庭副庭长`],
    ],
    [`会议任命了${court}院长提请的审判人员：谷志强为审判员。`, [`appoint 谷志强 ${court}审判员`]],
    [
      '青岭县监察委员会主任提请任免事项：\n1．任命谷志强为副主任；\n2．免去荆芳的委员职务。',
      ['appoint 谷志强 青岭县监察委员会副主任', 'remove 荆芳 青岭县监察委员会委员'],
    ],
    [
      `根据${court}院长提请，任命谷志强为审判员；根据县长提请，决定任命荆芳为副县长。`,
      [`appoint 谷志强 ${court}审判员`, 'appoint 荆芳 副县长'],
    ],
    [
      '任命：\n局长：\n谷志强　县教育局\n荆　芳　县公安局',
      ['appoint 谷志强 县教育局局长', 'appoint 荆芳 县公安局局长'],
    ],
    [
      '任命：\n县教育局　谷志强　局长\n县公安局　荆　芳　局长',
      ['appoint 谷志强 县教育局局长', 'appoint 荆芳 县公安局局长'],
    ],
  ])('is theirs, whoever says it: «%s»', (text, acts) => {
    expect(said(text)).toEqual(acts)
    expect(readActs(text).unread).toEqual([])
  })

  it('is shown with whom no post is said', () => {
    expect(readActs('任命：\n谷志强　县教育局\n荆芳　县公安局').unread).toEqual([
      '谷志强　县教育局',
      '荆芳　县公安局',
    ])
  })
})

describe('a post asked to leave and the acceptance that shortens it', () => {
  it('are one', () => {
    const body = '青岭县人民代表大会常务委员会'
    const text = `会议审议了谷志强同志提出的辞去${body}主任职务的请求，决定接受其辞去主任职务的请求。`
    expect(said(text)).toEqual([`accept-resignation 谷志强 ${body}主任`])
  })
})

describe('a title with its number', () => {
  it.each(['任命名单（二）', '任命名单（之一）', '任命名单（草案）'])(
    '«%s» says its verb',
    (list) => {
      const text = `青岭县人大常委会${list}\n${passed}\n一、县人大常委会人事任免代表工作委员会\n主任：谷志强`
      expect(said(text)).toEqual(['appoint 谷志强 县人大常委会人事任免代表工作委员会主任'])
    },
  )
})

describe('a heading above lines with verbs of their own', () => {
  it.each([
    `${list}一、县法院\n任命谷志强为执行局副局长。\n免去荆芳的刑事审判庭副庭长、审判员职务。`,
    `${list}县法院\n任命谷志强为执行局副局长。\n免去荆芳的刑事审判庭副庭长、审判员职务。`,
    `${list}一、县法院\n任命谷志强为执行局副局长，免去荆芳的刑事审判庭副庭长、审判员职务。`,
  ])('is theirs: «%s»', (text) => {
    expect(said(text)).toEqual([
      'appoint 谷志强 县法院执行局副局长',
      'remove 荆芳 县法院刑事审判庭副庭长、审判员',
    ])
  })

  it('may be the committee’s own offices', () => {
    const offices = `${list}一、县人大常委会机关\n任命谷志强为办公室主任，荆芳为研究室副主任。`
    expect(said(offices)).toEqual([
      'appoint 谷志强 县人大常委会办公室主任',
      'appoint 荆芳 县人大常委会研究室副主任',
    ])
    const named = '青岭县第十一届人大常委会第一次会议任命县人大常委会工作机构负责人名单'
    expect(said(`${named}\n办公室主任：谷志强\n财经工委主任：荆芳　副主任：廉国栋`)).toEqual([
      'appoint 谷志强 县人大常委会办公室主任',
      'appoint 荆芳 县人大常委会财经工委主任',
      'appoint 廉国栋 县人大常委会财经工委副主任',
    ])
  })
})

describe('labels in one line', () => {
  it.each([
    `${east}\n主任：谷志强　副主任：容丽萍　委员：戈建军　常晓明`,
    `${east}\n主　任：谷志强  副主任：容丽萍  委　员：戈建军、常晓明`,
    `${east}主任：谷志强　副主任：容丽萍　委员：戈建军、常晓明`,
  ])('have each their names: «%s»', (line) => {
    expect(said(`${title}${line}`)).toEqual(rosters.slice(0, 3))
  })
})

describe('an organ and its posts in one line', () => {
  it('are parted by the colon', () => {
    const text = `市九届人大常委会第四十一次会议人事任免名单\n市政府：谷志强任市财政局局长；\n市中级法院：容丽萍任审判员，荆芳任立案庭庭长；\n市检察院：廉国栋任检察员。`
    expect(said(text)).toEqual([
      'appoint 谷志强 市财政局局长',
      'appoint 容丽萍 市中级法院审判员',
      'appoint 荆芳 市中级法院立案庭庭长',
      'appoint 廉国栋 市检察院检察员',
    ])
  })

  it('may be set up and filled by one decision', () => {
    const text = `青岭县人大常委会关于设立城东街道工作委员会并任命其组成人员的决定\n${passed}\n一、设立城东街道工作委员会。\n二、任命谷志强为主任，荆芳为副主任。`
    expect(said(text)).toEqual([
      'appoint 谷志强 城东街道工作委员会主任',
      'appoint 荆芳 城东街道工作委员会副主任',
    ])
  })
})

describe('a decision without a verb of its own', () => {
  it('appoints whom its entries say to take a post', () => {
    const text = `青岭县人大常委会关于谷志强等三名同志职务任免的决定\n${passed}\n1、谷志强同志任青岭县人大常委会城关街道工作委员会主任；\n2、荆芳同志任县人大常委会东溪街道工作委员会主任，不再担任县人大常委会城关街道工作委员会主任职务；\n3、免去廉国栋同志县人大常委会东溪街道工作委员会主任职务。`
    expect(said(text)).toEqual([
      'appoint 谷志强 青岭县人大常委会城关街道工作委员会主任',
      'appoint 荆芳 县人大常委会东溪街道工作委员会主任',
      'remove 荆芳 县人大常委会城关街道工作委员会主任',
      'remove 廉国栋 县人大常委会东溪街道工作委员会主任',
    ])
  })
})

describe('a list of names under a title that says their post', () => {
  it.each([
    ['人民陪审员任命名单', '谷志强　荆　芳\n容丽萍', 'appoint 谷志强 荆芳 容丽萍'],
    [
      '人民陪审员任命名单（共3名）',
      '（按姓氏笔画为序）\n谷志强　荆　芳（女）\n容丽萍',
      'appoint 谷志强 荆芳 容丽萍',
    ],
    ['审判员免职名单', '谷志强、荆芳、容丽萍。', 'remove 谷志强 荆芳 容丽萍'],
  ])('is read: «%s» «%s»', (list, names, act) => {
    const post = /人民陪审员|审判员/u.exec(list)?.[0] ?? ''
    expect(said(`${court}${list}\n${passed}\n${names}`)).toEqual([`${act} ${court}${post}`])
  })

  it('gives way to entries with posts of their own', () => {
    const text = `${court}审判员任命名单\n${passed}\n谷志强为${court}审判员；\n荆芳　${court}执行员`
    expect(said(text)).toEqual([`appoint 谷志强 ${court}审判员`, `appoint 荆芳 ${court}执行员`])
  })
})
