import type { Message } from '../../../shared/contract/errors.ts'
import type { PostOn } from '../../../shared/contract/ledger.ts'
import { nearPost } from '../../../shared/rules/appointment/near-post.ts'
import { matchPost } from '../../../shared/rules/appointment/post-names.ts'
import { lineList } from '../roster/import-rows.ts'
import type { TenureColumn } from './import-tenure-cells.ts'
import { mark, type Judged } from './sheet.ts'

type Catalogue = { posts: readonly PostOn[]; bodyName: string }
type Place = { postId: string | null; doubt: Message | null }

/** Names come again and again in one sheet: each is looked up once. */
export type Placed = Map<string, Place>

const doubtOf = (text: string, found: PostOn | undefined, near: PostOn | null): Message => {
  const key = found ? 'likely' : near ? 'near' : 'notInCatalogue'
  const post = (found ?? near)?.fullName
  return { key: `ledger.import.${key}`, params: { text, ...(post ? { post } : {}) } }
}

const placeIn = (name: string, { posts, bodyName }: Catalogue): Place => {
  const { certainty, postId, candidates } = matchPost(name, posts, bodyName)
  if (certainty === 'exact' && postId) return { postId, doubt: null }
  if (name === '' || posts.length === 0) return { postId: null, doubt: null }
  const first = posts.find(({ id }) => id === candidates[0]?.id)
  const near = first ? null : nearPost(name, posts, bodyName)
  return { postId: null, doubt: doubtOf(name, first, near) }
}

/**
 * The post of the catalogue a name means for certain. What is merely likely, one character away or not there at all is
 * said at the cell and left open; an empty catalogue doubts nothing.
 */
export const placed = (
  row: Judged<TenureColumn>,
  name: string,
  catalogue: Catalogue,
  cache: Placed,
): string | null => {
  const place = cache.get(name) ?? placeIn(name, catalogue)
  cache.set(name, place)
  if (place.doubt) mark(row, 'post', 'warning', place.doubt)
  return place.postId
}

/** Lines named in one remark: those beyond stand under the filter of the table. */
const named = 20

/** What is said of all posts brought in that stand in no catalogue: how many, in which lines. */
export const looseRemarks = (
  loose: readonly { line: number; postName: string }[],
  posts: readonly PostOn[],
): Message[] => {
  if (loose.length === 0) return []
  if (posts.length === 0) return [{ key: 'ledger.import.noCatalogue' }]
  const count = new Set(loose.map(({ postName }) => postName)).size
  const lines = [...new Set(loose.map(({ line }) => line))]
  const more = lines.length > named ? '…' : ''
  const params = { count, lines: lineList(lines.slice(0, named)) + more }
  return [{ key: 'ledger.import.loose', params }]
}
