import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { preparePage } from '../hosting/page.ts'
import { guardHeaders, mimeType, resolveInside } from '../hosting/policy.ts'
import { isOurs } from './policy.ts'

const nothing = (status: number, nonce: string): Response =>
  new Response(null, { status, headers: guardHeaders(nonce) })

/**
 * The answer to a request under our own scheme: a file of the built page with the policy in its headers.
 * @param root folder of the built page
 */
export const answerRequest = async (
  root: string,
  { method, url }: Pick<Request, 'method' | 'url'>,
): Promise<Response> => {
  const nonce = randomBytes(16).toString('base64url')
  if (method !== 'GET' || !isOurs(url)) return nothing(403, nonce)
  const { pathname } = new URL(url)
  const isPage = pathname === '/'
  const file = resolveInside(root, isPage ? '/index.html' : pathname)
  if (file === null) return nothing(404, nonce)
  try {
    const bytes = await readFile(file)
    const body = isPage ? preparePage(bytes.toString('utf8'), nonce, []) : new Uint8Array(bytes)
    return new Response(body, {
      headers: { ...guardHeaders(nonce), 'content-type': mimeType(file) },
    })
  } catch {
    return nothing(404, nonce)
  }
}
