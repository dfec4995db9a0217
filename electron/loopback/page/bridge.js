// Gives the page `window.yixi` over HTTP. Handed out by the host and run before the page's own scripts.

/** @typedef {import('../../../shared/contract/index.ts').Bridge} Bridge */
/** @typedef {import('../../../shared/contract/index.ts').KernelEvent} KernelEvent */
/** @typedef {import('../../../shared/contract/index.ts').Reply<unknown>} Reply */

;(() => {
  /** @type {Set<(event: KernelEvent) => void>} */
  const listeners = new Set()
  let online = true
  /** Milliseconds until a refused stream is tried again. */
  const pause = 2000

  /**
   * Tells the page when the host is gone and when it is back; after that it has to ask for everything again.
   * @param {boolean} now
   */
  const setOnline = (now) => {
    if (now === online) return
    online = now
    window.dispatchEvent(new CustomEvent(now ? 'yixi:online' : 'yixi:offline'))
  }

  /**
   * @param {string} path
   * @param {unknown} body
   */
  const post = (path, body) =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })

  /** Nothing is asked before the page hears what changes: a change in between would be told to nobody. */
  let heard = () => {}
  /** @type {Promise<void>} */
  const listening = new Promise((done) => (heard = done))

  /** @type {Bridge} */
  const bridge = {
    call: async (method, input) => {
      await listening
      try {
        const answer = await post('/call', { method, input })
        return /** @type {Reply} */ (await answer.json())
      } catch {
        listenAgain()
        return { ok: false, error: { code: 'internal', message: { key: 'hosting.gone' } } }
      }
    },
    on: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    cancel: (taskId) => {
      post('/cancel', { taskId }).catch(listenAgain)
    },
  }

  /** @type {EventSource | undefined} */
  let source

  const listen = () => {
    const stream = new EventSource('/events')
    source = stream
    stream.onopen = () => {
      heard()
      setOnline(true)
    }
    stream.onmessage = (message) => {
      const event = /** @type {KernelEvent} */ (JSON.parse(message.data))
      for (const listener of listeners) listener(event)
    }
    stream.onerror = () => {
      heard()
      setOnline(false)
      // A lost stream comes back by itself; a refused one is closed for good and has to be opened anew.
      if (stream.readyState === EventSource.CLOSED) setTimeout(listen, pause)
    }
  }

  /** A call did not get through: the stream, which may not have noticed, shows whether the host is there. */
  const listenAgain = () => {
    setOnline(false)
    if (source?.readyState === EventSource.CLOSED) return
    source?.close()
    listen()
  }

  Object.defineProperty(window, 'yixi', { value: Object.freeze(bridge), enumerable: true })
  listen()
})()
