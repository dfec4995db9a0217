import type { Place, RollEntry, Seat } from '../../shared/contract/attendance.ts'

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const steps: Record<Direction, Place> = {
  ArrowLeft: { row: 0, col: -1 },
  ArrowRight: { row: 0, col: 1 },
  ArrowUp: { row: -1, col: 0 },
  ArrowDown: { row: 1, col: 0 },
}

/** How many columns and rows the map takes. */
export const extentOf = (places: readonly Place[]): Place => ({
  row: Math.max(0, ...places.map(({ row }) => row)),
  col: Math.max(0, ...places.map(({ col }) => col)),
})

/** Everyone in the official order, row by row from the front, `width` to a row. */
export const seatsInOrder = (memberIds: readonly string[], width: number): Seat[] =>
  memberIds.map((memberId, index) => ({
    memberId,
    row: Math.floor(index / width) + 1,
    col: (index % width) + 1,
  }))

/** The seats with one member moved a place; whoever sits there changes places. Null at the front and left edges. */
export const movedSeat = (
  seats: readonly Seat[],
  memberId: string,
  direction: Direction,
): Seat[] | null => {
  const from = seats.find((seat) => seat.memberId === memberId)
  if (!from) return null
  const to = { row: from.row + steps[direction].row, col: from.col + steps[direction].col }
  if (to.row < 1 || to.col < 1 || to.row > 99 || to.col > 99) return null
  return seats.map((seat) => {
    if (seat.memberId === memberId) return { memberId, ...to }
    const there = seat.row === to.row && seat.col === to.col
    return there ? { ...seat, row: from.row, col: from.col } : seat
  })
}

/** The next entry in a direction: along the row, or the nearest in the next row that has anyone. */
export const neighbourOf = (
  entries: readonly RollEntry[],
  from: RollEntry,
  direction: Direction,
): RollEntry | null => {
  const { seat } = from
  if (!seat) return null
  const { row: down, col: right } = steps[direction]
  const ahead = entries.filter(({ seat: other }) => {
    if (!other) return false
    if (down === 0) return other.row === seat.row && (other.col - seat.col) * right > 0
    return (other.row - seat.row) * down > 0
  })
  const far = ({ seat: other }: RollEntry): number =>
    other ? Math.abs(other.row - seat.row) * 1000 + Math.abs(other.col - seat.col) : Infinity
  return ahead.toSorted((a, b) => far(a) - far(b))[0] ?? null
}
