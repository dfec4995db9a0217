import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Column, TableBlock } from '../../shared/papers/paper.ts'
import { padded } from '../../shared/rules/names.ts'
import { widthOf } from '../../shared/papers/width.ts'
import { pitch, size, textWidth } from './page.ts'
import { paragraph, textRun } from './parts.ts'
import type { Look } from './parts.ts'

const rule = (eighths: number) => ({ style: BorderStyle.SINGLE, size: eighths, color: '000000' })
const outer = rule(8)
const inner = rule(4)
const cellMargin = 60
const rowHeight = 600

/** Column widths in twips that add up to the text width exactly. */
const widthsOf = (columns: readonly Column[]): number[] => {
  const total = columns.reduce((sum, column) => sum + column.share, 0)
  const widths = columns.map((column) => Math.floor((textWidth * column.share) / total))
  const rest = textWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width))
}

/** Narrowest a name is squeezed to before it turns over, in per cent. */
const leastScale = 66

/** A long name is squeezed into its cell rather than broken in two. */
const squeezed = (text: string, width: number): { scale: number } | undefined => {
  const needed = widthOf(text) * size.small * 10
  const room = width - 2 * cellMargin
  if (needed <= room) return undefined
  const scale = Math.floor((room / needed) * 100)
  return scale < leastScale ? undefined : { scale }
}

type Place = { column: Column; width: number; head: boolean }

const cellOf = (look: Look, text: string, { column, width, head }: Place): TableCell => {
  const shown = column.names && !head ? padded(text) : text
  const squeeze = column.names && !head ? squeezed(shown, width) : undefined
  const run = { size: size.small, characterSpacing: 0, ...squeeze }
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      paragraph(look, {
        line: pitch.cell,
        alignment: head || column.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [textRun(look, shown, head ? 'hei' : 'text', run)],
      }),
    ],
  })
}

/** A ruled table: fixed widths, rows that grow with their text, its head repeated on every page. */
export const tableOf = (look: Look, block: TableBlock): Table => {
  const widths = widthsOf(block.columns)
  const row = (cells: readonly string[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      height: { value: rowHeight, rule: HeightRule.ATLEAST },
      children: block.columns.map((column, at) =>
        cellOf(look, cells[at] ?? '', { column, width: widths[at] ?? 0, head }),
      ),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: cellMargin, right: cellMargin, top: 0, bottom: 0 },
    borders: {
      top: outer,
      bottom: outer,
      left: outer,
      right: outer,
      insideHorizontal: inner,
      insideVertical: inner,
    },
    rows: [
      row(
        block.columns.map((column) => column.head),
        true,
      ),
      ...block.rows.map((cells) => row(cells, false)),
    ],
  })
}
