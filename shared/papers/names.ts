import type { NamesBlock } from './paper.ts'
import { widthOf } from './width.ts'

/** Characters from the left edge to the label, and the width of a line. */
const labelLeft = 2
const lineWidth = 28
const perLine = 5

export type PlacedName = {
  name: string
  /** 0 to 4. */
  column: number
  /** Where it starts, in characters from the left edge. */
  at: number
}

export type NameGrid = {
  /** Where the first name of each row starts. */
  left: number
  rows: PlacedName[][]
}

/** Least room between two names. */
const gap = 0.3

const columnWidth = (label: string): number => (lineWidth - labelLeft - [...label].length) / perLine

/** Columns a name takes in its block, 1 to 5. */
export const nameSpan = ({ label }: NamesBlock, name: string): number =>
  spanOf(name, columnWidth(label))

/** Columns a name takes with the gap after it; two characters are printed as wide as three. */
const spanOf = (name: string, column: number): number =>
  Math.min(perLine, Math.ceil((Math.max(3, widthOf(name)) + gap) / column))

/**
 * Lays names out in columns, five to a line; a long name takes as many columns as it needs and is never cut.
 * In: a block with bare names. Out: rows with the place of each name.
 */
export const nameRows = ({ label, names }: NamesBlock): NameGrid => {
  const left = labelLeft + [...label].length
  const column = columnWidth(label)
  const rows: PlacedName[][] = []
  let used = perLine
  for (const name of names) {
    const span = spanOf(name, column)
    if (used + span > perLine) {
      rows.push([])
      used = 0
    }
    rows.at(-1)?.push({ name, column: used, at: left + used * column })
    used += span
  }
  return { left, rows }
}
