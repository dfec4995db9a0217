import type { Message } from '../../shared/contract/errors.ts'
import type { MergedRange, Sheet } from '../kernel/ports.ts'
import { limits, unreadable } from './refusal.ts'

const isBlank = (row: readonly string[]): boolean => row.every((text) => text.trim() === '')

/**
 * Cuts blank rows off both ends and makes a sheet of the rest.
 * `grid[0]` is sheet row 1. Refuses a sheet without a word, or with more rows than any roster has.
 */
export const toSheet = (
  fileName: string,
  grid: string[][],
  remarks: Message[],
  merged: MergedRange[] = [],
): Sheet => {
  const first = grid.findIndex((row) => !isBlank(row))
  if (first < 0) throw unreadable('blank', { file: fileName })
  const rows = grid.slice(first, grid.findLastIndex((row) => !isBlank(row)) + 1)
  if (rows.length > limits.rows) {
    throw unreadable('tooManyRows', { file: fileName, rows: rows.length, limit: limits.rows })
  }
  return { rows, firstLine: first + 1, remarks, merged }
}
