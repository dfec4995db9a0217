/** What was put right in a locked result: figures and verdict, old and new, in one sentence a record. */
import { formatDate } from '../../rules/moment.ts'
import { running, said } from '../paper.ts'
import type { Block, Run } from '../paper.ts'
import { unmarked, verdictWord } from '../wording.ts'
import type { CorrectionFact, Locked, ResultRow } from './facts.ts'

/** «结果由通过更正为未通过» stands out; a result that stays is said to stay. */
const verdictRun = ({ verdict }: CorrectionFact): Run =>
  verdict.old === verdict.new
    ? said(`结果仍为${verdictWord[verdict.new]}`)
    : said(`结果由${verdictWord[verdict.old]}更正为${verdictWord[verdict.new]}`, 'hei')

const figuresText = ({ changed }: CorrectionFact): string =>
  changed.length === 0
    ? '票数不变，'
    : changed.map((one) => `${one.field}由${one.old}更正为${one.new}，`).join('')

/** «赞成由16票更正为15票，结果由通过更正为未通过。原因：录入有误；更正人：甲，见证人：乙。» */
export const correctionRuns = (correction: CorrectionFact): Run[] => {
  const [by, witness] = correction.names
  const who = [...(by ? [`更正人：${by}`] : []), ...(witness ? [`见证人：${witness}`] : [])]
  const grounds = [
    `原因：${unmarked(correction.reason)}`,
    ...(who.length > 0 ? [who.join('，')] : []),
  ]
  return [said(figuresText(correction)), verdictRun(correction), said(`。${grounds.join('；')}。`)]
}

/** Which row of its table, and on what; of a table of one, and of what was voted on as one, it need not be said. */
const labelOf = ({ subject, post }: ResultRow, at: number): string =>
  `第${at + 1}项${subject}${post === undefined ? '' : `（${post}）`}，`

/** A paragraph for every correction of a round, those of one row together, the oldest first. */
export const correctionBlocks = ({ rows, mergedBy }: Locked): Block[] => {
  const asOne = rows.length === 1 || mergedBy !== undefined
  const lines = (asOne ? rows.slice(0, 1) : rows).flatMap((row, at) =>
    (row.corrections ?? []).map((correction) =>
      running(
        said(`${asOne ? '' : labelOf(row, at)}${formatDate(correction.date)}更正：`, 'hei'),
        ...correctionRuns(correction),
      ),
    ),
  )
  return lines.length === 0 ? [] : [{ block: 'heading', level: 2, text: '更正' }, ...lines]
}
