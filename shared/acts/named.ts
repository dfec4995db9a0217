/** The last look over a text: nobody said to take or leave a post may go unnamed in what was read. */
import { isName } from './persons.ts'
import { endsAsPost } from './posts.ts'
import type { ReadAct } from './types.ts'

const taking =
  /(?:同志|先生|女士)?(?:等(?:[0-9一二三四五六七八九十百]{1,4}[名位人])?(?:同志)?)?(?:(?:被|获)?(?:决定)?任命为|[为任](?=[^，。；、]{2})|担任|兼任|的(?=[^，。；]{2,50}(?:职务|资格))|(?:因[^，。；]{2,16})?(?:请求|提出|申请|要求)?辞去|代理|不再(?:担任|兼任)|被(?:决定)?(?:免去|罢免|撤销)|(?:的)?辞职(?:请求|申请))/gu

const edgeBefore =
  /(?:^|[，。；：、（》\s]|任命了?|免去了?|免除|接受了?|批准|撤销|罢免|补选|推选|同意|决定|关于|通过|提请|[长员任表记席事]|[和与及由将])$/u
const speaksOfPost = /职务|代表|资格|委员|[长任员]/u

/** The name a stretch of text ends with, if one begins where a name can begin. */
const nameBefore = (stretch: string): string | undefined => {
  const dotted = /[\p{Script=Han}]{1,8}(?:·\p{Script=Han}{1,12})+$/u.exec(stretch)?.[0]
  if (dotted !== undefined) return isName(dotted) ? dotted : undefined
  for (const length of [3, 2, 4]) {
    const name = stretch.slice(-length)
    if (stretch.length < length || !isName(name) || endsAsPost(name)) continue
    if (edgeBefore.test(stretch.slice(0, -length))) return name
  }
  return undefined
}

/** Persons a sentence says to take, hold or leave a post. */
export const namedIn = (sentence: string): string[] => {
  if (!speaksOfPost.test(sentence)) return []
  return [...sentence.matchAll(taking)].flatMap((match) => {
    const name = nameBefore(sentence.slice(Math.max(0, match.index - 24), match.index))
    return name === undefined ? [] : [name]
  })
}

/**
 * In: the text in its one form, the acts read from it and what was left unread. Out: the sentences that say somebody
 * takes or leaves a post whom neither holds.
 */
export const unnamedSentences = (
  text: string,
  acts: readonly ReadAct[],
  unread: readonly string[],
): string[] => {
  const known = [...acts.flatMap(({ persons }) => persons), ...unread].join('\n')
  return text
    .split(/[。；\n！？]+/u)
    .filter((sentence) => namedIn(sentence).some((name) => !known.includes(name)))
}
