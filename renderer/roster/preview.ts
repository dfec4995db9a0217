import {
  type CellState,
  type ImportCell,
  type ImportColumn,
  type ImportPreview,
  type ImportRow,
} from '../../shared/contract/roster.ts'
import { formatMoment } from '../lib/formats.ts'
import { hasSentence, t, tell } from '../lib/i18n.ts'
import type { Tone } from '../ui/index.ts'

/** How a state looks: its tone and a sign of its own, so that colour is never the only mark. */
export const stateLook: Record<CellState, { tone: Tone; sign: string }> = {
  new: { tone: 'good', sign: '+' },
  changed: { tone: 'warn', sign: '→' },
  same: { tone: 'plain', sign: '=' },
  warning: { tone: 'warn', sign: '!' },
  error: { tone: 'bad', sign: '✕' },
}

/** The order in which the states are offered: what needs a look first. */
export const statesToLookAt: readonly CellState[] = ['error', 'warning', 'new', 'changed', 'same']

const wordKey = (column: ImportColumn, value: string): string => {
  if (column === 'sex') return `common.sex.${value}`
  if (column === 'kind') return `common.kind.${value}`
  return column === 'endReason' ? `roster.reason.${value}` : ''
}

/** A stored value in words. */
const valueText = (column: ImportColumn, value: string): string => {
  const key = wordKey(column, value)
  if (key !== '' && hasSentence(key)) return t(key)
  return column === 'startsOn' || column === 'endsAt' ? formatMoment(value) : value
}

/** What a cell shows: what would be stored, or what stands in the sheet where that is wrong. */
export const cellText = (column: ImportColumn, cell: ImportCell): string =>
  cell.state === 'error' ? cell.text : valueText(column, cell.value)

/** All there is to say about a cell, as one text; empty when there is nothing. */
export const cellSays = (column: ImportColumn, cell: ImportCell): string =>
  [
    cell.say ? tell(cell.say) : '',
    cell.was ? t('roster.import.was', { was: valueText(column, cell.was) }) : '',
    cell.text !== '' && cell.text !== cellText(column, cell)
      ? t('roster.import.asWritten', { text: cell.text })
      : '',
  ]
    .filter(Boolean)
    .join(' ')

/** Columns the sheet has or the rows fill, in our order. */
export const columnsOf = ({ columns, rows }: ImportPreview): ImportColumn[] => {
  const known = new Set<ImportColumn>(columns.flatMap(({ column }) => column ?? []))
  for (const row of rows)
    for (const column of Object.keys(row.cells)) known.add(column as ImportColumn)
  return [...known]
}

/** Rows confirming would write. */
export const rowsToWrite = ({ rows }: ImportPreview): number =>
  rows.filter(({ state, cells }) => state !== 'same' && writes(cells)).length

const writes = (cells: ImportRow['cells']): boolean =>
  Object.values(cells).some(({ state, was, value }) => state !== 'same' && was !== value)

/** True when there is something to write and nothing wrong. */
export const canImport = (preview: ImportPreview): boolean =>
  preview.counts.error === 0 && rowsToWrite(preview) > 0
