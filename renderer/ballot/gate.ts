import type { Item, Sitting } from '../../shared/contract/session.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import type { Stop } from './stops.ts'
import { goToStop, type Desk } from './useDesk.ts'

/** The next sitting to begin: the one shown, else the earliest of those to come. */
export const sittingToOpen = ({ floor, session }: Pick<Desk, 'floor' | 'session'>) => {
  if (floor?.state !== 'adjourned') return floor?.state === 'planned' ? floor : null
  const planned = session.sittings.filter(({ state }) => state === 'planned')
  return planned.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))[0] ?? null
}

/** An item that can be taken up: not on the floor yet, and not settled. */
export const canTakeUp = ({ state }: Pick<Item, 'state'>): boolean =>
  state === 'pending' || state === 'deliberated'

/** What has to be done before anything can be asked on an item; null when nothing is in the way. */
export type Gate =
  | { name: 'closed' | 'noSitting' | 'takeUp' }
  | { name: 'openSitting'; sitting: Sitting }
  | { name: 'callRoll'; unmarked: number }
  | { name: 'callAnew' }

export const gateOf = (desk: Desk, item: Item): Gate | null => {
  if (desk.session.state === 'closed') return { name: 'closed' }
  if (desk.floor?.state !== 'open') {
    const sitting = sittingToOpen(desk)
    return sitting ? { name: 'openSitting', sitting } : { name: 'noSitting' }
  }
  const unmarked = desk.roll?.counts.unmarked ?? 0
  if (unmarked > 0) return { name: 'callRoll', unmarked }
  if (desk.roll?.callAnew) return { name: 'callAnew' }
  return canTakeUp(item) ? { name: 'takeUp' } : null
}

/** Goes to a stop of the agenda; an item not taken up yet comes onto the floor with the same step. */
export const useAdvance = (desk: Desk): ((stop: Stop) => void) => {
  const setState = useKernelCommand('session.setItemState')
  return (stop) => {
    goToStop(stop)
    const { id, rev } = stop.item
    if (desk.floor?.state === 'open' && canTakeUp(stop.item))
      void setState.run({ id, rev, state: 'current' })
  }
}
