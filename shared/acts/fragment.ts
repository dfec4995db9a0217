/** A text broken off in the middle of a name. */
import { isName } from './persons.ts'
import { compoundSurnames, surnames } from './surnames.ts'
import type { Reading } from './types.ts'

const lastStretch = /(?:^|[\n，。；：、！？《（）])[ \u3000]*(?<tail>[\p{Script=Han}·]{1,40})\s*$/u
const verbsBefore = /^.*(?:决定|任命|免去|免除|接受|批准|撤销|罢免|同意|关于|通过|推选|补选)了?由?/u
const linkBehind = /(?:同志|先生|女士|因|为|任|的|代理|辞去|同)$/u

/** 请假：周正: who was there or away, at the end of minutes. */
const roll =
  /(?:^|\n)[ \u3000]*(?:出席|列席|请假|缺席|缺会|主持|记录|签发|(?:责任|执行)?编辑|责编|审核|校对|作者|供稿)(?:人员?)?：[^\n。；]{1,200}$/u

const mayBeName = (text: string): boolean =>
  isName(text) ||
  surnames.has(text) ||
  compoundSurnames.has(text) ||
  /^\p{Script=Han}{1,10}·\p{Script=Han}{0,12}$/u.test(text)

/**
 * In: the text in its one form. The stretch after its last mark when it ends like a name cut short («…职务。王晓»), unless what was
 * read holds it already. Out: undefined when there is none.
 */
export const nameAtEnd = (text: string, { acts, unread }: Reading): string | undefined => {
  const tail = lastStretch.exec(text.slice(-60))?.groups?.['tail']
  if (
    tail === undefined ||
    roll.test(text.slice(-220).trimEnd()) ||
    !/任命|任免|免去|辞去|代理|撤销|罢免/u.test(text)
  )
    return undefined
  const bare = tail.replace(verbsBefore, '')
  const names = [bare, bare.replace(linkBehind, '')].filter(mayBeName)
  if (names.length === 0 || unread.some((one) => one.includes(bare))) return undefined
  const known = acts.some(({ persons }) => names.some((name) => persons.includes(name)))
  return known ? undefined : tail
}
