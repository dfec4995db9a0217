import { unreadable } from './refusal.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const byteOrderMarks: { encoding: Encoding; mark: number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
]

const strictly = (bytes: Uint8Array, encoding: Encoding): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** True when the bytes are UTF-8 with Chinese in it that stops in the middle of a character. */
const isCutUtf8 = (bytes: Uint8Array): boolean => {
  try {
    const whole = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return /[^\p{ASCII}]/u.test(whole)
  } catch {
    return false
  }
}

// Characters no typed text holds: controls, and the private areas that wrongly guessed bytes fall into.
const untyped = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ue000-\uf8ff\ufffe\uffff]/u

/**
 * Bytes of a text file to text. A byte order mark decides; else strictly valid UTF-8 is UTF-8; else GB18030 (which
 * GBK and GB2312 are parts of) where it gives nothing but characters people type: `never` matches those they do not.
 * `cut` is UTF-8 that ends within a character, `unknown` everything else.
 */
export const textOf = (
  bytes: Uint8Array,
  never: RegExp = untyped,
): { text: string; encoding: Encoding } | 'cut' | 'unknown' => {
  const marked = byteOrderMarks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  const tried: Encoding[] = marked ? [marked.encoding] : ['utf-8', 'gb18030']
  if (tried.includes('utf-8') && isCutUtf8(bytes) && strictly(bytes, 'utf-8') === null) return 'cut'
  for (const encoding of tried) {
    const text = strictly(bytes, encoding)
    if (text !== null && !never.test(text)) return { text, encoding }
  }
  return 'unknown'
}

/** As {@link textOf}; a sheet that gives no text is refused: a wrong guess would store names nobody has. */
export const decodeText = (
  fileName: string,
  bytes: Uint8Array,
): { text: string; encoding: Encoding } => {
  const read = textOf(bytes)
  if (read === 'cut') throw unreadable('cut', { file: fileName })
  if (read === 'unknown') throw unreadable('encoding', { file: fileName })
  return read
}
