import { extname, isAbsolute, join, relative, sep } from 'node:path'

/** What a page of ours may load: its own scripts, sheets, pictures and fonts; nothing inline, nothing from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers of every answer of every host, whatever it carries. */
export const guardHeaders: Record<string, string> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
}

const mimeTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Media type by the ending of a path; a download for endings the page has no business with. */
export const mimeType = (path: string): string =>
  mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'

/**
 * The file below `root` that the path of an address names, or null where it leads outside or cannot be a file.
 * @param urlPath as it stands in the address: still percent-encoded, `/` at its head
 */
export const resolveInside = (root: string, urlPath: string): string | null => {
  let path: string
  try {
    path = decodeURIComponent(urlPath)
  } catch {
    return null
  }
  // Backslashes and colons mean folders, drives and alternate streams on Windows; no file of ours bears them.
  if (!path.startsWith('/') || /[\\:\0]/.test(path)) return null
  const file = join(root, path)
  const inside = relative(root, file)
  const escapes = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
  return inside === '' || escapes ? null : file
}
