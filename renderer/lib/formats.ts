import { dayText } from '../../shared/locales/days.ts'
import { dayOf, localMoment } from '../../shared/rules/moment.ts'
import { toChineseNumeral } from '../../shared/rules/numerals.ts'
import { currentLocale } from './i18n.ts'

/** A day or moment as the office writes its day (GB/T 9704); nothing for null. */
export const formatDay = (day: string | null): string => (day ? dayText(currentLocale(), day) : '')

/** A month, or a day, as forms write it: «1979.03». Other texts stay as they are. */
export const shownMonth = (text: string): string =>
  /^\d{4}-\d{2}(?:-\d{2})?$/u.test(text) ? text.replaceAll('-', '.') : text

/** `HH:mm` of a local moment `YYYY-MM-DDTHH:mm:ss`. */
export const formatTime = (moment: string | null): string => moment?.slice(11, 16) ?? ''

/** Day and time of a local moment. */
export const formatMoment = (moment: string | null): string =>
  moment && moment.length > 10 ? `${formatDay(moment)} ${formatTime(moment)}` : formatDay(moment)

/** Clock time `HH:mm:ss` of an instant, China Standard Time. */
export const formatClock = (instant: number): string => localMoment(instant).slice(11)

/** Day and clock time of an instant (epoch milliseconds), China Standard Time. */
export const formatInstant = (instant: number): string =>
  `${formatDay(localMoment(instant))} ${formatClock(instant)}`

/** A number where documents write it in Chinese numerals; digits in English. */
export const formatNumeral = (number: number): string =>
  currentLocale() === 'zh-CN' && number >= 1 && number <= 999
    ? toChineseNumeral(number)
    : String(number)

/** A count of bytes for people. */
export const formatBytes = (bytes: number): string => {
  const mebibytes = bytes / 1024 / 1024
  return mebibytes >= 1 ? `${mebibytes.toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`
}

/** The moment now, `YYYY-MM-DDTHH:mm:ss`, China Standard Time. */
export const now = (): string => localMoment(Date.now())

/** Today, `YYYY-MM-DD`, China Standard Time. */
export const today = (): string => dayOf(now())
