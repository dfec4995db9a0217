import { z } from 'zod'
import { keep, query } from './define.ts'
import type { Message } from './errors.ts'

/** Longest place a page may keep, characters of JSON. */
const LONGEST_PLACE = 4096

const Place = z
  .record(z.string(), z.json())
  .refine((place) => JSON.stringify(place).length <= LONGEST_PLACE)

/** A rehearsal under way. */
export type Rehearsal = {
  /** 演练第 N 次, from 1, counted on this machine. */
  number: number
  /** Epoch milliseconds, UTC. */
  startedAt: number
}

/** How the copies on a stick stand. */
export type Shadow = {
  /** Folder the copies go to; null where none was chosen. */
  folder: string | null
  /** `writing`: a newer state is on its way; `saved`: the newest is on the stick, checked; `failed`: it is not. */
  state: 'off' | 'writing' | 'saved' | 'failed'
  /** When the newest copy was finished, epoch milliseconds; null before the first. */
  at: number | null
  /** Name of the newest copy. */
  file: string | null
  bytes: number | null
  /** Why it failed; null unless `failed`. */
  message: Message | null
}

export const safety = {
  /** Where the page was when it was last told; null before that. Comes back after a power cut. */
  place: query<Record<string, unknown> | null>()(z.object({})),
  /** Keeps where the page is: any JSON object up to 4096 characters. */
  keepPlace: keep<{ at: number }>()(z.object({ place: Place })),
  /** The rehearsal under way; null while the data is the real one. */
  rehearsal: query<Rehearsal | null>()(z.object({})),
  /** How the copies on a stick stand. */
  shadow: query<Shadow>()(z.object({})),
}
