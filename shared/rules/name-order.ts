import strokes from './data/strokes.json' with { type: 'json' }

/**
 * Order by the strokes of the surname (姓氏笔画), documents.md §2.4. Per character the table gives one place in one
 * total order: fewer strokes first; of equal count, stroke by stroke 横 竖 撇 点 折; of equal sequence, the official
 * list's own order.
 */
type Place = { rank: number; sure: boolean }

const buildPlaces = (): Map<string, Place> => {
  const inferred = new Set(strokes.inferred)
  const places = new Map<string, Place>()
  for (const group of strokes.groups) {
    for (const char of group.ordered) {
      places.set(char, { rank: places.size, sure: !inferred.has(char) })
    }
    for (const char of group.unordered) {
      places.set(char, { rank: places.size, sure: false })
    }
  }
  return places
}

let table: Map<string, Place> | undefined
const placeOf = (char: string): Place | undefined => (table ??= buildPlaces()).get(char)

const codeOf = (char: string): number => char.codePointAt(0) ?? 0

const compareCharacters = (a: string, b: string): number => {
  if (a === b) return 0
  const [one, two] = [placeOf(a), placeOf(b)]
  if (one && two) return one.rank - two.rank
  if (one || two) return one ? -1 : 1
  return codeOf(a) - codeOf(b)
}

/** The characters of a name that are ordered; the dot of minority names is none. */
const characters = (name: string): string[] => [...name].filter((char) => char !== '·')

/**
 * Compares two bare names by the official convention: the first character, whatever the surname's length; then
 * two-character names before longer ones; then the following characters. Characters the table lacks come last.
 */
export const compareNames = (a: string, b: string): number => {
  const [one, two] = [characters(a), characters(b)]
  const first = compareCharacters(one[0] ?? '', two[0] ?? '')
  if (first !== 0) return first
  if ((one.length === 2) !== (two.length === 2)) return one.length === 2 ? -1 : 1
  for (let at = 1; at < Math.max(one.length, two.length); at += 1) {
    const [left, right] = [one[at], two[at]]
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1
    const order = compareCharacters(left, right)
    if (order !== 0) return order
  }
  return 0
}

/** What may be a Han character: also private ones, and those newer than the engine's Unicode. */
const written = /[\p{Script=Han}\p{Co}\p{Cn}]/u

/** The Han characters of a name whose place is not certain: to be checked by a person. */
export const unknownStrokes = (name: string): string[] => [
  ...new Set(characters(name).filter((char) => written.test(char) && !placeOf(char)?.sure)),
]

/** Bare names in order, and the characters among them to be checked, each once. Equal names keep their order. */
export const sortNames = (names: readonly string[]): { sorted: string[]; unknown: string[] } => ({
  sorted: [...names].sort(compareNames),
  unknown: [...new Set(names.flatMap(unknownStrokes))],
})
