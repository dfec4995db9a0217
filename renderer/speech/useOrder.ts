import { useQueryClient } from '@tanstack/react-query'
import type { Speech } from '../../shared/contract/speech.ts'
import { goAhead } from '../lib/ahead.ts'
import { kernelNow } from '../lib/kernel-clock.ts'
import { useKernelCommand } from '../lib/kernel.ts'

type List = { now: number; speeches: Speech[] }

const moved = (speeches: readonly Speech[], id: string, index: number): Speech[] => {
  const others = speeches.filter(({ state }) => state !== 'queued')
  const queued = speeches.filter(({ state }) => state === 'queued')
  const one = queued.find((speech) => speech.id === id)
  if (!one) return [...speeches]
  return [...others, ...queued.filter((speech) => speech !== one).toSpliced(index, 0, one)]
}

/** Moves one who waits to a 0-based place among those who wait; it shows at once. */
export const useOrder = (sittingId: string): ((id: string, index: number) => void) => {
  const queries = useQueryClient()
  const place = useKernelCommand('speech.move')
  return (id, index) =>
    goAhead<List>(
      queries,
      ['speech.list', { sittingId }],
      ({ speeches }) => ({ now: kernelNow(), speeches: moved(speeches, id, index) }),
      () => place.run({ id, position: index + 1 }),
    )
}
