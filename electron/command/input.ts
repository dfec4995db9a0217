import { Refusal } from '../../shared/contract/errors.ts'
import type { Io } from './io.ts'

const refused = (key: string, params: Record<string, string | number>): Refusal =>
  new Refusal({ code: 'invalid', message: { key, params } })

/** How an input is called in sentences. */
const nameOf = (file: string | undefined): string =>
  file === undefined || file === '-' ? 'stdin' : file

const strictly = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const encodingsOf = ([first, second]: Uint8Array): string[] => {
  if (first === 0xff && second === 0xfe) return ['utf-16le']
  if (first === 0xfe && second === 0xff) return ['utf-16be']
  return ['utf-8', 'gb18030']
}

/**
 * Bytes to text: a byte order mark is obeyed and dropped, else UTF-8, else GB18030 (GBK).
 * @returns undefined when the bytes are none of these
 */
export const decodeBytes = (bytes: Uint8Array): string | undefined => {
  for (const encoding of encodingsOf(bytes)) {
    const text = strictly(bytes, encoding)
    if (text !== undefined && !text.includes('\0')) return text
  }
  return undefined
}

const readBytes = async (io: Io, file: string | undefined): Promise<Uint8Array> => {
  try {
    return await io.read(file)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const key = code === 'ENOENT' ? 'cli.input.missing' : 'cli.input.unreadable'
    throw refused(key, { file: nameOf(file), code })
  }
}

/** The text of a file or of stdin. Refuses what is missing, empty, or no text, by name. */
export const readText = async (io: Io, file: string | undefined): Promise<string> => {
  const text = decodeBytes(await readBytes(io, file))
  if (text === undefined) throw refused('cli.input.encoding', { file: nameOf(file) })
  if (text.trim() === '') throw refused('cli.input.empty', { file: nameOf(file) })
  return text
}

/** The JSON of a file or of stdin; what is not JSON is refused with the place where it breaks off. */
export const readJson = async (io: Io, file: string | undefined): Promise<unknown> => {
  const text = await readText(io, file)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const place = /line (\d+) column (\d+)/u.exec((error as Error).message)
    const [, line = '', column = ''] = place ?? []
    const key = place ? 'cli.input.json-at' : 'cli.input.json-cut'
    throw refused(key, { file: nameOf(file), line, column })
  }
}
