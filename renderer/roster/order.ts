import type { Member } from '../../shared/contract/roster.ts'

/** A member with the manual place it is to get. */
export type Placing = { member: Member; place: number }

/**
 * What to store so that a member moves one up (-1) or down (+1) among those of its kind: everyone up to the lower of
 * the two gets a manual place, since manual places come before all others. Empty when there is nowhere to go.
 * @param members in the official order
 */
export const placingsFor = (members: readonly Member[], id: string, by: -1 | 1): Placing[] => {
  const moved = members.find((member) => member.id === id)
  const kin = members.filter((member) => member.kind === moved?.kind)
  const from = kin.findIndex((member) => member.id === id)
  const other = kin[from + by]
  if (!moved || !other) return []
  const order = kin.with(from, other).with(from + by, moved)
  const placed = kin.filter((member) => member.orderOverride !== null).length
  const until = Math.max(placed, from + 1, from + by + 1)
  return order
    .slice(0, until)
    .map((member, index) => ({ member, place: index + 1 }))
    .filter(({ member, place }) => member.orderOverride !== place)
}
