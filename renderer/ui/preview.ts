import type { Message } from '../../shared/contract/errors.ts'
import { t, tell } from '../lib/i18n.ts'
import type { Tone } from './Status.tsx'

export type PreviewState = 'new' | 'changed' | 'same' | 'warning' | 'error'

/** One cell of a sheet that is about to be read in. */
export type PreviewCell = {
  /** As read from the sheet. */
  text: string
  /** As it would be stored. */
  value: string
  /** What is stored now, where it differs. */
  was?: string
  state: PreviewState
  say?: Message
}
export type PreviewRow<C extends string = string> = {
  /** Row number in the sheet as people see it, 1-based. */
  line: number
  state: PreviewState
  cells: Partial<Record<C, PreviewCell>>
}
export type Preview<C extends string = string> = {
  columns: { header: string; column: C | null }[]
  rows: PreviewRow<C>[]
  counts: Record<PreviewState, number>
  remarks: Message[]
  token: string
}

/** How a state looks: its tone and a sign of its own, so that colour is never the only mark. */
export const stateLook: Record<PreviewState, { tone: Tone; sign: string }> = {
  new: { tone: 'good', sign: '+' },
  changed: { tone: 'warn', sign: '→' },
  same: { tone: 'plain', sign: '=' },
  warning: { tone: 'warn', sign: '!' },
  error: { tone: 'bad', sign: '✕' },
}

/** The order in which the states are offered: what needs a look first. */
export const statesToLookAt: readonly PreviewState[] = [
  'error',
  'warning',
  'new',
  'changed',
  'same',
]

/** A stored value of a column in words. */
export type ValueText<C extends string> = (column: C, value: string) => string

/** What a cell shows: what would be stored, or what stands in the sheet where that is wrong. */
export const cellText = <C extends string>(
  column: C,
  cell: PreviewCell,
  valueText: ValueText<C>,
): string => (cell.state === 'error' ? cell.text : valueText(column, cell.value))

/** All there is to say about a cell, as one text; empty when there is nothing. */
export const cellSays = <C extends string>(
  column: C,
  cell: PreviewCell,
  valueText: ValueText<C>,
): string =>
  [
    cell.say ? tell(cell.say) : '',
    cell.was && cell.was !== cell.value
      ? t('import.preview.was', { was: valueText(column, cell.was) })
      : '',
    cell.text !== '' && cell.text !== cellText(column, cell, valueText)
      ? t('import.preview.asWritten', { text: cell.text })
      : '',
  ]
    .filter(Boolean)
    .join(' ')

/** Columns the sheet has or the rows fill, in our order. */
export const columnsOf = <C extends string>({ columns, rows }: Preview<C>): C[] => {
  const known = new Set<C>(columns.flatMap(({ column }) => column ?? []))
  for (const row of rows) for (const column of Object.keys(row.cells)) known.add(column as C)
  return [...known]
}

/** Rows confirming would write. */
export const rowsToWrite = ({ rows }: Preview): number =>
  rows.filter(({ state, cells }) => state !== 'same' && writes(cells)).length

const writes = (cells: PreviewRow['cells']): boolean =>
  Object.values(cells).some(
    (cell) => cell !== undefined && cell.state !== 'same' && cell.was !== cell.value,
  )

/** True when there is something to write and nothing wrong. */
export const canImport = (preview: Preview): boolean =>
  preview.counts.error === 0 && rowsToWrite(preview) > 0
