import type { ActPost } from '../../../shared/contract/appointment.ts'
import type { PostOn } from '../../../shared/contract/ledger.ts'
import { isSamePost, matchPost, splitPosts } from '../../../shared/rules/appointment/post-names.ts'
import { orderedPost, type OrderedPost } from '../../../shared/rules/voting-order.ts'
import { theBody } from '../body/queries.ts'
import { postsOn } from '../ledger/catalogue.ts'
import { theSession } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { checkingSql, type ActPostRow } from './checking-sql.ts'

/** One post of an act with its place in the catalogue of the day. */
export type PlacedPost = ActPost & { post: PostOn | null }

/** The catalogue of a day, and whose it is: its place may be left out of names. */
export type Catalogue = { posts: readonly PostOn[]; bodyName: string }

const placed = (
  actId: string,
  { position, name, postId }: Omit<ActPostRow, 'actId'>,
  { posts, bodyName }: Catalogue,
): PlacedPost => {
  const tied = postId === null ? undefined : posts.find(({ id }) => id === postId)
  if (tied) {
    const certainty = isSamePost(name, tied.fullName, bodyName) ? 'exact' : 'tied'
    return { actId, position, name, postId, certainty, candidates: [], post: tied }
  }
  const found = matchPost(name, posts, bodyName)
  const exact = found.certainty === 'exact' ? found.postId : null
  const post = posts.find(({ id }) => id === exact) ?? null
  // Two that bear the very same name are a choice for people.
  const certainty = post ? 'exact' : found.candidates.length > 0 ? 'likely' : 'none'
  const candidates = found.candidates.map(({ id, fullName }) => ({ id, fullName }))
  return { actId, position, name, postId: post?.id ?? null, certainty, candidates, post }
}

/**
 * The posts an act is about, each with its place: as it was tied by hand, else the one that bears its very name. What
 * is merely likely has no place until somebody says so.
 * @param rows as stored; none while the act is not added yet
 */
export const placedPosts = (
  { id, post }: { id: string; post: string },
  rows: readonly ActPostRow[],
  catalogue: Catalogue,
): PlacedPost[] => {
  const own =
    rows.length > 0
      ? rows
      : splitPosts(post).map((name, index) => ({ position: index + 1, name, postId: null }))
  return own.map((row) => placed(id, row, catalogue))
}

/** The posts of a session's acts as the order of voting looks at them, by act: each as it has its place above. */
export const postsInOrder = (db: Reader, sessionId: string): Map<string, OrderedPost[]> => {
  const { name: bodyName } = theBody(db)
  const catalogue = { posts: postsOn(db, theSession(db, sessionId).endsOn), bodyName }
  const rows = Map.groupBy(db.all(checkingSql.posts, { sessionId }), ({ actId }) => actId)
  const posts = (id: string, own: readonly ActPostRow[]): OrderedPost[] =>
    placedPosts({ id, post: '' }, own, catalogue).map(({ name, post }) =>
      orderedPost(name, post, bodyName),
    )
  return new Map([...rows].map(([actId, own]) => [actId, posts(actId, own)]))
}
