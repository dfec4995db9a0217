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
import type { Face } from '../../shared/papers/fonts.ts'
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

/** What a table's cells are set in: size in half-points, line and least row in twips. */
type Setting = { size: number; line: number; row: number }
const usual: Setting = { size: size.small, line: pitch.cell, row: 600 }
const compact: Setting = { size: size.compact, line: pitch.compact, row: 420 }

/** Column widths in twips that add up to the text width exactly. */
const widthsOf = (columns: readonly Column[], textWidth: number): number[] => {
  const total = columns.reduce((sum, column) => sum + column.share, 0)
  const widths = columns.map((column) => Math.floor((textWidth * column.share) / total))
  const rest = textWidth - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width))
}

/** Narrowest a name is squeezed to before it turns over, in per cent. */
const leastScale = 66

const squeezed = (text: string, room: number, type: Setting): { scale: number } | undefined => {
  const scale = Math.floor((room / (widthOf(text) * type.size * 10)) * 100)
  return scale >= 100 || scale < leastScale ? undefined : { scale }
}

type Place = { column: Column; width: number; head: boolean; strong: boolean; type: Setting }

const faceOf = ({ head, strong }: Place): Face => (head || strong ? 'hei' : 'text')
const plain = ({ type }: Place) => ({ size: type.size, characterSpacing: 0 })

/** A name as it fits its cell: a long one breaks after its dot first, then its parts are squeezed. */
const nameRuns = (look: Look, name: string, place: Place): TextRun[] => {
  const room = place.width - 2 * cellMargin
  const shown = padded(name)
  const whole = widthOf(shown) * place.type.size * 10 <= room
  const parts = whole ? [shown] : shown.split(/(?<=·)/u)
  return parts.map((part, at) =>
    textRun(look, part, faceOf(place), {
      ...plain(place),
      ...squeezed(part, room, place.type),
      ...(at > 0 ? { break: 1 } : {}),
    }),
  )
}

const cellOf = (look: Look, text: string, place: Place): TableCell =>
  new TableCell({
    width: { size: place.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      paragraph(look, {
        line: place.type.line,
        alignment:
          place.head || place.column.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
        children:
          place.column.names && !place.head
            ? nameRuns(look, text, place)
            : [textRun(look, text, faceOf(place), plain(place))],
      }),
    ],
  })

/** A ruled table: fixed widths, rows that grow with their text, its head repeated on every page. */
export const tableOf = (look: Look, block: TableBlock): Table => {
  const widths = widthsOf(block.columns, look.width)
  const type = block.compact ? compact : usual
  const row = (cells: readonly string[], head: boolean, strong = false): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      height: { value: type.row, rule: HeightRule.ATLEAST },
      children: block.columns.map((column, at) =>
        cellOf(look, cells[at] ?? '', { column, width: widths[at] ?? 0, head, strong, type }),
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
      ...block.rows.map((cells, at) => row(cells, false, block.strong?.includes(at))),
    ],
  })
}
