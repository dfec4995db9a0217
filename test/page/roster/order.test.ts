import { expect, it } from 'vitest'
import type { Member, MemberKind } from '../../../shared/contract/roster.ts'
import { sortMembers } from '../../../shared/rules/order.ts'
import { placingsFor } from '../../../renderer/roster/order.ts'

const member = (name: string, kind: MemberKind, orderOverride: number | null = null): Member => ({
  id: name,
  personId: name,
  name,
  sex: null,
  nationality: null,
  termId: 't',
  kind,
  rank: null,
  orderOverride,
  startsOn: '2022-01-10',
  endsAt: null,
  endReason: null,
  note: '',
  unknownStrokes: [],
  rev: 1,
})

const roster = sortMembers([
  member('王海', 'chair'),
  ...['丁文', '马明', '王武', '李志', '张安'].map((name) => member(name, 'ordinary')),
])
const names = (members: readonly Member[]) => members.map(({ name }) => name)

/** The order once the placings are stored. */
const after = (members: readonly Member[], id: string, by: -1 | 1): Member[] => {
  const places = new Map(placingsFor(members, id, by).map((one) => [one.member.id, one.place]))
  return sortMembers(
    members.map((one) => ({ ...one, orderOverride: places.get(one.id) ?? one.orderOverride })),
  )
}

it('moves a member one place and leaves the others in their order', () => {
  const before = names(roster)
  const moved = after(roster, before[3] ?? '', -1)
  expect(names(moved)).toEqual([0, 1, 3, 2, 4, 5].map((index) => before[index]))
  expect(names(after(moved, before[3] ?? '', 1))).toEqual(before)
})

it('stores no more places than it must', () => {
  const before = names(roster)
  expect(placingsFor(roster, before[2] ?? '', -1)).toHaveLength(2)
  const moved = after(roster, before[2] ?? '', -1)
  expect(placingsFor(moved, before[5] ?? '', 1)).toEqual([])
})

it('stays inside the office', () => {
  const [chair = '', first = ''] = names(roster)
  expect(placingsFor(roster, chair, 1)).toEqual([])
  expect(placingsFor(roster, first, -1)).toEqual([])
  expect(placingsFor(roster, 'nobody', 1)).toEqual([])
})
