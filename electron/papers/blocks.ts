import { Tab, TabStopType, TextRun } from 'docx'
import type { Paragraph, Table } from 'docx'
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
import { addressee } from './letterhead.ts'
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
import type { Look } from './parts.ts'
import { tableOf } from './table.ts'

const chars = (count: number): number => Math.round(count * charWidth)

/** The title starts on the first line of the page: these papers carry no red head. */
export const titleParagraphs = (
  look: Look,
  lines: readonly string[],
  newPage = false,
): Paragraph[] =>
  lines.map((text, at) =>
    paragraph(look, {
      pageBreakBefore: newPage && at === 0,
      line: pitch.title,
      alignment: centred,
      keepNext: true,
      children: [new TextRun({ text, font: fontOf(look.fonts, 'title'), size: size.title })],
    }),
  )

const passingLine = (look: Look, lines: readonly string[]): Paragraph[] => [
  ...lines.map((line) =>
    paragraph(look, { alignment: centred, keepNext: true, children: [textRun(look, line, 'kai')] }),
  ),
  blankLine(look, true),
]

const running = (look: Look, block: ParagraphBlock, keepNext: boolean): Paragraph => {
  const children = printed(look, block.runs)
  if (block.hang === undefined) {
    const indent = block.indent === 'first' ? { indent: firstIndent(look) } : {}
    const before = block.gap ? Math.round(look.line / 2) : 0
    // What announces the next line is not read at the foot of a page.
    const announces = look.aloud && (block.runs.at(-1)?.text.endsWith('：') ?? false)
    const keep = { keepNext: keepNext || announces, keepLines: look.aloud }
    return paragraph(look, { alignment: flushLeft, ...keep, ...indent, before, children })
  }
  const left = chars(block.hang + (block.indent === 'first' ? 2 : 0))
  const indent = { left, hanging: chars(block.hang) }
  return paragraph(look, { alignment: flushLeft, keepNext, indent, children })
}

const list = (look: Look, block: ListBlock, keepNext: boolean): Paragraph[] => [
  paragraph(look, {
    indent: firstIndent(look),
    keepNext: true,
    children: [textRun(look, block.heading, 'hei')],
  }),
  ...block.entries.map((runs, at) =>
    paragraph(look, {
      alignment: flushLeft,
      indent: firstIndent(look),
      keepNext: keepNext && at === block.entries.length - 1,
      children: printed(look, runs),
    }),
  ),
]

/** One paragraph a row, names at tab stops: keeps the page's line grid and stays easy to edit. */
const names = (look: Look, block: NamesBlock, keepNext: boolean): Paragraph[] => {
  const grid = nameRows(block)
  return grid.rows.map((row, at) => {
    const label = at === 0 ? [textRun(look, block.label, 'hei')] : []
    const hanging = at === 0 ? { hanging: chars([...block.label].length) } : {}
    const [, ...tabbed] = row
    return paragraph(look, {
      indent: { left: chars(grid.left), ...hanging },
      tabStops: tabbed.map((placed) => ({ type: TabStopType.LEFT, position: chars(placed.at) })),
      keepNext: keepNext && at === grid.rows.length - 1,
      children: [
        ...label,
        ...row.map((placed, column) => nameRun(look, padded(placed.name), column > 0)),
      ],
    })
  })
}

const nameRun = (look: Look, name: string, tabbed: boolean): TextRun =>
  new TextRun({ ...textOptions(look), children: tabbed ? [new Tab(), name] : [name] })

const signature = (look: Look, block: SignatureBlock): Paragraph[] => {
  const { organ, date } = block
  const day = date === undefined ? undefined : formatDate(date)
  const places = signaturePlaces(organ, day, block.sealed)
  const line = (text: string | undefined, at: number, keepNext: boolean): Paragraph[] =>
    text === undefined
      ? []
      : [
          paragraph(look, {
            indent: { left: chars(at) },
            keepNext,
            children: [textRun(look, text)],
          }),
        ]
  return [
    blankLine(look, true),
    ...line(organ, places.organ, day !== undefined),
    ...line(day, places.date, false),
  ]
}

/** A block as Word paragraphs and tables. `keepNext` ties its last line to what follows. */
export const blockParts = (look: Look, block: Block, keepNext: boolean): (Paragraph | Table)[] => {
  switch (block.block) {
    case 'passingLine':
      return passingLine(look, block.lines)
    case 'heading':
      return [
        paragraph(look, {
          indent: firstIndent(look),
          keepNext: true,
          children: [textRun(look, block.text, block.level === 1 ? 'hei' : 'kai')],
        }),
      ]
    case 'paragraph':
      return [running(look, block, keepNext)]
    case 'list':
      return list(look, block, keepNext)
    case 'names':
      return names(look, block, keepNext)
    case 'table':
      return [tableOf(look, block)]
    case 'signature':
      return signature(look, block)
    case 'note':
      return [
        paragraph(look, {
          line: pitch.cell,
          indent: firstIndent(look),
          children: [textRun(look, block.text, 'text', { size: size.small, characterSpacing: 0 })],
        }),
      ]
    case 'addressee':
      return [addressee(look, block.to)]
    case 'number':
      return [
        paragraph(look, {
          alignment: centred,
          keepNext: true,
          children: [textRun(look, block.text)],
        }),
        blankLine(look, true),
      ]
    case 'sheet':
      return [...titleParagraphs(look, block.title, true), blankLine(look, true)]
    case 'certificate':
      return []
  }
}
