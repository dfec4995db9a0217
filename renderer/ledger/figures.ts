import type { ActCount, LedgerStatistics } from '../../shared/contract/ledger.ts'

/** Whole months from one day to another, «YYYY-MM», both ends included. */
export const monthsBetween = (from: string, to: string): string[] => {
  const months: string[] = []
  let [year = 0, month = 1] = from.split('-').map(Number)
  for (let key = from.slice(0, 7); key <= to.slice(0, 7);) {
    months.push(key)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    key = `${year}-${String(month).padStart(2, '0')}`
  }
  return months
}

export type Month = { key: string; count: number; women: number }

/** Every month of the time asked about, those without an act too. */
export const monthsOf = ({ from, to, byMonth }: LedgerStatistics): Month[] => {
  const counted = new Map(byMonth.map((one) => [one.key, one]))
  return monthsBetween(from, to).map((key) => {
    const one = counted.get(key)
    return { key, count: one?.count ?? 0, women: one?.women ?? 0 }
  })
}

const sum = (counts: readonly ActCount[], of: 'count' | 'women' | 'minority'): number =>
  counts.reduce((total, one) => total + one[of], 0)

/** `base`: of how many acts it is recorded; only of all or nearly all (nine tenths) is a share worth its name. */
export type Share = {
  part: number
  of: number
  total: number
  base: 'all' | 'most' | 'few' | 'none'
  percent: string
}

const shareOf = (part: number, total: number, unknown: number): Share => {
  const of = total - unknown
  const base = of === 0 ? 'none' : unknown === 0 ? 'all' : of * 10 >= total * 9 ? 'most' : 'few'
  const counts = base === 'all' || base === 'most'
  return { part, of, total, base, percent: counts ? ((part / of) * 100).toFixed(1) : '' }
}

/** Women and minorities among those of whom it is recorded. */
export const sharesOf = (counts: LedgerStatistics): { women: Share; minority: Share } => ({
  women: shareOf(sum(counts.byVerb, 'women'), counts.total, counts.sexUnknown),
  minority: shareOf(sum(counts.byVerb, 'minority'), counts.total, counts.nationalityUnknown),
})

/** The days of a span one may choose at once: the term so far, this year, the last. */
export const spans = ['term', 'year', 'lastYear'] as const
export type Span = (typeof spans)[number]

export const daysOfSpan = (
  span: Span,
  today: string,
  termStartsOn: string,
): { from: string; to: string } => {
  const year = Number(today.slice(0, 4))
  if (span === 'term') return { from: termStartsOn, to: today }
  if (span === 'year') return { from: `${year}-01-01`, to: today }
  return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
}
