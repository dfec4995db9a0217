import { actingTitle, isSamePost } from '../appointment/post-names.ts'
import { barePost } from '../posts.ts'

/** A post as far as telling it from another goes: its place in the catalogue where it has one, and its name. */
export type PostMeant = { postId: string | null; name: string }

/** Whether a name says that somebody acts in the post: the post is the same, the office is not. */
export const namesActing = (name: string): boolean => actingTitle.test(barePost(name))

/** «临江市市长» of «临江市代市长»; other names as they are, but for their spaces. */
export const withoutActing = (name: string): string => barePost(name).replace(actingTitle, '')

/** The same post for certain: the same of the catalogue, else the same name. */
export const samePost = (one: PostMeant, other: PostMeant, bodyName: string): boolean =>
  one.postId !== null && other.postId !== null
    ? one.postId === other.postId
    : isSamePost(one.name, other.name, bodyName)
