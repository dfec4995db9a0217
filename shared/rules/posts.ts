/** What of an act the rules about posts look at. */
export type PostAct = { personName: string; post: string }

/** An act, and the pattern of a post it falls under. */
export type PostFound = PostAct & { pattern: string }

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/**
 * Whether a post falls under a pattern as bodies list posts in their rules (rules.md §8-34, 39): it holds these
 * characters in a row, wherever they stand; `*` is any characters between. «副市长» finds «临江市副市长», «局局长»
 * finds heads of bureaus and not their deputies, «政府*主任» heads of the government's commissions. Spaces and the
 * width of characters do not matter; an empty pattern finds nothing.
 */
export const postMatches = (pattern: string, post: string): boolean => {
  const parts = bare(pattern).split('*').filter(Boolean)
  if (parts.length === 0) return false
  return new RegExp(parts.map(escaped).join('.*'), 'u').test(bare(post))
}

/** The acts whose post falls under one of the patterns, in order, each once with the first pattern that finds it. */
export const postsUnder = (acts: readonly PostAct[], patterns: readonly string[]): PostFound[] =>
  acts.flatMap(({ personName, post }) => {
    const pattern = patterns.find((one) => postMatches(one, post))
    return pattern === undefined ? [] : [{ personName, post, pattern }]
  })
