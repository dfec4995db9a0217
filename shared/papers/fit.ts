import type { Block, Run } from './paper.ts'
import { widthOf } from './width.ts'

/** Points: the text area's height, a title line, a text line, and a text line set closer. */
const area = 637.8
const titleLine = 35
const textLine = 28.95
const closeLine = 28

const lineWidth = 28
const indentWidth = 2

const linesOf = (runs: readonly Run[]): number =>
  Math.ceil((indentWidth + widthOf(runs.map((run) => run.text).join(''))) / lineWidth)

const textLines = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => {
    if (block.block === 'passingLine') return sum + block.lines.length + 1
    return sum + (block.block === 'paragraph' ? linesOf(block.runs) : 1)
  }, 0)

/**
 * Closer lines for a paper of paragraphs that would just run over its one page (documents.md §3.2); nothing when it
 * fits anyhow, or not even then.
 */
export const onePage = (title: readonly string[], blocks: readonly Block[]): { pitch?: number } => {
  const lines = textLines(blocks) + (blocks[0]?.block === 'passingLine' ? 0 : 1)
  const height = (line: number): number => title.length * titleLine + lines * line
  return height(textLine) > area && height(closeLine) <= area ? { pitch: closeLine } : {}
}
