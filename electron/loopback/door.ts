import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is turned away: the status code of the answer. */
export type Refused = 401 | 403

/** Who may come in: one browser, shown in by a one-time token, known afterwards by a cookie. */
export type Door = {
  /** A fresh one-time token; it replaces one not yet used. */
  issueToken: () => string
  /** Takes a token and gives the `Set-Cookie` value, or null. A token opens once. */
  redeem: (token: string) => string | null
  /** Checks a request to anything but the token exchange. */
  refuse: (method: string, headers: IncomingHttpHeaders) => Refused | null
}

/** A secret nobody guesses, fit for a cookie and an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** Compares in a time that tells nothing of where two texts part. */
export const sameSecret = (a: string, b: string): boolean => {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

/** Value of one cookie of a `Cookie` header, or null. */
export const readCookie = (header: string | undefined, name: string): string | null => {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}

/** Whether the address the browser thinks it speaks to is ours: a name that merely resolves here is not. */
export const ownHost = (headers: IncomingHttpHeaders, origin: string): boolean =>
  headers.host !== undefined && `http://${headers.host}` === origin

/** Whether a request was made by our own page, or typed in, never by another site's page. */
export const ownPage = (method: string, headers: IncomingHttpHeaders, origin: string): boolean => {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (headers.origin !== undefined) return headers.origin === origin
  return method === 'GET' || method === 'HEAD'
}

/**
 * The door of one host.
 * @param origin `http://127.0.0.1:<port>`; the port is part of the cookie's name, since cookies do not tell ports apart
 */
export const createDoor = (origin: string): Door => {
  const cookie = `yixi_${new URL(origin).port}`
  const session = newSecret()
  let token: string | null = null
  return {
    issueToken: () => (token = newSecret()),
    redeem: (given) => {
      if (token === null || !sameSecret(given, token)) return null
      token = null
      return `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    refuse: (method, headers) => {
      if (!ownHost(headers, origin) || !ownPage(method, headers, origin)) return 403
      const given = readCookie(headers.cookie, cookie)
      return given !== null && sameSecret(given, session) ? null : 401
    },
  }
}
