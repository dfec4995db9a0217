/** Red heads of GB/T 9704: 文件式 (§7.2) and 信函式 (§10.1), addressee, and 版记 at the foot of the last page. */
import {
  BorderStyle,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  TabStopType,
  Tab,
  TextRun,
  TextWrappingSide,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
  type Paragraph,
} from 'docx'
import { ShapeRun, type ShapeFloating } from 'docx/shapes'
import {
  imprintLines,
  imprintScale,
  markScale,
  signatoryOf,
} from '../../shared/papers/letterhead.ts'
import type { Imprint, Letterhead, Paper } from '../../shared/papers/paper.ts'
import { formatDate } from '../../shared/rules/moment.ts'
import { red, size, textWidth } from './page.ts'
import { blankLine, centred, flushLeft, fontOf, paragraph, textRun } from './parts.ts'
import type { Look } from './parts.ts'

/** The red words' line, and what stands above their ink within it, in twips. */
const markLine = 1000
const markInset = 187

const mm = (length: number): number => Math.round((length * 1440) / 25.4)
const pixels = (millimetres: number): number => (millimetres * 96) / 25.4

const mark = (look: Look, text: string, before: number): Paragraph =>
  paragraph(look, {
    line: markLine,
    before,
    alignment: centred,
    keepNext: true,
    children: [
      new TextRun({
        text,
        font: fontOf(look.fonts, 'title'),
        size: size.mark,
        color: red,
        scale: markScale(text),
      }),
    ],
  })

/**
 * The number in the middle; of what goes upward at the left, 签发人 at the right, each a character in. By tabs: an
 * indented paragraph would take the red rule in with it.
 */
const numberLine = (look: Look, letterhead: Letterhead) => {
  const number = textRun(look, letterhead.number)
  const signatory = signatoryOf(letterhead)
  if (!signatory) return { alignment: centred, children: [number] }
  const tab = () => new TextRun({ children: [new Tab()] })
  const { char } = look.type
  // Room for a name to be written.
  const room = signatory.name === '' ? 4 * char : 0
  return {
    alignment: flushLeft,
    tabStops: [
      { type: TabStopType.LEFT, position: char },
      { type: TabStopType.RIGHT, position: textWidth - char - room },
    ],
    children: [
      tab(),
      number,
      tab(),
      textRun(look, signatory.label),
      textRun(look, signatory.name, 'kai'),
    ],
  }
}

/** 标志 72 mm from the top of the sheet, the number two lines below it, the red rule 4 mm under that. */
const fileHead = (look: Look, letterhead: Letterhead): Paragraph[] => [
  mark(look, letterhead.mark, mm(35) - markInset),
  blankLine(look, true),
  blankLine(look, true),
  paragraph(look, {
    ...numberLine(look, letterhead),
    keepNext: true,
    border: { bottom: { style: BorderStyle.SINGLE, size: 16, space: 7, color: red } },
  }),
  blankLine(look, true),
  blankLine(look, true),
]

type Rule = { top: number; thickness: number }

/** Millimetres from the sheet's left and upper edge, in the drawing's own units. */
const onSheet = (left: number, top: number): ShapeFloating => ({
  horizontalPosition: {
    relative: HorizontalPositionRelativeFrom.PAGE,
    offset: Math.round(left * 36_000),
  },
  verticalPosition: {
    relative: VerticalPositionRelativeFrom.PAGE,
    offset: Math.round(top * 36_000),
  },
  wrap: { type: TextWrappingType.NONE },
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
})

/** A red bar 170 mm long in the middle of the sheet, `top` millimetres from its upper edge. */
const bar = ({ top, thickness }: Rule): ShapeRun =>
  new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(170), height: pixels(thickness) },
    fill: red,
    line: 'none',
    floating: onSheet(20, top),
  })

/** Thick and thin, 1 mm over all; under the words thick over thin, at the foot thin over thick. */
const doubleRules = (first: number, second: number): Rule[] => [
  { top: first, thickness: 0.7 },
  { top: first + 1, thickness: 0.25 },
  { top: second, thickness: 0.25 },
  { top: second + 0.55, thickness: 0.7 },
]

/** The letter's words: their ink begins 30 mm from the sheet's upper edge and is so high, in millimetres. */
const letterMark = { top: 30, ink: 12.1 } as const

const markBox = (look: Look, text: string): ShapeRun =>
  new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(170), height: pixels(18) },
    fill: 'none',
    line: 'none',
    textOptions: {
      verticalAlignment: 'top',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    },
    children: [mark(look, text, 0)],
    floating: onSheet(20, letterMark.top - (markInset * 25.4) / 1440),
  })

/**
 * 标志 30 mm from the top of the sheet, the double rule 4 mm under it, its twin 20 mm above the foot; the number flush
 * right under the first rule.
 */
const letterHead = (look: Look, { mark: words, number }: Letterhead): Paragraph[] => {
  const rule = letterMark.top + letterMark.ink + 4
  const rules = doubleRules(rule, 297 - 20 - 1.25)
  return [
    paragraph(look, {
      alignment: 'right',
      before: mm(rule + 2.5 - 37),
      keepNext: true,
      children: [markBox(look, words), ...rules.map(bar), textRun(look, number)],
    }),
    blankLine(look, true),
    blankLine(look, true),
  ]
}

export const headParagraphs = (look: Look, letterhead: Letterhead): Paragraph[] =>
  letterhead.form === 'file' ? fileHead(look, letterhead) : letterHead(look, letterhead)

/** Flush left, a full-width colon behind (GB/T 9704 §7.3.2). */
export const addressee = (look: Look, to: string): Paragraph =>
  paragraph(look, { alignment: flushLeft, keepNext: true, children: [textRun(look, `${to}：`)] })

const small = { size: size.small, characterSpacing: 0 } as const
/** One character of 四号 in twips. */
const smallChar = 280
const imprintLine = 480

/** A rule as wide as the text area: paragraphs carry their own borders with their own indents. */
const rule = (look: Look, eighths: number, side: 'top' | 'bottom' = 'top'): Paragraph =>
  paragraph(look, {
    line: 20,
    border: { [side]: { style: BorderStyle.SINGLE, size: eighths, space: 0, color: '000000' } },
    children: [],
  })

const copiesLine = (look: Look, text: string): Paragraph =>
  paragraph(look, {
    line: imprintLine,
    alignment: flushLeft,
    indent: { left: smallChar * 4, hanging: smallChar * 3, right: smallChar },
    children: [textRun(look, `抄送：${text}`, 'text', small)],
  })

const issuerLine = (look: Look, imprint: Imprint): Paragraph =>
  paragraph(look, {
    line: imprintLine,
    indent: { left: smallChar, right: smallChar },
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth - smallChar }],
    children: [
      new TextRun({
        ...small,
        font: fontOf(look.fonts, 'text'),
        scale: imprintScale(imprint),
        children: [imprint.issuer, new Tab(), `${formatDate(imprint.date)}印发`],
      }),
    ],
  })

const imprintParagraphs = (look: Look, imprint: Imprint, form: Letterhead['form']): Paragraph[] => {
  const { copies } = imprintLines(imprint)
  const sent = copies === '' ? [] : [copiesLine(look, copies)]
  if (form === 'letter') return sent
  return [
    rule(look, 8),
    ...(copies === '' ? [] : [...sent, rule(look, 6)]),
    issuerLine(look, imprint),
    rule(look, 8, 'bottom'),
  ]
}

/**
 * 版记 at the foot of the last page, its last rule on the edge of the text area: a box that floats there. It hangs on a
 * line of its own, as thin as can be.
 */
export const imprintOf = (look: Look, { imprint, letterhead }: Paper): Paragraph[] => {
  if (!imprint || !letterhead) return []
  const children = imprintParagraphs(look, imprint, letterhead.form)
  if (children.length === 0) return []
  const height = imprintLines(imprint).height[letterhead.form]
  const box = new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels((textWidth / 1440) * 25.4), height: pixels(height) },
    fill: 'none',
    line: 'none',
    textOptions: {
      verticalAlignment: 'bottom',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    },
    children,
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.MARGIN,
        align: HorizontalPositionAlign.LEFT,
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.MARGIN,
        align: VerticalPositionAlign.BOTTOM,
      },
      wrap: { type: TextWrappingType.TOP_AND_BOTTOM, side: TextWrappingSide.BOTH_SIDES },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    },
  })
  return [paragraph(look, { line: 20, children: [box] })]
}
