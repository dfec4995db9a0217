import type { Cell } from '@cj-tech-master/excelts'
import { unreadable } from './refusal.ts'

const secondMs = 1000
const dayMs = 86_400_000

/** A date cell holds wall-clock time as UTC; a whole day is written as a day. */
const dateText = (date: Date): string => {
  const ms = Math.round(date.getTime() / secondMs) * secondMs
  const text = new Date(ms).toISOString()
  return ms % dayMs === 0 ? text.slice(0, 10) : text.slice(0, 19)
}

/** Excel keeps 15 digits of a number; what lies beyond is an artefact of binary fractions. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)))

/** The text of a plain value, or null for a value of another shape. */
const plainText = (value: unknown): string | null => {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : dateText(value)
  if (typeof value === 'object' && 'error' in value) return String(value.error)
  return null
}

const isFormula = (value: unknown): value is { result?: unknown } =>
  typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)

/**
 * A cell as text: dates `YYYY-MM-DD` (with a time of day `YYYY-MM-DDTHH:mm:ss`), numbers as typed, formulas as the
 * result the file keeps. A formula without a kept result is refused with its address: guessing it could store a
 * wrong date. `isTextual` says that the formula gave a text, which may be empty.
 */
export const cellText = (fileName: string, cell: Cell, isTextual: boolean): string => {
  const { value } = cell
  if (!isFormula(value)) return plainText(value) ?? cell.text
  if (value.result === undefined || value.result === null) {
    if (isTextual) return ''
    throw unreadable('formula', { file: fileName, cell: cell.address })
  }
  return plainText(value.result) ?? cell.text
}
