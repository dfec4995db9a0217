import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

const persons = (text: string): string[] => readActs(text).acts.flatMap((act) => act.persons)

const spaced = (name: string): string => (name.length === 2 ? [...name].join('　') : name)

const words =
  '高原 黄河 高山 江河 马路 白云 金星 方向 平安 安全 成功 石头 文明 高峰 关键 和平 向阳 严肃 时光 东方 何处'.split(
    ' ',
  )

const judge = '青岭县人民法院审判员'

describe('names that are words too', () => {
  it.each(words)('stand in rows and lists, and spoil none beside them: %s', (name) => {
    const all = ['李晓明', '周华', name, '马晓峰', '郑华', '王海波']
    const rows = all.map(spaced)
    const texts = [
      `任命下列人员为${judge}：\n${rows.slice(0, 3).join('　　')}\n${rows.slice(3).join('　　')}`,
      `任命下列人员为${judge}：\n${all.join('、')}。`,
      `任命：\n审判员：${all.join('、')}`,
      `审判员任命名单\n任命下列人员为${judge}：\n${rows.join('\t')}`,
    ]
    for (const text of texts) {
      expect(persons(text)).toEqual(all)
      expect(readActs(text).unread).toEqual([])
    }
  })

  it.each(words.filter((name) => !/^(?:东方|何处)$/u.test(name)))(
    'stand where grammar closes them: %s',
    (name) => {
      expect(persons(`任命${name}为${judge}。`)).toEqual([name])
      expect(persons(`免去${name}的${judge}职务。`)).toEqual([name])
      expect(persons(`接受${name}辞去青岭县副县长职务的请求。`)).toEqual([name])
      expect(persons(`任命：\n${spaced(name)}　青岭县水利局局长`)).toEqual([name])
    },
  )

  it('leave 原任 its 原', () => {
    expect(readActs('免去李高原任的青岭县水利局局长职务。').acts).toMatchObject([
      { persons: ['李高'], post: '青岭县水利局局长' },
    ])
  })

  it('costs a row of names one cell in doubt alone', () => {
    const text = `任命下列人员为${judge}：\n李晓明　　周　华　　马晓峰\n郑　华　　李某某　　王海波\n吴　刚　　孙　丽　　林小红`
    expect(persons(text)).toEqual([
      '李晓明',
      '周华',
      '马晓峰',
      '郑华',
      '王海波',
      '吴刚',
      '孙丽',
      '林小红',
    ])
    expect(readActs(text).unread).toEqual(['李某某'])
  })
})

describe('a row with an organ among its names', () => {
  it('is shown, and spoils none below it', () => {
    const text = `任命下列人员为${judge}：\n李晓明　县人民法院　马晓峰\n周华　郑爽　王海波`
    expect(persons(text)).toEqual(['周华', '郑爽', '王海波'])
    expect(readActs(text).unread).toEqual(['李晓明县人民法院马晓峰'])
  })
})

describe('the surname 由', () => {
  it.each([
    [`任命由大为为${judge}。`, ['由大为']],
    [`任命：\n李明为${judge}；\n由大为为${judge}。`, ['李明', '由大为']],
    [`任命由　佳、薄纯伟为${judge}。`, ['由佳', '薄纯伟']],
    [`免去由高明的${judge}职务。`, ['由高明']],
    [`免去：\n由　佳的${judge}职务；\n由大为的${judge}职务。`, ['由佳', '由大为']],
    ['接受由大为同志因工作调动辞去青岭县副县长职务的请求。', ['由大为']],
    [`任命下列人员为${judge}：\n李晓明　由　佳　由大为`, ['李晓明', '由佳', '由大为']],
    ['任命：\n由大为　青岭县水利局局长', ['由大为']],
    [`会议任命了2名国家机关工作人员。其中：李明为${judge}；由大为为${judge}。`, ['李明', '由大为']],
  ])('is one where no «by» can stand: «%s»', (text, names) => {
    expect(persons(text)).toEqual(names)
    expect(readActs(text).unread).toEqual([])
  })

  it.each([
    ['会议决定由张三丰代理县长职务。', ['张三丰']],
    ['会议决定由李明为青岭县代理县长。', ['李明']],
    ['任命：\n由李明任青岭县副县长；\n由周华担任青岭县水利局局长。', ['李明', '周华']],
  ])('is «by» elsewhere: «%s»', (text, names) => {
    expect(persons(text)).toEqual(names)
  })
})

describe('the surname 第五', () => {
  it.each([
    [`任命第五明为${judge}。`, ['第五明']],
    [`免去：\n第五明琳的${judge}职务；\n第五琳的${judge}职务。`, ['第五明琳', '第五琳']],
    ['接受第五琳辞去青岭县副县长职务的请求。', ['第五琳']],
    [`任命下列人员为${judge}：\n李晓明　第五琳　第五明琳`, ['李晓明', '第五琳', '第五明琳']],
    [`任命李晓明、第五琳为${judge}。`, ['李晓明', '第五琳']],
  ])('is no ordinal: «%s»', (text, names) => {
    expect(persons(text)).toEqual(names)
    expect(readActs(text).unread).toEqual([])
  })

  it('is none in 第五人民法院, 第五师 and 第五检察部', () => {
    const text =
      '任命李明为青岭市第五人民法院院长，周华为第五师人民检察院检察长，免去王芳第五检察部主任职务。'
    expect(persons(text)).toEqual(['李明', '周华', '王芳'])
  })
})

describe('a level before its organ', () => {
  it.each(['区人大常委会城环工委主任', '区人民政府办公室主任', '区公安分局局长'])(
    'is nobody called so: «%s»',
    (post) => {
      const text = `会议通过以下任免：\n任命：王海，${post}。\n免去：李明，${post}职务。`
      expect(readActs(text).acts.map(({ persons, post: held }) => [...persons, held])).toEqual([
        ['王海', post],
        ['李明', post],
      ])
    },
  )
})
