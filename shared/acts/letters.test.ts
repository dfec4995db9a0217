import { expect, it } from 'vitest'
import { readActs } from './read.ts'

/** Who resigns from what, as read. */
const resigning = (text: string): string[] =>
  readActs(text)
    .acts.filter(({ act }) => act === 'accept-resignation')
    .map(({ persons, post }) => `${persons.join('、')} ${post}`)

it.each([
  ['one who has begun the sentence', '蒋志安因工作变动，本人请求辞去县长职务。'],
  ['one called comrade', '蒋志安同志因工作变动提出，本人请求辞去县长职务。'],
  ['one who is quoted', '会上蒋志安表示，我辞去县长职务。'],
  ['nobody in earnest', '如果我辞去县长职务，请予谅解。'],
])('a name under a text is not who resigns where 本人 is %s', (_, said) => {
  const { unread } = readActs(`县人大常委会：\n${said}\n王立新\n2024年3月5日`)
  expect(resigning(`县人大常委会：\n${said}\n王立新\n2024年3月5日`)).toEqual([])
  expect(unread.join()).toMatch(/辞去县长职务/u)
})

it('a decision with a name under it is no letter', () => {
  const decision = '本人请求辞去县长职务。会议决定：接受蒋志安辞去县长职务的请求。\n王立新'
  expect(resigning(decision)).toEqual(['蒋志安 县长'])
})

it('who signed resigns, also where the letter begins with that name', () => {
  const letter =
    '辞职报告\n县人大常委会：\n蒋志安因身体原因，本人请求辞去县长职务。\n申请人：蒋志安'
  expect(resigning(letter)).toEqual(['蒋志安 县长'])
})
