import { barePost } from '../posts.ts'

/** A post as far as telling it from another goes: its place in the catalogue where it has one, and its name. */
export type PostMeant = { postId: string | null; name: string }

/** «代市长» is said of whoever acts as 市长: the post is the same, the office is not. */
const actingTitle =
  /代理?(?=(?:市长|县长|区长|州长|盟长|旗长|主席|主任|院长|检察长|局长|秘书长)$)/u

/** Organs are named in full and in short; one of the two is taken for both. */
const shortened: readonly (readonly [RegExp, string])[] = [
  [/人民代表大会常务委员会/gu, '人大常委会'],
  [/人民代表大会/gu, '人大'],
  [/人民政府/gu, '政府'],
  [/人民法院/gu, '法院'],
  [/人民检察院/gu, '检察院'],
]

const keys = new Map<string, string>()

/** A post's name as two papers would both have it: width, spaces, 职务 after it and long or short organs aside. */
export const postKey = (name: string): string => {
  const known = keys.get(name)
  if (known !== undefined) return known
  const bare = barePost(name)
    .replace(/(?:的)?职务$/u, '')
    .replace(actingTitle, '')
  const key = shortened.reduce((text, [long, short]) => text.replace(long, short), bare)
  keys.set(name, key)
  return key
}

/** Whether a name says that somebody acts in the post. */
export const namesActing = (name: string): boolean =>
  actingTitle.test(barePost(name).replace(/(?:的)?职务$/u, ''))

/** The same post for certain: the same of the catalogue, else the same name. */
export const samePost = (one: PostMeant, other: PostMeant): boolean =>
  one.postId !== null && other.postId !== null
    ? one.postId === other.postId
    : postKey(one.name) === postKey(other.name)

/**
 * Whether one name is the other with the beginning left out, as papers leave out place and organ: «副市长» and
 * «临江市人民政府副市长». Not «市长» in «副市长».
 */
export const likelySamePost = (one: string, other: string): boolean => {
  const [short, long] = [postKey(one), postKey(other)].sort((a, b) => a.length - b.length)
  if (!short || !long || short.length < 2 || !long.endsWith(short)) return false
  return !/[副代]$/u.test(long.slice(0, long.length - short.length))
}
