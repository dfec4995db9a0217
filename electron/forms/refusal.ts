import { Refusal, type Message } from '../../shared/contract/errors.ts'

/** A form that cannot be read, as the refusal to throw: `dossier.file.<name>` says what, where, why and the way out. */
export const unreadable = (name: string, params: NonNullable<Message['params']>): Refusal =>
  new Refusal({ code: 'invalid', message: { key: `dossier.file.${name}`, params } })

/** What a form may hold. Generous for any person, small enough that no file can exhaust the machine. */
export const limits = {
  /** The whole file, its picture in base64 included. */
  fileBytes: 8 * 1024 * 1024,
  photoBytes: 2 * 1024 * 1024,
  /** Longer side of a picture; a small file can unpack to an enormous one. */
  photoSide: 6_000,
  fieldLetters: 20_000,
  relatives: 60,
  elements: 2_000,
  depth: 8,
} as const
