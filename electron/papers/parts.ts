/** Paragraphs and runs as the recipe wants them: exact lines, explicit character spacing, no grid. */
import { AlignmentType, LineRuleType, Paragraph, TextRun } from 'docx'
import type { IParagraphOptions, IRunOptions } from 'docx'
import type { Run } from '../../shared/papers/paper.ts'
import { padded } from '../../shared/rules/names.ts'
import type { Face, Fonts } from '../../shared/papers/fonts.ts'
import { charWidth, size, textSpacing } from './page.ts'

/** What a paper is set in: its fonts, the pitch of its text in twips, and its type. */
export type Look = {
  fonts: Fonts
  line: number
  type: Type
  /** A text read aloud: no page is turned inside a paragraph. */
  aloud: boolean
  /** Width of the text area in twips. */
  width: number
}

/** Size in half-points, what is added to each character, and a character's width, both in twips. */
export type Type = { size: number; spacing: number; char: number }

/** 三号 as the standard sets it. */
export const standardType: Type = { size: size.text, spacing: textSpacing, char: charWidth }

/** `hint` decides which face “ ” — … · are drawn in. */
export const fontOf = (fonts: Fonts, face: Face | 'title') => ({
  ascii: fonts.latin,
  hAnsi: fonts.latin,
  cs: fonts.latin,
  eastAsia: fonts[face],
  hint: 'eastAsia',
})

export const exactly = (line: number) => ({
  line,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
})

/** What a run of text is set in. */
export const textOptions = (look: Look, face: Face = 'text') => ({
  font: fontOf(look.fonts, face),
  size: look.type.size,
  characterSpacing: look.type.spacing,
})

/** A run of text unless `more` says otherwise. */
export const textRun = (
  look: Look,
  text: string,
  face: Face = 'text',
  more: Partial<IRunOptions> = {},
): TextRun => new TextRun({ text, ...textOptions(look, face), ...more })

/** Runs as printed: a name that stands in a column is padded here and nowhere else. */
export const printed = (look: Look, runs: readonly Run[]): TextRun[] =>
  runs.map((run) =>
    textRun(look, run.name ? padded(run.text) : run.text, run.face, run.bold ? { bold: true } : {}),
  )

type Lines = Omit<IParagraphOptions, 'spacing' | 'widowControl'> & {
  line?: number
  before?: number
}

export const paragraph = (
  look: Look,
  { line = look.line, before = 0, ...options }: Lines,
): Paragraph =>
  new Paragraph({ ...options, spacing: { ...exactly(line), before }, widowControl: false })

export const firstIndent = ({ type }: Look) => ({ firstLineChars: 200, firstLine: 2 * type.char })

export const blankLine = (look: Look, keepNext = false): Paragraph =>
  paragraph(look, { children: [textRun(look, '')], keepNext })

export const centred = AlignmentType.CENTER
/**
 * Text is set flush left: characters then stand on the grid of 28. Justified, LibreOffice also loses a mark that
 * hangs over the edge.
 */
export const flushLeft = AlignmentType.LEFT
