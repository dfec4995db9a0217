import type { PostOn, TenureShown } from '../../shared/contract/ledger.ts'
import { answersPost } from '../../shared/rules/appointment/post-search.ts'
import { matchesName } from '../../shared/rules/pinyin.ts'

/** A line of the ledger as of a day: a tenure, or a post nobody holds. */
export type Line = {
  key: string
  organId: string | null
  postName: string
  tenure: TenureShown | null
  /** The post has no holder in full: vacant, or somebody acts in it. */
  vacant: boolean
  /** At most one may hold it. */
  single: boolean
}

const lineOf = (tenure: TenureShown, organId: string | null, post: PostOn | null): Line => ({
  key: tenure.id,
  organId,
  postName: tenure.postName,
  tenure,
  vacant: tenure.acting,
  single: post?.single ?? false,
})

const vacancyOf = (post: PostOn): Line => ({
  key: `vacant ${post.id}`,
  organId: post.organId,
  postName: post.fullName,
  tenure: null,
  vacant: true,
  single: post.single,
})

/**
 * Posts in the order of the catalogue, each with who holds it, full holders before acting ones; then what is not tied
 * to the catalogue.
 */
export const linesOf = (posts: readonly PostOn[], tenures: readonly TenureShown[]): Line[] => {
  const known = new Set(posts.map(({ id }) => id))
  const byPost = Map.groupBy(tenures, ({ postId }) => postId)
  const tied = posts.flatMap((post) => {
    const held = (byPost.get(post.id) ?? []).toSorted((a, b) => Number(a.acting) - Number(b.acting))
    return held.length === 0
      ? [vacancyOf(post)]
      : held.map((tenure) => lineOf(tenure, post.organId, post))
  })
  const loose = tenures.filter(({ postId }) => postId === null || !known.has(postId))
  return [...tied, ...loose.map((tenure) => lineOf(tenure, tenure.organId, null))]
}

/** Organ of a line that is in none of the catalogue. */
export const NO_ORGAN = ''

export type OrganCount = { held: number; vacant: number }

/** Lines held and vacant by organ; {@link NO_ORGAN} for those in none. */
export const countByOrgan = (lines: readonly Line[]): Map<string, OrganCount> => {
  const counts = new Map<string, OrganCount>()
  for (const { organId, tenure, vacant, single } of lines) {
    const key = organId ?? NO_ORGAN
    const { held, vacant: empty } = counts.get(key) ?? { held: 0, vacant: 0 }
    counts.set(key, {
      held: held + (tenure ? 1 : 0),
      vacant: empty + (vacant && (single || !tenure) ? 1 : 0),
    })
  }
  return counts
}

/** The lines whose post or holder answers what was typed, by characters or pinyin. */
export const narrow = (lines: readonly Line[], text: string): Line[] => {
  const typed = text.trim()
  if (typed === '') return [...lines]
  return lines.filter(
    ({ postName, tenure }) =>
      answersPost(postName, typed) || (tenure !== null && matchesName(tenure.personName, typed)),
  )
}
