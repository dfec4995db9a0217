const plain = /^(\d{4})(\d{2})(?:\d{2})?$/u
const parted = /^(\d{4})[-./年](\d{1,2})(?:[-./月](?:\d{1,2}日?)?)?$/u

/**
 * A month as forms write it — `197003`, `19700315`, `1970.03`, `1970-3`, «1970年3月», an age in brackets behind it — as
 * `YYYY-MM`; null where it is no month between 1900 and 2100.
 */
export const monthOf = (written: string): string | null => {
  const text = written
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/\(.*\)$/u, '')
  const [, year = '', month = ''] = plain.exec(text) ?? parted.exec(text) ?? []
  const inYear = Number(month)
  const isMonth = year >= '1900' && year <= '2100' && inYear >= 1 && inYear <= 12
  return isMonth ? `${year}-${month.padStart(2, '0')}` : null
}
