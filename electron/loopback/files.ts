import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { guardHeaders, mimeType, resolveInside } from '../hosting/policy.ts'

/** Where the host's own script stands among the addresses of the page. */
export const bridgePath = '/bridge.js'
/** The same for the hall page. */
export const hallBridgePath = '/hall/bridge.js'
const bridgeFiles: Record<string, URL> = {
  [bridgePath]: new URL('./page/bridge.js', import.meta.url),
  [hallBridgePath]: new URL('./page/hall-bridge.js', import.meta.url),
}

export type Answer = { status: number; headers: Record<string, string>; body: Buffer | string }

/** An answer without a file: a sentence, or nothing. */
export const plainAnswer = (status: number, text = ''): Answer => ({
  status,
  headers: { ...guardHeaders, 'content-type': 'text/plain; charset=utf-8' },
  body: text,
})

/** Sends the browser on. */
export const seeOther = (location: string, headers: Record<string, string> = {}): Answer => {
  const answer = plainAnswer(303)
  return { ...answer, headers: { ...answer.headers, ...headers, location } }
}

/** An answer that carries data. */
export const json = (status: number, value: unknown): Answer => ({
  status,
  headers: { ...guardHeaders, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
})

/** A page with our script before all of its own. Throws where it has no head. */
export const withBridge = (html: string, bridge = bridgePath): string => {
  const head = /<head[^>]*>/i
  if (!head.test(html)) throw new Error('the page has no head')
  return html.replace(head, (tag) => `${tag}<script src="${bridge}"></script>`)
}

/**
 * The answer to a GET of a path of the page.
 * @param root folder of the built page
 * @param path as in the address, still percent-encoded
 */
export const answerFile = async (root: string, path: string): Promise<Answer> => {
  const isPage = path === '/' || path === '/index.html'
  const file = bridgeFiles[path] ?? resolveInside(root, isPage ? '/index.html' : path)
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

/** The hall page, under its own address alone. Throws where it was not built. */
export const answerHallPage = async (root: string): Promise<Answer> => ({
  status: 200,
  headers: { ...guardHeaders, 'content-type': mimeType('hall.html') },
  body: withBridge(await readFile(join(root, 'hall.html'), 'utf8'), hallBridgePath),
})
