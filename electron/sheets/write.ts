import { Workbook as Book, type Worksheet } from '@cj-tech-master/excelts'
import { widthOf } from '../../shared/papers/width.ts'
import type { Cell, Workbook, WorkSheet } from '../../shared/papers/after/workbook.ts'

const dayFormat = 'yyyy"年"m"月"d"日"'
const thin = { style: 'thin' } as const
const border = { top: thin, bottom: thin, left: thin, right: thin }
const text = { name: '仿宋', size: 12 } as const
const headFont = { name: '黑体', size: 12 } as const
/** Points of a line of 小四, and what a row has beside its lines. */
const lineHeight = 16
const rowRoom = 5
/** Han characters of 小四 a column holds for each character of its width, marks that may not open a line allowed for. */
const hanEach = 0.41

/** Lines the fullest cell of a row turns over to: not every reader of the file works out heights for itself. */
const linesOf = (cells: readonly Cell[], columns: WorkSheet['columns']): number =>
  Math.max(
    1,
    ...cells.map((cell, index) => {
      const room = Math.max(1, Math.floor((columns[index]?.width ?? 0) * hanEach))
      return typeof cell === 'string' ? Math.ceil(widthOf(cell) / room) : 1
    }),
  )

/** Characters from which a column of words stands left. */
const wordy = 18

/** A day as the spreadsheet's own date: midnight, whatever the zone it is opened in. */
const valueOf = (cell: Cell): string | number | Date | null =>
  typeof cell === 'object' && cell !== null ? new Date(`${cell.day}T00:00:00Z`) : cell

const titled = (sheet: Worksheet, title: string, width: number): void => {
  sheet.mergeCells(1, 1, 1, width)
  const cell = sheet.getCell(1, 1)
  cell.value = title
  cell.font = { name: '方正小标宋简体', size: 18 }
  cell.alignment = { horizontal: 'center', vertical: 'middle' }
  sheet.getRow(1).height = 34
}

const filledRow = (
  sheet: Worksheet,
  at: number,
  cells: readonly Cell[],
  columns: WorkSheet['columns'],
): void => {
  sheet.getRow(at).height = linesOf(cells, columns) * lineHeight + rowRoom
  cells.forEach((cell, index) => {
    const target = sheet.getCell(at, index + 1)
    target.value = valueOf(cell)
    target.font = text
    target.border = border
    const left = typeof cell === 'string' && (columns[index]?.width ?? 0) >= wordy
    target.alignment = { horizontal: left ? 'left' : 'center', vertical: 'middle', wrapText: true }
    if (typeof cell === 'object' && cell !== null) target.numFmt = dayFormat
  })
}

const added = (book: Book, title: string, { name, columns, rows }: WorkSheet): void => {
  const sheet = book.addWorksheet(name, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: '1:2',
      margins: { left: 0.5, right: 0.5, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C— &P —' },
    views: [{ state: 'frozen', ySplit: 2 }],
  })
  columns.forEach(({ width }, index) => {
    sheet.getColumn(index + 1).width = width
  })
  titled(sheet, title, columns.length)
  columns.forEach(({ head }, index) => {
    const cell = sheet.getCell(2, index + 1)
    cell.value = head
    cell.font = headFont
    cell.border = border
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  })
  sheet.getRow(2).height = lineHeight + rowRoom
  rows.forEach((row, index) => filledRow(sheet, index + 3, row, columns))
}

/**
 * A workbook as an XLSX file: title and head repeated on every printed page, A4 lying, one page wide, days as real
 * dates. In: at least one sheet. Out: the bytes; the same workbook gives the same bytes.
 */
export const writeWorkbook = async (workbook: Workbook): Promise<Uint8Array> => {
  const book = new Book()
  book.creator = '议席'
  book.lastModifiedBy = '议席'
  book.created = new Date(Date.UTC(1980, 0, 1))
  book.modified = new Date(Date.UTC(1980, 0, 1))
  for (const sheet of workbook.sheets) added(book, workbook.title, sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
