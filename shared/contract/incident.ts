import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Moment } from './fields.ts'

/** Equipment, network, a ruling of whoever chairs, order in the hall, anything else. */
export const incidentKinds = ['device', 'network', 'ruling', 'order', 'other'] as const
export type IncidentKind = (typeof incidentKinds)[number]

/** Something that happened in a sitting, as it was noted; it never changes. */
export type Incident = {
  id: string
  sittingId: string
  /** When it happened. */
  at: string
  kind: IncidentKind
  text: string
  /** The round it happened in. */
  voteId: string | null
  /** Who noted it. */
  operator: string
  /** The note this one puts right. */
  correctsId: string | null
  /** The note that puts this one right. */
  correctedBy: string | null
}

export const incident = {
  /** Of a sitting, in order of time; notes put right stay in the list. */
  list: query<Incident[]>()(z.object({ sittingId: Id })),
  /**
   * Notes what happened, now or at a moment gone by. With `correctsId` it takes the place of an earlier note, of whose
   * time and vote it keeps what is not given. The very same note again changes nothing.
   */
  note: command<Incident>()(
    z.object({
      sittingId: Id,
      kind: z.enum(incidentKinds),
      text: z.string().trim().min(1).max(1000),
      at: Moment.optional(),
      voteId: Id.nullable().optional(),
      correctsId: Id.optional(),
    }),
  ),
}
