import Papa from 'papaparse'
import type { Message } from '../../shared/contract/errors.ts'
import type { Sheet } from '../kernel/ports.ts'
import { decodeText } from './encoding.ts'
import { limits, unreadable } from './refusal.ts'
import { toSheet } from './trim.ts'

const delimiters = [',', ';', '\t'] as const
/** Rows looked at to tell the delimiter. */
const sampleRows = 40

const parse = (text: string, delimiter: string, preview: number): Papa.ParseResult<string[]> =>
  Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false })

/** How many sampled rows agree on one number of fields above one: the right delimiter cuts rows alike. */
const agreement = (text: string, delimiter: string): number => {
  const widths = new Map<number, number>()
  for (const row of parse(text, delimiter, sampleRows).data) {
    if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  }
  return Math.max(0, ...widths.values())
}

const bestDelimiter = (text: string): string => {
  const scored = delimiters.map((delimiter) => ({ delimiter, score: agreement(text, delimiter) }))
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter
}

/** A CSV file's bytes to a sheet: encoding and delimiter are found out, an unclosed quote is refused with its line. */
export const readCsv = (fileName: string, bytes: Uint8Array): Sheet => {
  const { text, encoding } = decodeText(fileName, bytes)
  const { data, errors } = parse(text, bestDelimiter(text), 0)
  const quote = errors.find((error) => error.type === 'Quotes')
  if (quote) throw unreadable('quote', { file: fileName, line: (quote.row ?? 0) + 1 })
  const widest = data.reduce((most, row) => Math.max(most, row.length), 0)
  if (widest > limits.columns) {
    throw unreadable('tooManyColumns', { file: fileName, columns: widest, limit: limits.columns })
  }
  const remarks: Message[] =
    encoding === 'gb18030' ? [{ key: 'import.remark.gb18030', params: { file: fileName } }] : []
  return toSheet(fileName, data, remarks)
}
