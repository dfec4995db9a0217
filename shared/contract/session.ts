import { z } from 'zod'
import { command, query } from './define.ts'
import { Count, Day, Id, Line, Moment, Note, Rev } from './fields.ts'

export const sittingKinds = ['plenary', 'group', 'joint'] as const
export type SittingKind = (typeof sittingKinds)[number]

export const itemKinds = [
  'agenda',
  'bill',
  'report',
  'plan-budget',
  'inspection',
  'representative',
  'appointment',
  'resignation',
  'dismissal',
  'supplementary-election',
  'satisfaction',
  'procedural',
  'other',
] as const
export type ItemKind = (typeof itemKinds)[number]

/** Motions that members sign together and that need a number of names (组织法 52③ 53 58, 监督法 61, 选举法 51). */
export const signedKinds = [
  'motion',
  'inquiry',
  'dismissal',
  'inquiry-committee',
  'recall',
] as const
export type SignedKind = (typeof signedKinds)[number]

export const itemStates = [
  'pending',
  'current',
  'deliberated',
  'decided',
  'withdrawn',
  'deferred',
  'declined',
] as const
export type ItemState = (typeof itemStates)[number]

/** The states one sets by hand; `declined` needs its reason. */
export const settableItemStates = itemStates.filter(
  (state): state is Exclude<ItemState, 'declined'> => state !== 'declined',
)

/** A signed motion as it was held against the law, at the moment it was put forward. */
export type Signed = {
  kind: SignedKind
  signatories: number
  /** All members at `at`, and how many of them had to sign. */
  base: number
  needed: number
  at: string
}

export const sessionStates = ['planned', 'open', 'closed'] as const
export type SessionState = (typeof sessionStates)[number]

export const sittingStates = ['planned', 'open', 'adjourned'] as const
export type SittingState = (typeof sittingStates)[number]

export type Sitting = {
  id: string
  sessionId: string
  kind: SittingKind
  /** Number within the kind: 第1次全体会议. */
  number: number
  /** Group name for group sittings, e.g. «第一组»; empty otherwise. */
  groupName: string
  /** Planned start until opened, then the moment it was opened. */
  startsAt: string
  endsAt: string | null
  place: string
  chairId: string | null
  chairName: string | null
  state: SittingState
  rev: number
}

export type Item = {
  id: string
  sessionId: string
  /** 1-based order on the agenda. */
  position: number
  kind: ItemKind
  title: string
  /** （书面）: put in writing, not read out. */
  written: boolean
  state: ItemState
  note: string
  /** Set where members put it forward by signing together. */
  signed: Signed | null
  /** The council does not put it to the committee; the movers are told why. */
  declined: { at: string; reason: string } | null
  rev: number
}

export type SessionSummary = {
  id: string
  termId: string
  termNumber: number
  /** 第×次会议. */
  number: number
  startsOn: string
  endsOn: string
  /** 临时召集: exempt from what is due days before a session (rules.md §8-16, 20, 21). */
  extraordinary: boolean
  place: string
  chairId: string | null
  chairName: string | null
  state: SessionState
  itemCount: number
  rev: number
}

export type SessionDetail = SessionSummary & { sittings: Sitting[]; items: Item[] }

/** What is to be asked before a sitting is opened now; it bars nothing. */
export type OpeningDoubts = {
  /** Today is not a day of the sitting: its own, and today. */
  day: { own: string; today: string } | null
  /** Other sessions nobody has closed, where the sitting is its session's first. */
  underWay: SessionSummary[]
}

export const session = {
  /** Newest first. */
  list: query<SessionSummary[]>()(z.object({})),
  get: query<SessionDetail>()(z.object({ id: Id })),
  /** What a new session would be numbered: last number of the term + 1. */
  nextNumber: query<{ number: number }>()(z.object({})),
  /** `id` absent creates; a number already used in the term is refused. */
  save: command<SessionSummary>()(
    z.object({
      id: Id.optional(),
      rev: Rev,
      number: z.int().min(1).max(999),
      startsOn: Day,
      endsOn: Day,
      extraordinary: z.boolean().default(false),
      place: z.string().trim().max(200).default(''),
      chairId: Id.nullable().default(null),
    }),
  ),
  /** planned → open → closed. Closing is refused while a vote is open. */
  setState: command<SessionSummary>()(z.object({ id: Id, rev: Rev, state: z.enum(sessionStates) })),
  saveSitting: command<Sitting>()(
    z.object({
      id: Id.optional(),
      rev: Rev,
      sessionId: Id,
      kind: z.enum(sittingKinds),
      groupName: z.string().trim().max(40).default(''),
      startsAt: Moment,
      place: z.string().trim().max(200).default(''),
      chairId: Id.nullable().default(null),
    }),
  ),
  /** What speaks against opening the sitting now: its day, and sessions still under way. */
  openingDoubts: query<OpeningDoubts>()(z.object({ sittingId: Id })),
  /** Opens (taking the moment from the clock) or adjourns a sitting; opening again changes nothing. */
  setSittingState: command<Sitting>()(
    z.object({ id: Id, rev: Rev, state: z.enum(['open', 'adjourned']) }),
  ),
  removeSitting: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
  saveItem: command<Item>()(
    z.object({
      id: Id.optional(),
      rev: Rev,
      sessionId: Id,
      kind: z.enum(itemKinds),
      title: Line,
      written: z.boolean().default(false),
      note: Note.default(''),
      /** Absent leaves it as it is. Too few signatures are refused; `at` absent is now, or what it was. */
      signed: z
        .object({ kind: z.enum(signedKinds), signatories: Count, at: Moment.optional() })
        .nullable()
        .optional(),
    }),
  ),
  /** The council declines to put a signed motion or dismissal to the committee (组织法 52③, 监督法 61②). */
  declineItem: command<Item>()(z.object({ id: Id, rev: Rev, reason: Line })),
  /** Moves an item to a 1-based position; the others close up. */
  moveItem: command<Item[]>()(z.object({ id: Id, rev: Rev, position: z.int().min(1).max(999) })),
  /** `current` makes the item before it leave the floor; at most one item is current. */
  setItemState: command<Item>()(z.object({ id: Id, rev: Rev, state: z.enum(settableItemStates) })),
  /** Refused once something was voted on it. */
  removeItem: command<{ id: string }>()(z.object({ id: Id, rev: Rev })),
}
