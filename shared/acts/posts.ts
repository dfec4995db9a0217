/** What a post looks like, how it is written down, and when two posts are the same. */
import { titles } from './lexicon.ts'

const closing = /(?:的)?(?:职务|一职|职位|这一职务)(?:的)?$/u

/** The title a text ends with (局长, 审判员 …), or ''. */
export const titleAtEnd = (text: string): string =>
  titles.find((title) => text.endsWith(title)) ?? ''

/** A note in brackets belongs to the post, not to its title: 副处长（挂职）. */
const withoutNote = (text: string): string => text.replace(/（[^（）]{1,12}）$/u, '')

/** Whether the text ends as a post ends. */
export const endsAsPost = (text: string): boolean =>
  titleAtEnd(withoutNote(text.replace(closing, ''))) !== ''

const strange =
  /[。；：《》！？]|任命|免去|免除|辞去|接受|罢免|撤销|终止|通过|决定|表决|同志|[0-9]{1,3}(?:名|人|位)|部分|有关|若干|一批|不再|由其|(?<=[^主责信专现原时兼曾担升省市县区州旗])任(?![县丘城泽免期职])|(?<!犍)为|拟|职务.|^[的了等]|报告|议案|名单/u

/** Whether the text holds words no post holds. */
export const isStrange = (text: string): boolean => strange.test(text)

/** Whether the whole text is one post or several joined by 、. */
export const isPost = (text: string): boolean => {
  const bare = text.replace(closing, '')
  return bare.length > 1 && bare.length <= 160 && endsAsPost(bare) && !strange.test(bare)
}

/** A party office said before a name belongs to the person, not to the decision: 市委常委、副市长张三. */
export const isPartyOffice = (text: string): boolean =>
  /^[省市县区州旗地]委(?:常委|委员|副?书记|\p{Script=Han}{2,6}部长)$|党组(?:成员|副?书记)$/u.test(
    text,
  )

/** An office of the party is none of the committee's to fill, whoever reports it beside its acts. */
export const isPartyPost = (post: string): boolean =>
  /^中?共|^\p{Script=Han}{0,8}[省市县区州旗地]委(?:副?书记|常委|委员)/u.test(post) ||
  post.split('、').every((one) => /^\p{Script=Han}{0,8}[省市县区州旗地]委(?!员)/u.test(one))

/** Leaves out what stands around a post: 担任的 before it, 职务 behind it. */
export const cleanPost = (text: string): string =>
  text
    .replace(/^(?:所?(?:兼任|担任|现任|任|兼)的?|为|的|原)(?=.{2})/u, '')
    .replace(/等$/u, '')
    .replace(closing, '')
    .replace(/的$/u, '')

/** An acting post without 代理: 代理市长 and 市代市长 are 市长. */
export const withoutActing = (post: string): string =>
  post
    .replace(/代理/gu, '')
    .replace(/代(?=(?:主任|市长|县长|区长|省长|州长|旗长|院长|检察长|主席)$)/u, '')

/** Long and short names of organs brought to one form, for comparing only. */
const plain = (post: string): string =>
  post
    .replace(/人民代表大会常务委员会/gu, '人大常委会')
    .replace(/人民代表大会/gu, '人大')
    .replace(/人民政府/gu, '政府')
    .replace(/监察委员会/gu, '监委')
    .replace(/第?[一二三四五六七八九十]+届/gu, '')
    .replace(/[\s（）·]/gu, '')

/** An organ's name with no verb about it: 市人民政府, 县人大常委会. */
export const organName =
  /^(?=.{3,27}$)(?!.*(?:关于|任命|免去|辞去|决定|会议|[为的任]))\p{Script=Han}{1,24}(?:政府|委员会|常委会|法院|检察院|监委|办公室|大会|机关|部门)$/u

const parts = (post: string): string[] => post.split(/[、，；]/u).map(plain)

/** Whether two posts are one, one of them perhaps written without its organ. */
export const samePost = (a: string, b: string): boolean => {
  const left = parts(a)
  const right = parts(b)
  if (left.length !== right.length) return false
  return left.every((one, at) => {
    const other = right[at] ?? ''
    return one.endsWith(other) || other.endsWith(one)
  })
}

const ranked = (post: string): string => {
  const title = titleAtEnd(post)
  return post.endsWith(`副${title}`) ? `副${title}` : title
}

/** Whether the posts share a title, however their organs are written. */
export const sharesTitle = (a: string, b: string): boolean => {
  const left = new Set(parts(withoutActing(a)).map(ranked))
  return parts(withoutActing(b)).some((one) => left.has(ranked(one)))
}

/** The organ of a deputy's post, to stand before a bare 市长: 宣城市人民政府副市长 → 宣城市人民政府. */
export const organOf = (post: string): string => {
  const at = post.search(/(?:常务)?副(?:市长|县长|区长|省长|州长|旗长|主席|主任|院长|检察长)$/u)
  return at < 0 ? '' : post.slice(0, at)
}
