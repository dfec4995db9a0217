import { guestKinds } from '../../shared/contract/attendance.ts'
import { leaveRoles } from '../../shared/rules/leave.ts'
import type { FuzzKit } from './fuzz-ballot.ts'

/** Calls on attendance beside the roll itself: leave, video, guests, seats, suspensions. */
export const attendanceMakers = (
  { below, chance, pick, row, id }: FuzzKit,
  day: () => string,
  names: readonly string[],
): Record<string, () => unknown> => {
  const fresh = (table: string) => (chance(0.5) ? { rev: 0 } : row(table))
  const dayOrNull = () => (chance(0.3) ? null : day())
  return {
    'attendance.leaves': () => ({ sessionId: id('session') }),
    'attendance.saveLeave': () => ({
      ...fresh('leave'),
      sessionId: id('session'),
      sittingId: chance(0.5) ? null : id('sitting'),
      memberId: id('member'),
      reason: '因病',
      approver: chance(0.8) ? '主任' : '',
      approverRole: pick([...leaveRoles, '']),
      grantedOn: dayOrNull(),
    }),
    'attendance.removeLeave': () => row('leave'),
    'attendance.forecast': () => ({ sessionId: id('session') }),
    'attendance.warnings': () => ({}),
    'attendance.permitVideo': () => ({ sittingId: id('sitting'), permitted: chance(0.5) }),
    'attendance.guests': () => ({ sittingId: id('sitting') }),
    'attendance.addGuests': () => ({
      sittingId: id('sitting'),
      kind: pick(guestKinds),
      people: Array.from({ length: 1 + below(3) }, () => ({ name: pick(names), post: '' })),
    }),
    'attendance.saveGuest': () => ({
      ...row('guest'),
      name: pick(names),
      post: '市人大代表',
      present: chance(0.5),
    }),
    'attendance.removeGuest': () => row('guest'),
    'attendance.seats': () => ({}),
    'attendance.saveSeats': () => ({
      seats: Array.from({ length: below(4) }, () => ({
        memberId: id('member'),
        row: 1 + below(3),
        col: 1 + below(3),
      })),
    }),
    'attendance.suspensions': () => ({}),
    'attendance.saveSuspension': () => ({
      ...fresh('suspension'),
      memberId: id('member'),
      // Mostly over before the day: with many suspended no vote would have its quorum.
      startsOn: '2026-11-01',
      endsOn: chance(0.9) ? '2026-11-20' : day(),
      reason: '立案审查',
    }),
    'attendance.endSuspension': () => ({ ...row('suspension'), endsOn: '2026-11-21' }),
  }
}
