import type { CreateCodec, Wire } from './codec.ts'
import type { CreateLink } from './link.ts'

// The two halves of a window's page. Both run there as their own source text, before anything of the page's.

/** What the main process tells a page. */
export type ToPage =
  | { kind: 'event'; channel: string; args: Wire }
  | { kind: 'answer'; id: number; ok: boolean; value: Wire }
/** What a page tells the main process. */
export type FromPage =
  | { kind: 'hello' }
  | { kind: 'broken'; message: string }
  | { kind: 'send'; channel: string; args: Wire }
  | { kind: 'invoke'; id: number; channel: string; args: Wire }

type IsolatedGlobals = {
  standinPost: (text: string) => void
  standinReceive: (text: string) => void
}

/** The page's own world: takes what the preload exposes, frozen and for good. */
export const pageWorld = (createCodec: CreateCodec, createLink: CreateLink): void => {
  if (window !== window.top) return
  createLink(createCodec, 'page', 'preload', (name, api) => {
    if (Object.hasOwn(window, name)) throw new Error(`window.${name} exists already`)
    Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true })
  })
}

/** The preload's isolated world: a sandboxed `require`, and `ipcRenderer` over a binding. */
export const preloadWorld = (
  createCodec: CreateCodec,
  createLink: CreateLink,
  preload: (require: (name: string) => unknown) => void,
): void => {
  if (window !== window.top) return
  const globals = globalThis as unknown as IsolatedGlobals
  const post = (message: FromPage) => globals.standinPost(JSON.stringify(message))
  const codec = createCodec(null)
  const link = createLink(createCodec, 'preload', 'page', () => undefined)
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>()
  const waiting = new Map<number, (ok: boolean, value: unknown) => void>()
  let last = 0

  globals.standinReceive = (text) => {
    const message = JSON.parse(text) as ToPage
    if (message.kind === 'answer') {
      waiting.get(message.id)?.(message.ok, codec.unpack(message.value))
      waiting.delete(message.id)
      return
    }
    const args = codec.unpack(message.args) as unknown[]
    for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...args)
  }

  const strict = <T extends object>(name: string, object: T): T =>
    new Proxy(object, {
      get: (target, key) => {
        if (key in target) return Reflect.get(target, key) as unknown
        throw new Error(`stand-in: ${name}.${String(key)} is not modelled`)
      },
    })
  const ipcRenderer = strict('ipcRenderer', {
    on: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
    },
    off: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
      listeners.get(channel)?.delete(listener)
    },
    send: (channel: string, ...args: unknown[]) =>
      post({ kind: 'send', channel, args: codec.pack(args) }),
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, (ok, value) => {
          if (ok) resolve(value)
          else reject(new Error(`Error invoking remote method '${channel}': ${String(value)}`))
        })
        post({ kind: 'invoke', id: last, channel, args: codec.pack(args) })
      }),
  })
  const contextBridge = strict('contextBridge', { exposeInMainWorld: link.expose })
  const electron = strict('electron in a preload', { contextBridge, ipcRenderer })

  post({ kind: 'hello' })
  try {
    preload((name) => {
      if (name === 'electron') return electron
      throw new Error(`module not found: ${name}`)
    })
  } catch (error) {
    post({ kind: 'broken', message: String(error) })
  }
}
