import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Item, SessionDetail } from '../../shared/contract/session.ts'
import type { AgendaLine } from '../../shared/papers/agenda-lines.ts'
import { callKernel } from '../lib/client.ts'
import { wholeSentence } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'

const moved = (items: readonly Item[], id: string, index: number): Item[] => {
  const item = items.find((one) => one.id === id)
  if (!item) return [...items]
  const others = items.filter((one) => one.id !== id)
  return others
    .toSpliced(index, 0, item)
    .map((one, at) => (one.position === at + 1 ? one : { ...one, position: at + 1 }))
}

/**
 * Changes of a session's agenda, one after the other in the order they were asked for. A move shows at once; the
 * kernel's answer, or what it has after a refusal, takes its place.
 */
export const useAgenda = (sessionId: string) => {
  const queries = useQueryClient()
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const [adding, setAdding] = useState(false)
  const key = ['session.get', { id: sessionId }]
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.current.then(work)
    last.current = next.catch(() => undefined)
    return next
  }
  const show = (change: (items: readonly Item[]) => Item[]) =>
    queries.setQueryData<SessionDetail>(key, (old) => old && { ...old, items: change(old.items) })

  const move = (id: string, index: number) => {
    void queries.cancelQueries({ queryKey: key })
    show((items) => moved(items, id, index))
    void inTurn(async () => {
      const items = queries.getQueryData<SessionDetail>(key)?.items ?? []
      const rev = items.find((one) => one.id === id)?.rev ?? 0
      const reply = await callKernel('session.moveItem', { id, rev, position: index + 1 })
      if (!reply.ok) {
        notify('bad', wholeSentence(reply.error))
        return queries.invalidateQueries({ queryKey: key })
      }
      const revs = new Map(reply.value.map((item) => [item.id, item.rev]))
      show((now) => now.map((item) => ({ ...item, rev: revs.get(item.id) ?? item.rev })))
    })
  }

  /** Adds lines in order; true when all went in. */
  const add = useCallback(
    async (lines: readonly AgendaLine[]): Promise<boolean> => {
      setAdding(true)
      try {
        for (const { title, kind, written } of lines) {
          const facts = { rev: 0, sessionId, kind, title, written }
          const reply = await callKernel('session.saveItem', facts)
          if (reply.ok) continue
          notify('bad', wholeSentence(reply.error))
          return false
        }
        return true
      } finally {
        setAdding(false)
      }
    },
    [sessionId],
  )
  return { move, add, adding }
}
