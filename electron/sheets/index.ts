import type { Sheet } from '../kernel/ports.ts'
import { readCsv } from './csv.ts'
import { fileKind } from './kind.ts'
import { limits, unreadable } from './refusal.ts'
import { readXlsx } from './xlsx.ts'

export { writeWorkbook } from './write.ts'

/**
 * Reads a roster from an XLSX or CSV file; the content decides which it is, not the name.
 * Throws a `Refusal` with code `invalid` that names the file, the place, the rule and the way out.
 */
export const readSheet = async (fileName: string, bytes: Uint8Array): Promise<Sheet> => {
  const file = { file: fileName }
  if (bytes.length === 0) throw unreadable('empty', file)
  if (bytes.length > limits.fileBytes) {
    throw unreadable('tooLarge', { ...file, limit: limits.fileBytes / 1024 / 1024 })
  }
  const kind = fileKind(bytes)
  if (kind === 'zip') return readXlsx(fileName, bytes)
  if (kind === 'text') return readCsv(fileName, bytes)
  throw unreadable(kind, file)
}
