import { Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { Table } from 'docx'
import type {
  Block,
  ListBlock,
  NamesBlock,
  ParagraphBlock,
  SignatureBlock,
} from '../../shared/papers/paper.ts'
import { formatDate } from '../../shared/rules/moment.ts'
import { padded } from '../../shared/rules/names.ts'
import { nameRows } from '../../shared/papers/names.ts'
import { signaturePlaces } from '../../shared/papers/signature.ts'
import type { Fonts } from './fonts.ts'
import { charWidth, pitch, size } from './page.ts'
import {
  blankLine,
  centred,
  firstIndent,
  fontOf,
  flushLeft,
  paragraph,
  printed,
  textOptions,
  textRun,
} from './parts.ts'
import { tableOf } from './table.ts'

const chars = (count: number): number => Math.round(count * charWidth)

/** The title starts on the first line of the page: these papers carry no red head. */
export const titleParagraphs = (fonts: Fonts, lines: readonly string[]): Paragraph[] =>
  lines.map((text) =>
    paragraph({
      line: pitch.title,
      alignment: centred,
      keepNext: true,
      children: [new TextRun({ text, font: fontOf(fonts, 'title'), size: size.title })],
    }),
  )

const passingLine = (fonts: Fonts, lines: readonly string[]): Paragraph[] => [
  ...lines.map((line) =>
    paragraph({ alignment: centred, keepNext: true, children: [textRun(fonts, line, 'kai')] }),
  ),
  blankLine(fonts, true),
]

const running = (fonts: Fonts, block: ParagraphBlock, keepNext: boolean): Paragraph => {
  const children = printed(fonts, block.runs)
  if (block.hang === undefined) {
    const indent = block.indent === 'first' ? { indent: firstIndent } : {}
    return paragraph({ alignment: flushLeft, keepNext, ...indent, children })
  }
  const left = chars(block.hang + (block.indent === 'first' ? 2 : 0))
  const indent = { left, hanging: chars(block.hang) }
  return paragraph({ alignment: flushLeft, keepNext, indent, children })
}

const list = (fonts: Fonts, block: ListBlock, keepNext: boolean): Paragraph[] => [
  paragraph({
    indent: firstIndent,
    keepNext: true,
    children: [textRun(fonts, block.heading, 'hei')],
  }),
  ...block.entries.map((runs, at) =>
    paragraph({
      alignment: flushLeft,
      indent: firstIndent,
      keepNext: keepNext && at === block.entries.length - 1,
      children: printed(fonts, runs),
    }),
  ),
]

/** One paragraph a row, names at tab stops: keeps the page's line grid and stays easy to edit. */
const names = (fonts: Fonts, block: NamesBlock, keepNext: boolean): Paragraph[] => {
  const grid = nameRows(block)
  return grid.rows.map((row, at) => {
    const label = at === 0 ? [textRun(fonts, block.label, 'hei')] : []
    const hanging = at === 0 ? { hanging: chars([...block.label].length) } : {}
    const [, ...tabbed] = row
    return paragraph({
      indent: { left: chars(grid.left), ...hanging },
      tabStops: tabbed.map((placed) => ({ type: TabStopType.LEFT, position: chars(placed.at) })),
      keepNext: keepNext && at === grid.rows.length - 1,
      children: [
        ...label,
        ...row.map((placed, column) => nameRun(fonts, padded(placed.name), column > 0)),
      ],
    })
  })
}

const nameRun = (fonts: Fonts, name: string, tabbed: boolean): TextRun =>
  new TextRun({ ...textOptions(fonts), children: tabbed ? [new Tab(), name] : [name] })

const signature = (fonts: Fonts, block: SignatureBlock): Paragraph[] => {
  const { organ, date } = block
  const day = date === undefined ? undefined : formatDate(date)
  const places = signaturePlaces(organ, day)
  const line = (text: string | undefined, at: number, keepNext: boolean): Paragraph[] =>
    text === undefined
      ? []
      : [paragraph({ indent: { left: chars(at) }, keepNext, children: [textRun(fonts, text)] })]
  return [
    blankLine(fonts, true),
    ...line(organ, places.organ, day !== undefined),
    ...line(day, places.date, false),
  ]
}

/** A block as Word paragraphs and tables. `keepNext` ties its last line to what follows. */
export const blockParts = (
  fonts: Fonts,
  block: Block,
  keepNext: boolean,
): (Paragraph | Table)[] => {
  switch (block.block) {
    case 'passingLine':
      return passingLine(fonts, block.lines)
    case 'heading':
      return [
        paragraph({
          indent: firstIndent,
          keepNext: true,
          children: [textRun(fonts, block.text, block.level === 1 ? 'hei' : 'kai')],
        }),
      ]
    case 'paragraph':
      return [running(fonts, block, keepNext)]
    case 'list':
      return list(fonts, block, keepNext)
    case 'names':
      return names(fonts, block, keepNext)
    case 'table':
      return [tableOf(fonts, block)]
    case 'signature':
      return signature(fonts, block)
    case 'note':
      return [
        paragraph({
          line: pitch.cell,
          indent: firstIndent,
          children: [textRun(fonts, block.text, 'text', { size: size.small, characterSpacing: 0 })],
        }),
      ]
  }
}
