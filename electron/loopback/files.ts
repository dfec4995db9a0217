import { readFile } from 'node:fs/promises'
import { guardHeaders, mimeType, resolveInside } from '../hosting/policy.ts'

/** Where the host's own script stands among the addresses of the page. */
export const bridgePath = '/bridge.js'
const bridgeFile = new URL('./page/bridge.js', import.meta.url)

export type Answer = { status: number; headers: Record<string, string>; body: Buffer | string }

/** An answer without a file: a sentence, or nothing. */
export const plainAnswer = (status: number, text = ''): Answer => ({
  status,
  headers: { ...guardHeaders, 'content-type': 'text/plain; charset=utf-8' },
  body: text,
})

/** The start page with our script before all of its own. Throws where the page has no head. */
export const withBridge = (html: string): string => {
  const head = /<head[^>]*>/i
  if (!head.test(html)) throw new Error('index.html has no head')
  return html.replace(head, (tag) => `${tag}<script src="${bridgePath}"></script>`)
}

/**
 * The answer to a GET of a path of the page.
 * @param root folder of the built page
 * @param path as in the address, still percent-encoded
 */
export const answerFile = async (root: string, path: string): Promise<Answer> => {
  const isPage = path === '/' || path === '/index.html'
  const file = path === bridgePath ? bridgeFile : resolveInside(root, isPage ? '/index.html' : path)
  if (file === null) return plainAnswer(404)
  try {
    const bytes = await readFile(file)
    return {
      status: 200,
      headers: { ...guardHeaders, 'content-type': mimeType(isPage ? 'index.html' : path) },
      body: isPage ? withBridge(bytes.toString('utf8')) : bytes,
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return plainAnswer(404)
    throw error
  }
}
