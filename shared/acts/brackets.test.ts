import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

const read = (text: string): string[] =>
  readActs(text).acts.map(({ persons, post, reason }) => [...persons, post, reason].join(' '))

describe('a bracket behind a whole act', () => {
  it.each(['机构改革', '到龄', '辞职', '调市政府工作', '组织另行安排', '编制撤并', '病故'])(
    'says why: «%s»',
    (reason) => {
      const one = `免去李晓明的青岭县财政局局长职务（${reason}）`
      const two = `周华的青岭县审计局局长职务`
      const all = [`李晓明 青岭县财政局局长 ${reason}`, '周华 青岭县审计局局长 ']
      for (const text of [
        `${one}；${two}。`,
        `${one}、${two}`,
        `免去：\n${one.slice(2)}\n${two}`,
      ]) {
        expect(read(text)).toEqual(all)
        expect(readActs(text).unread).toEqual([])
      }
    },
  )

  it('says why as what follows 因', () => {
    expect(read('免去李晓明的青岭县财政局局长职务（因病）。')).toEqual([
      '李晓明 青岭县财政局局长 病',
    ])
  })

  it.each(['主持工作', '共3名', '保留审判员职务', '正科级', '兼', '2026年3月起'])(
    'is a note, no reason: «%s»',
    (note) => {
      expect(read(`免去李晓明的青岭县财政局局长职务（${note}）。`)).toEqual([
        '李晓明 青岭县财政局局长 ',
      ])
    },
  )

  it('may hold the post itself, and is shown then', () => {
    const { acts, unread } = readActs('免去李晓明的职务（青岭县财政局局长）。')
    expect(acts).toEqual([])
    expect(unread.join('')).toContain('李晓明')
  })
})
