import { describe, expect, it } from 'vitest'
import { loosened } from './loosened.ts'
import { readActs } from './read.ts'

const told = (text: string): string[] =>
  readActs(text).acts.flatMap(({ act, persons, post }) =>
    persons.flatMap((name) => post.split('、').map((one) => `${act} ${name} ${one}`)),
  )

describe('what parts nothing', () => {
  it('is the colon between persons and their post, also at the end of a line', () => {
    const text = '任命李晓明同志为：\n青岭县财政局局长\n免去周　华同志的：青岭县审计局局长职务'
    expect(told(text)).toEqual(['appoint 李晓明 青岭县财政局局长', 'remove 周华 青岭县审计局局长'])
  })

  it('is not the colon that opens a list', () => {
    const text = '任命下列人员为：\n青岭县人民法院审判员'
    expect(loosened(text)).toBe(text)
  })

  it('is the comma behind the name of a numbered entry', () => {
    const text =
      '（一）任命\n1.李晓明，任青岭县人民法院审判员\n（二）免去\n2.周华（女），免去青岭县人民法院副院长职务'
    expect(told(text)).toEqual([
      'appoint 李晓明 青岭县人民法院审判员',
      'remove 周华 青岭县人民法院副院长',
    ])
  })

  it('is a page’s number, and its head from the second page on', () => {
    const head = '青岭县人民代表大会常务委员会公报　2023年第2号'
    const text = `${head}\n任命：\n李晓明为青岭县财政\n—　7　—\n${head}\n局局长。`
    expect(told(text)).toEqual(['appoint 李晓明 青岭县财政局局长'])
  })

  it('says 依次 for 分别', () => {
    const text = '免去：\n李晓明、周华的青岭县财政局局长、青岭县审计局局长职务（依次）'
    expect(told(text)).toEqual(['remove 李晓明 青岭县财政局局长', 'remove 周华 青岭县审计局局长'])
  })
})

describe('a post alone behind an act', () => {
  it.each([
    ['李晓明同志免去县审计局局长职务，任县财政局局长。', ['remove', 'appoint']],
    ['决定任命李晓明为县财政局局长，免去县审计局局长职务。', ['appoint', 'remove']],
  ])('is of the same person: %s', (text, acts) => {
    expect(told(text).map((one) => one.split(' ').slice(0, 2))).toEqual(
      acts.map((act) => [act, '李晓明']),
    )
  })

  it('is of whom the sentence tells, and not of those appointed before', () => {
    const text =
      '现提请任命李晓明、周华同志为青岭县副县长。王海波同志挂职期满返回原单位，提请免去其青岭县副县长职务。'
    expect(told(text)).toContain('remove 王海波 青岭县副县长')
    expect(told(text)).not.toContain('remove 李晓明 青岭县副县长')
  })

  it.each([
    '2017年2月免去水务局局长职务，任青岭县政协副主席。',
    '李晓明同志长期从事教育工作，任青岭县教育局副局长。',
    '李晓明同志1998年参加工作，免去青岭县教育局副局长职务，任青岭县审计局局长。',
  ])('is nobody’s in the course of a life: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('tables by posts', () => {
  const rows = ['remove 周华 县财政局局长', 'appoint 王海波 县审计局局长']
  it.each([
    '职务\t任\t免\n县财政局局长\t李晓明\t周华\n县审计局局长\t王海波\t空缺',
    '| 单位 | 职务 | 拟任人选 | 拟免人选 |\n| 县财政局 | 局长 | 李晓明 | 周华 |\n| 县审计局 | 局长 | 王海波 |  |',
    '任   命                免   去\n李晓明  县财政局局长    周华  县财政局局长\n王海波  县审计局局长    赵　明  县审计局局长',
  ])('give each column’s person its verb: %s', (text) => {
    expect(told(text)).toEqual(expect.arrayContaining(['appoint 李晓明 县财政局局长', ...rows]))
    expect(told(text).filter((one) => one.includes('空缺'))).toEqual([])
  })
})
