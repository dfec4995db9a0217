import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

const said = (text: string): string[] =>
  readActs(text).acts.map(({ act, persons, post }) => [act, ...persons, post].join(' '))

describe('the count of a vote', () => {
  it.each([
    ['经表决，周明华以25票赞成、0票反对、1票弃权被任命为青岭县水利局局长。', 'appoint'],
    ['周明华以25票赞成被决定任命为青岭县水利局局长。', 'appoint'],
    ['任命周明华为青岭县水利局局长的议案以25票获得通过。', 'appoint'],
    ['1.任命周明华为青岭县水利局局长　赞成28票　反对0票　弃权1票　通过', 'appoint'],
    ['免去周明华青岭县水利局局长职务的议案以25票赞成获得通过。', 'remove'],
    ['关于免去周明华的青岭县水利局局长职务的议案以25票赞成、1票反对获得通过。', 'remove'],
  ])('is set aside in «%s»', (text, act) => {
    expect(said(text)).toEqual([`${act} 周明华 青岭县水利局局长`])
    expect(readActs(text).unread).toEqual([])
  })

  it.each([
    '任命周明华为青岭县水利局局长的议案以11票赞成未获通过。',
    '周明华以11票赞成未被任命为青岭县水利局局长。',
    '任命周明华为青岭县水利局局长　赞成10票　反对15票　未通过',
    '周明华不再担任青岭县水利局局长。',
  ])('makes no act of «%s»', (text) => {
    expect(said(text)).toEqual([])
    expect(readActs(text).unread.join('')).toContain('周明华')
  })
})
