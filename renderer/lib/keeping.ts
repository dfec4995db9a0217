/** Milliseconds between a change and its being kept: well within the pause between two keystrokes. */
const PAUSE = 150

export type Keeper<T> = {
  /** Keeps the newest value of a key, soon. */
  keep: (key: string, value: T) => void
  /** Forgets what waits under a key: it was settled otherwise. */
  drop: (key: string) => void
  /** Keeps at once whatever waits. */
  flush: () => void
}

/**
 * Hands values on to be kept, at most {@link PAUSE} milliseconds after they changed, however fast they change, and at
 * once when the page is hidden or left. Values of one key replace each other.
 */
export const createKeeper = <T>(send: (key: string, value: T) => void): Keeper<T> => {
  const waiting = new Map<string, T>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const flush = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const all = [...waiting]
    waiting.clear()
    for (const [key, value] of all) send(key, value)
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush()
  })
  window.addEventListener('pagehide', flush)
  window.addEventListener('blur', flush)
  return {
    keep: (key, value) => {
      waiting.set(key, value)
      timer ??= setTimeout(flush, PAUSE)
    },
    drop: (key) => {
      waiting.delete(key)
    },
    flush,
  }
}
