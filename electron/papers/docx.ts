import { AlignmentType, Document, Footer, PageNumber, PageOrientation, Packer, TextRun } from 'docx'
import type { Paper } from '../../shared/papers/paper.ts'
import { blockParts, titleParagraphs } from './blocks.ts'
import { fontSchemes } from '../../shared/papers/fonts.ts'
import type { Fonts, FontScheme } from '../../shared/papers/fonts.ts'
import { cardFrame, cardMargins, certificatesOf } from './certificate.ts'
import { headParagraphs, imprintOf } from './letterhead.ts'
import { finishPackage } from './package.ts'
import {
  bigNumber,
  charWidth,
  lying,
  margin,
  pitch,
  reading,
  sheet,
  size,
  textWidth,
} from './page.ts'
import { blankLine, exactly, fontOf, paragraph, standardType } from './parts.ts'
import { headersOf } from './watermark.ts'
import type { Look } from './parts.ts'

export type DocxOptions = {
  /** A scheme by name or the office's own font names, instead of the paper's own scheme. */
  fontScheme?: FontScheme | Fonts
}

/** One character of 四号 between the page number and the edge. */
const numberIndent = 280

const numberRun = (look: Look, points: number): TextRun => {
  const { number } = look.fonts
  const font = { ascii: number, hAnsi: number, cs: number, eastAsia: number }
  return new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size: points })
}

const pageNumber = (look: Look, side: 'left' | 'right'): Footer =>
  new Footer({
    children: [
      paragraph(look, {
        line: pitch.footer,
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [side]: numberIndent },
        children: [numberRun(look, size.small)],
      }),
    ],
  })

/** In the middle and large: a sheet lifted from the lectern is found again at a glance. */
const bigPageNumber = (look: Look): Footer =>
  new Footer({
    children: [
      paragraph(look, {
        line: bigNumber.line,
        alignment: AlignmentType.CENTER,
        children: [numberRun(look, bigNumber.size)],
      }),
    ],
  })

const footersOf = (look: Look, { page }: Paper) => {
  if (!page.number) return {}
  if (page.reading) {
    return { footers: { default: bigPageNumber(look), even: bigPageNumber(look) } }
  }
  return { footers: { default: pageNumber(look, 'right'), even: pageNumber(look, 'left') } }
}

const stylesOf = ({ fonts, line, type }: Look) => {
  const run = {
    size: type.size,
    font: fontOf(fonts, 'text'),
    language: { value: 'en-US', eastAsia: 'zh-CN' },
  }
  const spacing = exactly(line)
  return {
    default: { document: { run, paragraph: { spacing } } },
    paragraphStyles: [
      {
        id: 'Normal',
        name: 'Normal',
        quickFormat: true,
        run,
        paragraph: { spacing },
      },
    ],
  }
}

const lookOf = ({ page }: Paper, fonts: Fonts): Look => {
  const width = page.landscape ? lying.textWidth : textWidth
  if (page.reading) {
    const { size: points, line } = reading[page.reading]
    return {
      fonts,
      line,
      type: { size: points, spacing: 0, char: points * 10 },
      aloud: true,
      width,
    }
  }
  const line = page.pitch === undefined ? pitch.text : Math.round(page.pitch * 20)
  return { fonts, line, type: standardType, aloud: false, width }
}

/** One blank line parts the title from the text; under a 题注 or a number that block leaves it itself. */
const headOf = (look: Look, { title, blocks, letterhead }: Paper) => [
  ...(letterhead ? headParagraphs(look, letterhead) : []),
  ...titleParagraphs(look, title),
  ...(/^(?:passingLine|number)$/u.test(blocks[0]?.block ?? '') ? [] : [blankLine(look, true)]),
]

/** A signature keeps the last lines before it on its page. */
const bodyOf = (look: Look, { blocks }: Paper) =>
  blocks.flatMap((block, at) => blockParts(look, block, blocks[at + 1]?.block === 'signature'))

const contentOf = (look: Look, paper: Paper) =>
  paper.page.stock
    ? certificatesOf(look, paper.blocks, paper.page.stock)
    : [...headOf(look, paper), ...bodyOf(look, paper), ...imprintOf(look, paper)]

const pageOf = ({ page, letterhead }: Paper) => {
  const size = { width: sheet.width, height: sheet.height }
  if (!page.landscape) {
    // A letter bears no number on its first page (GB/T 9704 §10.1).
    const titlePage = letterhead?.form === 'letter'
    return { titlePage, page: { size, margin: { ...margin, header: 851, gutter: 0 } } }
  }
  const turned = { ...size, orientation: PageOrientation.LANDSCAPE }
  return page.stock
    ? { page: { size: turned, margin: cardMargins(page.stock), ...cardFrame(page.stock) } }
    : { page: { size: turned, margin: { ...lying.margin, header: 851, gutter: 0 } } }
}

/**
 * A paper as a Word file laid out by GB/T 9704: 22 lines of 28 characters on A4, page numbers outside.
 * In: any Paper; fonts by scheme. Out: the bytes of a .docx; the same paper gives the same bytes.
 */
export const renderDocx = async (paper: Paper, options: DocxOptions = {}): Promise<Uint8Array> => {
  const fontScheme = options.fontScheme ?? paper.fontScheme ?? 'standard'
  const fonts = typeof fontScheme === 'string' ? fontSchemes[fontScheme] : fontScheme
  const look = lookOf(paper, fonts)
  const document = new Document({
    title: paper.title.join(''),
    creator: '议席',
    lastModifiedBy: '议席',
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: charWidth * 2,
    styles: stylesOf(look),
    sections: [
      {
        properties: pageOf(paper),
        ...footersOf(look, paper),
        ...headersOf(look, paper),
        children: contentOf(look, paper),
      },
    ],
  })
  return finishPackage(new Uint8Array(await Packer.toArrayBuffer(document)), fonts)
}
