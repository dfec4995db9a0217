import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

const said = (text: string): string[] =>
  readActs(text).acts.map(({ act, persons, post }) => [act, ...persons, post].join(' '))

const two = ['appoint 李晓明 青岭县水利局局长', 'remove 周华 青岭县财政局局长']

describe('records that name their fields', () => {
  it.each([
    '一、决定任命\n姓名：李晓明　职务：青岭县水利局局长　表决结果：赞成28票，反对0票，弃权1票，通过\n二、决定免去\n姓名：周　华　职务：青岭县财政局局长　表决结果：通过',
    '任命\n姓名：李晓明\n性别：男\n职务：青岭县水利局局长\n免去\n姓名：周华\n原职务：青岭县财政局局长',
    '姓名：李晓明  拟任职务：青岭县水利局局长\n姓名：周华  免去职务：青岭县财政局局长',
    '任命：\n1. 姓名：李晓明，性别：男，职务：青岭县水利局局长。\n免去：\n1. 姓名：周华，性别：女，职务：青岭县财政局局长。',
  ])('are read under their verb: «%s»', (text) => {
    expect(said(text)).toEqual(two)
    expect(readActs(text).unread).toEqual([])
  })

  it.each([
    '决定任命\n姓名：李晓明　职务：青岭县水利局局长　表决结果：赞成8票，反对20票，未通过',
    '表决情况\n姓名：李晓明　职务：青岭县水利局局长',
  ])('are shown where nothing was decided: «%s»', (text) => {
    expect(said(text)).toEqual([])
    expect(readActs(text).unread).toEqual(['李晓明　青岭县水利局局长'])
  })
})

describe('a heading with its date behind the meeting', () => {
  const list = '李晓明为青岭县水利局局长；\n周华为青岭县财政局局长。'

  it.each([
    '青岭县第六届人民代表大会常务委员会第二十九次会议于2025年6月25日任命：',
    '会议于2025年6月25日决定任命：',
    '青岭县人大常委会2025年6月25日任命下列人员：',
    '根据县长的提请，青岭县第六届人大常委会第二十九次会议在2025年6月25日任命：',
  ])('opens a list: «%s»', (heading) => {
    expect(said(`${heading}\n\n${list}`)).toEqual([two[0], 'appoint 周华 青岭县财政局局长'])
    expect(readActs(`${heading}\n\n${list}`).unread).toEqual([])
  })

  it('opens none for the congress itself', () => {
    const text = `青岭县第六届人民代表大会第五次会议于2025年6月25日补选：\n${list}`
    expect(said(text)).toEqual([])
    expect(readActs(text).unread.join('')).toContain('李晓明')
  })
})

describe('a verb said in the note under a title alone', () => {
  const note = '（2025年10月23日青岭县第十届人大常委会第三十次会议任命）'
  const committee = '青岭县人大常委会城关街道工作委员会'

  it.each([
    ['主　任：李晓明\n副主任：周　华（女）\n委　员：郑华、王海波', '主任'],
    ['主任：李晓明\n副主任：周华\n委员：郑华　王海波', '主任'],
  ])('counts for a committee: «%s»', (list) => {
    const text = `${committee}组成人员名单\n${note}\n${list}`
    expect(said(text)).toEqual([
      `appoint 李晓明 ${committee}主任`,
      `appoint 周华 ${committee}副主任`,
      `appoint 郑华 王海波 ${committee}委员`,
    ])
    expect(readActs(text).unread).toEqual([])
    expect(readActs(text).passing).toMatchObject({ date: '2025-10-23', term: 10, session: 30 })
  })

  it.each([
    [
      note.replace('任命', '决定任命'),
      '李晓明　青岭县水利局局长',
      'appoint 李晓明 青岭县水利局局长',
    ],
    [note.replace('任命', '免去'), '周　华　青岭县财政局局长', two[1]],
    [note, '李晓明、周华为青岭县人民法院审判员。', 'appoint 李晓明 周华 青岭县人民法院审判员'],
  ])('counts for rows and entries: «%s»', (above, entry, act) => {
    expect(said(`青岭县国家机关工作人员名单\n${above}\n${entry}`)).toEqual([act])
  })
})

describe('an acting post whose holder stands behind it', () => {
  it.each([
    ['县人民政府代理县长职务由周华担任。', 'act-as 周华 县人民政府县长'],
    ['会议决定：县人民政府代理县长职务由副县长周华担任。', 'act-as 周华 县人民政府县长'],
    ['决定县人民检察院代理检察长职务由王海波同志担任。', 'act-as 王海波 县人民检察院检察长'],
  ])('is theirs: «%s»', (text, act) => {
    expect(said(text)).toEqual([act])
    expect(readActs(text).unread).toEqual([])
  })

  it('is nobody’s where it is only proposed', () => {
    expect(said('建议县人民政府代理县长职务由周华担任。')).toEqual([])
  })
})
