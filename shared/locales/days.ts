import { dayOf, formatDate } from '../rules/moment.ts'
import type { Locale } from './index.ts'

/** A day or the day of a moment as a language writes it; in Chinese as the office does (GB/T 9704). */
export const dayText = (locale: Locale, day: string): string => {
  if (locale === 'zh-CN') return formatDate(day)
  const options = { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${dayOf(day)}T00:00:00Z`))
}

/** What stands between two days, and for an end nobody knows or that has not come. */
const words: Record<Locale, { between: string; unknown: string; open: string }> = {
  'zh-CN': { between: '至', unknown: '日期不详', open: '今' },
  en: { between: ' – ', unknown: '…', open: '…' },
}

const isoDay = /\d{4}-\d{2}-\d{2}/gu
const isoSpan = /(\d{4}-\d{2}-\d{2}|…)—(\d{4}-\d{2}-\d{2}|…)/gu

/** A text with its days `2021-03-04` and spans `2021-03-04—…` written as a language writes them. */
export const withDays = (locale: Locale, text: string): string => {
  const { between, unknown, open } = words[locale]
  return text
    .replace(
      isoSpan,
      (_, from: string, to: string) =>
        `${from === '…' ? unknown : from}${between}${to === '…' ? open : to}`,
    )
    .replace(isoDay, (day) => dayText(locale, day))
}
