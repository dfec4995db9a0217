/** 任命书: a lying sheet each. On pre-printed stock title and frame stay away, and the words stand where they stood. */
import { AlignmentType, BorderStyle, PageBorderOffsetFrom, TextRun, type Paragraph } from 'docx'
import { cardRoom, cardText } from '../../shared/papers/card.ts'
import type { Block, CertificateBlock, Stock } from '../../shared/papers/paper.ts'
import { card } from './page.ts'
import { centred, fontOf, paragraph, textRun } from './parts.ts'
import type { Look } from './parts.ts'

const kai = (look: Look, text: string, size: number): TextRun =>
  textRun(look, text, 'kai', { size, characterSpacing: 0 })

/** Sentence and 题注, and the room left under them: the signer's line stands where it stands. */
const bodyOf = (look: Look, block: CertificateBlock): { paragraphs: Paragraph[]; rest: number } => {
  const { points, line, height } = cardText(block.text)
  const sentence = paragraph(look, {
    line: line * 20,
    before: card.text.before,
    alignment: AlignmentType.LEFT,
    indent: { firstLine: points * 40, firstLineChars: 200 },
    children: [kai(look, block.text, points * 2)],
  })
  const room = (cardRoom - height) * 20
  if (block.passing === undefined) return { paragraphs: [sentence], rest: room }
  const passing = paragraph(look, {
    line: card.small.line,
    before: card.passing.before,
    alignment: centred,
    children: [kai(look, block.passing, card.small.size)],
  })
  return {
    paragraphs: [sentence, passing],
    rest: room - card.small.line - card.passing.before,
  }
}

/** The paragraphs of one certificate; the `first` is not pushed to a new page. */
const paragraphsOf = (
  look: Look,
  block: CertificateBlock,
  { textOnly }: Stock,
  first: boolean,
): Paragraph[] => {
  const { paragraphs, rest } = bodyOf(look, block)
  return [
    paragraph(look, {
      line: card.title.line,
      alignment: centred,
      pageBreakBefore: !first,
      children: [
        new TextRun({
          text: textOnly ? '' : '任　命　书',
          font: fontOf(look.fonts, 'title'),
          size: card.title.size,
          color: 'C00000',
        }),
      ],
    }),
    paragraph(look, {
      line: card.small.line,
      alignment: AlignmentType.RIGHT,
      children: [kai(look, block.number, card.small.size)],
    }),
    ...paragraphs,
    paragraph(look, {
      line: card.signer.line,
      before: rest,
      indent: { left: card.signer.left },
      children: [kai(look, block.signer, card.signer.size)],
    }),
    paragraph(look, {
      line: card.signer.line,
      alignment: AlignmentType.RIGHT,
      indent: { right: card.date.right },
      children: [kai(look, block.date, card.signer.size)],
    }),
  ]
}

/** Certificates one a page; other blocks have no place on the stock. */
export const certificatesOf = (look: Look, blocks: readonly Block[], stock: Stock): Paragraph[] =>
  blocks
    .filter((block) => block.block === 'certificate')
    .flatMap((block, at) => paragraphsOf(look, block, stock, at === 0))

const mm = (length: number): number => Math.round((length * 1440) / 25.4)

/** Margins moved by the stock's offsets: right and down are positive. */
export const cardMargins = ({ offsetX, offsetY }: Stock) => ({
  top: card.margin.top + mm(offsetY),
  bottom: card.margin.bottom - mm(offsetY),
  left: card.margin.side + mm(offsetX),
  right: card.margin.side - mm(offsetX),
  header: 0,
  footer: 0,
  gutter: 0,
})

const edge = { style: BorderStyle.THICK_THIN_MEDIUM_GAP, size: 24, color: 'C00000', space: 31 }

/** A red frame where the stock has none of its own. */
export const cardFrame = ({ textOnly }: Stock) =>
  textOnly
    ? {}
    : {
        borders: {
          pageBorders: { offsetFrom: PageBorderOffsetFrom.PAGE },
          pageBorderTop: edge,
          pageBorderBottom: edge,
          pageBorderLeft: edge,
          pageBorderRight: edge,
        },
      }
