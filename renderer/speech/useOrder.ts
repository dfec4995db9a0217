import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Speech } from '../../shared/contract/speech.ts'
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

/**
 * Moves one who waits to a 0-based place among those who wait. It shows at once, so that the next key press counts from
 * there; the kernel is told in the order asked for and what it has then takes its place.
 */
export const useOrder = (sittingId: string): ((id: string, index: number) => void) => {
  const queries = useQueryClient()
  const place = useKernelCommand('speech.move')
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const queryKey = ['speech.list', { sittingId }]
  return (id, index) => {
    void queries.cancelQueries({ queryKey })
    queries.setQueryData<List>(
      queryKey,
      (old) => old && { now: kernelNow(), speeches: moved(old.speeches, id, index) },
    )
    last.current = last.current.then(async () => {
      const reply = await place.run({ id, position: index + 1 })
      if (!reply.ok) await queries.invalidateQueries({ queryKey })
    })
  }
}
