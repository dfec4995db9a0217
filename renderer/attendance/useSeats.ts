import { useQueryClient } from '@tanstack/react-query'
import type { Roll, RollEntry, Seat } from '../../shared/contract/attendance.ts'
import { goAhead } from '../lib/ahead.ts'
import { useAction } from '../lib/commands.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { movedSeat, seatsInOrder, type Direction } from './seats.ts'

const seatsOf = ({ entries }: Roll): Seat[] =>
  entries.flatMap(({ memberId, seat }) => (seat ? [{ memberId, ...seat }] : []))

const seatedAs = (roll: Roll, seats: readonly Seat[]): Roll => {
  const places = new Map(seats.map(({ memberId, ...place }) => [memberId, place]))
  const entries = roll.entries.map((one) => ({ ...one, seat: places.get(one.memberId) ?? null }))
  return { ...roll, entries }
}

/** Arranges the seats while the map is shown: one member by keys, which shows at once, or everyone in the official order. */
export const useSeats = ({
  roll,
  entry,
  active,
}: {
  roll: Roll
  entry: RollEntry | null
  active: boolean
}): { arrange: (width: number) => Promise<boolean>; pending: boolean } => {
  const queries = useQueryClient()
  const save = useKernelCommand('attendance.saveSeats')
  const move = (direction: Direction) => () => {
    if (!entry) return
    // Out of what is shown when the key is pressed: the place the last key led to may not be through yet.
    let seats: Seat[] | null = null
    goAhead<Roll>(
      queries,
      ['attendance.roll', { sittingId: roll.sittingId }],
      (shown) => {
        seats = movedSeat(seatsOf(shown), entry.memberId, direction)
        return seats ? seatedAs(shown, seats) : shown
      },
      async () => seats && save.run({ seats }),
    )
  }
  const movable = active && Boolean(entry?.seat)
  useAction('attendance.seatLeft', move('ArrowLeft'), movable)
  useAction('attendance.seatRight', move('ArrowRight'), movable)
  useAction('attendance.seatUp', move('ArrowUp'), movable)
  useAction('attendance.seatDown', move('ArrowDown'), movable)
  const arrange = async (width: number): Promise<boolean> => {
    const ids = roll.entries.map(({ memberId }) => memberId)
    return (await save.run({ seats: seatsInOrder(ids, width) })).ok
  }
  return { arrange, pending: save.pending }
}
