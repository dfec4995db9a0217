import type { Roll, RollEntry, Seat } from '../../shared/contract/attendance.ts'
import { useAction } from '../lib/commands.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { movedSeat, seatsInOrder, type Direction } from './seats.ts'

const seatsOf = ({ entries }: Roll): Seat[] =>
  entries.flatMap(({ memberId, seat }) => (seat ? [{ memberId, ...seat }] : []))

/** Arranges the seats while the map is shown: one member by keys, or everyone in the official order. */
export const useSeats = ({
  roll,
  entry,
  active,
}: {
  roll: Roll
  entry: RollEntry | null
  active: boolean
}): { arrange: (width: number) => Promise<boolean>; pending: boolean } => {
  const save = useKernelCommand('attendance.saveSeats')
  const move = (direction: Direction) => () => {
    const seats = entry ? movedSeat(seatsOf(roll), entry.memberId, direction) : null
    if (seats) void save.run({ seats })
  }
  const movable = active && Boolean(entry?.seat) && !save.pending
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
