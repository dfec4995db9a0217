import type { ReadTotals, TotalsMapping } from '../../../shared/contract/ballot.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import type { Sheet } from '../ports.ts'

const sides = ['for', 'against', 'abstain', 'notPressed'] as const
type Side = (typeof sides)[number]

/** What makers of voting systems write above their columns. The longer words come first: «不赞成» is not «赞成». */
const words: Record<Side, RegExp> = {
  notPressed: /未按|未表决|未投|未参加|没有?按|缺席|not\s*(?:pressed|voted?|voting)|no\s*vote/iu,
  against: /反对|不赞成|不同意|否决|^no(?:es?)?$|against|con$/iu,
  abstain: /弃权|abst/iu,
  for: /赞成|同意|^ye?s$|^ayes?$|in\s*favou?r|^for$|pro$/iu,
}
const wordOrder: readonly Side[] = ['notPressed', 'against', 'abstain', 'for']

/** Rows beyond this are no totals but somebody's list of who voted how; such a file is not looked into. */
export const MOST_ROWS = 40

const sideOf = (text: string): Side | undefined => {
  const bare = text.normalize('NFKC').replace(/[\s:：]/gu, '')
  return wordOrder.find((side) => words[side].test(bare))
}

type Table = { header: string[]; rows: string[][]; firstLine: number; turned: boolean }

const sidesIn = (cells: readonly string[]): Set<Side> =>
  new Set(cells.flatMap((cell) => (/\d/u.test(cell) ? [] : (sideOf(cell) ?? []))))

/** «赞成25票，反对1票» in one cell or line, as a header and a row. */
const fromSentence = (cells: readonly string[]): Table | undefined => {
  const text = cells.join('，').normalize('NFKC')
  const found = [...text.matchAll(/([^\d,;，；。、]*?)[\s:：]*(\d+)/gu)].flatMap(
    ([, label, count]) => {
      const side = sideOf(label ?? '')
      return side && count ? [{ label: (label ?? '').trim(), count }] : []
    },
  )
  if (found.length < 3) return undefined
  const header = found.map(({ label }) => label)
  return { header, rows: [found.map(({ count }) => count)], firstLine: 1, turned: false }
}

const isNumber = (cell: string): boolean => /^\d+$/u.test(cell.normalize('NFKC').trim())

/** Four bare numbers, in the order the board shows them: for, against, abstaining, not pressed. */
const fromNumbers = ({ rows, firstLine }: Sheet): Table | undefined => {
  const cells = rows.flat().flatMap((cell) => cell.split(/[\s,，;；、]+/u).filter(Boolean))
  if (cells.length < 3 || cells.length > 4 || !cells.every(isNumber)) return undefined
  return { header: [], rows: [cells], firstLine, turned: false }
}

/** A sheet as a header with rows below it, whichever way it was laid out. */
const tableOf = (sheet: Sheet): Table | undefined => {
  const { rows, firstLine } = sheet
  const headerAt = rows.findIndex((row) => sidesIn(row).size >= 3)
  const header = rows[headerAt]
  if (header)
    return {
      header,
      rows: rows.slice(headerAt + 1),
      firstLine: firstLine + headerAt + 1,
      turned: false,
    }
  const labels = rows.map((row) => row[0] ?? '')
  if (sidesIn(labels).size >= 3) {
    const width = Math.max(...rows.map((row) => row.length))
    const turned = Array.from({ length: width - 1 }, (_, at) =>
      rows.map((row) => row[at + 1] ?? ''),
    )
    return { header: labels, rows: turned, firstLine, turned: true }
  }
  return fromSentence(rows.flat()) ?? fromNumbers(sheet)
}

const guess = (table: Table): TotalsMapping | null => {
  const at = (side: Side): number => table.header.findIndex((cell) => sideOf(cell) === side)
  if (table.header.length === 0) {
    const notPressed = (table.rows[0]?.length ?? 0) > 3 ? 3 : null
    return { for: 0, against: 1, abstain: 2, notPressed, row: null }
  }
  const [yes, against, abstain, notPressed] = sides.map(at)
  if (yes === undefined || against === undefined || abstain === undefined) return null
  if (yes < 0 || against < 0 || abstain < 0) return null
  const fourth = notPressed === undefined || notPressed < 0 ? null : notPressed
  return { for: yes, against, abstain, notPressed: fourth, row: null }
}

/** 0 → A, 25 → Z, 26 → AA. */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26))

const addressOf = ({ firstLine, turned }: Table, row: number, column: number): string =>
  turned ? `${letters(row + 1)}${firstLine + column}` : `${letters(column)}${firstLine + row}`

type Cell = { value: number } | { message: Message }

const cellOf = (table: Table, row: number, column: number): Cell => {
  const text = (table.rows[row]?.[column] ?? '').normalize('NFKC').replace(/[\s,票人]/gu, '')
  const cell = addressOf(table, row, column)
  if (text === '') return { message: { key: 'ballot.chamber.cellEmpty', params: { cell } } }
  if (!/^\d{1,4}$/u.test(text))
    return { message: { key: 'ballot.chamber.cellNotCount', params: { cell, text } } }
  return { value: Number(text) }
}

/** The last row that has a number in a mapped column: systems write the total below. */
const totalRow = ({ rows }: Table, mapping: TotalsMapping): number => {
  if (mapping.row !== null) return mapping.row
  return Math.max(
    0,
    rows.findLastIndex((row) => isNumber(row[mapping.for] ?? '')),
  )
}

const fits = (table: Table, mapping: TotalsMapping): boolean =>
  [mapping.for, mapping.against, mapping.abstain, mapping.notPressed ?? 0].every(
    (column) => column < Math.max(table.header.length, ...table.rows.map((row) => row.length)),
  )

const told = (key: string, params?: Message['params']): ReadTotals => ({
  header: [],
  rows: [],
  mapping: null,
  tally: null,
  message: params ? { key, params } : { key },
})

/** So many rows with one vote each are no totals any more. */
const FEW = 3

const bareCell = (cell: string | undefined): string => (cell ?? '').normalize('NFKC').trim()

/** A row with a single vote in it: one side marked or counted as 1, the others empty or 0. */
const isOneVote = (row: readonly string[], mapping: TotalsMapping): boolean => {
  const cells = sides.flatMap((side) => {
    const column = mapping[side]
    return column === null ? [] : bareCell(row[column])
  })
  const filled = cells.filter((cell) => cell !== '' && !/^0+$/u.test(cell))
  return filled.length === 1 && (!/\d/u.test(filled[0] ?? '') || filled[0] === '1')
}

/** Rows that each name one side in words, the same side more than once: who voted how, under «结果». */
const sayOneSide = (rows: readonly (readonly string[])[]): number => {
  const said = rows.flatMap((row) => {
    const found = row.flatMap((cell) => (/\d/u.test(cell) ? [] : (sideOf(cell) ?? [])))
    return found.length === 1 ? found : []
  })
  return new Set(said).size < said.length ? said.length : 0
}

/** How many rows look like one member's ballot; below {@link FEW} they are none. */
const ballotsIn = (sheet: Sheet, { rows }: Table, mapping: TotalsMapping | null): number => {
  const marked = mapping ? rows.filter((row) => isOneVote(row, mapping)).length : 0
  const count = Math.max(marked, sayOneSide(sheet.rows))
  return count < FEW ? 0 : count
}

/** Rows as they are, for people to say which column is which. */
const plainTable = ({ rows, firstLine }: Sheet): Table => ({
  header: rows[0] ?? [],
  rows: rows.slice(1),
  firstLine: firstLine + 1,
  turned: false,
})

/**
 * Four totals out of a voting system's sheet, by the columns handed in, else by what its header says, else by the
 * columns kept from the last time. A cell that cannot be read is named («C4»). Pure; nothing is stored.
 */
export const readTotalsOf = (
  sheet: Sheet,
  asked: TotalsMapping | undefined,
  kept: TotalsMapping | undefined,
): ReadTotals => {
  if (sheet.rows.length === 0) return told('ballot.chamber.totalsEmpty')
  if (sheet.rows.length > MOST_ROWS)
    return told('ballot.chamber.totalsTooLong', { count: sheet.rows.length, most: MOST_ROWS })
  const found = tableOf(sheet)
  const table = found ?? plainTable(sheet)
  const usual = kept && fits(table, kept) ? kept : null
  const mapping = asked ?? (found && guess(found)) ?? usual
  const { header, rows } = table
  // A secret vote has no room on the desk's screen either: not a row of such a list is handed on.
  const ballots = ballotsIn(sheet, table, mapping)
  if (ballots > 0) return told('ballot.chamber.totalsByMember', { count: ballots })
  if (!mapping)
    return { header, rows, mapping, tally: null, message: { key: 'ballot.chamber.totalsUnmapped' } }
  const row = totalRow(table, mapping)
  const cells = sides.flatMap((side) => {
    const column = mapping[side]
    return column === null ? [] : [{ side, cell: cellOf(table, row, column) }]
  })
  const bad = cells.find(({ cell }) => 'message' in cell)?.cell
  if (bad && 'message' in bad) return { header, rows, mapping, tally: null, message: bad.message }
  const tally = Object.fromEntries(
    cells.map(({ side, cell }) => [side, 'value' in cell ? cell.value : 0]),
  )
  return { header, rows, mapping, tally, message: null }
}
