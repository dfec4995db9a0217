import { describe, expect, it } from 'vitest'
import { headsDecision, headsRead, isMute } from './mute.ts'
import { readActs } from './read.ts'

describe('what names nobody and no act', () => {
  it.each([
    '—1—',
    '抄送：县委，县人民政府',
    '【打印本页】【关闭窗口】',
    '主任、各位副主任、各位委员',
    '同时，提请免去',
    '以上人员任免职时间自本次会议通过之日起计算',
    '市人民政府市长提请',
    '县法院审判人员',
    '任免职人员一览表',
    '（无）',
    '来源：青岭人大',
    '（责任编辑：柳青）',
    '现予公布',
  ])('is muted: «%s»', (stretch) => {
    expect(isMute(stretch)).toBe(true)
  })

  it.each([
    '任命柳青为市财政局局长',
    '副院长：柳青',
    '柳青　县法院审判员',
    '试用期一年的柳青任市财政局局长',
    '决定任命代理院长',
    '以上人员的市财政局局长职务自然免除',
    '柳青等审判人员任职的决定',
  ])('is no other: «%s»', (stretch) => {
    expect(isMute(stretch)).toBe(false)
  })

  it('takes in a motion’s title whose persons were all read', () => {
    const title = '提请任免柳青等同志职务的议案'
    expect(headsRead(title, new Set(['柳青']))).toBe(true)
    expect(headsRead(title, new Set(['石磊']))).toBe(false)
  })

  it('takes in what a decision says it is about, where its act was read', () => {
    const acted = [{ act: 'act-as', verb: '决定代理', persons: ['柳青'], post: '县长' }] as const
    const made = [{ act: 'appoint', verb: '任命', persons: ['柳青'], post: '副县长' }] as const
    const of = (acts: typeof acted | typeof made) =>
      acts.map((act) => ({ ...act, persons: [...act.persons] }))
    expect(headsDecision('青岭县人大常委会关于代理县长的决定', of(acted))).toBe(true)
    expect(headsDecision('任命柳青同志职务及决定其代理县长', of(acted))).toBe(true)
    expect(headsDecision('关于任命县人民政府副县长的决定', of(made))).toBe(true)
    expect(headsDecision('代理县长', of(made))).toBe(false)
    expect(headsDecision('代理县长', [])).toBe(false)
    expect(headsDecision('任命石磊同志职务', of(made))).toBe(false)
    expect(headsDecision('免去检察院有关检察人员职务', of(made))).toBe(false)
  })
})

describe('what stands beside acts that were read', () => {
  const passed = '（2026年2月6日青岭县第十届人民代表大会常务委员会第三十三次会议通过）'

  it.each([
    `青岭县人大常委会关于代理县长的决定\n${passed}\n会议决定：副县长周华代理青岭县人民政府县长职务。`,
    `青岭县人大常委会关于任命周华为县监察委员会副主任的决定\n${passed}\n会议决定，任命周华为县监察委员会副主任。`,
    `关于提请周华同志任职的议案\n县人大常委会：\n经研究，提请县人大常委会决定任命周华同志为县人民政府副县长。`,
    '任命：\n周华为青岭县水利局局长。\n免去：\n（无）',
    `青岭县人大常委会关于任命青岭县人民法院人民陪审员的决定\n${passed}\n会议决定：任命周华为青岭县人民法院人民陪审员，任期五年。`,
    `青岭县人大常委会关于任命各街道人大工委主任的决定\n${passed}\n任命：\n周华为城关街道人大工委主任。`,
    '任命周华为青岭县水利局局长。\n来源：青岭人大\n编辑：李佳',
    '任命周华为青岭县水利局局长。\n出席：郑爽\n请假：周正',
  ])('is not shown: «%s»', (text) => {
    expect(readActs(text).acts).toHaveLength(1)
    expect(readActs(text).unread).toEqual([])
  })

  it('is shown where it names somebody of its own', () => {
    const text = `关于任命石磊审判员的决定\n${passed}\n任命周华为青岭县人民法院审判员。`
    expect(readActs(text).unread.join('')).toContain('石磊')
  })

  it('is shown where the text breaks off in a name', () => {
    expect(readActs('任命周华为青岭县水利局局长。王晓').unread).toEqual(['王晓'])
  })
})
