import type { Block, Run } from './paper.ts'
import { widthOf } from './width.ts'

/** Points: the text area's height, a title line, a text line, and a text line set closer. */
const area = 637.8
const titleLine = 35
const textLine = 28.95
const closeLine = 28
/** For sheets handed over one by one, where a line on a second page would be lost. */
export const tightLine = 26

const lineWidth = 28
const indentWidth = 2

/** A hanging line turns over sooner than one that starts at the edge. */
const linesOf = (runs: readonly Run[], hang = 0): number => {
  const width = widthOf(runs.map((run) => run.text).join(''))
  return hang === 0
    ? Math.ceil((indentWidth + width) / lineWidth)
    : Math.ceil(Math.max(1, width - hang) / (lineWidth - indentWidth - hang))
}

const blockLines = (block: Block): number => {
  switch (block.block) {
    case 'passingLine':
      return block.lines.length + 1
    case 'paragraph':
      return linesOf(block.runs, block.hang) + (block.gap ? 0.5 : 0)
    case 'list':
      return block.entries.reduce((sum, runs) => sum + linesOf(runs), 1)
    case 'number':
      return 2
    case 'signature':
      return 1 + Number(block.organ !== undefined) + Number(block.date !== undefined)
    default:
      return 1
  }
}

const textLines = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + blockLines(block), 0)

const ownHead = (block: Block | undefined): boolean =>
  block?.block === 'passingLine' || block?.block === 'number'

/**
 * Closer lines for a paper of paragraphs that would just run over its one page (documents.md §3.2); nothing when it
 * fits anyhow, or not even then. `closest`: how close the lines may come.
 */
export const onePage = (
  title: readonly string[],
  blocks: readonly Block[],
  closest = closeLine,
): { pitch?: number } => {
  const lines = textLines(blocks) + (ownHead(blocks[0]) ? 0 : 1)
  const height = (line: number): number => title.length * titleLine + lines * line
  if (height(textLine) <= area) return {}
  const pitch = [closeLine, closest].find((line) => height(line) <= area)
  return pitch === undefined ? {} : { pitch }
}
