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

/** A line as entered so far, under the round's own base or under the one chosen for the whole paper (rules.md §9-10). */
export const lineOf = (
  vote: Vote,
  question: Question,
  totals: Totals,
  { issued, collected }: Papers,
  base: Vote['base'] = vote.rules.base,
): SheetLine => {
  const tally = tallyOf(totals)
  const papers = {
    ...(issued === undefined ? {} : { issued }),
    ...(collected === undefined ? {} : { collected }),
  }
  const facts = { ...factsOf(vote), rules: { ...vote.rules, base } }
  const input = decideInputOf(question, facts, tally ? { ...tally, ...papers } : undefined)
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
