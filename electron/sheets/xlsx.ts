import { Workbook, type Cell, type Worksheet } from '@cj-tech-master/excelts'
import { Refusal, type Message } from '../../shared/contract/errors.ts'
import type { MergedRange, Sheet } from '../kernel/ports.ts'
import { cellText } from './cell.ts'
import { limits, unreadable } from './refusal.ts'
import { toSheet } from './trim.ts'
import { openArchive, type Archive } from './zip.ts'

/** Parts of a sheet that say nothing of its texts; some of them make a reader walk millions of cells. */
const ignoreNodes = [
  'dataValidations',
  'conditionalFormatting',
  'autoFilter',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
  'controls',
  'oleObjects',
  'extLst',
]

const isBlankCell = (text: string): boolean => text.trim() === ''

/** What a zip holds when it is not a workbook: the name of the sentence to refuse it with. */
const strangerKind = ({ names, text }: Archive): string | null => {
  if (names.includes('xl/workbook.xml')) return null
  if (names.includes('xl/workbook.bin')) return 'xlsb'
  if (names.some((name) => name.startsWith('word/'))) return 'word'
  if (text('mimetype').includes('opendocument.spreadsheet')) return 'ods'
  return 'notSheet'
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

const cellsUnder = (ref: string): number => {
  const [, left, top, right, bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? []
  if (!left || !right) return 1
  return (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1)
}

const sheetTexts = ({ names, text }: Archive): string[] =>
  names.filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).map(text)

/** Refuses merged ranges no roster has: the library walks every cell under one. */
const checkMerges = (fileName: string, texts: string[]): void => {
  for (const text of texts) {
    let under = 0
    for (const [, ref = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]*)"/g)) {
      under += cellsUnder(ref)
      if (under > limits.mergedCells) {
        throw unreadable('mergedTooLarge', { file: fileName, range: ref })
      }
    }
  }
}

/** Cells whose formula gave a text: without a value there, the text is empty. The library does not tell. */
const textFormulas = (texts: string[]): Set<string> =>
  new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/<(?:\w+:)?c\s([^>]*\bt="str"[^>]*)>/g)].flatMap(
        ([, attributes = '']) => /\br="([^"]+)"/.exec(attributes)?.[1] ?? [],
      ),
    ),
  )

/** Refuses what is no whole workbook of ours; gives what the library leaves out of it. */
const checkArchive = (fileName: string, bytes: Uint8Array): Set<string> => {
  const archive = openArchive(bytes)
  if (archive === 'tooLarge') {
    throw unreadable('tooLarge', { file: fileName, limit: limits.partBytes / 1024 / 1024 })
  }
  if (archive === 'encrypted') throw unreadable('protected', { file: fileName })
  if (archive === 'damaged') throw unreadable('damaged', { file: fileName })
  const stranger = strangerKind(archive)
  if (stranger) throw unreadable(stranger, { file: fileName })
  const texts = sheetTexts(archive)
  checkMerges(fileName, texts)
  return textFormulas(texts)
}

const load = async (fileName: string, bytes: Uint8Array): Promise<Workbook> => {
  const workbook = new Workbook()
  try {
    await workbook.xlsx.load(bytes, { maxRows: limits.stretchedRows, ignoreNodes })
  } catch {
    throw unreadable('damaged', { file: fileName })
  }
  return workbook
}

const cellsOf = (sheet: Worksheet): Cell[] => {
  const cells: Cell[] = []
  sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)))
  return cells
}

const hasText = (sheet: Worksheet): boolean =>
  cellsOf(sheet).some((cell) => cell.value !== null && !isBlankCell(cell.text))

/** The first visible sheet with a word in it, and the names of further ones that are not read. */
const pickSheet = (fileName: string, workbook: Workbook): [Worksheet, string[]] => {
  const filled = workbook.worksheets.filter(hasText)
  const [sheet, ...others] = filled.filter((each) => each.state === 'visible')
  if (sheet) {
    if (sheet.rowCount >= limits.stretchedRows) {
      throw unreadable('tooManyRows', {
        file: fileName,
        rows: sheet.rowCount,
        limit: limits.rows,
      })
    }
    return [sheet, others.map((each) => each.name)]
  }
  throw unreadable(filled.length > 0 ? 'hidden' : 'blank', { file: fileName })
}

/** A text per cell; a merged range bears its text in its first cell alone. */
const gridOf = (
  fileName: string,
  sheet: Worksheet,
  textual: ReadonlySet<string>,
): [string[][], MergedRange[]] => {
  const grid: string[][] = []
  const merged = new Map<string, MergedRange>()
  for (const cell of cellsOf(sheet)) {
    const [line, column] = [Number(cell.row), Number(cell.col)]
    if (cell.isMerged) widen(merged, cell, line, column)
    if (cell.isMerged && cell.master.address !== cell.address) continue
    const text = cellText(fileName, cell, textual.has(cell.address))
    if (isBlankCell(text)) continue
    if (column > limits.columns) {
      throw unreadable('tooManyColumns', { file: fileName, columns: column, limit: limits.columns })
    }
    while (grid.length < line) grid.push([])
    const row = grid[line - 1] ?? []
    while (row.length < column - 1) row.push('')
    row[column - 1] = text
  }
  return [grid, [...merged.values()]]
}

const widen = (
  merged: Map<string, MergedRange>,
  cell: Cell,
  line: number,
  column: number,
): void => {
  const master = cell.master
  const known = merged.get(master.address)
  merged.set(master.address, {
    top: Number(master.row),
    left: Number(master.col),
    bottom: Math.max(line, known?.bottom ?? 0),
    right: Math.max(column, known?.right ?? 0),
  })
}

const remarksOn = (sheet: Worksheet, others: string[]): Message[] => {
  const remarks: Message[] = []
  if (others.length > 0) {
    const params = { sheet: sheet.name, others: others.join('、') }
    remarks.push({ key: 'import.remark.otherSheets', params })
  }
  let hidden = 0
  sheet.eachRow((row) => {
    if (row.hidden) hidden += 1
  })
  if (hidden > 0) remarks.push({ key: 'import.remark.hiddenRows', params: { count: hidden } })
  return remarks
}

/** An XLSX file's bytes to a sheet: its first visible sheet with text; the others are named in the remarks. */
export const readXlsx = async (fileName: string, bytes: Uint8Array): Promise<Sheet> => {
  const textual = checkArchive(fileName, bytes)
  const workbook = await load(fileName, bytes)
  try {
    const [sheet, others] = pickSheet(fileName, workbook)
    const [grid, merged] = gridOf(fileName, sheet, textual)
    return toSheet(fileName, grid, remarksOn(sheet, others), merged)
  } catch (error) {
    // The library reads lazily in places: what breaks there is the file's fault too.
    if (error instanceof Refusal) throw error
    throw unreadable('damaged', { file: fileName })
  }
}
