import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

const said = (text: string): string[] =>
  readActs(text).acts.map(({ act, persons, post }) => [act, ...persons, post].join(' '))

const two = ['appoint 李晓明 青岭县人民政府副县长', 'appoint 周华 青岭县监察委员会委员']

describe('several appointed in one breath', () => {
  it.each([
    '会议决定：李晓明任青岭县人民政府副县长；周华任青岭县监察委员会委员。',
    '会议决定：李晓明任青岭县人民政府副县长，周华任青岭县监察委员会委员。',
    '会议任命：李晓明任青岭县人民政府副县长；周华任青岭县监察委员会委员。',
    '会议任命李晓明任青岭县人民政府副县长；周华任青岭县监察委员会委员。',
    '会议任命了一批国家机关工作人员。其中：李晓明任青岭县人民政府副县长；周华任青岭县监察委员会委员。',
    '会议，任命了2名国家机关工作人员。其中，李晓明任青岭县人民政府副县长，周华任青岭县监察委员会委员。',
    '任命：\n李晓明任青岭县人民政府副县长；\n周华任青岭县监察委员会委员。',
  ])('are all read: «%s»', (text) => {
    expect(said(text)).toEqual(two)
  })

  it.each([
    '会议决定：李晓明任青岭县人民政府副县长；椄晓梅任青岭县监察委员会委员。',
    '会议任命李晓明任青岭县人民政府副县长；椄晓梅任青岭县监察委员会委员。',
    '任命李晓明任青岭县人民政府副县长，椄晓梅任青岭县监察委员会委员。',
  ])('are read whatever the surname, and never a part of another’s post: «%s»', (text) => {
    expect(said(text)).toEqual([two[0], 'appoint 椄晓梅 青岭县监察委员会委员'])
    expect(readActs(text).unread).toEqual([])
  })
})

describe('more posts behind a comma', () => {
  it.each([
    ['决定任命李晓明为区人民政府副区长，区公安分局局长。', '区人民政府副区长、区公安分局局长'],
    ['决定任命李晓明为区人民政府副区长,区公安分局局长。', '区人民政府副区长、区公安分局局长'],
    ['决定免去李晓明的县人民政府副县长，县公安局局长职务。', '县人民政府副县长、县公安局局长'],
    ['任命李晓明为县公安局局长，督察长。', '县公安局局长、督察长'],
    ['任命李晓明为市人民政府副市长，兼市公安局局长。', '市人民政府副市长、市公安局局长'],
  ])('are the same person’s: «%s»', (text, post) => {
    expect(readActs(text).acts).toMatchObject([{ persons: ['李晓明'], post }])
    expect(readActs(text).unread).toEqual([])
  })

  it('are shown when they are not understood', () => {
    const shown = (text: string): string => readActs(text).unread.join('')
    expect(shown('任命李晓明为县公安局局长，县审计局局长周华，财政局局长。')).toContain('周华')
    expect(shown('任命李晓明为县公安局局长，方正法院院长。')).toContain('方正法院')
  })
})

describe('spaces around a name', () => {
  it.each([
    '任命 李晓明 为青岭县人民政府副县长\n任命  周 华  为青岭县监察委员会委员',
    '任命　李晓明　为青岭县人民政府副县长\n任命　周　华　为青岭县监察委员会委员',
    '任命： 李晓明 为 青岭县人民政府副县长\n周华 为 青岭县监察委员会委员',
    '任命\t李晓明\t青岭县人民政府副县长\n任命\t周华\t青岭县监察委员会委员',
    '决定 任命 李晓明 为青岭县人民政府副县长；周　华 为青岭县监察委员会委员',
  ])('part nothing: «%s»', (text) => {
    expect(said(text)).toEqual(two)
  })
})

describe('a heading and its first row in one line', () => {
  it.each([
    '任命：李晓明　青岭县人民政府副县长\n　　　周　华　青岭县监察委员会委员',
    '一、任命：李晓明  青岭县人民政府副县长\n周 华  青岭县监察委员会委员',
  ])('are read: «%s»', (text) => {
    expect(said(text)).toEqual(two)
  })
})

describe('a draft list', () => {
  const list = '拟任命：\n李晓明为青岭县人民政府副县长。\n周华为青岭县监察委员会委员。'

  it.each([
    '任免人员名单（草案）',
    '青岭县人大常委会第三十六次会议\n任免人员名单（草案）',
    '拟任免人员名单',
    '青岭县人大常委会人事任免名单（表决稿）',
    '任免名单（征求意见稿）',
    '任免人员名单：',
  ])('says 拟任命 under its title: «%s»', (title) => {
    expect(said(`${title}\n${list}`)).toEqual(two)
  })
})

describe('a quoted decision', () => {
  it('may appoint to an acting post', () => {
    const text = '会议表决通过了《青岭县人大常委会关于任命李晓明代理县长的决定》。'
    expect(said(text)).toEqual(['act-as 李晓明 县长'])
  })
})

describe('chief procurators of the level below', () => {
  const chief = '青岭县人民检察院检察长'
  const approved = [`approve-appoint 李晓明 ${chief}`, `approve-remove 周华 ${chief}`]
  const title =
    '关于批准任免检察长的决定\n（2026年3月19日平乐市第六届人民代表大会常务委员会第三十七次会议通过）\n'

  it.each([
    `${title}批准任命：\n李晓明为${chief}；\n同意免去：\n周华的${chief}职务。`,
    `${title}同意任命李晓明为${chief}；免去周华的${chief}职务。`,
    `批准任命李晓明为${chief}；同意免去周华的${chief}职务。`,
    `${title}会议决定：\n任命李晓明为${chief}。\n免去周华的${chief}职务。`,
    `会议批准任命李晓明为${chief}，免去周华的${chief}职务。`,
  ])('are approved: «%s»', (text) => {
    expect(said(text)).toEqual(approved)
  })

  it('are alone in that: what the next list says is the committee’s own', () => {
    const text = `${title}同意任命李晓明为${chief}。\n任免名单\n免去周华的平乐市人民检察院副检察长职务。`
    expect(said(text)).toEqual([approved[0], 'remove 周华 平乐市人民检察院副检察长'])
  })
})

describe('a name that is a compound surname', () => {
  it.each([
    ['任命：\n李晓明、左　丘为青岭县人民法院审判员。', 'appoint 李晓明 左丘'],
    ['任命司马、李晓明为青岭县人民法院审判员。', 'appoint 司马 李晓明'],
    ['免去欧阳、李晓明的青岭县人民法院审判员职务。', 'remove 欧阳 李晓明'],
    ['任命左丘为青岭县人民法院审判员。', 'appoint 左丘'],
    ['任命欧阳为民为青岭县人民法院审判员。', 'appoint 欧阳为民'],
  ])('stands where nothing else can: «%s»', (text, names) => {
    expect(said(text)).toEqual([`${names} 青岭县人民法院审判员`])
  })
})

describe('an entry that contradicts its verb', () => {
  it('is shown, and no removal of one whose name would end in 为', () => {
    const { acts, unread } = readActs('免去周华的青岭县财政局局长职务；李晓为青岭县审计局局长。')
    expect(acts.map(({ persons }) => persons)).toEqual([['周华']])
    expect(unread.join('')).toContain('李晓为青岭县审计局局长')
  })
})
