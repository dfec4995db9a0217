import type { IncomingMessage } from 'node:http'

/** The largest request body taken, in bytes: the largest file of the contract as base64, and room around it. */
export const bodyLimit = 48 * 1024 * 1024

export type Body = { ok: true; value: unknown } | { ok: false; status: 400 | 413 | 415 }

/**
 * Reads a JSON body. What exceeds the limit is read to its end and dropped, so that the answer arrives.
 * @param limit bytes
 */
export const readBody = async (request: IncomingMessage, limit = bodyLimit): Promise<Body> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= limit) chunks.push(chunk)
    else chunks.length = 0
  }
  if (size > limit) return { ok: false, status: 413 }
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return { ok: false, status: 415 }
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown }
  } catch {
    return { ok: false, status: 400 }
  }
}
