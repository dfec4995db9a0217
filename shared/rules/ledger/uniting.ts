import type { Tenure } from '../../contract/ledger.ts'
import {
  uniteFields,
  type UniteFact,
  type UniteField,
  type UniteSide,
} from '../../contract/uniting.ts'
import { awaitsApproval, replay, type LedgerAct, type LedgerTenure } from './replay.ts'
import { samePost } from './same-post.ts'

/** What an entry says of a person, field by field. */
export type Facts = Record<UniteField, string | null>

const stateOf = (
  field: UniteField,
  stays: string | null,
  goes: string | null,
): UniteFact['state'] => {
  if (stays === goes) return 'same'
  if (goes === null) return 'stays'
  if (stays === null) return 'goes'
  // A day of birth and its month say the same, one of them more exactly.
  if (field === 'birth' && stays.startsWith(goes)) return 'stays'
  return field === 'birth' && goes.startsWith(stays) ? 'goes' : 'differs'
}

/** Field by field what two entries of one person say, and whose word holds where only one says something. */
export const compareFacts = (stays: Facts, goes: Facts): UniteFact[] =>
  uniteFields.map((field) => ({
    field,
    stays: stays[field],
    goes: goes[field],
    state: stateOf(field, stays[field], goes[field]),
  }))

/** What is known once they are one; a field is null where both entries differ and nobody has chosen. */
export const unitedFacts = (
  facts: readonly UniteFact[],
  chosen: Partial<Record<UniteField, UniteSide>>,
): { facts: Facts; open: UniteField[] } => {
  const sideOf = ({ field, state }: UniteFact): UniteSide | undefined =>
    state === 'differs' ? chosen[field] : state === 'goes' ? 'goes' : 'stays'
  const sides = facts.map((fact) => [fact, sideOf(fact)] as const)
  return {
    facts: Object.fromEntries(
      sides.map(([fact, side]) => [fact.field, side ? fact[side] : null]),
    ) as Facts,
    open: sides.flatMap(([{ field }, side]) => (side ? [] : [field])),
  }
}

/** A tenure as far as it can be in the way of another; seats of the standing committee are such too. */
export type Spanned = Pick<Tenure, 'id' | 'postId' | 'postName' | 'fromOn' | 'electedOn' | 'toOn'>

/** One person's tenures as they are kept, the acts passed on them, and their seats in the standing committee. */
export type Course = {
  kept: readonly LedgerTenure[]
  acts: readonly LedgerAct[]
  seats: readonly Spanned[]
}

export type UnitedCourses = {
  /** One tenure entered twice: the line that stays and the one that goes into it. */
  joined: { stays: LedgerTenure; goes: LedgerTenure }[]
  /** Tenures an act on the other entry ends. */
  changed: { before: LedgerTenure; after: LedgerTenure }[]
  /** Tenures only both together have: appointed again on the one, once an act on the other had taken the post away. */
  added: LedgerTenure[]
  /** Two that cannot both be of one person; `other` is null where an act alone contradicts. */
  clashes: { one: Spanned; other: Spanned | null }[]
}

const postOf = ({ postId, postName }: Spanned) => ({ postId, name: postName })
const begins = ({ fromOn, electedOn }: Spanned): string => fromOn ?? electedOn ?? ''
const ends = ({ toOn }: Spanned): string => toOn ?? '9999-12-31'
/** Both held on one day; an end is the first day it is held no more. */
export const overlap = (one: Spanned, other: Spanned): boolean =>
  begins(one) < ends(other) && begins(other) < ends(one)

const byHand = ({ source }: LedgerTenure): boolean => source !== 'act'

/** Entered by hand twice, with the same days and the same end. */
const isTwin = (one: LedgerTenure, other: LedgerTenure, bodyName: string): boolean =>
  byHand(one) &&
  byHand(other) &&
  one.acting === other.acting &&
  one.fromOn === other.fromOn &&
  one.electedOn === other.electedOn &&
  one.ownToOn === other.ownToOn &&
  one.ownEndReason === other.ownEndReason &&
  samePost(postOf(one), postOf(other), bodyName)

/** Entered by hand with the day of the act that made the other: following the acts, one line is left. */
const tookUp = (hand: LedgerTenure, made: LedgerTenure, bodyName: string): boolean =>
  byHand(hand) &&
  hand.byActId === made.byActId &&
  hand.acting === made.acting &&
  hand.fromOn === made.fromOn &&
  samePost(postOf(hand), postOf(made), bodyName)

/** Nothing that was known of its days is lost: the same as before, or one still open that an act now ends. */
const stillFits = (before: LedgerTenure, after: LedgerTenure): boolean => {
  if (before.fromOn !== after.fromOn || awaitsApproval(before) !== awaitsApproval(after))
    return false
  if (before.toOn === after.toOn) return true
  return before.toOn === null && (after.endedByActId !== null || after.id !== before.id)
}

type Clash = UnitedCourses['clashes'][number]

const once = (clashes: readonly Clash[]): Clash[] => {
  const keyOf = ({ one, other }: Clash): string => [one.id, other?.id ?? ''].sort().join(' ')
  return [...new Map(clashes.map((clash) => [keyOf(clash), clash])).values()]
}

/**
 * What becomes of two courses that are one person's: the acts are followed anew over both. One tenure entered twice is
 * joined, an act on the one ends what the other holds and lets an appointment after it begin anew; whatever would overlap, vanish or change its days otherwise is a
 * clash.
 * @param said what was said of tenures gone with their acts, of both
 * @param bodyName whose ledger it is
 */
export const uniteCourses = (
  stays: Course,
  goes: Course,
  said: readonly LedgerTenure[],
  bodyName: string,
): UnitedCourses => {
  const same = (one: Spanned, other: Spanned): boolean =>
    samePost(postOf(one), postOf(other), bodyName)
  const twinOf = new Map<string, string>()
  for (const twin of goes.kept) {
    const taken = new Set(twinOf.values())
    const own = stays.kept.find((one) => !taken.has(one.id) && isTwin(one, twin, bodyName))
    if (own) twinOf.set(twin.id, own.id)
  }
  const all = [...stays.kept, ...goes.kept]
  const known = new Map(all.map((tenure) => [tenure.id, tenure]))
  const left = all.filter(({ id }) => !twinOf.has(id))
  const own = <T extends { personId: string }>(rows: readonly T[]): T[] =>
    rows.map((row) => ({ ...row, personId: '' }))
  const after = replay(own([...said, ...left]), own([...stays.acts, ...goes.acts]), bodyName)
  const now = new Map(after.map((tenure) => [tenure.id, tenure]))
  const becomes = (before: LedgerTenure): LedgerTenure | undefined =>
    now.get(twinOf.get(before.id) ?? before.id) ??
    (byHand(before) ? undefined : after.find((one) => tookUp(one, before, bodyName)))
  const across = (one: LedgerTenure): Spanned | null => {
    const others = stays.kept.includes(one) ? goes.kept : stays.kept
    return others.find((other) => same(one, other) && overlap(one, other)) ?? null
  }
  const pairs = all.map((before) => ({ before, after: becomes(before) }))
  const lost = pairs.flatMap(({ before, after: one }) =>
    one && stillFits(before, one) ? [] : [{ one: before, other: across(before) }],
  )
  const standing = (course: Course): Spanned[] => {
    const ids = new Set(course.kept.map(({ id }) => id))
    return [...after.filter(({ id }) => ids.has(id)), ...course.seats]
  }
  const added = after.filter(({ id }) => !known.has(id))
  const again = added.flatMap((one) =>
    [...standing(stays), ...standing(goes)].flatMap((other) =>
      same(one, other) && overlap(one, other) ? [{ one, other }] : [],
    ),
  )
  const twice = standing(stays).flatMap((one) =>
    standing(goes).flatMap((other) =>
      same(one, other) && overlap(one, other) && !bothSeats(one, other, stays, goes)
        ? [{ one, other }]
        : [],
    ),
  )
  return {
    joined: pairs.flatMap(({ before, after: one }) => {
      const line = one && one.id !== before.id ? known.get(one.id) : undefined
      return line ? [{ stays: line, goes: before }] : []
    }),
    changed: pairs.flatMap(({ before, after: one }) =>
      // What does not fit is a clash: no act of either has ended it.
      one && one.id === before.id && one.toOn !== before.toOn && stillFits(before, one)
        ? [{ before, after: one }]
        : [],
    ),
    added,
    clashes: once([...lost, ...twice, ...again]),
  }
}

/** Two seats at once are the roster's to tell, whatever their posts are called. */
const bothSeats = (one: Spanned, other: Spanned, stays: Course, goes: Course): boolean =>
  stays.seats.includes(one) && goes.seats.includes(other)
