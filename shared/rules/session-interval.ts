import { addMonths, daysBetween } from './moment.ts'

/**
 * When the next session is due: at least one in two months (组织法 51①), counted to the same day of the month
 * (rules.md §9-21).
 * @param lastEndedOn day the last session ended
 * @returns `dueOn`, and how many days are left on `today` (negative when overdue)
 */
export const nextSessionDue = (
  lastEndedOn: string,
  today: string,
): { dueOn: string; daysLeft: number } => {
  const dueOn = addMonths(lastEndedOn, 2)
  return { dueOn, daysLeft: daysBetween(today, dueOn) }
}
