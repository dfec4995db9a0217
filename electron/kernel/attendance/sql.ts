import type {
  Approval,
  Guest,
  Leave,
  MarkState,
  Seat,
  Suspension,
} from '../../../shared/contract/attendance.ts'
import { change, select, type NoParams } from '../store/sql.ts'

export type MarkRow = Approval & {
  memberId: string
  state: MarkState
  reason: string
  video: number
}
export type StayRow = { memberId: string; fromAt: string; toAt: string | null }
export type TermMark = {
  memberId: string
  sessionId: string
  day: string
  state: MarkState
  /** On video without permission: neither here nor away without leave. */
  uncounted: number
}
export type LeaveRow = Omit<Leave, 'fault'>
export type GuestRow = Omit<Guest, 'present'> & { present: number }

const LEAVE = {
  id: true,
  sessionId: true,
  sittingId: true,
  memberId: true,
  name: true,
  reason: true,
  approver: true,
  approverRole: true,
  grantedOn: true,
  rev: true,
} as const
const LEAVE_TEXT = `SELECT leave.id, sessionId, sittingId, memberId, name, reason, approver, approverRole, grantedOn,
    leave.rev AS rev
  FROM leave JOIN member ON member.id = memberId JOIN person ON person.id = personId`

const GUEST = {
  id: true,
  sittingId: true,
  kind: true,
  number: true,
  name: true,
  post: true,
  present: true,
  rev: true,
} as const
const GUEST_TEXT = 'SELECT id, sittingId, kind, number, name, post, present, rev FROM guest'

const SUSPENSION = {
  id: true,
  memberId: true,
  name: true,
  startsOn: true,
  endsOn: true,
  reason: true,
  rev: true,
} as const
const SUSPENSION_TEXT = `SELECT suspension.id, memberId, name, suspension.startsOn, endsOn, reason, suspension.rev AS rev
  FROM suspension JOIN member ON member.id = memberId JOIN person ON person.id = personId`

export const attendanceSql = {
  marks: select<{ sittingId: string }, MarkRow>()(
    { memberId: true, state: true, reason: true, approver: true, approverRole: true, video: true },
    'SELECT memberId, state, reason, approver, approverRole, video FROM mark WHERE sittingId = @sittingId',
  ),
  stays: select<{ sittingId: string }, StayRow>()(
    { memberId: true, fromAt: true, toAt: true },
    'SELECT memberId, fromAt, toAt FROM stay WHERE sittingId = @sittingId ORDER BY memberId, fromAt',
  ),
  setMark: change<MarkRow & { sittingId: string }>()(
    `INSERT INTO mark (sittingId, memberId, state, reason, approver, approverRole, video)
     VALUES (@sittingId, @memberId, @state, @reason, @approver, @approverRole, @video)
     ON CONFLICT (sittingId, memberId) DO UPDATE SET state = @state, reason = @reason, approver = @approver,
       approverRole = @approverRole, video = @video`,
  ),
  come: change<{ sittingId: string; memberId: string; at: string }>()(
    `INSERT INTO stay (sittingId, memberId, fromAt, toAt) VALUES (@sittingId, @memberId, @at, NULL)
     ON CONFLICT (sittingId, memberId, fromAt) DO UPDATE SET toAt = NULL`,
  ),
  go: change<{ sittingId: string; memberId: string; at: string }>()(
    `UPDATE stay SET toAt = max(@at, fromAt)
     WHERE sittingId = @sittingId AND memberId = @memberId AND toAt IS NULL`,
  ),
  forget: change<{ sittingId: string; memberId: string }>()(
    'DELETE FROM stay WHERE sittingId = @sittingId AND memberId = @memberId',
  ),

  /** Marks of all adjourned sittings of a term. */
  termMarks: select<{ termId: string }, TermMark>()(
    { memberId: true, sessionId: true, day: true, state: true, uncounted: true },
    `SELECT mark.memberId, sitting.sessionId, substr(sitting.startsAt, 1, 10) AS day, mark.state,
       mark.video = 1 AND sitting.videoPermitted = 0 AS uncounted
     FROM mark JOIN sitting ON sitting.id = mark.sittingId JOIN session ON session.id = sitting.sessionId
     WHERE session.termId = @termId AND sitting.state = 'adjourned'`,
  ),

  videoPermitted: select<{ sittingId: string }, { videoPermitted: number }>()(
    { videoPermitted: true },
    'SELECT videoPermitted FROM sitting WHERE id = @sittingId',
  ),
  permitVideo: change<{ sittingId: string; permitted: number }>()(
    'UPDATE sitting SET videoPermitted = @permitted WHERE id = @sittingId',
  ),

  /** When a sitting that goes on was adjourned, until its roll is called anew. */
  rollDue: select<{ sittingId: string }, { since: string | null }>()(
    { since: true },
    'SELECT rollDueFrom AS since FROM sitting WHERE id = @sittingId',
  ),
  rollCalled: change<{ sittingId: string }>()(
    'UPDATE sitting SET rollDueFrom = NULL WHERE id = @sittingId',
  ),

  leaves: select<{ sessionId: string }, LeaveRow>()(
    LEAVE,
    `${LEAVE_TEXT} WHERE sessionId = @sessionId`,
  ),
  leave: select<{ id: string }, LeaveRow>()(LEAVE, `${LEAVE_TEXT} WHERE leave.id = @id`),
  addLeave: change<Omit<LeaveRow, 'name' | 'rev'>>()(
    `INSERT INTO leave (id, sessionId, sittingId, memberId, reason, approver, approverRole, grantedOn, rev)
     VALUES (@id, @sessionId, @sittingId, @memberId, @reason, @approver, @approverRole, @grantedOn, 1)`,
  ),
  updateLeave: change<Omit<LeaveRow, 'name' | 'rev' | 'sessionId'>>()(
    `UPDATE leave SET sittingId = @sittingId, memberId = @memberId, reason = @reason, approver = @approver,
       approverRole = @approverRole, grantedOn = @grantedOn, rev = rev + 1 WHERE id = @id`,
  ),
  removeLeave: change<{ id: string }>()('DELETE FROM leave WHERE id = @id'),

  guests: select<{ sittingId: string }, GuestRow>()(
    GUEST,
    `${GUEST_TEXT} WHERE sittingId = @sittingId ORDER BY kind, number`,
  ),
  guest: select<{ id: string }, GuestRow>()(GUEST, `${GUEST_TEXT} WHERE id = @id`),
  guestsCame: select<{ sittingId: string }, { sitIn: number; observe: number }>()(
    { sitIn: true, observe: true },
    `SELECT count(CASE kind WHEN 'sitIn' THEN 1 END) AS sitIn, count(CASE kind WHEN 'observe' THEN 1 END) AS observe
     FROM guest WHERE sittingId = @sittingId AND present = 1`,
  ),
  addGuest: change<Omit<GuestRow, 'rev' | 'present'>>()(
    `INSERT INTO guest (id, sittingId, kind, number, name, post, present, rev)
     VALUES (@id, @sittingId, @kind, @number, @name, @post, 1, 1)`,
  ),
  updateGuest: change<Pick<GuestRow, 'id' | 'name' | 'post' | 'present'>>()(
    'UPDATE guest SET name = @name, post = @post, present = @present, rev = rev + 1 WHERE id = @id',
  ),
  numberGuest: change<{ id: string; number: number }>()(
    'UPDATE guest SET number = @number, rev = rev + 1 WHERE id = @id AND number <> @number',
  ),
  removeGuest: change<{ id: string }>()('DELETE FROM guest WHERE id = @id'),

  seats: select<NoParams, Seat>()(
    { memberId: true, row: true, col: true },
    'SELECT memberId, row, col FROM seat ORDER BY row, col',
  ),
  clearSeats: change<NoParams>()('DELETE FROM seat'),
  addSeat: change<Seat>()('INSERT INTO seat (memberId, row, col) VALUES (@memberId, @row, @col)'),

  suspensions: select<{ termId: string }, Suspension>()(
    SUSPENSION,
    `${SUSPENSION_TEXT} WHERE termId = @termId ORDER BY suspension.startsOn DESC, name`,
  ),
  suspension: select<{ id: string }, Suspension>()(
    SUSPENSION,
    `${SUSPENSION_TEXT} WHERE suspension.id = @id`,
  ),
  suspendedOn: select<{ day: string }, { memberId: string }>()(
    { memberId: true },
    `SELECT DISTINCT memberId FROM suspension
     WHERE startsOn <= @day AND (endsOn IS NULL OR endsOn >= @day)`,
  ),
  addSuspension: change<Omit<Suspension, 'name' | 'rev'>>()(
    `INSERT INTO suspension (id, memberId, startsOn, endsOn, reason, rev)
     VALUES (@id, @memberId, @startsOn, @endsOn, @reason, 1)`,
  ),
  updateSuspension: change<Omit<Suspension, 'name' | 'rev'>>()(
    `UPDATE suspension SET memberId = @memberId, startsOn = @startsOn, endsOn = @endsOn, reason = @reason,
       rev = rev + 1 WHERE id = @id`,
  ),
}
