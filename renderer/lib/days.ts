import { readDate } from '../../shared/rules/moment.ts'
import { tell } from './i18n.ts'

/** A day as people type it → `YYYY-MM-DD`; null when it is no day that exists. */
export const readDay = (text: string): string | null => {
  const read = readDate(text)
  return 'date' in read ? read.date : null
}

/** Why a text is no day, as a sentence; undefined where it is one. */
export const dayFault = (text: string): string | undefined => {
  const read = readDate(text)
  return 'error' in read ? tell({ key: `rules.${read.error}`, params: { text } }) : undefined
}

/** A time as people type it («9:30», «930», «0930», full-width colon) → `HH:mm`; null when it is none. */
export const readTime = (text: string): string | null => {
  const found = /^(\d{1,2}):?(\d{2})$/.exec(text.normalize('NFKC').trim())
  const [, hour, minute] = found ?? []
  if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}
