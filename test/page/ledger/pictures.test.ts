import { expect, it } from 'vitest'
import type { LedgerStatistics, PostOn, TenureShown } from '../../../shared/contract/ledger.ts'
import { daysOfSpan, monthsOf, sharesOf } from '../../../renderer/ledger/figures.ts'
import { countByOrgan, linesOf, narrow, NO_ORGAN } from '../../../renderer/ledger/lines.ts'
import { timelineOf } from '../../../renderer/ledger/timeline.ts'

const tenure = (facts: Partial<TenureShown>): TenureShown => ({
  id: 't',
  personId: 'p',
  personName: '云知岚',
  postId: null,
  postName: '临江市财政局局长',
  organId: null,
  acting: false,
  fromOn: '2022-01-20',
  toOn: null,
  endReason: null,
  byActId: null,
  endedByActId: null,
  pendingByActId: null,
  electedOn: null,
  source: 'import',
  reviewedOn: null,
  note: '',
  rev: 1,
  by: null,
  endedBy: null,
  pendingBy: null,
  ...facts,
})

const post = (facts: Partial<PostOn>): PostOn => ({
  id: 'finance',
  organId: 'bureau',
  organKind: 'government',
  organName: '临江市财政局',
  fullName: '临江市财政局局长',
  fromOn: '2022-01-10',
  title: '局长',
  kind: 'government-member',
  verb: '决定任命',
  nominators: [],
  single: true,
  acting: false,
  certificate: true,
  oath: 'council',
  filing: [],
  ...facts,
})

const judge = post({
  id: 'judge',
  organId: 'court',
  fullName: '临江市人民法院审判员',
  single: false,
})

it('shows each post in the order of the catalogue, full holders first, and the vacant ones', () => {
  const lines = linesOf(
    [post({}), judge, post({ id: 'tax', fullName: '临江市税务局局长' })],
    [
      tenure({ id: 'a', postId: 'judge', organId: 'court', personName: '乙' }),
      tenure({ id: 'b', postId: 'finance', organId: 'bureau', acting: true }),
      tenure({ id: 'c', postId: 'finance', organId: 'bureau' }),
      tenure({ id: 'd', postName: '某委员会顾问' }),
    ],
  )
  expect(lines.map(({ key, vacant }) => [key, vacant])).toEqual([
    ['c', false],
    ['b', true],
    ['a', false],
    ['vacant tax', true],
    ['d', false],
  ])
  const counts = countByOrgan(lines)
  expect(counts.get('bureau')).toEqual({ held: 2, vacant: 2 })
  expect(counts.get('court')).toEqual({ held: 1, vacant: 0 })
  expect(counts.get(NO_ORGAN)).toEqual({ held: 1, vacant: 0 })
})

it('counts a tenure whose post is no longer in force among those not tied', () => {
  const lines = linesOf([], [tenure({ id: 'a', postId: 'gone', organId: 'bureau' })])
  expect(lines).toMatchObject([{ key: 'a', organId: 'bureau', single: false }])
})

it('finds by part of the post, by name, by initials of either', () => {
  const lines = linesOf([post({}), judge], [tenure({ postId: 'finance' })])
  const found = (text: string) => narrow(lines, text).map(({ postName }) => postName)
  expect(found('')).toHaveLength(2)
  expect(found('财政')).toEqual(['临江市财政局局长'])
  expect(found('yzl')).toEqual(['临江市财政局局长'])
  expect(found('spy')).toEqual(['临江市人民法院审判员'])
  expect(found('无人')).toEqual([])
  const member = { id: 'trial', fullName: '临江市人民法院审判委员会委员', title: '审判委员会委员' }
  const trial = narrow(linesOf([post({}), { ...judge, ...member }], []), '审委会')
  expect(trial.map(({ postName }) => postName)).toEqual([member.fullName])
})

it('lays tenures over the years: open at either end, the years named, today marked', () => {
  const drawn = timelineOf(
    [
      tenure({ id: 'a', fromOn: null, toOn: '2020-01-01' }),
      tenure({ id: 'b', fromOn: '2020-01-01', toOn: '2022-01-01' }),
      tenure({ id: 'c', fromOn: '2023-01-01' }),
    ],
    '2023-07-02',
  )
  expect(drawn.years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023])
  const [since, ended, lasting] = drawn.bars
  expect(since).toMatchObject({ left: 0, width: 0, openStart: true, openEnd: false })
  expect(ended?.left).toBe(0)
  expect(ended?.width).toBeCloseTo(50, 0)
  expect(lasting).toMatchObject({ openEnd: true })
  expect((lasting?.left ?? 0) + (lasting?.width ?? 0)).toBeCloseTo(drawn.today, 6)
})

it('marks the day of an election that awaits its approval, and draws no time in office', () => {
  const elected = tenure({ fromOn: null, electedOn: '2023-01-01' })
  const [bar] = timelineOf([elected, tenure({ fromOn: '2022-01-01' })], '2023-07-02').bars
  expect(bar).toMatchObject({ width: 0, openStart: false, openEnd: false })
  expect(bar?.left).toBeCloseTo(50, 0)
})

it('names no more years than there is room for, and lets nothing run backwards', () => {
  const drawn = timelineOf([tenure({ fromOn: '1990-03-01' })], '2026-11-26')
  expect(drawn.years.length).toBeLessThanOrEqual(12)
  const [coming] = timelineOf([tenure({ fromOn: '2027-03-01' })], '2026-11-26').bars
  expect(coming?.width).toBe(0)
})

const count = (key: string, all: number, women = 0, minority = 0) => ({
  key,
  label: key,
  count: all,
  women,
  minority,
})
const statistics: LedgerStatistics = {
  from: '2025-11-15',
  to: '2026-02-02',
  total: 12,
  persons: 11,
  sexUnknown: 2,
  nationalityUnknown: 12,
  byVerb: [count('appoint', 8, 3), count('remove', 4, 1)],
  byOrgan: [count('bureau', 12, 4)],
  byMonth: [count('2025-12', 12, 4)],
  coverage: { posts: 10, held: 7, vacant: 3, thisTerm: 5 },
}

it('has a column for every month of the time, those without an act too', () => {
  expect(monthsOf(statistics)).toEqual([
    { key: '2025-11', count: 0, women: 0 },
    { key: '2025-12', count: 12, women: 4 },
    { key: '2026-01', count: 0, women: 0 },
    { key: '2026-02', count: 0, women: 0 },
  ])
})

it('reckons shares among those of whom it is recorded, where that is nearly everyone', () => {
  expect(sharesOf(statistics)).toEqual({
    women: { part: 4, of: 10, total: 12, base: 'few', percent: '' },
    minority: { part: 0, of: 0, total: 12, base: 'none', percent: '' },
  })
  const known = (sexUnknown: number) => sharesOf({ ...statistics, sexUnknown }).women
  expect(known(0)).toMatchObject({ of: 12, base: 'all', percent: '33.3' })
  expect(known(1)).toMatchObject({ of: 11, base: 'most', percent: '36.4' })
})

it('spans the term so far, this year, the last year', () => {
  const days = (span: 'term' | 'year' | 'lastYear') => daysOfSpan(span, '2026-11-26', '2022-01-10')
  expect(days('term')).toEqual({ from: '2022-01-10', to: '2026-11-26' })
  expect(days('year')).toEqual({ from: '2026-01-01', to: '2026-11-26' })
  expect(days('lastYear')).toEqual({ from: '2025-01-01', to: '2025-12-31' })
})
