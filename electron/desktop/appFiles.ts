import { readFile } from 'node:fs/promises'
import { guardHeaders, mimeType, resolveInside } from '../hosting/policy.ts'
import { isOurs } from './policy.ts'

const nothing = (status: number): Response => new Response(null, { status, headers: guardHeaders })

/**
 * The answer to a request under our own scheme: a file of the built page with the policy in its headers.
 * @param root folder of the built page
 */
export const answerRequest = async (
  root: string,
  { method, url }: Pick<Request, 'method' | 'url'>,
): Promise<Response> => {
  if (method !== 'GET' || !isOurs(url)) return nothing(403)
  const { pathname } = new URL(url)
  const file = resolveInside(root, pathname === '/' ? '/index.html' : pathname)
  if (file === null) return nothing(404)
  try {
    const bytes = await readFile(file)
    const headers = { ...guardHeaders, 'content-type': mimeType(file) }
    return new Response(new Uint8Array(bytes), { headers })
  } catch {
    return nothing(404)
  }
}
