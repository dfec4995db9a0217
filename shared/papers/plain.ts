import { formatDate } from '../rules/moment.ts'
import type { Block, Paper, Run } from './paper.ts'

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
  }
}

/** The paper as plain text: a paragraph a line, names bare, table cells parted by tabs. */
export const plainText = (paper: Paper): string =>
  [...paper.title, ...paper.blocks.flatMap(blockLines)].join('\n') + '\n'
