import { matchPost, placeOf, plainPost, type NamedPost } from './post-names.ts'

/** Whether one character put in, left out or exchanged makes one text of the other. */
const isOneEditAway = (one: string, other: string): boolean => {
  const [shorter, longer] = [one, other].map(({ length }) => length).sort((a, b) => a - b)
  if (shorter === undefined || longer === undefined || longer - shorter > 1) return false
  let start = 0
  while (start < shorter && one[start] === other[start]) start += 1
  let end = 0
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
  return longer - start - end === 1
}

const withoutDeputy = (name: string): string => name.replace(/副(?=[^副]*$)/u, '')

/**
 * The first post of the catalogue whose name is one character away from a name that is not in it, compared as
 * `matchPost` compares: what may have been mistyped. A deputy is no mistyped head. Null where there is none.
 * @param bodyName whose catalogue this is
 */
export const nearPost = <P extends NamedPost>(
  name: string,
  posts: readonly P[],
  bodyName: string,
): P | null => {
  const place = placeOf(bodyName)
  const own = plainPost(name, place)
  const isNear = ({ fullName }: P): boolean => {
    const other = plainPost(fullName, place)
    return isOneEditAway(own, other) && withoutDeputy(own) !== withoutDeputy(other)
  }
  return own.length < 4 ? null : (posts.find(isNear) ?? null)
}

const pairs = (text: string): string[] => {
  const chars = [...text]
  return chars.slice(1).map((char, at) => `${chars[at] ?? ''}${char}`)
}

/** How much of two names is the same, by the pairs of characters they share: 0 to 1. */
const likeness = (one: string, other: string): number => {
  const [own, theirs] = [pairs(one), pairs(other)]
  const shared = own.filter((pair) => theirs.includes(pair)).length
  return own.length + theirs.length === 0 ? 0 : (2 * shared) / (own.length + theirs.length)
}

/**
 * The posts of a catalogue with those first that a name is likeliest to mean: those `matchPost` finds, one that is a
 * character away, then by what the names share; equals stay in the order of the catalogue.
 * @param bodyName whose catalogue this is
 */
export const likeliestFirst = <P extends NamedPost>(
  name: string,
  posts: readonly P[],
  bodyName: string,
): P[] => {
  const place = placeOf(bodyName)
  const own = plainPost(name, place)
  const matched = new Set(matchPost(name, posts, bodyName).candidates.map(({ id }) => id))
  const near = nearPost(name, posts, bodyName)?.id
  const worth = ({ id, fullName }: P): number =>
    matched.has(id) ? 3 : id === near ? 2 : likeness(own, plainPost(fullName, place))
  return posts
    .map((post) => ({ post, worth: worth(post) }))
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ post }) => post)
}
