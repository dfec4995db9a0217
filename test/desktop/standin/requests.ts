import type { EventEmitter } from 'node:events'
import type { Session } from './chromium.ts'
import { allowed } from './modelled.ts'
import { fromChromium } from './schemes.ts'
import type { Own } from './session.ts'

type Paused = {
  requestId: string
  resourceType: string
  frameId: string
  request: { url: string; method: string; headers: Record<string, string> }
}

export type Watched = {
  session: Session
  contents: EventEmitter
  mainFrame: () => string
  own: Own
  /** Takes the mark of a navigation the app itself began; false where the page did. */
  takeOwnNavigation: () => boolean
}

/** Asks the app as Electron does when a page wants to go elsewhere; true where it may. */
const mayNavigate = ({ contents, mainFrame }: Watched, url: string, frameId: string): boolean => {
  const isMainFrame = frameId === mainFrame()
  const free = allowed(contents, 'will-frame-navigate', { url, isMainFrame })
  return (!isMainFrame || allowed(contents, 'will-navigate', { url })) && free
}

const answerWith = async (session: Session, requestId: string, response: Response) => {
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body,
  })
}

const settle = async (watched: Watched, paused: Paused): Promise<void> => {
  const { session, own } = watched
  const { requestId, resourceType, frameId, request } = paused
  const url = fromChromium(request.url)
  const fail = (errorReason: string) =>
    session.send('Fetch.failRequest', { requestId, errorReason })
  const pagesOwn = resourceType === 'Document' && !watched.takeOwnNavigation()
  if (pagesOwn && !mayNavigate(watched, url, frameId)) {
    await fail('Aborted')
    return
  }
  if (!(await own.mayRequest({ url, resourceType }))) {
    await fail('BlockedByClient')
    return
  }
  const handler = own.handlerOf(url)
  if (handler === undefined) {
    await fail('InternetDisconnected')
    throw new Error(`stand-in: the app let a request out to ${url}`)
  }
  const asked = { url, method: request.method, headers: new Headers(request.headers) }
  await answerWith(session, requestId, await handler(asked as Request))
}

/** Puts every request of a page before the app: navigation, request guard, scheme handler, in Electron's order. */
export const watchRequests = async (watched: Watched): Promise<void> => {
  watched.session.on('Fetch.requestPaused', (paused: Paused) => {
    settle(watched, paused).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`)
    })
  })
  await watched.session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
}
