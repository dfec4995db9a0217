import { formatDate } from '../rules/moment.ts'
import { signatoryOf } from './letterhead.ts'
import { room } from './paper.ts'
import type { Block, Letterhead, Paper, Run } from './paper.ts'
import { unmarked } from './wording.ts'

const textOf = (runs: readonly Run[]): string => runs.map((run) => run.text).join('')

const blockLines = (block: Block): string[] => {
  switch (block.block) {
    case 'passingLine':
      return [block.lines.join('')]
    case 'heading':
    case 'note':
      return [block.text]
    case 'paragraph':
      return [textOf(block.runs)]
    case 'list':
      return [block.heading, ...block.entries.map(textOf)]
    case 'names':
      return [block.label + block.names.join('、')]
    case 'table':
      return [block.columns.map((column) => column.head), ...block.rows].map((row) =>
        row.join('\t'),
      )
    case 'signature':
      return [block.organ, block.date === undefined ? undefined : formatDate(block.date)].filter(
        (line) => line !== undefined,
      )
    case 'addressee':
      return [`${block.to}：`]
    case 'number':
      return [block.text]
    case 'sheet':
      return [block.title.join('')]
    case 'certificate':
      return [block.number, block.text, block.passing, block.signer, block.date].filter(
        (line) => line !== undefined,
      )
  }
}

const numberLine = (letterhead: Letterhead): string => {
  const signatory = signatoryOf(letterhead)
  return signatory
    ? `${letterhead.number}\t${signatory.label}${signatory.name || room}`
    : letterhead.number
}

const headLines = ({ letterhead }: Paper): string[] =>
  letterhead ? [letterhead.mark, numberLine(letterhead)] : []

/** 版记: a letter bears no printing line (GB/T 9704 §10.1). */
const footLines = ({ letterhead, imprint }: Paper): string[] => {
  if (!imprint) return []
  const copies = imprint.copies === '' ? [] : [`抄送：${unmarked(imprint.copies)}。`]
  return letterhead?.form === 'letter'
    ? copies
    : [...copies, `${imprint.issuer}　${formatDate(imprint.date)}印发`]
}

/** The paper as plain text: a paragraph a line, what stands across its pages first, names bare, table cells parted by tabs. */
export const plainText = (paper: Paper): string =>
  [
    ...(paper.watermark ? [`【${paper.watermark}】`] : []),
    ...headLines(paper),
    ...paper.title,
    ...paper.blocks.flatMap(blockLines),
    ...footLines(paper),
  ].join('\n') + '\n'
