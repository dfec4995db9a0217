import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Moment, Note } from './fields.ts'

export const markStates = ['present', 'onLeave', 'absent'] as const
export type MarkState = (typeof markStates)[number]

/** One member's standing at a sitting. */
export type RollEntry = {
  memberId: string
  personId: string
  name: string
  kind: 'chair' | 'vice-chair' | 'secretary-general' | 'ordinary'
  /** null until the roll was called for this member. */
  state: MarkState | null
  reason: string
  approver: string
  /** Times in the hall; `to` null is still here. */
  intervals: { from: string; to: string | null }[]
  /** In the hall at the moment asked for. */
  here: boolean
  late: boolean
  leftEarly: boolean
}

/** Numbers that agree by construction: expected = present + onLeave + absent + unmarked. */
export type RollCounts = {
  /** 应到: everyone in office at the moment. */
  expected: number
  /** 实到: in the hall at the moment. */
  present: number
  onLeave: number
  /** Marked absent, or gone before the moment. */
  absent: number
  unmarked: number
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
}

export const attendance = {
  /** The roll of a sitting at a moment (now, or its end once adjourned, when absent). */
  roll: query<Roll>()(z.object({ sittingId: Id, at: Moment.optional() })),
  /** «Everyone present except…»: marks all who are unmarked; exceptions on leave or absent. Repeating it changes nothing. */
  callRoll: command<Roll>()(
    z.object({
      sittingId: Id,
      exceptions: z
        .array(
          z.object({
            memberId: Id,
            state: z.enum(['onLeave', 'absent']),
            reason: Note.default(''),
          }),
        )
        .max(500),
      at: Moment.optional(),
    }),
  ),
  /** Sets one member's mark. The same mark twice changes nothing. */
  mark: command<Roll>()(
    z.object({
      sittingId: Id,
      memberId: Id,
      state: z.enum(markStates),
      reason: Note.default(''),
      approver: z.string().trim().max(60).default(''),
      at: Moment.optional(),
    }),
  ),
  /** A member comes in (late, or back). Already here: nothing changes. */
  arrive: command<Roll>()(z.object({ sittingId: Id, memberId: Id, at: Moment.optional() })),
  /** A member goes out. Not here: nothing changes. */
  depart: command<Roll>()(z.object({ sittingId: Id, memberId: Id, at: Moment.optional() })),
}
