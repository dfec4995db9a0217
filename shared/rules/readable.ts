import type { Message } from '../contract/errors.ts'
import { widthOf } from '../papers/width.ts'

/** A screen and how far it is read from: metres, and centimetres of the screen. */
export type Screen = { distance: number; width: number; height: number }

/** What such a screen can carry and still be read from the last row. */
export type Readable = {
  /** Height a letter must have, centimetres. */
  letterHeight: number
  /** The same as the size of type, as a part of the screen's width. */
  letter: number
  /** Width over height. */
  aspect: number
  /** Letters of that size side by side. */
  lettersPerLine: number
  /** Lines of a list under its title. */
  linesPerPage: number
}

/** A letter is read from two hundred times its height. */
const TIMES = 200
/** What the body of a Han character takes of its type size. */
const FACE = 0.9
/** Left and right of the text, in parts of the width; both together. */
const MARGINS = 0.1
/** Heights in letters: everything of a list that is no line of it, and one line. hall.css draws by the same. */
const AROUND = 8.5
const LINE = 1.5
/** Less than that carries no name with its post. */
const FEWEST_LETTERS = 14
const FEWEST_LINES = 4

const CENTIMETRES = 100

/**
 * How large letters must be (at least 1/200 of the viewing distance), and how much of them the screen carries.
 * Both counts may come out below what is usable: see {@link screenFault}.
 */
export const readableOf = ({ distance, width, height }: Screen): Readable => {
  const letterHeight = (distance * CENTIMETRES) / TIMES
  const letter = letterHeight / FACE / width
  const aspect = width / height
  return {
    letterHeight,
    letter,
    aspect,
    lettersPerLine: Math.floor((1 - MARGINS) / letter),
    linesPerPage: Math.max(0, Math.floor((1 / aspect / letter - AROUND) / LINE)),
  }
}

const isEnough = (screen: Screen): boolean => {
  const { lettersPerLine, linesPerPage } = readableOf(screen)
  return lettersPerLine >= FEWEST_LETTERS && linesPerPage >= FEWEST_LINES
}

/** Why a screen cannot be read from that far, with the farthest row that can (whole metres); undefined where it can. */
export const screenFault = (screen: Screen): Message | undefined => {
  if (isEnough(screen)) return undefined
  let farthest = Math.ceil(screen.distance)
  while (farthest > 0 && !isEnough({ ...screen, distance: farthest })) farthest -= 1
  return { key: 'hall.settings.tooFar', params: { distance: screen.distance, farthest } }
}

/** Columns of a list in letters: the name, and what is left for the post beside the verdict. */
export const columnsOf = (
  names: readonly string[],
  lettersPerLine: number,
): { name: number; post: number } => {
  const longest = Math.ceil(Math.max(3, ...names.map(widthOf)))
  const name = Math.min(longest, Math.max(3, Math.floor(lettersPerLine / 3)))
  // One letter between columns, and four for the verdict.
  return { name, post: Math.max(4, lettersPerLine - name - 6) }
}

/** Lines a row of a list takes. */
export const linesOf = (
  row: { name: string; post: string },
  columns: { name: number; post: number },
): number =>
  Math.max(
    1,
    Math.ceil(widthOf(row.name) / columns.name),
    Math.ceil(widthOf(row.post) / columns.post),
  )

/**
 * Puts rows on pages so that no page has more lines than fit; a row is never parted. A row longer than a page has one
 * to itself. Always at least one page.
 */
export const paginate = <Row extends { name: string; post: string }>(
  rows: readonly Row[],
  { lettersPerLine, linesPerPage }: Pick<Readable, 'lettersPerLine' | 'linesPerPage'>,
): Row[][] => {
  const columns = columnsOf(
    rows.map(({ name }) => name),
    lettersPerLine,
  )
  const pages: Row[][] = [[]]
  let used = 0
  for (const row of rows) {
    const lines = linesOf(row, columns)
    const page = pages.at(-1)
    if (page && (used === 0 || used + lines <= linesPerPage)) {
      page.push(row)
      used += lines
    } else {
      pages.push([row])
      used = lines
    }
  }
  return pages
}
