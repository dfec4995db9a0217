import type { Question, Sheet, Vote } from '../../../shared/contract/ballot.ts'
import { decideInputOf, weighed, type Weighed } from '../../../shared/rules/outcome.ts'
import type { Totals } from '../draft.ts'
import { factsOf } from '../round.ts'

/** Figures of a line, in the order of its columns. */
export const lineFigures = ['for', 'against', 'abstain', 'spoiled'] as const
export type LineFigure = (typeof lineFigures)[number]
export type Papers = { issued: number | undefined; collected: number | undefined }

/** A line as entered so far, weighed by the function the kernel locks with. */
export type SheetLine = {
  vote: Vote
  question: Question
  totals: Totals
  /** Null until for, against and abstaining are all entered. */
  tally: { for: number; against: number; abstain: number; spoiled: number } | null
  sum: number
  judgement: Weighed
}

/** Issued and collected are one pair a paper; they are kept with its first line. */
export const papersOf = (sheet: Sheet, totals: (voteId: string) => Totals): Papers => {
  const { issued, collected } = totals(sheet.votes[0]?.id ?? '')
  return { issued, collected }
}

const tallyOf = ({ for: yes, against, abstain, spoiled }: Totals): SheetLine['tally'] =>
  yes === undefined || against === undefined || abstain === undefined
    ? null
    : { for: yes, against, abstain, spoiled: spoiled ?? 0 }

export const lineOf = (
  vote: Vote,
  question: Question,
  totals: Totals,
  { issued, collected }: Papers,
): SheetLine => {
  const tally = tallyOf(totals)
  const papers = {
    ...(issued === undefined ? {} : { issued }),
    ...(collected === undefined ? {} : { collected }),
  }
  const input = decideInputOf(question, factsOf(vote), tally ? { ...tally, ...papers } : undefined)
  const sum = lineFigures.reduce((all, figure) => all + (totals[figure] ?? 0), 0)
  return { vote, question, totals, tally, sum, judgement: weighed(input) }
}

/** Every paper collected is for on this line; its exceptions are 0. */
export const allForLine = (totals: Totals, collected: number): Totals => ({
  ...totals,
  for: collected,
  against: 0,
  abstain: 0,
  spoiled: 0,
})

/** Moves a vote of a line from «for» to an exception (1), or back (-1); where there is none, nothing changes. */
export const moveOnLine = (totals: Totals, figure: LineFigure, by: 1 | -1): Totals => {
  const from = by === 1 ? (totals.for ?? 0) : (totals[figure] ?? 0)
  if (figure === 'for' || from === 0) return totals
  return { ...totals, for: (totals.for ?? 0) - by, [figure]: (totals[figure] ?? 0) + by }
}

/** The line as it would be under the base chosen for the whole paper (rules.md §9-10). */
export const underBase = (
  { vote, question, totals, ...line }: SheetLine,
  { issued, collected }: Papers,
  base: Vote['base'],
): SheetLine => {
  const facts = factsOf(vote)
  const rules = { ...facts.rules, base }
  const papers = {
    ...(issued === undefined ? {} : { issued }),
    ...(collected === undefined ? {} : { collected }),
  }
  const tally = line.tally ? { ...line.tally, ...papers } : undefined
  const judgement = weighed(decideInputOf(question, { ...facts, rules }, tally))
  return { ...line, vote, question, totals, judgement }
}
