import type { ImportColumn } from '../../shared/contract/roster.ts'
import { formatMoment } from '../lib/formats.ts'
import { hasSentence, t } from '../lib/i18n.ts'

const wordKey = (column: ImportColumn, value: string): string => {
  if (column === 'sex') return `common.sex.${value}`
  if (column === 'kind') return `common.kind.${value}`
  return column === 'endReason' ? `roster.reason.${value}` : ''
}

/** A stored value of the roster's sheet in words. */
export const valueText = (column: ImportColumn, value: string): string => {
  const key = wordKey(column, value)
  if (key !== '' && hasSentence(key)) return t(key)
  return column === 'startsOn' || column === 'endsAt' ? formatMoment(value) : value
}
