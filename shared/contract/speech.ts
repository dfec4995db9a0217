import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Line, Moment, Rev } from './fields.ts'

export const speechStates = ['queued', 'speaking', 'done', 'dropped'] as const
export type SpeechState = (typeof speechStates)[number]

/** One person's turn on the speakers' list of a sitting. */
export type Speech = {
  id: string
  sittingId: string
  /** What is spoken about; null where it belongs to no item. */
  itemId: string | null
  /** null for those who sit in (列席). */
  memberId: string | null
  name: string
  /** How often the person will have spoken on the item in sittings of this kind, from 1. */
  turn: number
  /** Order among those who wait. */
  position: number
  state: SpeechState
  /** Allowed by the body's rules; 0 for no limit. */
  limitSeconds: number
  /** Granted by the chair beyond that. */
  extraSeconds: number
  /** Who granted it last; empty while nothing was granted. */
  extendedBy: string
  startedAt: string | null
  endedAt: string | null
  rev: number
}

/** A speech that was begun, with how long it took. */
export type SpokenSpeech = Speech & {
  startedAt: string
  /** Up to now for the one that runs. */
  seconds: number
  /** Beyond limit and extension. */
  over: number
}

/** One person's speeches of a session together. */
export type SpeechSum = {
  memberId: string | null
  name: string
  times: number
  seconds: number
  over: number
}

const Who = z.string().trim().min(1).max(60)

export const speech = {
  /**
   * Who spoke, who speaks, who waits, in this order; without those dropped. `now` (epoch milliseconds) is the kernel's
   * clock, which the countdown goes by.
   */
  list: query<{ now: number; speeches: Speech[] }>()(z.object({ sittingId: Id })),
  /**
   * Puts a person at the end of the list: a member by id, someone who sits in by name. Who waits already to speak on
   * the same item stays where they are. Limit and turn follow from the body's parameters and the record.
   */
  add: command<Speech>()(
    z
      .object({
        sittingId: Id,
        itemId: Id.nullable().default(null),
        memberId: Id.optional(),
        name: Who.optional(),
      })
      .refine(({ memberId, name }) => (memberId === undefined) !== (name === undefined)),
  ),
  /** Puts one who waits to a 1-based place among those who wait. */
  move: command<Speech>()(z.object({ id: Id, position: z.int().min(1).max(9999) })),
  /** Takes one who waits off the list. */
  drop: command<Speech>()(z.object({ id: Id })),
  /** Gives the floor, from this moment. Refused while another speaks; the same again changes nothing. */
  start: command<Speech>()(z.object({ id: Id })),
  /** Ends the speech at this moment; the same again changes nothing. */
  stop: command<Speech>()(z.object({ id: Id })),
  /** Takes the floor back from one called by mistake, who then waits in front; refused for any who does not speak. */
  putBack: command<Speech>()(z.object({ id: Id, rev: Rev })),
  /** More time by leave of whoever chairs (议事规则 44①). */
  extend: command<Speech>()(
    z.object({ id: Id, rev: Rev, minutes: z.int().min(1).max(120), by: Who }),
  ),
  /** Lets a speech that was ended by mistake go on, as if it had not been ended. The reason stays in the journal. */
  reopen: command<Speech>()(z.object({ id: Id, rev: Rev, reason: Line })),
  /** Puts the times of a speech that is over right. The reason stays in the journal. */
  adjust: command<Speech>()(
    z.object({ id: Id, rev: Rev, startedAt: Moment, endedAt: Moment, reason: Line }),
  ),
  /** Who spoke how long in a session: each speech in order of time, and sums in order of each person's first. */
  record: query<{ speeches: SpokenSpeech[]; sums: SpeechSum[] }>()(z.object({ sessionId: Id })),
}
