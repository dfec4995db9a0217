import { addDays } from './moment.ts'

/*
 * Days by which something must be done. The first day does not count (rules.md §8-61). Workdays leave out Saturdays and
 * Sundays alone: no calendar of holidays and shifted workdays is kept, and whoever reads such a day is told so.
 */

/** Monday to Friday. `isoDay` is `YYYY-MM-DD`. */
export const isWorkday = (isoDay: string): boolean => {
  const weekday = new Date(`${isoDay}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/**
 * The `count`-th workday after a day, that day itself not counted. `count` 0 gives the day itself.
 * @param count whole and not negative
 */
export const addWorkdays = (isoDay: string, count: number): string => {
  let day = isoDay
  for (let left = count; left > 0;) {
    day = addDays(day, 1)
    if (isWorkday(day)) left -= 1
  }
  return day
}
