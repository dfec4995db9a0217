/** What of an act the rules about posts look at. */
export type PostAct = { personName: string; post: string }

/** An act, and the pattern of a post it falls under. */
export type PostFound = PostAct & { pattern: string }

/** A post as it is compared: the width of its characters and its spaces do not matter. */
export const barePost = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/**
 * Whether a post falls under a pattern as bodies list posts in their rules (rules.md §8-34, 39): it holds these
 * characters in a row, wherever they stand; `*` is any characters between. «副市长» finds «临江市副市长», «局局长»
 * finds heads of bureaus and not their deputies, «政府*主任» heads of the government's commissions. Spaces and the
 * width of characters do not matter; an empty pattern finds nothing.
 */
export const postMatches = (pattern: string, post: string): boolean => {
  const parts = barePost(pattern).split('*').filter(Boolean)
  if (parts.length === 0) return false
  return new RegExp(parts.map(escaped).join('.*'), 'u').test(barePost(post))
}

/** The acts whose post falls under one of the patterns, in order, each once with the first pattern that finds it. */
export const postsUnder = (acts: readonly PostAct[], patterns: readonly string[]): PostFound[] =>
  acts.flatMap(({ personName, post }) => {
    const pattern = patterns.find((one) => postMatches(one, post))
    return pattern === undefined ? [] : [{ personName, post, pattern }]
  })

/**
 * An office in the standing committee itself, in whatever words a resignation names it: losing it ends the membership
 * (组织法 32, 47③). Also «辞去临江市人大常委会职务», which names none of its offices; not those of its own offices and
 * commissions, such as «常委会办公室主任».
 */
export const isCommitteeOffice = (post: string): boolean =>
  /(?:常务委员会|常委会)(?:(?:副?主任|秘书长|委员|组成人员)(?:、|职务|$)|(?:职务)?$)/u.test(
    barePost(post),
  )

/**
 * Posts of the people's congress and its committee keep no one from sitting on it (组织法 47③; rules.md §9-61): also
 * those of the credentials committee, which only its members may hold (组织法 56②), where the congress is not named.
 */
export const isCongressPost = (post: string): boolean =>
  /人民代表大会|人大|常务委员会|常委会|代表资格审查委员会|特定问题调查委员会/u.test(barePost(post))
