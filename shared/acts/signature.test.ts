import { describe, expect, it } from 'vitest'
import { readActs } from './read.ts'

const said = (text: string): string[] =>
  readActs(text).acts.map(({ act, persons, post }) => [act, ...persons, post].join(' '))

const removed =
  '关于提请免去职务的议案\n青岭县人大常委会：\n提请免去：\n周华的青岭县财政局局长职务。\n'
const removal = ['remove 周华 青岭县财政局局长']

const closings = [
  '请审议。',
  '请予审议',
  '以上议案，请予审议决定。',
  '妥否，请审议',
  '特此报告，请予审议。',
  '请县人大常委会会议审议决定。',
  '以上任免，请审议通过。',
]

const signatures = [
  '青岭县监察委员会主任  宗明义',
  '青岭县人大常委会主任　欧阳明义',
  '青岭县监察委员会代理主任　宗明义',
  '代理主任　宗明义',
  '主任　宗明义',
  '主　任　宗　明',
  '主任：宗明义',
  '青岭县人民法院代理院长　宗明义',
  '青岭县人民法院院长（签名）：宗明义',
  '青岭县监察委员会主任宗明义',
  '青岭县人大常委会党组书记、主任　宗明义',
  '青岭县人大常委会副主任　宗明义',
  '青岭县监察委员会\n主任　宗明义',
  '县　长　宗明义',
]
const dates = ['', '\n2026年6月16日', '\n二〇二六年六月十六日']

describe('who signs a motion', () => {
  it.each(signatures)('takes and leaves no post: «%s»', (signature) => {
    for (const closing of closings)
      for (const date of dates)
        expect(said(`${removed}${closing}\n${signature}${date}`), closing).toEqual(removal)
  })

  it.each(signatures)('is no act over a date without closing words: «%s»', (signature) => {
    expect(said(`${removed}${signature}\n2026年6月16日`)).toEqual(removal)
  })

  it.each([...signatures, '青岭县人大常委会主任会议', '青岭县监察委员会\n宗明义'])(
    'need not be shown where the motion has its own head: «%s»',
    (signature) => {
      expect(readActs(`${removed}请审议。\n${signature}\n2026年6月16日`).unread).toEqual([])
    },
  )

  it.each([
    '任命：\n李晓明为青岭县人大常委会研究室主任。\n青岭县人大常委会主任  宗明义',
    '任命：\n李晓明为青岭县人大常委会研究室主任。\n请予审议。\n主任　宗明义',
    '任命：\n李晓明为青岭县人大常委会研究室主任。\n主任：宗明义',
    '任命：\n李晓明为青岭县人大常委会研究室主任。\n青岭县人民法院院长　宗明义\n2026年6月16日',
    '任命：\n李晓明为青岭县人大常委会研究室主任。\n\n县长　宗明义',
    '任命：\n李晓明为青岭县人大常委会研究室主任。\n\n青岭县监察委员会主任　宗明义',
    '任命：\n青岭县人大常委会研究室主任　李晓明\n\n主任　宗明义',
    '任命：\n李晓明为青岭县人大常委会研究室主任\n请审议。\n主任　宗明义',
    '任命：\n李晓明为青岭县人大常委会研究室主任。\n请审议。\n青岭县人大常委会副主任　宗明义',
  ])('is shown where nothing says that the text is a motion: «%s»', (text) => {
    expect(said(text)).toEqual(['appoint 李晓明 青岭县人大常委会研究室主任'])
    expect(readActs(text).unread.join('')).toContain('宗明义')
  })
})

describe('closing words', () => {
  it('end the list, and a heading behind them opens one again', () => {
    const text = `${removed}请审议。\n县长　宗明义\n附件：拟任命名单\n任命：\n青岭县审计局局长　吴刚`
    expect(said(text)).toEqual([...removal, 'appoint 吴刚 青岭县审计局局长'])
  })

  it.each([
    '任命：\n青岭县监察委员会副主任　李晓明\n青岭县监察委员会主任　宗明义',
    '任命：\n青岭县监察委员会主任　宗明义\n青岭县监察委员会副主任　李晓明',
    '任命：\n李晓明　青岭县监察委员会副主任\n宗明义　青岭县监察委员会主任\n2026年6月16日',
  ])('are missing from a list of posts and their holders: «%s»', (text) => {
    expect(said(text).toSorted()).toEqual([
      'appoint 宗明义 青岭县监察委员会主任',
      'appoint 李晓明 青岭县监察委员会副主任',
    ])
  })
})
