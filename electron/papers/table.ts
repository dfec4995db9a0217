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
import type { TextRun } from 'docx'
import type { Column, TableBlock } from '../../shared/papers/paper.ts'
import { padded } from '../../shared/rules/names.ts'
import { widthOf } from '../../shared/papers/width.ts'
import { pitch, size } from './page.ts'
import { paragraph, textRun } from './parts.ts'
import type { Look } from './parts.ts'

const rule = (eighths: number) => ({ style: BorderStyle.SINGLE, size: eighths, color: '000000' })
const outer = rule(8)
const inner = rule(4)
const cellMargin = 60
const rowHeight = 600

/** Column widths in twips that add up to the text width exactly. */
const widthsOf = (columns: readonly Column[], textWidth: number): number[] => {
  const total = columns.reduce((sum, column) => sum + column.share, 0)
  const widths = columns.map((column) => Math.floor((textWidth * column.share) / total))
  const rest = textWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width))
}

/** Narrowest a name is squeezed to before it turns over, in per cent. */
const leastScale = 66

const squeezed = (text: string, room: number): { scale: number } | undefined => {
  const scale = Math.floor((room / (widthOf(text) * size.small * 10)) * 100)
  return scale >= 100 || scale < leastScale ? undefined : { scale }
}

const small = { size: size.small, characterSpacing: 0 } as const

/** A name as it fits its cell: a long one breaks after its dot first, then its parts are squeezed. */
const nameRuns = (look: Look, name: string, room: number): TextRun[] => {
  const shown = padded(name)
  const whole = widthOf(shown) * size.small * 10 <= room
  const parts = whole ? [shown] : shown.split(/(?<=·)/u)
  return parts.map((part, at) =>
    textRun(look, part, 'text', {
      ...small,
      ...squeezed(part, room),
      ...(at > 0 ? { break: 1 } : {}),
    }),
  )
}

type Place = { column: Column; width: number; head: boolean }

const cellOf = (look: Look, text: string, { column, width, head }: Place): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      paragraph(look, {
        line: pitch.cell,
        alignment: head || column.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
        children:
          column.names && !head
            ? nameRuns(look, text, width - 2 * cellMargin)
            : [textRun(look, text, head ? 'hei' : 'text', small)],
      }),
    ],
  })

/** A ruled table: fixed widths, rows that grow with their text, its head repeated on every page. */
export const tableOf = (look: Look, block: TableBlock): Table => {
  const widths = widthsOf(block.columns, look.width)
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
    width: { size: look.width, type: WidthType.DXA },
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
