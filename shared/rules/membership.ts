import { dayOf } from './moment.ts'

/**
 * Time in office. `startsOn` is the first day. `endsAt` is null in office; a day is the last day in office; a moment
 * is when office ended, so that a resignation accepted at 10:00 counts for a vote at 10:01.
 */
export type Office = { startsOn: string; endsAt: string | null }

/** Whether a member is in office at a local moment `YYYY-MM-DDTHH:mm:ss`. */
export const inOfficeAt = ({ startsOn, endsAt }: Office, moment: string): boolean => {
  if (dayOf(moment) < startsOn) return false
  if (endsAt === null) return true
  return endsAt.length === 10 ? dayOf(moment) <= endsAt : moment < endsAt
}

/** «全体组成人员» at a moment: those in office then, whether they came or not (组织法 51④). */
export const membershipAt = <Member extends Office>(
  members: readonly Member[],
  moment: string,
): Member[] => members.filter((member) => inOfficeAt(member, moment))

/** Seats not filled at a moment; negative when more are in office than there are seats. */
export const vacancies = (seats: number, members: readonly Office[], moment: string): number =>
  seats - membershipAt(members, moment).length
