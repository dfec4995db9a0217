import { memberKinds, type MemberKind } from '../contract/roster.ts'
import { compareNames } from './name-order.ts'

export type Ranked = {
  name: string
  kind: MemberKind
  /** Rank inside the kind, 1 first; null sorts by strokes. */
  rank: number | null
  /** Manual place, smaller first, before everyone else of the kind. */
  orderOverride: number | null
}

const byNumber = (a: number | null, b: number | null): number =>
  (a ?? Number.POSITIVE_INFINITY) === (b ?? Number.POSITIVE_INFINITY)
    ? 0
    : (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY)

/**
 * The order of members in lists and rolls: chair, vice-chairs, secretary-general, ordinary members; inside a kind the
 * manual place, then rank, then the strokes of the name (documents.md §2.3–2.4).
 */
export const compareMembers = (a: Ranked, b: Ranked): number =>
  memberKinds.indexOf(a.kind) - memberKinds.indexOf(b.kind) ||
  byNumber(a.orderOverride, b.orderOverride) ||
  byNumber(a.rank, b.rank) ||
  compareNames(a.name, b.name)

/** Members in that order; the list handed in is left as it is. */
export const sortMembers = <Member extends Ranked>(members: readonly Member[]): Member[] =>
  [...members].sort(compareMembers)
