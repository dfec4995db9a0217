import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

const said = (text: string): string[] =>
  readActs(text).acts.map(({ act, persons, post }) => [act, ...persons, post].join(' '))

describe('a letter in the first person', () => {
  const asked = '因工作变动，本人请求辞去青岭县人民政府副县长职务，请予审议批准。'
  const left = ['accept-resignation 李晓明 青岭县人民政府副县长']

  it.each([
    `辞职报告\n\n青岭县人大常委会：\n${asked}\n\n申请人：李晓明\n2026年6月8日`,
    `辞职请求\n青岭县人大常委会：\n　　${asked}\n　　　　　　　李晓明\n　　　　　2026年6月8日`,
    `辞职报告\n${asked}\n2026年6月8日\n李　晓　明`,
    '辞职信\n青岭县人大常委会：\n由于工作变动，我向县人大常委会提出辞去青岭县人民政府副县长职务。\n辞职人（签名）：李晓明',
    '青岭县人大常委会：\n    我因工作变动，特请求辞去青岭县人民政府副县长职务，请予批准。\n\n          辞职人：李晓明\n          2025年11月3日',
    '关于请求辞去青岭县人民政府副县长职务的报告\n\n青岭县人大常委会：\n　　因组织安排，本人工作调动，现提出辞去青岭县人民政府副县长职务，请予批准。\n　　此致\n敬礼\n\n　　　　李晓明\n　　　　2024年12月30日',
  ])('speaks of who signed it: «%s»', (text) => {
    expect(said(text)).toEqual(left)
    expect(readActs(text).unread).toEqual([])
  })

  it('that nobody signed is shown', () => {
    const text = `辞职报告\n青岭县人大常委会：\n${asked}`
    expect(said(text)).toEqual([])
    expect(readActs(text).unread.join('')).toContain('辞去青岭县人民政府副县长')
  })
})

describe('whom a line introduces', () => {
  const facts = '男，汉族，1979年8月出生，中共党员，现任青岭县财政局副局长'

  it.each([
    [
      `李晓明，${facts}，拟任青岭县审计局局长。`,
      ['appoint 李晓明 青岭县审计局局长'],
      [] as string[],
    ],
    [
      `1.李　明，${facts}，拟提请决定任命为青岭县审计局局长人选；`,
      ['appoint 李明 青岭县审计局局长'],
      [],
    ],
    [
      `李晓明，${facts}，拟任命为青岭县审计局局长，免去青岭县财政局副局长职务。`,
      ['appoint 李晓明 青岭县审计局局长', 'remove 李晓明 青岭县财政局副局长'],
      [],
    ],
    [
      `李晓明，${facts}，拟任青岭县审计局局长，试用期一年。`,
      [],
      ['李晓明　拟任青岭县审计局局长，试用期一年'],
    ],
    [
      `李晓明，${facts}，不同意拟任青岭县审计局局长。`,
      [],
      [`李晓明　${facts}，不同意拟任青岭县审计局局长`],
    ],
    [
      `现将拟任人选公示如下：李晓明，${facts}，拟任青岭县审计局局长。`,
      ['appoint 李晓明 青岭县审计局局长'],
      [],
    ],
    [`李晓明，${facts}。`, [], []],
  ])('is proposed for what stands behind 拟: «%s»', (text, acts, unread) => {
    expect(said(text)).toEqual(acts)
    expect(readActs(text).unread).toEqual(unread)
  })
})

describe('rows of several names', () => {
  const judges = 'appoint 李晓明 周华 青岭县人民法院审判员'

  it.each([
    '任  李晓明、周华  青岭县人民法院审判员',
    '任命　李晓明　周　华　青岭县人民法院审判员',
    '任命：\n李晓明、周华　青岭县人民法院审判员',
    '任命：\n李晓明（女）　周华　青岭县人民法院审判员',
  ])('give each the post: «%s»', (text) => {
    expect(said(text)).toEqual([judges])
    expect(readActs(text).unread).toEqual([])
  })

  it('may say what is proposed behind the name', () => {
    const text =
      '拟任命人员名单\n1.李晓明　拟任命为青岭县水利局局长\n2.周　华　拟任青岭县财政局局长\n拟免职人员名单\n1.郑　华　拟免去青岭县财政局局长职务'
    expect(said(text)).toEqual([
      'appoint 李晓明 青岭县水利局局长',
      'appoint 周华 青岭县财政局局长',
      'remove 郑华 青岭县财政局局长',
    ])
    expect(readActs(text).unread).toEqual([])
  })
})

describe('a recommendation', () => {
  it('is read as what it asks for', () => {
    const text =
      '关于推荐李晓明等同志任免职的函\n县人大常委会党组：\n经县委研究，推荐：\n李晓明同志任县水利局局长，不再担任县财政局局长；\n周　华同志不再担任县水利局局长职务。\n请依法办理。'
    expect(said(text)).toEqual([
      'appoint 李晓明 县水利局局长',
      'remove 李晓明 县财政局局长',
      'remove 周华 县水利局局长',
    ])
    expect(readActs(text).unread).toEqual([])
  })
})

describe('names with a word in them', () => {
  it.each(['晏几平', '干将明', '过江明', '由金山'])(
    '«%s» is read where it stands alone',
    (name) => {
      expect(said(`任命：\n${name}为县水利局局长；`)).toEqual([`appoint ${name} 县水利局局长`])
      expect(said(`免去${name}的县水利局局长职务。`)).toEqual([`remove ${name} 县水利局局长`])
      expect(said(`免去：\n县人民法院审判员：${name}`)).toEqual([`remove ${name} 县人民法院审判员`])
    },
  )

  it.each(['会议过半数通过李晓明任命案', '李晓明将任县水利局局长', '任命十几名同志为审判员'])(
    'nobody is called so in «%s»',
    (text) => expect(said(text)).toEqual([]),
  )
})

describe('tables as offices type them', () => {
  it.each([
    '任命名单（草案）\n\n姓　名　　　拟　任　职　务\n李　敬　　　县水利局局长\n张兰英　　　县财政局局长\n\n免职名单（草案）\n\n姓　名　　　拟　免　职　务\n李　敬　　　县财政局局长',
    '任命名单\n姓　名　　　　职　务\n李　敬　　　　县水利局局长\n张兰英　　　　县财政局局长\n免职名单\n姓　名　　　　职　务\n李　敬　　　　县财政局局长',
  ])('have spaces within their words: «%s»', (text) => {
    expect(said(text)).toEqual([
      'appoint 李敬 县水利局局长',
      'appoint 张兰英 县财政局局长',
      'remove 李敬 县财政局局长',
    ])
    expect(readActs(text).unread).toEqual([])
  })

  it('part the names of a row and its posts by commas', () => {
    const text =
      '任命:\n刘颖,白雪 区人民法院审判员\n免去:\n原建平 区人民法院执行局局长,审判委员会委员,审判员'
    expect(said(text)).toEqual([
      'appoint 刘颖 白雪 区人民法院审判员',
      'remove 原建平 区人民法院执行局局长、审判委员会委员、审判员',
    ])
    expect(readActs(text).unread).toEqual([])
  })

  it('hold a whole statement and its count in a row; what did not pass is shown', () => {
    const text =
      '表决结果\n应到33人，实到30人\n事项\t赞成\t反对\t弃权\t结果\n任命赵启明、刘慧为县人民检察院检察员\t30\t0\t0\t通过\n免去杨世昌的县人民检察院检察员职务\t29\t0\t1\t通过\n任命王静怡为县人民检察院检察员\t9\t20\t1\t未通过'
    expect(said(text)).toEqual([
      'appoint 赵启明 刘慧 县人民检察院检察员',
      'remove 杨世昌 县人民检察院检察员',
    ])
    expect(readActs(text).unread).toEqual(['任命王静怡为县人民检察院检察员未通过'])
  })
})

describe('lists as they are laid out', () => {
  const judges = 'appoint 李晓明 周华 王海波 青岭县人民法院人民陪审员'

  it.each([
    '根据县人民法院院长的提请，任命：\n\n李晓明、周　华、王海波\n\n为青岭县人民法院人民陪审员，任期五年。',
    '任命：\n李晓明、周　华（女）、王海波\n为青岭县人民法院人民陪审员。',
    '任命青岭县人民法院人民陪审员：\n李晓明、周华、王海波',
  ])('may set the names on lines of their own: «%s»', (text) => {
    expect(said(text)).toEqual([judges])
  })

  it('may set the characters of a name apart', () => {
    const text =
      '决定任命名单\n（2022年1月13日青岭县第十八届人民代表大会常务委员会第一次会议通过）\n    县财政局局长            许 清 河\n    县工业信息化局局长      郑 伟\n    县公安局局长            陈　志　雄'
    expect(said(text)).toEqual([
      'appoint 许清河 县财政局局长',
      'appoint 郑伟 县工业信息化局局长',
      'appoint 陈志雄 县公安局局长',
    ])
    expect(readActs(text).unread).toEqual([])
  })

  it('may be headed by who asked', () => {
    const text =
      '青岭县第十七届人民代表大会常务委员会\n第三十五次会议人事任免名单\n一、主任会议提请的任免事项\n任命李晓明为青岭县人大常委会办公室主任，免去其青岭县人大常委会研究室主任职务。\n二、县长提请的人事任免事项\n决定任命周华为青岭县数据局局长。\n'
    expect(said(text)).toEqual([
      'appoint 李晓明 青岭县人大常委会办公室主任',
      'remove 李晓明 青岭县人大常委会研究室主任',
      'appoint 周华 青岭县数据局局长',
    ])
    expect(readActs(text).unread).toEqual([])
  })

  it('name each post where a title only says 组成人员', () => {
    const text =
      '青岭市人民代表大会常务委员会\n关于接受李晓明等辞去青岭市第六届人民代表大会\n常务委员会组成人员职务请求的决定\n（2025年12月24日青岭市第六届人民代表大会常务委员会第三十八次会议通过）\n会议决定：接受李晓明辞去青岭市第六届人民代表大会常务委员会副主任职务的请求；接受周华辞去青岭市第六届人民代表大会常务委员会委员职务的请求。'
    expect(said(text)).toEqual([
      'accept-resignation 李晓明 青岭市第六届人民代表大会常务委员会副主任',
      'accept-resignation 周华 青岭市第六届人民代表大会常务委员会委员',
    ])
  })
})

describe('a motion that somebody act', () => {
  it.each([
    '主任会议提名李晓明代理青岭县人民政府县长职务。',
    '现提请决定李晓明代理青岭县人民政府县长职务。',
    '建议由李晓明代理青岭县人民政府县长职务。',
  ])('is read as what it asks for: «%s»', (sentence) => {
    const text = `关于提请决定李晓明代理青岭县人民政府县长职务的议案\n县人大常委会：\n${sentence}\n请予审议。`
    expect(said(text)).toEqual(['act-as 李晓明 青岭县人民政府县长'])
    expect(readActs(text).unread).toEqual([])
  })

  it('stays a proposal where a session is told of', () => {
    const text = '会议听取了主任会议提名李晓明代理青岭县人民政府县长职务的说明。'
    expect(said(text)).toEqual([])
  })
})

describe('a report that says 任 for 任命', () => {
  it('is read behind a vote', () => {
    const text =
      '12月30日，青岭县人大常委会召开会议，会议以无记名按表决器方式进行表决：\n李晓明任青岭县人大常委会办公室主任；\n周华、王海波任青岭县人民法院审判员；\n免去李晓明青岭县水利局局长职务。'
    expect(said(text)).toEqual([
      'appoint 李晓明 青岭县人大常委会办公室主任',
      'appoint 周华 王海波 青岭县人民法院审判员',
      'remove 李晓明 青岭县水利局局长',
    ])
    expect(readActs(text).unread).toEqual([])
  })
})

describe('a table under the court its title names', () => {
  it('gives its posts that court', () => {
    const text =
      '青岭市中级人民法院拟任免人员名册\n姓名\t拟任职务\t拟免职务\t备注\n李晓明\t审判委员会委员、民事审判第二庭庭长\t民事审判第二庭副庭长\t\n周华\t审判员\t\t员额法官'
    expect(said(text)).toEqual([
      'appoint 李晓明 青岭市中级人民法院审判委员会委员、民事审判第二庭庭长',
      'remove 李晓明 青岭市中级人民法院民事审判第二庭副庭长',
      'appoint 周华 青岭市中级人民法院审判员',
    ])
  })
})

describe('what a request goes on to ask', () => {
  it.each([
    '现提请任命李晓明为青岭县审计局局长，同时提请免去其青岭县财政局局长职务。',
    '现提请任命李晓明为青岭县审计局局长。另提请免去李晓明的青岭县财政局局长职务。',
  ])('is read too: «%s»', (sentence) => {
    expect(said(`关于提请任免职务的函\n县人大常委会：\n${sentence}\n请予审议。`)).toEqual([
      'appoint 李晓明 青岭县审计局局长',
      'remove 李晓明 青岭县财政局局长',
    ])
  })

  it('may name how many it asks for, and them on the next line', () => {
    const text =
      '关于提请任命人民陪审员的议案\n县人大常委会：\n现提请任命以下3人为青岭县人民法院人民陪审员：\n李晓明、起文华、王海波。\n请予审议。'
    expect(said(text)).toEqual(['appoint 李晓明 起文华 王海波 青岭县人民法院人民陪审员'])
    expect(readActs(text).unread).toEqual([])
  })
})

describe('words that are no names and no acts', () => {
  it.each([
    '青岭县人大常委会关于个别任免青岭县人民政府副县长的决定',
    '补选结果报青岭市人民代表大会常务委员会代表资格审查委员会审查。',
  ])('«%s» appoints nobody', (text) => expect(said(text)).toEqual([]))

  it('a row of names shows them though one is none the reader knows', () => {
    const text =
      '关于提请任命的议案\n现提请审议人民陪审员人选：\n李晓明、周华、王海波、敖二、蒯䶮。'
    const { acts, unread } = readActs(text)
    const shown = [...unread, ...acts.flatMap(({ persons }) => persons)].join('\n')
    for (const name of ['李晓明', '周华', '王海波']) expect(shown).toContain(name)
  })
})

it('nobody proposed in the middle of a report vanishes', () => {
  const text =
    '根据有关规定，经研究，现予公示。李晓明，女，汉族，1975年8月生，现任县财政局局长，拟任县审计局局长。周华，男，现任县水利局局长，不同意拟任县财政局局长。'
  const { acts, unread } = readActs(text)
  const shown = [...unread, ...acts.flatMap(({ persons }) => persons)].join('\n')
  for (const name of ['李晓明', '周华']) expect(shown).toContain(name)
})
