import { longestRise } from './rise.ts'

export type Sources = {
  counts: Map<string, number>
  standard: Map<string, number>
  sequences: Map<string, string>
}

/**
 * Characters of one stroke count: `ordered` by the official convention, `unordered` by code point because neither
 * their stroke sequence nor a place in the official list is known.
 */
export type Group = { strokes: number; ordered: string; unordered: string }
export type Arranged = { groups: Group[]; inferred: string }

/** The official list is ordered by strokes inside each of its three levels; these are the levels' last numbers. */
export const levelEnds = [3500, 6500, 8105] as const

const levelOf = (number: number): number => levelEnds.findIndex((end) => number <= end)

const blocks: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
]
const inBlocks = (char: string): boolean => {
  const code = char.codePointAt(0) ?? 0
  return blocks.some(([from, to]) => code >= from && code <= to)
}

const byCodePoint = (a: string, b: string): number =>
  (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)

/**
 * Puts all characters into one total order: stroke count, stroke sequence, then number in the official list. A
 * character of the official list without a known sequence goes right after its predecessor of the same level and
 * count there, since the list itself runs by sequence; it is reported in `inferred`.
 */
export const arrange = ({ counts, standard, sequences }: Sources): Arranged => {
  const official = officialCounts(counts, standard)
  const strokesOf = (char: string): number | undefined => official.get(char) ?? counts.get(char)
  const known = (char: string): boolean => sequences.get(char)?.length === strokesOf(char)
  const byStrokes = new Map<number, string[]>()
  for (const char of counts.keys()) {
    const strokes = strokesOf(char)
    if (strokes === undefined || !(standard.has(char) || inBlocks(char))) continue
    byStrokes.set(strokes, [...(byStrokes.get(strokes) ?? []), char])
  }
  const inferred: string[] = []
  const groups = [...byStrokes]
    .sort(([a], [b]) => a - b)
    .map(([strokes, chars]): Group => {
      const sequenced = chars.filter(known).sort(bySequence(sequences, standard))
      const guided = chars.filter((char) => !known(char) && standard.has(char))
      inferred.push(...guided)
      const ordered = placeByList(sequenced, guided, standard)
      const unordered = chars.filter((char) => !known(char) && !standard.has(char))
      return { strokes, ordered: ordered.join(''), unordered: unordered.sort(byCodePoint).join('') }
    })
  return { groups, inferred: inferred.sort(byCodePoint).join('') }
}

const bySequence =
  (sequences: Map<string, string>, standard: Map<string, number>) =>
  (a: string, b: string): number => {
    const [one, two] = [sequences.get(a) ?? '', sequences.get(b) ?? '']
    if (one !== two) return one < two ? -1 : 1
    return (standard.get(a) ?? 99_999) - (standard.get(b) ?? 99_999) || byCodePoint(a, b)
  }

const placeByList = (
  sequenced: readonly string[],
  guided: readonly string[],
  standard: Map<string, number>,
): string[] => {
  const number = (char: string): number => standard.get(char) ?? 0
  const ordered = [...sequenced]
  for (const char of [...guided].sort((a, b) => number(a) - number(b))) {
    const level = levelOf(number(char))
    const peers = ordered.filter((peer) => standard.has(peer) && levelOf(number(peer)) === level)
    const before = peers.filter((peer) => number(peer) < number(char)).at(-1)
    const after = peers.find((peer) => number(peer) > number(char))
    const at = before
      ? ordered.indexOf(before) + 1
      : after
        ? ordered.indexOf(after)
        : ordered.length
    ordered.splice(at, 0, char)
  }
  return ordered
}

/**
 * Stroke counts as the official list has them. Inside a level counts only rise; the few characters that break the
 * rise carry in Unihan the count of another form (𨱏 with 金 in full) and get that of their predecessor.
 */
const officialCounts = (
  counts: Map<string, number>,
  standard: Map<string, number>,
): Map<string, number> => {
  const official = new Map<string, number>()
  levelEnds.forEach((_, level) => {
    const chars = [...standard]
      .filter(([, number]) => levelOf(number) === level)
      .sort(([, a], [, b]) => a - b)
      .map(([char]) => char)
    const rising = longestRise(chars.map((char) => counts.get(char) ?? 0))
    let strokes = 0
    chars.forEach((char, at) => {
      if (rising.has(at)) strokes = counts.get(char) ?? strokes
      official.set(char, strokes)
    })
  })
  return official
}
