import type { RollEntry } from '../../../shared/contract/attendance.ts'
import type { Choice, VoteDraft } from '../../../shared/contract/ballot.ts'
import { matchesName } from '../../../shared/rules/pinyin.ts'
import type { Totals } from '../draft.ts'

export type Named = NonNullable<VoteDraft['named']>
export type Seat = Pick<RollEntry, 'memberId' | 'number' | 'name'>

/** Puts one member's choice; null takes it back. The list has no order of its own. */
export const choose = (named: Named, memberId: string, choice: Choice | null): Named => {
  const others = named.filter((one) => one.memberId !== memberId)
  return choice === null ? others : [...others, { memberId, choice }]
}

/** Everyone not named yet is for. */
export const restFor = (named: Named, seats: readonly Seat[]): Named => {
  const known = new Set(named.map((one) => one.memberId))
  const rest = seats.filter(({ memberId }) => !known.has(memberId))
  return [...named, ...rest.map(({ memberId }) => ({ memberId, choice: 'for' as const }))]
}

/** The official order, so that what is kept tells nothing about who was taken down first. */
export const inOrder = (named: Named, seats: readonly Seat[]): Named =>
  seats.flatMap(({ memberId }) => named.filter((one) => one.memberId === memberId))

/** The totals the names make; undefined until everyone present is named. */
export const totalsOf = (named: Named, seats: readonly Seat[]): Totals => {
  if (named.length < seats.length || seats.length === 0) return {}
  const count = (choice: Choice): number => named.filter((one) => one.choice === choice).length
  return { for: count('for'), against: count('against'), abstain: count('abstain') }
}

/** Seats a search finds: by the official number, by characters, by pinyin or its initials. Empty finds all. */
export const found = (seats: readonly Seat[], text: string): Seat[] => {
  const asked = text.normalize('NFKC').trim()
  if (asked === '') return [...seats]
  if (/^\d+$/.test(asked)) return seats.filter(({ number }) => String(number) === asked)
  return seats.filter(({ name }) => matchesName(name, asked))
}
