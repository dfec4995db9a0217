import { notModelled, strict } from './modelled.ts'
import { state } from './state.ts'

// Chromium knows no schemes of ours, so `app://yixi/x` travels as `http://yixi.app-scheme.localhost/x` and is answered
// by the app's handler before it reaches any network.

type Handler = (request: Request) => Promise<Response> | Response

const registered = new Set<string>()

/** The address Chromium gets for one of the app's. */
export const toChromium = (address: string): string => {
  const [, scheme = '', host = '', rest = ''] = /^([a-z]+):\/\/([^/?#]*)(.*)$/i.exec(address) ?? []
  return registered.has(scheme)
    ? `http://${host}.${scheme}-scheme.localhost${rest || '/'}`
    : address
}

/** The app's address for one of Chromium's. */
export const fromChromium = (address: string): string => {
  const pattern = /^(blob:)?http:\/\/([^/]*)\.([a-z]+)-scheme\.localhost(.*)$/i
  const [, blob = '', host = '', scheme = '', rest = ''] = pattern.exec(address) ?? []
  return registered.has(scheme) ? `${blob}${scheme}://${host}${rest}` : address
}

/** Who answers for the app's schemes in one session. */
export const createHandlers = () => {
  const handlers = new Map<string, Handler>()
  return {
    handle: (scheme: string, handler: Handler) => {
      if (!state.ready) throw new Error('protocol.handle must run after ready')
      if (!registered.has(scheme)) throw notModelled('handling a scheme that is not registered')
      handlers.set(scheme, handler)
    },
    /** The handler of an address of the app, if its scheme is the app's own. */
    handlerOf: (address: string): Handler | undefined =>
      handlers.get(address.slice(0, address.indexOf(':'))),
  }
}
/** Of the session a window has that was given none. */
export const ofDefault = createHandlers()

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (
    schemes: { scheme: string; privileges: Record<string, boolean> }[],
  ) => {
    if (state.ready) throw new Error('registerSchemesAsPrivileged must run before ready')
    for (const { scheme, privileges } of schemes) {
      if (privileges['standard'] !== true) throw notModelled('a scheme that is not standard')
      registered.add(scheme)
    }
  },
  handle: ofDefault.handle,
})
