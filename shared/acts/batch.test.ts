import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

const said = (text: string): string[] =>
  readActs(text).acts.map(({ act, persons, post }) => [act, ...persons, post].join(' '))

const jurors = ['appoint 李晓明 周华 王海波 吴刚 青岭县人民法院人民陪审员']
const post = '青岭县人民法院人民陪审员'

describe('names behind their post', () => {
  it.each([
    `任命下列人员为${post}，任期五年：\n李晓明　周　华　王海波\n吴　刚`,
    `任命下列人员为${post}，任期五年：\n李晓明、周华、王海波、吴刚。`,
    `任命以下4名同志为${post}，任期五年，名单如下：\n李晓明、周华、\n王海波、吴刚`,
    `任命以下人员为${post}。任期五年。\n李晓明　周　华　王海波　吴　刚`,
    `任命下列人员为${post}，自即日起：李晓明、周华、王海波、吴刚。`,
    `任命下列人员为${post}。名单如下：\n李晓明、周华、王海波、吴刚。`,
    `同意任命下列人员为${post}（共4名），任期从2026年1月起计算：李晓明、周华、王海波、吴刚。`,
    `任命以下同志为${post}：李晓明、周华、王海波、吴刚，任期五年。`,
  ])('are read whatever stands between: «%s»', (text) => {
    expect(said(text)).toEqual(jurors)
    expect(readActs(text).unread).toEqual([])
  })

  it('are read under a removal too', () => {
    const text = `决定免去下列人员的${post}职务，名单如下：\n李晓明、周华`
    expect(said(text)).toEqual([`remove 李晓明 周华 ${post}`])
  })

  it('end with the first clause that is neither', () => {
    const text = `任命下列人员为${post}，任期五年，自任命之日起计算，期满自然免除，不再另行公告。\n出席会议的有李晓明、周华。`
    expect(said(text)).toEqual([])
    expect(readActs(text).unread.join('')).toContain(`任命下列人员为${post}`)
  })
})

const committee = '青岭县第十届人民代表大会法制委员会'
const members = [
  `appoint 李晓明 ${committee}主任委员`,
  `appoint 周华 王海波 ${committee}副主任委员`,
  `appoint 李平 周正 吴刚 ${committee}委员`,
]

describe('labels that leave out their committee', () => {
  it.each([
    `任命：\n主任委员：李晓明\n副主任委员：周华、王海波\n委员：李　平　周　正　吴　刚\n为${committee}组成人员。`,
    `任命：\n主任委员：李晓明；副主任委员：周华、王海波；委员：李平、周正、吴刚为${committee}组成人员。`,
    `关于任命${committee}组成人员的决定\n任命：\n主任委员：李晓明\n副主任委员：周　华　王海波\n委　员：李平、周正、吴刚`,
    `关于通过${committee}主任委员、副主任委员、委员名单的决定\n任命：\n主任委员：李晓明；副主任委员：周华、王海波；委员：李平、周正、吴刚。`,
    `${committee}主任委员、副主任委员、委员名单\n（2026年1月20日青岭县第十届人民代表大会常务委员会第一次会议通过）\n主任委员：李晓明\n副主任委员：周　华　王海波\n委员：李平、周正、吴刚`,
  ])('have it from the title or from behind the names: «%s»', (text) => {
    expect(said(text)).toEqual(members)
  })

  it('name nobody without a committee of its own passing them', () => {
    const text = `${committee}委员名单\n主任委员：李晓明\n委员：李平、周正`
    expect(said(text)).toEqual([])
    expect(readActs(text).unread.join('')).toMatch(/李晓明.*李平、周正/u)
  })
})
