import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'

type Turn = { waiting: number; last: Promise<unknown> }

const turns = new Map<string, Turn>()

/** True while changes of what a query holds are shown and not all of them through yet: it is not asked meanwhile. */
export const isAhead = (queryHash: string): boolean => turns.has(queryHash)

/**
 * Changes what a query holds before the kernel has it, so that the next key press counts from there. Changes of one
 * query are sent one after the other in the order asked for. An answer to a question asked in between would take the
 * later ones back for a moment, so none is taken; when the last is through, or refused, the kernel is asked what it has.
 * @param show what is shown from now on, out of what is shown
 * @param send tells the kernel; never rejects
 */
export const goAhead = <T>(
  queries: QueryClient,
  queryKey: QueryKey,
  show: (shown: T) => T,
  send: () => Promise<unknown>,
): void => {
  const hash = hashKey(queryKey)
  const turn = turns.get(hash) ?? { waiting: 0, last: Promise.resolve() }
  turns.set(hash, turn)
  turn.waiting += 1
  void queries.cancelQueries({ queryKey, exact: true })
  queries.setQueryData<T>(queryKey, (shown) => shown && show(shown))
  turn.last = turn.last.then(send).then(() => {
    turn.waiting -= 1
    if (turn.waiting > 0) return
    turns.delete(hash)
    void queries.invalidateQueries({ queryKey, exact: true })
  })
}
