import { describe, expect, it } from 'vitest'
import { isName } from './persons.ts'
import { readActs } from './read.ts'

const said = (text: string): string[] =>
  readActs(text).acts.map(({ act, persons, post }) => [act, ...persons, post].join(' '))

const off = '免去李晓明的青岭县人民法院民事审判庭庭长职务'

describe('who keeps a post', () => {
  it.each([
    `${off}，保留审判员职务。`,
    `${off}、保留审判员职务。`,
    `${off}，但仍保留其审判员职务。`,
    `${off}（保留审判员职务）。`,
    `${off}，继续担任审判员职务。`,
    `${off}，仍任审判员。`,
    `${off}。李晓明继续担任审判员。`,
  ])('neither takes nor leaves it: «%s»', (text) => {
    expect(said(text)).toEqual(['remove 李晓明 青岭县人民法院民事审判庭庭长'])
    expect(readActs(text).unread).toEqual([])
  })

  it('is shown where the committee decides so', () => {
    const { acts, unread } = readActs('决定李晓明继续担任青岭县财政局局长。')
    expect(acts).toEqual([])
    expect(unread.join('')).toContain('李晓明')
  })

  it('is shown when nothing else is said of them', () => {
    const { acts, unread } = readActs(`${off}，周华继续担任副庭长。`)
    expect(acts.map(({ persons }) => persons)).toEqual([['李晓明']])
    expect(unread.join('')).toContain('周华')
  })
})

describe('a proposal within an appointment', () => {
  const asked = '提请任命李晓明同志为青岭县人民政府副县长，'
  const both = ['appoint 李晓明 青岭县人民政府副县长', 'act-as 李晓明 青岭县人民政府县长']

  it.each([
    '并建议由其代理县长职务。',
    '建议其代理县长职务。',
    '并建议由其代理县长。',
    '并由其代理县长。',
    '并决定其代理县长职务。',
  ])('is of the same person in a motion: «%s»', (tail) => {
    expect(said(`关于提请任命李晓明同志职务的议案\n县人大常委会：\n${asked}${tail}`)).toEqual(both)
    expect(said(asked + tail)).toEqual(both)
  })

  it('in another name is shown, and no part of the post before it', () => {
    const text = '任命李晓明为青岭县人民政府副县长，县委建议由其代理县长职务。'
    expect(said(text)).toEqual(both.slice(0, 1))
    expect(readActs(text).unread.join('')).toContain('县委建议由其代理县长职务')
  })

  it('told of in a report is none', () => {
    const text = '会议听取了县长关于提请任命李晓明为副县长的说明，并建议由其代理县长职务。'
    expect(said(text)).toEqual([])
    expect(readActs(text).unread.join('')).toContain('李晓明')
  })

  it.each([
    '关于提请任免人员情况的说明\n主任、各位副主任、各位委员：\n受县长的委托，提请任命李晓明为青岭县财政局局长。',
    '提请任命李晓明同志为青岭县财政局局长。',
    '因工作需要，现提请任命：\n李晓明为青岭县财政局局长。',
    '受县长委托，提请任命李晓明为青岭县财政局局长，请予审议。',
    '关于提请任职的议案\n县人大常委会：\n现提请：\n李晓明同志任青岭县财政局局长。\n请审议。',
    '关于提请任职的议案\n县人大常委会：\n根据有关规定，现提名：\n李晓明为青岭县财政局局长。\n请审议。',
    '关于提请任命职务的函\n提请任命李晓明为青岭县财政局局长。',
  ])('says what it asks for in its own name: «%s»', (text) => {
    expect(said(text)).toEqual(['appoint 李晓明 青岭县财政局局长'])
  })

  it.each([
    '县长提请任命李晓明为青岭县财政局局长。',
    '副县长周华作说明，提请任命李晓明为青岭县财政局局长，会议将另行表决。',
  ])('stays one in another name: «%s»', (text) => {
    expect(said(text)).toEqual([])
    expect(readActs(text).unread.join('')).toContain('李晓明')
  })
})

describe('words of such clauses', () => {
  it.each(['保留', '继续', '建议由其', '建议其', '于继续', '任期五年', '督察长'])(
    'are no name: %s',
    (word) => {
      expect(isName(word, true)).toBe(false)
    },
  )
})

describe('deputies', () => {
  const seat = '青岭县第十届人民代表大会代表'

  it.each([
    '东山镇选举委员会依法',
    '东山镇选民',
    '第三选区',
    '东山镇选举单位依法',
    '经审查，第三选区选民依法',
  ])('elected by «%s» are no act of the committee', (voters) => {
    const { acts, unread } = readActs(`${voters}补选李晓明为${seat}。`)
    expect(acts).toEqual([])
    expect(unread.join('')).toContain('李晓明')
  })

  it('are when the committee fills the seat', () => {
    expect(said(`会议依法补选李晓明为${seat}。`)).toEqual([`appoint 李晓明 ${seat}`])
  })
})
