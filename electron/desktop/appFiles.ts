import { readFile } from 'node:fs/promises'
import { guardHeaders, mimeType, resolveInside } from '../hosting/policy.ts'
import { isOurs, type Home } from './policy.ts'

/** What of the built page each of ours is made of; the hall has no file of the desk but what both are drawn with. */
const startPages: Record<Home, string> = { yixi: '/index.html', hall: '/hall.html' }
const mayHave = (home: Home, path: string): boolean =>
  home === 'yixi' || path === startPages.hall || path.startsWith('/assets/')

const nothing = (status: number): Response => new Response(null, { status, headers: guardHeaders })

/**
 * The answer to a request under our own scheme: a file of the built page with the policy in its headers.
 * @param root folder of the built page
 * @param home whose page asks
 */
export const answerRequest = async (
  root: string,
  { method, url }: Pick<Request, 'method' | 'url'>,
  home: Home = 'yixi',
): Promise<Response> => {
  if (method !== 'GET' || !isOurs(url, home)) return nothing(403)
  const { pathname } = new URL(url)
  const path = pathname === '/' ? startPages[home] : pathname
  const file = mayHave(home, path) ? resolveInside(root, path) : null
  if (file === null) return nothing(404)
  try {
    const bytes = await readFile(file)
    const headers = { ...guardHeaders, 'content-type': mimeType(file) }
    return new Response(new Uint8Array(bytes), { headers })
  } catch {
    return nothing(404)
  }
}
