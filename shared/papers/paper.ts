/**
 * A paper as data: what it says and how it is laid out, and nothing of Word, HTML or fonts.
 * Plain JSON, made by the functions beside this file, drawn by electron/papers (DOCX) and html.ts (preview).
 * Names stand bare; whoever draws the paper pads them where `name` or a name column says so.
 */

import type { Message } from '../contract/errors.ts'
import type { Face, FontScheme } from './fonts.ts'

export type Run = {
  text: string
  face?: Face
  /** A person's name standing in a column: print pads two characters to three. */
  name?: true
  /** A call to somebody, in a text that is read aloud. */
  bold?: true
}

/** 题注 and its like under the title: 楷体, centred. */
export type PassingLineBlock = { block: 'passingLine'; lines: string[] }
/** Level 1 黑体, level 2 楷体, indented like text. */
export type HeadingBlock = { block: 'heading'; level: 1 | 2; text: string }
export type ParagraphBlock = {
  block: 'paragraph'
  runs: Run[]
  /** `first`: two characters in on the first line; `none`: flush. */
  indent: 'first' | 'none'
  /** Characters from the left edge at which turned-over lines start (after a number or a label). */
  hang?: number
  /** Half a line is left free above it. */
  gap?: true
}
/** «任命：» with one paragraph per entry. */
export type ListBlock = { block: 'list'; heading: string; entries: Run[][] }
/** A label and people in columns, with turned-over lines under the first name. */
export type NamesBlock = { block: 'names'; label: string; names: string[] }
export type Column = {
  head: string
  /** Width in twips of a table 8845 wide; other sums are scaled to that. */
  share: number
  align: 'left' | 'center'
  /** Cells of this column are names. */
  names?: true
}
export type TableBlock = {
  block: 'table'
  columns: Column[]
  rows: string[][]
  /** Rows set in 黑体, by their place. */
  strong?: number[]
  /** Many rows: set small and close. */
  compact?: true
}
/** 署名 and date of GB/T 9704: unsealed, or `sealed` with room for a seal over both. */
export type SignatureBlock = { block: 'signature'; organ?: string; date?: string; sealed?: true }
/** Smaller remark under a table. */
export type NoteBlock = { block: 'note'; text: string }

/**
 * 主送机关: one line free above it, flush left, a full-width colon behind. `known`: what it is called where `to` leaves
 * room for a name.
 */
export type AddresseeBlock = { block: 'addressee'; to: string; known?: string }
/** The number of an announcement, in the middle of a line of its own. */
export type NumberBlock = { block: 'number'; text: string }
/** The next sheet begins, under a title of its own. */
export type SheetBlock = { block: 'sheet'; title: string[] }
/** 任命书, one a page (documents.md §3.11): everything in words as printed. */
export type CertificateBlock = {
  block: 'certificate'
  person: string
  /** «任命陶喆为临江市财政局局长。» */
  text: string
  /** 题注, where the office wants it. */
  passing?: string
  /** «主任», with room for a signature behind it. */
  signer: string
  date: string
  number: string
}

/**
 * Red head of a formal file (文件式) or a letter (信函式), GB/T 9704 §7.2, §10.1. `mark`: the words in red; `number`:
 * 发文字号.
 */
export type Letterhead = {
  form: 'file' | 'letter'
  mark: string
  number: string
  /** 签发人 of a file that goes upward, beside the number (GB/T 9704 §7.2.6); empty leaves room to write. */
  signatory?: string
}

/** 版记 at the foot of the last page; a letter carries the copies alone. */
export type Imprint = { copies: string; issuer: string; date: string }

export type Block =
  | PassingLineBlock
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | NamesBlock
  | TableBlock
  | SignatureBlock
  | NoteBlock
  | AddresseeBlock
  | NumberBlock
  | SheetBlock
  | CertificateBlock

export const paperKinds = [
  'list',
  'decision',
  'agenda',
  'attendance',
  'result',
  'script',
  'minutes',
  'announcement',
  'notice',
  'certificate',
  'duty',
  'oath',
  'filing',
  'sheet',
  'resume',
] as const
export type PaperKind = (typeof paperKinds)[number]

/** Type sizes of a text that is read aloud (documents.md §3.7). */
export const readingSizes = ['large', 'largest'] as const
export type ReadingSize = (typeof readingSizes)[number]

/**
 * How a certificate meets its stock (documents.md §3.11). Offsets to the right and down in steps of half a millimetre,
 * −20 to 20.
 */
export type Stock = { textOnly: boolean; offsetX: number; offsetY: number }

export type Paper = {
  kind: PaperKind
  /** Title lines, broken by meaning; each fits the page at 二号. */
  title: string[]
  blocks: Block[]
  page: {
    number: boolean
    /** Line pitch in points where the paper is set closer than 28.95 to stay on one page. */
    pitch?: number
    /** A text to be read aloud standing: 小二 on 32 points or 二号 on 36, big page numbers. */
    reading?: ReadingSize
    /** A4 lying. */
    landscape?: true
    /** Sheets already printed by others: only what changes is put on them, moved by so many millimetres. */
    stock?: Stock
  }
  letterhead?: Letterhead
  imprint?: Imprint
  /** What nobody has stated and print leaves room for, each with where to state it. */
  blanks?: Message[]
  /** Stands across every page, in the file and in the preview: «演练». */
  watermark?: string
  /** File name without extension, safe on Windows. */
  fileName: string
  /** Which fonts a Word file names; the standard's own when absent. */
  fontScheme?: FontScheme
}

/** Plain text in body face. */
export const said = (text: string, face?: Face): Run => (face ? { text, face } : { text })

/** Room for a few words by hand. */
export const room = '＿＿＿＿'

/** A paragraph of running text, first line two characters in. */
export const running = (...runs: (Run | string)[]): ParagraphBlock => ({
  block: 'paragraph',
  indent: 'first',
  runs: runs.map((run) => (typeof run === 'string' ? said(run) : run)),
})

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

const fullWidth: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '＂',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
}

/** File systems allow 255 bytes; some are left for the extension and for numbers told apart by. */
const longestName = 230

const bytesOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

const cut = (text: string): string => {
  let bytes = 0
  const kept: string[] = []
  for (const char of text) {
    bytes += bytesOf(char)
    if (bytes > longestName) break
    kept.push(char)
  }
  return kept.join('')
}

/**
 * A file name any system accepts: forbidden characters become full-width, control characters vanish, no space or
 * dot at the end, at most 230 bytes of UTF-8. In: any text. Out: never empty.
 */
export const safeFileName = (text: string): string => {
  const visible = text.replace(/\p{Cc}/gu, '').trimStart()
  const allowed = [...visible].map((char) => fullWidth[char] ?? char).join('')
  const kept = cut(allowed).replace(/[\s.]+$/u, '')
  if (kept === '') return '文书'
  return reserved.test(kept) ? `_${kept}` : kept
}
