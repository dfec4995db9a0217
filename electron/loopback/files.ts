import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { preparePage } from '../hosting/page.ts'
import { guardHeaders, mimeType, resolveInside } from '../hosting/policy.ts'

/** Where the host's own script stands among the addresses of the page. */
export const bridgePath = '/bridge.js'
const bridgeFile = new URL('./page/bridge.js', import.meta.url)

export type Answer = { status: number; headers: Record<string, string>; body: Buffer | string }

/** An answer without a file: a sentence, or nothing. */
export const plainAnswer = (status: number, text = ''): Answer => ({
  status,
  headers: { ...guardHeaders(freshNonce()), 'content-type': 'text/plain; charset=utf-8' },
  body: text,
})

/** A value no page can foresee, for the style elements of one answer. */
export const freshNonce = (): string => randomBytes(16).toString('base64url')

/**
 * The answer to a GET of a path of the page.
 * @param root folder of the built page
 * @param path as in the address, still percent-encoded
 */
export const answerFile = async (root: string, path: string): Promise<Answer> => {
  const nonce = freshNonce()
  const isPage = path === '/' || path === '/index.html'
  const file = path === bridgePath ? bridgeFile : resolveInside(root, isPage ? '/index.html' : path)
  if (file === null) return plainAnswer(404)
  try {
    const bytes = await readFile(file)
    return {
      status: 200,
      headers: { ...guardHeaders(nonce), 'content-type': mimeType(isPage ? 'index.html' : path) },
      body: isPage ? preparePage(bytes.toString('utf8'), nonce, [bridgePath]) : bytes,
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return plainAnswer(404)
    throw error
  }
}
