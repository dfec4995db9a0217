import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Item, SessionDetail } from '../../shared/contract/session.ts'
import type { AgendaLine } from '../../shared/papers/agenda-lines.ts'
import { goAhead } from '../lib/ahead.ts'
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

/** Changes of a session's agenda. A move shows at once; the kernel's answer, or what it has after a refusal, takes its place. */
export const useAgenda = (sessionId: string) => {
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const key = ['session.get', { id: sessionId }]
  const items = (change: (items: readonly Item[]) => Item[]) => (old: SessionDetail) => ({
    ...old,
    items: change(old.items),
  })
  const send = async (id: string, index: number) => {
    const known = queries.getQueryData<SessionDetail>(key)?.items ?? []
    const rev = known.find((one) => one.id === id)?.rev ?? 0
    const reply = await callKernel('session.moveItem', { id, rev, position: index + 1 })
    if (!reply.ok) {
      notify('bad', wholeSentence(reply.error))
      return queries.invalidateQueries({ queryKey: key })
    }
    const revs = new Map(reply.value.map((item) => [item.id, item.rev]))
    const renewed = items((now) =>
      now.map((item) => ({ ...item, rev: revs.get(item.id) ?? item.rev })),
    )
    return queries.setQueryData<SessionDetail>(key, (old) => old && renewed(old))
  }
  const move = (id: string, index: number) =>
    goAhead(
      queries,
      key,
      items((now) => moved(now, id, index)),
      () => send(id, index),
    )

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
