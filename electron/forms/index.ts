import type { FormRead } from '../kernel/ports.ts'
import { textOf } from '../sheets/encoding.ts'
import { fileKind } from '../sheets/kind.ts'
import { factsOf } from './facts.ts'
import { readLrm } from './lrm.ts'
import { readLrmx } from './lrmx.ts'
import { photoOf, photoOfBase64, type Photo } from './photo.ts'
import { limits, unreadable } from './refusal.ts'

/** Controls no form holds. Characters made for one computer alone do occur, in names above all, and stay. */
const never = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/u

/** The sentence for what is no form at all. */
const strangers: Partial<Record<ReturnType<typeof fileKind>, string>> = {
  zip: 'office',
  protected: 'office',
  xls: 'office',
  ole: 'office',
  pdf: 'pdf',
  picture: 'picture',
}

const checkedText = (fileName: string, bytes: Uint8Array): string => {
  const file = { file: fileName }
  if (bytes.length === 0) throw unreadable('empty', file)
  if (bytes.length > limits.fileBytes) {
    throw unreadable('tooLarge', { ...file, limit: limits.fileBytes / 1024 / 1024 })
  }
  const stranger = strangers[fileKind(bytes)]
  if (stranger) throw unreadable(stranger, file)
  const read = textOf(bytes, never)
  if (read === 'cut') throw unreadable('cut', file)
  if (read === 'unknown') throw unreadable('encoding', file)
  return read.text
}

type PhotoFile = { name: string; bytes: Uint8Array }

const ownPhoto = (photo: PhotoFile): Photo => photoOf(photo.name, photo.bytes)

/**
 * Reads a 任免审批表: `.lrm` (quoted fields, its picture in a file of its own) or `.lrmx` (XML with its picture inside).
 * The content decides which it is, not the name. A picture of its own comes before one inside.
 * Throws a `Refusal` with code `invalid` that names the file, the place, the rule and the way out.
 */
export const readForm = async (
  fileName: string,
  bytes: Uint8Array,
  photo?: PhotoFile,
): Promise<FormRead> => {
  const text = checkedText(fileName, bytes)
  if (text.trimStart().startsWith('<')) {
    const read = readLrmx(fileName, text)
    const { facts, remarks } = factsOf(fileName, read.raw)
    const picture = photo ? ownPhoto(photo) : photoOfBase64(fileName, read.photo)
    return { facts, photo: picture.photo, remarks: [...remarks, ...picture.remarks] }
  }
  const { raw, remarks } = readLrm(fileName, text)
  const read = factsOf(fileName, raw)
  const picture = photo ? ownPhoto(photo) : photoOfBase64(fileName, '')
  return {
    facts: read.facts,
    photo: picture.photo,
    remarks: [...remarks, ...read.remarks, ...picture.remarks],
  }
}
