import type { Message } from '../../shared/contract/errors.ts'
import { limits, unreadable } from './refusal.ts'

type Picture = { type: 'jpeg' | 'png' | 'bmp'; width: number; height: number }

const starts = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte)

/** Markers of a JPEG that carry its size: frames of every coding, without tables and arithmetic conditions. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const jpegSize = (view: DataView): Omit<Picture, 'type'> | null => {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrame(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else at += 2 + Math.max(2, view.getUint16(at + 2))
  }
  return null
}

/** What a picture is by its first bytes, and how large; null where it is none of the three kinds or has no size. */
const pictureOf = (bytes: Uint8Array): Picture | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (starts(bytes, 0xff, 0xd8, 0xff)) {
    const size = jpegSize(view)
    return size && { type: 'jpeg', ...size }
  }
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && bytes.length >= 24) {
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
  }
  if (starts(bytes, 0x42, 0x4d) && bytes.length >= 26) {
    const height = Math.abs(view.getInt32(22, true))
    return { type: 'bmp', width: Math.abs(view.getInt32(18, true)), height }
  }
  return null
}

export type Photo = { photo: string | null; remarks: Message[] }

const remarked = (name: string): Photo => ({
  photo: null,
  remarks: [{ key: `dossier.remark.${name}` }],
})

const tooLarge = (fileName: string): never => {
  throw unreadable('photoTooLarge', { file: fileName, limit: limits.photoBytes / 1024 / 1024 })
}

/**
 * A picture as a data address, told by its content. One beyond 2 MiB or 6,000 pixels refuses the file; one of another
 * kind is left out with a remark.
 */
export const photoOf = (fileName: string, bytes: Uint8Array): Photo => {
  if (bytes.length > limits.photoBytes) tooLarge(fileName)
  const picture = pictureOf(bytes)
  if (!picture || picture.width === 0 || picture.height === 0) return remarked('photoKind')
  const side = Math.max(picture.width, picture.height)
  if (side > limits.photoSide) {
    throw unreadable('photoTooWide', { file: fileName, side, limit: limits.photoSide })
  }
  const base64 = Buffer.from(bytes).toString('base64')
  return { photo: `data:image/${picture.type};base64,${base64}`, remarks: [] }
}

/** The same of a picture written in base64, possibly broken into lines. Nothing written is no picture. */
export const photoOfBase64 = (fileName: string, written: string): Photo => {
  const text = written.replace(/\s+/gu, '').replace(/^data:image\/[a-z]+;base64,/u, '')
  if (text === '') return remarked('noPhoto')
  if (text.length > Math.ceil(limits.photoBytes / 3) * 4) tooLarge(fileName)
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(text)) return remarked('photoBroken')
  return photoOf(fileName, Buffer.from(text, 'base64'))
}
