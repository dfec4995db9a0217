import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { z } from 'zod'
import { hallScreens } from '../../shared/contract/hall.ts'
import type { KernelEvent } from '../../shared/contract/index.ts'
import { newSecret, ownHost, ownPage, readCookie, sameSecret } from './door.ts'

// The hall page lives under another name of this machine than the desk: another origin, with a cookie of its own that
// opens nothing but the frames. The desk's cookie does not reach it, and its policy lets it speak to itself alone.

/** Where the hall page stands, on the desk's address (which sends it on) and on its own. */
export const hallPath = '/hall'
/** The only method that is let through. */
const onlyMethod = 'hall.frame'

/** What a hall page may ask: its own frame. Anything else is refused before the kernel hears of it. */
export const HallCall = z.strictObject({
  method: z.literal(onlyMethod),
  input: z.strictObject({ screen: z.enum(hallScreens) }),
})

/** The hall's address beside the desk's: `http://localhost:<port>`. */
export const hallOrigin = (origin: string): string => `http://localhost:${new URL(origin).port}`

/** What the hall page is told of an announcement: that there is one. */
export const hallEvent = (event: KernelEvent): { rev: number } | null =>
  event.type === 'changed' ? { rev: event.changed.rev } : null

export type HallDoor = {
  /** The address to send a browser to, with a token that opens once. */
  address: (search: string) => string
  /** Takes a token and gives the `Set-Cookie` value, or null. */
  redeem: (token: string) => string | null
  /** Whether a request carries the hall's cookie. */
  knows: (headers: IncomingHttpHeaders) => boolean
  /** Whether it was made by the hall page itself. */
  isOwn: (method: string, headers: IncomingHttpHeaders) => boolean
  isHere: (headers: IncomingHttpHeaders) => boolean
}

/** The search of a hall address without anything but the screen that is meant. */
const screenSearch = (search: string): string =>
  new URLSearchParams(search).get('screen') === 'podium' ? 'screen=podium' : ''

/** `/hall` with the screen that is meant. */
export const hallAddress = (search: string): string => {
  const screen = screenSearch(search)
  return screen === '' ? hallPath : `${hallPath}?${screen}`
}

/**
 * The door of the hall page.
 * @param origin the desk's address
 * @param key what the hall's cookie carries; kept from run to run, so that a wall goes on after a restart
 */
export const createHallDoor = (origin: string, key: string): HallDoor => {
  const own = hallOrigin(origin)
  const cookie = `yixi_hall_${new URL(origin).port}`
  const tokens = new Set<string>()
  return {
    address: (search) => {
      const token = newSecret()
      tokens.add(token)
      const screen = screenSearch(search)
      return `${own}${hallPath}?token=${token}${screen === '' ? '' : `&${screen}`}`
    },
    redeem: (token) =>
      tokens.delete(token)
        ? // Lax, since the desk's page, which is another site to the browser, opens the tab.
          `${cookie}=${key}; HttpOnly; SameSite=Lax; Path=${hallPath}; Max-Age=31536000`
        : null,
    knows: ({ cookie: header }) => {
      const given = readCookie(header, cookie)
      return given !== null && sameSecret(given, key)
    },
    isOwn: (method, headers) => ownPage(method, headers, own),
    isHere: (headers) => ownHost(headers, own),
  }
}

/** The path and the search of a request, taken apart by hand so that nothing folds `..` away before a guard sees it. */
export const splitUrl = ({ url = '/' }: Pick<IncomingMessage, 'url'>): [string, string] => {
  const [path = '/', search = ''] = url.split('?', 2)
  return [path, search]
}
