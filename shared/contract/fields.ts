import { z } from 'zod'

/** Opaque text id given by the kernel. */
export const Id = z.string().min(1).max(64)
/** Revision of an editable row: a stale one is refused as `conflict`. */
export const Rev = z.int().min(0)
/** Calendar day `YYYY-MM-DD` that exists. */
export const Day = z.iso.date()
/** Local moment `YYYY-MM-DDTHH:mm:ss` in China Standard Time. */
export const Moment = z.iso
  .datetime({ local: true, offset: false, precision: 0 })
  .refine((text) => !text.endsWith('Z'))
/** One line of text as people type it: trimmed, at least one character. */
export const Line = z.string().trim().min(1).max(400)
/** Free text, may be empty. */
export const Note = z.string().trim().max(4000)
/** A count of people or ballots. */
export const Count = z.int().min(0).max(9999)
/** Bytes of a file as base64 (at most 32 MiB of file). */
export const Base64 = z.base64().max(45_000_000)
/** Names a long call for progress and cancelling; chosen by the caller. */
export const TaskId = z.string().min(1).max(64)
