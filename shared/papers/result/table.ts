import type { VoteMethod } from '../../rules/question.ts'
import type { Block, Column } from '../paper.ts'
import { tallyWord, verdictWord } from '../wording.ts'
import type { Locked, ResultRow } from './facts.ts'
import { isApart, type Stated } from './weighed.ts'

type Cell = Column & { value: (row: ResultRow, at: number) => string }

const tableWidth = 8845

/** Widths of a table of many rows, in small type, and of one that has room. */
const compact = { number: 640, name: 960, figure: 640, notPressed: 880, result: 880 } as const
const roomy = { number: 690, name: 1300, figure: 700, notPressed: 1000, result: 980 } as const
type Widths = typeof compact | typeof roomy

/** Number, name and post, or number and question; the last of them takes what the figures leave. */
const subjectColumns = (rows: readonly ResultRow[], widths: Widths, room: number): Cell[] => {
  const number: Cell = {
    head: '序号',
    share: widths.number,
    align: 'center',
    value: (_, at) => `${at + 1}`,
  }
  const left = room - number.share
  if (rows.every((row) => row.post === undefined)) {
    return [number, { head: '表决事项', share: left, align: 'left', value: (row) => row.subject }]
  }
  const name = { share: widths.name, align: 'center', names: true } as const
  return [
    number,
    { head: '姓名', ...name, value: (row) => row.subject },
    { head: '职务', share: left - name.share, align: 'left', value: (row) => row.post ?? '' },
  ]
}

type Total = 'issued' | 'collected' | 'for' | 'against' | 'abstain' | 'notPressed' | 'spoiled'

const figure = (total: Total, share: number): Cell => ({
  head: tallyWord[total],
  share,
  align: 'center',
  value: (row) => `${row.tally[total] ?? ''}`,
})

/** Whether one figure of papers out and in holds for all rows, and stands above the table. */
export const countedTogether = (rows: readonly ResultRow[]): boolean =>
  rows.every(
    ({ tally }) =>
      tally.issued === rows[0]?.tally.issued && tally.collected === rows[0]?.tally.collected,
  )

const totalsOf = (method: VoteMethod, rows: readonly ResultRow[]): Total[] => [
  ...(method === 'secret-paper' && !countedTogether(rows)
    ? (['issued', 'collected'] as const)
    : []),
  'for',
  'against',
  'abstain',
  ...(method === 'device' ? (['notPressed'] as const) : []),
  ...(method === 'secret-paper' ? (['spoiled'] as const) : []),
]

/**
 * The figures of a round. In: the round, and what the sheet says of all its rows. Out: nothing for tacit consent,
 * else one table; what did not pass stands out in it, and what was weighed otherwise refers to the note below it.
 */
export const tableOf = (round: Locked, stated: Stated): Block[] => {
  const { method, rows } = round
  if (method === 'tacit') return []
  const widths = stated.compact ? compact : roomy
  const figures = totalsOf(method, rows).map((total) =>
    figure(total, total === 'notPressed' ? widths.notPressed : widths.figure),
  )
  const result: Cell = {
    head: '结果',
    share: widths.result,
    align: 'center',
    value: (row) => verdictWord[row.verdict] + (isApart(row, round, stated) ? '〔注〕' : ''),
  }
  const taken = [...figures, result].reduce((sum, column) => sum + column.share, 0)
  const cells = [...subjectColumns(rows, widths, tableWidth - taken), ...figures, result]
  const strong = rows.flatMap(({ verdict }, at) => (verdict === 'passed' ? [] : [at]))
  return [
    {
      block: 'table',
      columns: cells.map(({ value: _, ...column }) => column),
      rows: rows.map((row, at) => cells.map((cell) => cell.value(row, at))),
      ...(strong.length > 0 ? { strong } : {}),
      ...(stated.compact ? { compact: true as const } : {}),
    },
  ]
}
