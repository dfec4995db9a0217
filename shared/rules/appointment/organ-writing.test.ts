import { describe, expect, it } from 'vitest'
import { actOn, findingsOf } from '../../../test/builders/check-input.ts'
import type { CheckAct } from './facts.ts'

type Over = Parameters<typeof findingsOf>[1]

const acts = (posts: readonly string[], outcome: CheckAct['outcome'] = 'pending') =>
  posts.map((post, at) => actOn('appoint', `人选${at}`, post, { id: `a${at}`, outcome }))

const noted = (posts: readonly string[], more: Over = {}) =>
  findingsOf(acts(posts), more)
    .filter(({ code }) => code === 'organ-writing')
    .map(({ severity, actIds, message }) => [severity, actIds.join(), message.params])

describe('one organ written in several ways', () => {
  it('is noted on what is written in short, with the full name to write', () => {
    expect(
      noted(['市教育局局长', '临江市教育局局长', '临江市审计局局长', '市教育局副局长']),
    ).toEqual([
      ['note', 'a0,a3', { person: '人选0', count: 2, form: '市教育局', right: '临江市教育局' }],
    ])
  })

  it.each([
    [['市中级人民法院审判员', '临江市中级人民法院刑事审判第二庭副庭长'], '市中级人民法院'],
    [['临江市中级法院审判员', '临江市中级人民法院副院长、审判员'], '临江市中级法院'],
    [['临江市政府秘书长', '临江市人民政府副市长'], '临江市政府'],
    [['临江市人大常委会办公室主任', '临江市人民代表大会常务委员会副秘书长'], '临江市人大常委会'],
    [['市监委委员', '临江市监察委员会委员'], '市监委'],
  ])('is seen in %j', (posts, form) => {
    expect(noted(posts).map(([, , params]) => params)).toEqual([expect.objectContaining({ form })])
  })

  it.each([
    [['临江市教育局局长', '临江市审计局局长', '市财政局局长']],
    [['临江市中级人民法院审判员', '青山区人民法院审判员']],
    [['临江市人民政府副市长', '副市长', '审判员', '审判员']],
    [['临江市第九届人民代表大会常务委员会委员', '临江市人民代表大会常务委员会办公室主任']],
    [['临江市教育局局长', '青山区教育局局长']],
  ])('is not in %j', (posts) => {
    expect(noted(posts)).toEqual([])
  })

  it('is nothing to be changed once it was voted on', () => {
    const decided = acts(['市教育局局长', '临江市教育局局长'], 'passed')
    expect(findingsOf(decided).map(({ code }) => code)).not.toContain('organ-writing')
  })
})
