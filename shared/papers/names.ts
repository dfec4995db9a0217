import type { NamesBlock } from './paper.ts'
import { widthOf } from './width.ts'

/** Characters from the left edge to the label, and the widest a line may grow. */
const labelLeft = 2
const lineWidth = 28
const perLine = 5

export type PlacedName = {
  name: string
  /** Tab stops to step over before it: 0 for the first of a row. */
  tabs: number
}

export type NameGrid = {
  /** Where the names start, in characters from the left edge. */
  left: number
  /** Tab stops in characters from the left edge, after the first column. */
  stops: number[]
  rows: PlacedName[][]
}

/** Columns a name takes with the gap after it; two characters are printed as wide as three. */
const spanOf = (name: string, column: number): number =>
  Math.min(perLine, Math.ceil((Math.max(3, widthOf(name)) + 0.5) / column))

/**
 * Lays names out in columns, five to a line; a long name takes as many columns as it needs and is never cut.
 * In: a block with bare names. Out: rows with the tabs before each name.
 */
export const nameRows = ({ label, names }: NamesBlock): NameGrid => {
  const left = labelLeft + [...label].length
  const column = (lineWidth - left) / perLine
  const rows: PlacedName[][] = []
  let used = perLine
  let tabs = 0
  for (const name of names) {
    const span = spanOf(name, column)
    if (used + span > perLine) {
      rows.push([])
      used = 0
      tabs = 0
    }
    rows.at(-1)?.push({ name, tabs })
    used += span
    tabs = span
  }
  const stops = Array.from({ length: perLine - 1 }, (_, at) => left + column * (at + 1))
  return { left, stops, rows }
}
