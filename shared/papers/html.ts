/** A paper as HTML for the live preview: the same lines, pitches and columns as the Word file. */
import { formatDate } from '../rules/moment.ts'
import { padded } from '../rules/names.ts'
import { nameRows, nameSpan } from './names.ts'
import { certificatesHtml, imprintHtml, letterheadHtml } from './html-letter.ts'
import { escaped, tag } from './markup.ts'
import type { Block, NamesBlock, Paper, Run, SignatureBlock, TableBlock } from './paper.ts'
import { plainText } from './plain.ts'
import { widthOf } from './width.ts'

export { paperCss } from './css.ts'

const runHtml = (run: Run): string => {
  const text = escaped(run.name ? padded(run.text) : run.text)
  const drawn = run.bold ? tag('b', '', text) : text
  return run.face && run.face !== 'text' ? tag('span', run.face, drawn) : drawn
}

const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('')

/** Where a name stands and how many columns it takes is said by classes: a page's policy may forbid inline styles. */
const namesHtml = (block: NamesBlock): string => {
  const cells = nameRows(block).rows.flatMap((row) =>
    row.map(({ name, column }) =>
      tag('span', `c${column + 1} w${nameSpan(block, name)}`, escaped(padded(name))),
    ),
  )
  return tag('div', 'names', tag('span', 'label hei', escaped(block.label)) + cells.join(''))
}

const tableHtml = ({ columns, rows, strong = [], compact }: TableBlock): string => {
  const total = columns.reduce((sum, column) => sum + column.share, 0)
  const widths = columns.map((c) => `<col width="${((c.share / total) * 100).toFixed(2)}%">`)
  const heads = columns.map((column) => `<th scope="col">${escaped(column.head)}</th>`)
  const body = rows.map((row, at) =>
    tag(
      'tr',
      strong.includes(at) ? 'hei' : '',
      columns
        .map((column, place) => {
          const text = row[place] ?? ''
          return tag('td', column.align, escaped(column.names ? padded(text) : text))
        })
        .join(''),
    ),
  )
  const parts = `<colgroup>${widths.join('')}</colgroup><thead>${tag('tr', '', heads.join(''))}</thead><tbody>${body.join('')}</tbody>`
  return tag('table', compact ? 'compact' : '', parts)
}

const signatureHtml = ({ organ, date, sealed }: SignatureBlock): string => {
  const lines = [
    ...(organ === undefined ? [] : [tag('p', 'organ', escaped(organ))]),
    ...(date === undefined ? [] : [tag('p', 'date', formatDate(date))]),
  ]
  if (sealed) return tag('div', 'signature sealed', tag('div', '', lines.join('')))
  const kind = organ === undefined ? 'signature alone' : 'signature'
  return tag('div', kind, tag('div', '', lines.join('')))
}

const titleHtml = (lines: readonly string[], className: string): string =>
  tag('h1', className, lines.map((line) => tag('span', '', escaped(line))).join(''))

const blockHtml = (block: Block): string => {
  switch (block.block) {
    case 'passingLine':
      return tag('div', 'passing kai', block.lines.map((l) => tag('p', '', escaped(l))).join(''))
    case 'heading':
      return tag('h2', block.level === 1 ? 'hei' : 'kai', escaped(block.text))
    case 'paragraph': {
      const indent = block.hang === undefined ? block.indent : `${block.indent} hang${block.hang}`
      return tag('p', block.gap ? `${indent} gap` : indent, runsHtml(block.runs))
    }
    case 'list':
      return (
        tag('h2', 'hei', escaped(block.heading)) +
        block.entries.map((runs) => tag('p', 'first', runsHtml(runs))).join('')
      )
    case 'names':
      return namesHtml(block)
    case 'table':
      return tableHtml(block)
    case 'signature':
      return signatureHtml(block)
    case 'note':
      return tag('p', 'first note', escaped(block.text))
    case 'addressee':
      return tag('p', 'none', escaped(`${block.to}：`))
    case 'number':
      return tag('p', 'number', escaped(block.text))
    case 'sheet':
      return titleHtml(block.title, 'title bare sheet')
    case 'certificate':
      return ''
  }
}

/** More sheets than the paper can take; those beyond its end are clipped. */
const sheetsAtMost = (paper: Paper): number => {
  const lines = plainText(paper)
    .split('\n')
    .reduce((sum, line) => sum + 1 + widthOf(line) / 12, 0)
  return 1 + Math.ceil(lines / (paper.page.reading ? 8 : 15))
}

/** The mark once a sheet, behind the text. */
const watermarks = (paper: Paper, text: string): string => {
  const marks = Array.from({ length: sheetsAtMost(paper) }, () => tag('span', '', escaped(text)))
  return `<div class="watermarks" aria-hidden="true">${marks.join('')}</div>`
}

/** Odd right, even left. */
const pageNumbers = (paper: Paper): string => {
  const numbers = Array.from({ length: sheetsAtMost(paper) }, (_, at) =>
    tag('span', at % 2 === 0 ? 'odd' : 'even', `— ${at + 1} —`),
  )
  return `<div class="numbers" aria-hidden="true">${numbers.join('')}</div>`
}

/**
 * The paper as one `<article class="paper">`. With {@link paperCss} it flows into A4 sheets one under the other,
 * 22 lines of 28 characters each, page numbers included.
 * In: any Paper. Out: HTML without scripts, inline styles or unescaped text.
 */
export const paperHtml = (paper: Paper): string => {
  if (paper.page.stock) return certificatesHtml(paper, paper.page.stock)
  const bare = /^(?:passingLine|number)$/u.test(paper.blocks[0]?.block ?? '') ? '' : ' bare'
  const close = paper.page.pitch === undefined ? '' : paper.page.pitch < 28 ? ' tight' : ' close'
  const blocks = paper.blocks.map(blockHtml).join('')
  const flow = tag(
    'div',
    'flow',
    letterheadHtml(paper) +
      titleHtml(paper.title, `title${bare}`) +
      blocks +
      imprintHtml(paper, true),
  )
  const reading = paper.page.reading ? ` reading ${paper.page.reading}` : ''
  const numbers = paper.page.number ? pageNumbers(paper) : ''
  const mark = paper.watermark ? watermarks(paper, paper.watermark) : ''
  const lying = paper.page.landscape ? ' landscape' : ''
  const letter = paper.letterhead ? ` ${paper.letterhead.form}` : ''
  const classes = `paper${close}${reading}${lying}${letter}`
  return `<article class="${classes}" lang="zh-CN">${mark}${flow}${imprintHtml(paper, false)}${numbers}</article>`
}
