// Gives the hall page `window.hall` over HTTP: one question and a nudge, nothing else.

/** @typedef {import('../../../shared/contract/hall.ts').HallBridge} HallBridge */
/** @typedef {Awaited<ReturnType<HallBridge['frame']>>} FrameReply */

;(() => {
  /** @type {Set<() => void>} */
  const listeners = new Set()
  /** Milliseconds until a refused stream is tried again. */
  const pause = 2000

  const tell = () => {
    for (const listener of listeners) listener()
  }

  /** @type {HallBridge} */
  const bridge = {
    frame: async (screen) => {
      try {
        const answer = await fetch('/hall/call', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ method: 'hall.frame', input: { screen } }),
        })
        return /** @type {FrameReply} */ (await answer.json())
      } catch {
        return { ok: false, error: { code: 'internal', message: { key: 'hosting.gone' } } }
      }
    },
    on: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }

  const listen = () => {
    const stream = new EventSource('/hall/events')
    stream.onopen = tell
    stream.onmessage = tell
    stream.onerror = () => {
      tell()
      // A lost stream comes back by itself; a refused one is closed for good and has to be opened anew.
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, pause)
    }
  }

  Object.defineProperty(window, 'hall', { value: Object.freeze(bridge), enumerable: true })
  listen()
})()
