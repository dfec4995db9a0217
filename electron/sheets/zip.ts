import { constants, crc32, inflateRawSync } from 'node:zlib'
import { limits } from './refusal.ts'

/** Why an archive is not safe or not possible to read. */
export type ArchiveFault = 'damaged' | 'encrypted' | 'tooLarge'

export type Archive = {
  names: string[]
  /** UTF-8 text of one part, '' when there is none of that name. */
  text: (name: string) => string
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endSize = 22
const entrySize = 46
const localSize = 30
/** The comment after the end record is at most 64 KiB long. */
const endReach = endSize + 0xffff

type Entry = {
  name: string
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  offset: number
}

const findEnd = (view: DataView): number | null => {
  const lowest = Math.max(0, view.byteLength - endReach)
  for (let at = view.byteLength - endSize; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at
  }
  return null
}

const readEntry = (bytes: Uint8Array, view: DataView, at: number): [Entry, number] => {
  const nameSize = view.getUint16(at + 28, true)
  const next =
    at + entrySize + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  const name = bytes.subarray(at + entrySize, at + entrySize + nameSize)
  return [
    {
      name: new TextDecoder().decode(name).replaceAll('\\', '/'),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    },
    next,
  ]
}

const readEntries = (bytes: Uint8Array, view: DataView): Entry[] | ArchiveFault => {
  const end = findEnd(view)
  if (end === null) return 'damaged'
  const count = view.getUint16(end + 10, true)
  if (count > limits.archiveEntries) return 'tooLarge'
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + entrySize > bytes.length || view.getUint32(at, true) !== entryMark) return 'damaged'
    const [entry, next] = readEntry(bytes, view, at)
    entries.push(entry)
    at = next
  }
  return entries
}

const unpack = (bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array | ArchiveFault => {
  if (entry.flags & 1) return 'encrypted'
  const { offset } = entry
  if (offset + localSize > bytes.length || view.getUint32(offset, true) !== localMark) {
    return 'damaged'
  }
  const start =
    offset + localSize + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) return 'damaged'
  if (entry.method === 0) return packed
  if (entry.method !== 8) return 'damaged'
  try {
    // One byte of room more than declared: a part that unpacks to more than it says is caught, not unpacked.
    return inflateRawSync(packed, {
      maxOutputLength: entry.size + 1,
      finishFlush: constants.Z_FINISH,
    })
  } catch {
    return 'damaged'
  }
}

const isXml = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels')

/**
 * Reads a zip archive with every part checked: sizes against the limits before anything is unpacked, then its
 * unpacked size and check sum. What passes can be handed to a library that trusts its input.
 */
export const openArchive = (bytes: Uint8Array): Archive | ArchiveFault => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readEntries(bytes, view)
  if (typeof entries === 'string') return entries
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  const isTooLarge =
    total > limits.archiveBytes ||
    entries.some((entry) => isXml(entry.name) && entry.size > limits.partBytes)
  if (isTooLarge) return 'tooLarge'
  const parts = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const part = unpack(bytes, view, entry)
    if (typeof part === 'string') return part
    if (part.length !== entry.size || crc32(part) !== entry.crc) return 'damaged'
    if (isXml(entry.name) || entry.name === 'mimetype') parts.set(entry.name, part)
  }
  return {
    names: entries.map((entry) => entry.name),
    text: (name) => new TextDecoder().decode(parts.get(name) ?? new Uint8Array()),
  }
}
