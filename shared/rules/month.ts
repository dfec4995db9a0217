import { readDate } from './moment.ts'

const plain = /^(\d{4})(\d{2})(?:\d{2})?$/u
const parted = /^(\d{4})[-./年](\d{1,2})(?:[-./月](?:\d{1,2}日?)?)?(?:出?生)?$/u
/** Five digits that may be a year and a month as well as a spreadsheet's number of a day: nobody can tell. */
const doubtful = /^(?:19|20)\d{3}$/u

/**
 * A month as forms and sheets write it — `197003`, `19700315`, `1970.03`, `1970-3`, «1970年3月», «1970年3月生», an age in
 * brackets behind it, a day as {@link readDate} knows it — as `YYYY-MM`; null where it is no month between 1900 and 2100.
 */
export const monthOf = (written: string): string | null => {
  const text = written
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/\(.*\)$/u, '')
  const [, year = '', month = ''] = plain.exec(text) ?? parted.exec(text) ?? []
  if (year !== '') {
    const inYear = Number(month)
    const isMonth = year >= '1900' && year <= '2100' && inYear >= 1 && inYear <= 12
    return isMonth ? `${year}-${month.padStart(2, '0')}` : null
  }
  const day = doubtful.test(text) ? undefined : readDate(written)
  return day && 'date' in day ? day.date.slice(0, 7) : null
}
