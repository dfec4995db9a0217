import { readDate } from '../../shared/rules/moment.ts'

/** A day as people type it → `YYYY-MM-DD`; null when it is no day that exists. */
export const readDay = (text: string): string | null => {
  const read = readDate(text)
  return 'date' in read ? read.date : null
}

/** Whether a text says a year or a month alone. */
export const lacksDay = (text: string): boolean => {
  const read = readDate(text)
  return 'error' in read && read.error === 'date-day-missing'
}

/** A time as people type it («9:30», «930», «0930», full-width colon) → `HH:mm`; null when it is none. */
export const readTime = (text: string): string | null => {
  const found = /^(\d{1,2}):?(\d{2})$/.exec(text.normalize('NFKC').trim())
  const [, hour, minute] = found ?? []
  if (!hour || !minute || Number(hour) > 23 || Number(minute) > 59) return null
  return `${hour.padStart(2, '0')}:${minute}`
}
