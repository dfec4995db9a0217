/** What the minutes (会议记录) are made from: plain data, gathered by the kernel. */
import type { IncidentKind } from '../../contract/incident.ts'
import type { ItemKind, ItemState, SittingKind } from '../../contract/session.ts'
import type { VoteMethod } from '../../rules/question.ts'
import type { SittingFact } from '../attendance.ts'
import type { CorrectionFact, NamedFact } from '../result.ts'

export type SpeechFact = {
  name: string
  /** How often the person spoke on the matter, from 1. */
  turn: number
  /** «HH:MM»; no end while the speech runs. */
  from: string
  to: string | null
  seconds: number
  /** Granted beyond the limit, and by whom. */
  extraSeconds: number
  extendedBy: string
}

export type RoundRecord = {
  method: VoteMethod
  /** «HH:MM» */
  time: string
  expected: number
  present: number
  /** Part of `present`. */
  video: number
  scrutineers: readonly string[]
  /** Two who counted apart and agreed. */
  tellers: readonly string[]
} & (
  | { state: 'open' }
  /** A void round is named with its reason and without figures. */
  | { state: 'void'; reason: string }
  | {
      state: 'locked'
      /** The totals as announced, and the verdict with its arithmetic. */
      tally: string
      sentence: string
      papers: { issued: number; collected: number } | null
      /** Why the base was chosen where the verdict hung on it; empty otherwise. */
      baseNote: string
      /** The article under which keypads stand for paper; empty otherwise. */
      byDevice: string
      corrections: readonly CorrectionFact[]
      named: readonly NamedFact[]
    }
)

export type QuestionRecord = {
  title: string
  /** Persons of a merged vote, as sentences; fewer than two otherwise. */
  acts: readonly string[]
  mergedBy: string
  /** What it would amend. */
  amends: string | null
  /** How the person to be dismissed was heard; empty otherwise. */
  defence: string
  withdrawn: string | null
  rounds: readonly RoundRecord[]
}

export type ItemRecord = {
  title: string
  state: ItemState
  /** False in a sitting that heard it and left it to another: what became of it is said there. */
  settled: boolean
  written: boolean
  kind: ItemKind
  /** Why the council did not put it to the committee; null where it did. */
  declined: string | null
  speeches: readonly SpeechFact[]
  questions: readonly QuestionRecord[]
}

export type IncidentFact = {
  time: string
  kind: IncidentKind
  text: string
  /** What a later note put in its place: the text, and time and kind where they are others. */
  corrected: { time: string; kind: IncidentKind; text: string } | null
}

export type SittingRecord = {
  kind: SittingKind
  name: string
  date: string
  /** «HH:MM» */
  from: string
  to: string | null
  /** Adjourned in between, «HH:MM», and how many were there when the roll was called anew; null where it was not. */
  recesses: readonly { from: string; to: string; present: number | null }[]
  place: string
  chair: string | null
  /** Null where nobody called the roll. */
  roll: SittingFact | null
  /** Present by video where the sitting permits it. */
  video: readonly string[]
  sitIn: readonly { name: string; post: string }[]
  observers: number
  items: readonly ItemRecord[]
  /** Speeches on no item. */
  speeches: readonly SpeechFact[]
  incidents: readonly IncidentFact[]
}

export type MinutesFacts = {
  bodyName: string
  term: number
  session: number
  /** The last day of the sittings recorded. */
  date: string
  sittings: readonly SittingRecord[]
  /** Who kept the record. */
  keepers: readonly string[]
}
