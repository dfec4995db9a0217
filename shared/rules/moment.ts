import { fromChineseNumeral, plainDigits } from './numerals.ts'

/*
 * Days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:mm:ss`, both local to China Standard Time (UTC+8, no summer time).
 * Both compare correctly as plain strings.
 */

const hour = 3_600_000
const day = 24 * hour
const offset = 8 * hour

/** The local moment at a point in time (milliseconds since 1970 UTC); fractions of a second are dropped. */
export const localMoment = (epochMs: number): string =>
  new Date(epochMs + offset).toISOString().slice(0, 19)

/**
 * Milliseconds since 1970 UTC of a local moment.
 * @throws RangeError when the text is no moment
 */
export const toEpoch = (moment: string): number => {
  const epoch = Date.parse(`${moment}Z`) - offset
  if (Number.isNaN(epoch) || localMoment(epoch) !== moment) {
    throw new RangeError(`not a moment: ${moment}`)
  }
  return epoch
}

/** The day of a day or moment. */
export const dayOf = (moment: string): string => moment.slice(0, 10)

const dayNumber = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00Z`) / day
const dayAt = (number: number): string => new Date(number * day).toISOString().slice(0, 10)

/** The day `count` days later (earlier when negative). */
export const addDays = (isoDay: string, count: number): string => dayAt(dayNumber(isoDay) + count)

/** Days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** The same day of the month `count` months later, or that month's last day: 01-31 and one month is 02-28. */
export const addMonths = (isoDay: string, count: number): string => {
  const [year = 0, month = 1, date = 1] = isoDay.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

/** «2026年1月5日», no leading zeros (GB/T 9704). Takes a day or a moment. */
export const formatDate = (isoDay: string): string => {
  const [year = '', month = '', date = ''] = dayOf(isoDay).split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** «星期一» … «星期日» of a day or moment. */
export const weekday = (isoDay: string): string =>
  `星期${'四五六日一二三'.charAt(((dayNumber(dayOf(isoDay)) % 7) + 7) % 7)}`

export type DateFault =
  | 'date-empty'
  | 'date-unreadable'
  | 'date-no-such-day'
  | 'date-year-short'
  | 'date-year-not-first'
  | 'date-day-missing'
  | 'date-out-of-range'

export type ReadDate = { date: string } | { error: DateFault }

const separated = /^(\d{4})\s*([-/.年])\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?(?:[T\s].*)?$/u
const compact = /^(\d{4})(\d{2})(\d{2})$/u
const faults: readonly (readonly [RegExp, DateFault])[] = [
  [/^$/u, 'date-empty'],
  [/^\d{4}(?:\s*[-/.年]\s*(?:\d{1,2}\s*月?)?)?$/u, 'date-day-missing'],
  [/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/u, 'date-year-not-first'],
  [/^\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/u, 'date-year-short'],
]

const checked = (year: number, month: number, date: number): ReadDate => {
  if (year < 1900 || year > 2100) return { error: 'date-out-of-range' }
  const found = new Date(Date.UTC(year, month - 1, date))
  const exists = found.getUTCMonth() === month - 1 && found.getUTCDate() === date
  return exists ? { date: found.toISOString().slice(0, 10) } : { error: 'date-no-such-day' }
}

/** Excel counts days from 1900-01-01 = 1 and believes in a 1900-02-29, so from March 1900 day 0 is 1899-12-30. */
const fromSerial = (serial: number): ReadDate =>
  serial >= 61 && serial < 73_415
    ? { date: addDays('1899-12-30', Math.floor(serial)) }
    : { error: 'date-out-of-range' }

/** «二〇二六年十一月二十五日» with Arabic digits; text in Arabic digits comes back as it is. */
const withArabicDigits = (text: string): string => {
  const parts =
    /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]+)月([一二三四五六七八九十]+)[日号]$/u.exec(
      text,
    )
  if (!parts) return text
  const [, year = '', month = '', date = ''] = parts
  const number = (part: string): string => String(fromChineseNumeral(part) ?? '')
  return `${plainDigits(year)}年${number(month)}月${number(date)}日`
}

/**
 * Reads a day as people and sheets write it: 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, 二〇二六年一月五日,
 * full-width digits, a trailing time of day, an Excel serial number (also as text), a Date from a sheet (read in UTC).
 * Years 1900 to 2100. Whatever leaves room for doubt is refused: two-digit years, the day first, no day.
 */
export const readDate = (input: string | number | Date): ReadDate => {
  if (input instanceof Date) {
    return Number.isNaN(input.getTime())
      ? { error: 'date-unreadable' }
      : checked(input.getUTCFullYear(), input.getUTCMonth() + 1, input.getUTCDate())
  }
  if (typeof input === 'number') return fromSerial(input)
  const text = withArabicDigits(
    input
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .trim(),
  )
  if (/^\d{5}(?:\.\d+)?$/u.test(text)) return fromSerial(Number(text))
  const parts = separated.exec(text) ?? compact.exec(text)
  if (!parts) {
    return { error: faults.find(([shape]) => shape.test(text))?.[1] ?? 'date-unreadable' }
  }
  return checked(Number(parts[1]), Number(parts.at(-2)), Number(parts.at(-1)))
}
