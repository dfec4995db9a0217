import { Refusal, type Message } from '../../shared/contract/errors.ts'

/** A file that cannot be read, as the refusal to throw: `import.file.<name>` says what, where, why and the way out. */
export const unreadable = (name: string, params: NonNullable<Message['params']>): Refusal =>
  new Refusal({ code: 'invalid', message: { key: `import.file.${name}`, params } })

/** What a roster file may hold. Generous for any committee, small enough that no file can exhaust the machine. */
export const limits = {
  fileBytes: 32 * 1024 * 1024,
  /** One XML part of a workbook, unpacked. */
  partBytes: 32 * 1024 * 1024,
  /** The whole archive, unpacked; pictures count. */
  archiveBytes: 128 * 1024 * 1024,
  archiveEntries: 4_000,
  rows: 20_000,
  /** Rows a sheet may be stretched to by formats alone. */
  stretchedRows: 100_000,
  columns: 200,
  /** Cells under one merged range; beyond it the range is damage, not layout. */
  mergedCells: 40_000,
} as const
