import { z } from 'zod'
import { leaveRoles, type LeaveRole } from '../rules/leave.ts'
import { command, query } from './define.ts'
import type { Message } from './errors.ts'
import { Day, Id, Line, Moment, Note, Rev } from './fields.ts'

export const markStates = ['present', 'onLeave', 'absent'] as const
export type MarkState = (typeof markStates)[number]

/** Who granted leave and in which office; an empty role is not known. */
export type Approval = { approver: string; approverRole: LeaveRole | '' }

/** A place in the hall, 1-based: the front row is 1, columns count from the left as the chair looks at the hall. */
export type Place = { row: number; col: number }

/** One member's standing at a sitting. */
export type RollEntry = Approval & {
  memberId: string
  personId: string
  /** Place in the official order of those in office, 1-based. */
  number: number
  name: string
  /** In pinyin, lower case: «zsf». */
  initials: string
  kind: 'chair' | 'vice-chair' | 'secretary-general' | 'ordinary'
  seat: Place | null
  /** null until the roll was called for this member. */
  state: MarkState | null
  reason: string
  /** Attends by video; counts as present only where the sitting permits it. */
  video: boolean
  /** Leave granted before the day that covers this sitting. */
  leave: ({ reason: string } & Approval) | null
  /** What is wrong with who approved the leave marked or granted; a warning, never a bar (rules.md §8-28). */
  approverFault: Message | null
  /** Duties are suspended on this day: in the membership, never in the hall. */
  suspended: boolean
  /** Times in the hall; `to` null is still here. */
  intervals: { from: string; to: string | null }[]
  /** Counts as present at the moment asked for. */
  here: boolean
  late: boolean
  leftEarly: boolean
}

/**
 * Numbers that agree by construction: expected = present + onLeave + absent + unmarked. Those who sit in or observe
 * stand beside them and never among them.
 */
export type RollCounts = {
  /** 应到: everyone in office at the moment. */
  expected: number
  /** 实到: in the hall at the moment, or on video where that is permitted. */
  present: number
  onLeave: number
  /** Marked absent, gone before the moment, suspended, or on video without permission. */
  absent: number
  unmarked: number
  /** Part of `present`: those on video. */
  video: number
  /** Part of `absent`: on video without permission (rules.md §9-15). */
  videoUncounted: number
  /** Part of `absent`: duties suspended (rules.md §9-83). */
  suspended: number
  /** 列席 who came. */
  sitIn: number
  /** 旁听 who came. */
  observe: number
}

export type Quorum = { base: number; needed: number; present: number; met: boolean }

export type Roll = {
  sittingId: string
  at: string
  entries: RollEntry[]
  counts: RollCounts
  /** 名额 of the term. */
  seats: number
  quorum: Quorum
  /** The council has permitted attending this sitting by video (议事规则 7). */
  videoPermitted: boolean
  /** The sitting goes on after an adjournment and its roll has not been called since: no vote can be opened. */
  callAnew: boolean
}

/** A leave slip of one member for a session, or for one sitting of it. */
export type Leave = Approval & {
  id: string
  sessionId: string
  /** null is the whole session. */
  sittingId: string | null
  memberId: string
  name: string
  reason: string
  /** null while nobody has granted it. */
  grantedOn: string | null
  /** What is wrong with who approved it; a warning, never a bar. */
  fault: Message | null
  rev: number
}

/** What a sitting can count on before it begins. */
export type Forecast = {
  sittingId: string
  inOffice: number
  /** «全体组成人员» as the body counts it, and how many of it the quorum needs. */
  base: number
  needed: number
  /** Members with leave granted for it who are not suspended. */
  onLeave: number
  suspended: number
  /** At most so many can come. */
  canCome: number
  /** canCome − needed: negative when there cannot be a quorum. */
  margin: number
}

/** A body's own rule on absence that a member has reached; it warns and changes nothing (rules.md §8-30). */
export type AbsenceWarning = { memberId: string; name: string; message: Message }

export const guestKinds = ['sitIn', 'observe'] as const
export type GuestKind = (typeof guestKinds)[number]

/** Someone who sits in (列席: a voice, no vote) or observes (旁听). */
export type Guest = {
  id: string
  sittingId: string
  kind: GuestKind
  /** 1, 2, 3 … within the kind, without gaps. */
  number: number
  name: string
  post: string
  present: boolean
  rev: number
}

/** Guests of a sitting with their numbers, counted from the names themselves. */
export type Guests = Record<GuestKind, { guests: Guest[]; expected: number; present: number }>

export type Seat = Place & { memberId: string }

/** Time in which a member may not act (暂停执行职务); days, `endsOn` null is still so. */
export type Suspension = {
  id: string
  memberId: string
  name: string
  startsOn: string
  /** Last day of it. */
  endsOn: string | null
  reason: string
  rev: number
}

const Name = z.string().trim().max(60)
const approval = {
  approver: Name.default(''),
  approverRole: z.enum([...leaveRoles, '']).default(''),
}
const SeatNumber = z.int().min(1).max(99)

export const attendance = {
  /** The roll of a sitting at a moment (now, or its end once adjourned, when absent). */
  roll: query<Roll>()(z.object({ sittingId: Id, at: Moment.optional() })),
  /**
   * «Everyone present except…»: marks all who are unmarked; those with leave granted before are on leave. An exception
   * without a state is on leave where leave was granted, else absent. Repeating it changes nothing. After an
   * adjournment it calls the roll anew: exceptions who had been there are gone since the adjournment.
   */
  callRoll: command<Roll>()(
    z.object({
      sittingId: Id,
      exceptions: z
        .array(
          z.object({
            memberId: Id,
            state: z.enum(['onLeave', 'absent']).optional(),
            reason: Note.default(''),
          }),
        )
        .max(500),
      at: Moment.optional(),
    }),
  ),
  /** Sets one member's mark. The same mark twice changes nothing. `video` means something for those present alone. */
  mark: command<Roll>()(
    z.object({
      sittingId: Id,
      memberId: Id,
      state: z.enum(markStates),
      reason: Note.default(''),
      ...approval,
      video: z.boolean().default(false),
      at: Moment.optional(),
    }),
  ),
  /** A member comes in (late, or back). Already here: nothing changes. */
  arrive: command<Roll>()(z.object({ sittingId: Id, memberId: Id, at: Moment.optional() })),
  /** A member goes out. Not here: nothing changes. */
  depart: command<Roll>()(z.object({ sittingId: Id, memberId: Id, at: Moment.optional() })),
  /** Lets those on video count as present, or not; refused where the body's rules never permit it. */
  permitVideo: command<Roll>()(z.object({ sittingId: Id, permitted: z.boolean() })),

  /** Leave slips of a session: for the whole of it first, then by sitting. */
  leaves: query<Leave[]>()(z.object({ sessionId: Id })),
  /** Creates (`id` absent, rev 0) or changes a slip; granted needs to say by whom. One slip a member and scope. */
  saveLeave: command<Leave>()(
    z.object({
      id: Id.optional(),
      rev: Rev,
      sessionId: Id,
      sittingId: Id.nullable().default(null),
      memberId: Id,
      reason: Line,
      ...approval,
      grantedOn: Day.nullable().default(null),
    }),
  ),
  removeLeave: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
  /** For each sitting of a session, in order: who can come at most, and what the quorum needs. */
  forecast: query<Forecast[]>()(z.object({ sessionId: Id })),
  /** Who has reached a limit of the body's own rules on absence, of a term (the present one when absent). */
  warnings: query<AbsenceWarning[]>()(z.object({ termId: Id.optional() })),

  guests: query<Guests>()(z.object({ sittingId: Id })),
  /** Adds people to the end of a list; one already on it (same name and post) changes nothing. */
  addGuests: command<Guests>()(
    z.object({
      sittingId: Id,
      kind: z.enum(guestKinds),
      people: z
        .array(z.object({ name: Line, post: z.string().trim().max(200).default('') }))
        .min(1)
        .max(500),
    }),
  ),
  saveGuest: command<Guest>()(
    z.object({
      id: Id,
      rev: Rev,
      name: Line,
      post: z.string().trim().max(200).default(''),
      present: z.boolean(),
    }),
  ),
  /** Takes someone off the list; the numbers close up. */
  removeGuest: command<Guests>()(z.object({ id: Id, rev: Rev })),

  /** Who sits where, row by row. */
  seats: query<Seat[]>()(z.object({})),
  /** Puts the whole map; members not in it have no seat. Two on one seat are refused by name. */
  saveSeats: command<Seat[]>()(
    z.object({
      seats: z.array(z.object({ memberId: Id, row: SeatNumber, col: SeatNumber })).max(500),
    }),
  ),

  /** Suspensions of the present term, newest first. */
  suspensions: query<Suspension[]>()(z.object({})),
  /** Creates (`id` absent, rev 0) or changes one. */
  saveSuspension: command<Suspension>()(
    z.object({
      id: Id.optional(),
      rev: Rev,
      memberId: Id,
      startsOn: Day,
      endsOn: Day.nullable().default(null),
      reason: Line,
    }),
  ),
  /** Says the last day of one. */
  endSuspension: command<Suspension>()(z.object({ id: Id, rev: Rev, endsOn: Day })),
}
