/**
 * What the rows of a sheet were weighed by: said once above them, again only by a round or a row that was weighed
 * otherwise (documents.md §3.9).
 */
import { running, said } from '../paper.ts'
import type { Block } from '../paper.ts'
import { shortWords, tight } from '../wording.ts'
import type { Locked, ResultRow } from './facts.ts'

export type Stated = {
  /** What most rows of the sheet were weighed by; absent where one verdict stands alone and says it itself. */
  threshold?: string
  /** More rows than one. */
  compact: boolean
}

/** The majority most rows share, the first of them where several are as many. */
const commonest = (rows: readonly ResultRow[]): string | undefined => {
  const said = rows.flatMap(({ threshold }) => threshold?.sentence ?? [])
  const counts = [...Map.groupBy(said, (sentence) => sentence)]
  return counts.toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0]
}

/** Rows voted on as one have one verdict. */
const verdictsOf = ({ rows, mergedBy }: Locked): readonly ResultRow[] =>
  mergedBy === undefined ? rows : rows.slice(0, 1)

/** What is said once for a sheet with these rounds. */
export const statedOf = (rounds: readonly Locked[]): Stated => {
  const rows = rounds.flatMap((round) => round.rows)
  const threshold = rounds.flatMap(verdictsOf).length > 1 ? commonest(rows) : undefined
  return { compact: rows.length > 1, ...(threshold === undefined ? {} : { threshold }) }
}

/** A round under another membership than the rest has a majority of its own for all its rows. */
const thresholdOf = ({ rows }: Locked, { threshold }: Stated): string | undefined =>
  threshold === undefined ? undefined : commonest(rows)

const weighedApart = (row: ResultRow, round: Locked, stated: Stated): boolean =>
  row.threshold === undefined || row.threshold.sentence !== thresholdOf(round, stated)

/** Whether a row of a table with several says in a note of its own what it was weighed by. */
export const isApart = (row: ResultRow, round: Locked, stated: Stated): boolean =>
  verdictsOf(round).length > 1 && weighedApart(row, round, stated)

/** The majority, as a line of its own: of the sheet, or of a round that differs from it. */
export const thresholdBlocks = (sentence: string | undefined): Block[] =>
  sentence === undefined ? [] : [running(said('通过门槛：', 'hei'), tight(sentence))]

export const ownThreshold = (round: Locked, stated: Stated): Block[] => {
  const own = thresholdOf(round, stated)
  return own === stated.threshold ? [] : thresholdBlocks(own)
}

/** Which row of its table is meant; where there is no table, its subject says it. */
const labelOf = ({ subject }: ResultRow, at: number, { method }: Locked): string =>
  method === 'tacit' ? subject : `第${at + 1}项${subject}`

/** Those that did not pass, each with what it fell short by. */
const failedBlocks = (round: Locked, stated: Stated): Block[] => {
  const alone = verdictsOf(round).length === 1
  const failed = verdictsOf(round).flatMap((row, at) => {
    if (row.verdict !== 'failed' || !row.threshold || weighedApart(row, round, stated)) return []
    const words = shortWords(row.tally.for, row.threshold.needed)
    return [alone ? words : `${labelOf(row, at, round)}（${words}）`]
  })
  return failed.length === 0 ? [] : [running(said('未通过：', 'hei'), `${failed.join('；')}。`)]
}

/** The verdict in full, with its arithmetic, of what was not weighed as the sheet says. */
const apartBlocks = (round: Locked, stated: Stated): Block[] =>
  verdictsOf(round).flatMap((row, at, all): Block[] => {
    if (!weighedApart(row, round, stated)) return []
    const text = tight(row.sentence)
    if (all.length === 1) return [running(text)]
    const note = round.method === 'tacit' ? [] : [said('注：', 'hei')]
    return [running(...note, `${labelOf(row, at, round)}：${text}`)]
  })

/** What stands below the table of a round: who did not pass, and what was weighed otherwise. */
export const weighedBlocks = (round: Locked, stated: Stated): Block[] => [
  ...failedBlocks(round, stated),
  ...apartBlocks(round, stated),
]
