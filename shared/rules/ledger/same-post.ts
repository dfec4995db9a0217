import { isSamePost } from '../appointment/post-names.ts'
import { barePost } from '../posts.ts'

/** A post as far as telling it from another goes: its place in the catalogue where it has one, and its name. */
export type PostMeant = { postId: string | null; name: string }

/** «代市长» is said of whoever acts as 市长: the post is the same, the office is not. */
const actingTitle =
  /代理?(?=(?:市长|县长|区长|州长|盟长|旗长|主席|主任|院长|检察长|局长|秘书长)(?:职务)?$)/u

/** Whether a name says that somebody acts in the post. */
export const namesActing = (name: string): boolean => actingTitle.test(barePost(name))

/** «临江市市长» of «临江市代市长»; other names as they are, but for their spaces. */
export const withoutActing = (name: string): string => barePost(name).replace(actingTitle, '')

/** The same post for certain: the same of the catalogue, else the same name. */
export const samePost = (one: PostMeant, other: PostMeant, bodyName: string): boolean =>
  one.postId !== null && other.postId !== null
    ? one.postId === other.postId
    : isSamePost(one.name, other.name, bodyName)
