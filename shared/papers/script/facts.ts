/** What a 主持词 is made from: plain data, gathered by the kernel. */
import type { NominatorKind } from '../../contract/appointment.ts'
import type { ItemKind, ItemState, SittingKind } from '../../contract/session.ts'
import type { QuestionKind } from '../../contract/ballot.ts'
import type { VoteMethod } from '../../rules/question.ts'
import type { NotPressedPolicy, Tally } from '../../rules/tally.ts'
import type { verdictWord } from '../wording.ts'

/** `before` has blanks for every number the sitting brings; `live` and `after` have them where they are known. */
export const scriptStages = ['before', 'live', 'after'] as const
export type ScriptStage = (typeof scriptStages)[number]

/** How a passage is read: aloud, aloud as a call to somebody (bold), or not aloud (楷体, in brackets). */
export const passageKinds = ['say', 'cue', 'direction'] as const
export type PassageKind = (typeof passageKinds)[number]

/** A passage as it is made, before anybody's own words replace it. */
export type Draft = {
  /** Stable across stages and over the sitting, so that own words stay where they belong. */
  key: string
  kind: PassageKind
  text: string
  itemId: string | null
  questionId: string | null
  /** The announcement of a result that is not locked: own words must not say one. */
  pending?: true
}

export type ScriptRound = {
  method: VoteMethod
  /** `void` bears its reason and no figure. */
  state: 'open' | 'locked' | 'void'
  reason: string
  tally: Tally | null
  verdict: keyof typeof verdictWord | null
  scrutineers: readonly string[]
  /** The sheet with several lines the round was held on. */
  sheetId: string | null
  /** The figures announced first, where the result was corrected. */
  announced: Tally | null
  /** Set where the membership changed since the vote before. */
  shift: Shift | null
}

/** The membership now, and how many votes it takes. */
export type Shift = { now: number; needed: number }

export type ScriptQuestion = {
  id: string
  itemId: string
  kind: QuestionKind
  title: string
  /** The method of the next round. */
  method: VoteMethod
  /** The question this one would amend. */
  amendsId: string | null
  /** «决定任命张三为××局局长», one an act; empty for a question without acts. */
  acts: readonly string[]
  /** Who allowed several acts to be voted on as one: «主任会议决定»; empty when not known. */
  mergedBy: string
  /** Why it was withdrawn before the vote; null while it stands. */
  withdrawn: string | null
  /** The question that failed or was withdrawn and without which this one is not put to the vote; null where it may be. */
  heldOffBy: string | null
  /** Rounds held in this sitting, without records that were corrected since. */
  rounds: readonly ScriptRound[]
  /** For a question not put yet: the membership as it changed since the last vote. */
  shift: Shift | null
}

/** Somebody called on to explain acts. */
export type ScriptNominator = { id: string; kind: NominatorKind; name: string }

export type ScriptItem = {
  id: string
  kind: ItemKind
  /** 1-based place on the agenda. */
  position: number
  title: string
  written: boolean
  /** Explained or reported on in an earlier sitting: nobody is called on again. */
  heard: boolean
  /** Taken up in this sitting, whatever became of it. */
  taken: boolean
  state: ItemState
  /** Why the council did not put it to the committee; null where it did. */
  declined: string | null
  questions: readonly ScriptQuestion[]
  /** Who put its acts forward, as entered; empty when not known. */
  nominators: readonly ScriptNominator[]
}

export type ScriptRoll = { present: number; onLeave: number; met: boolean }

export type ScriptFacts = {
  bodyName: string
  term: number
  session: number
  sitting: {
    id: string
    kind: SittingKind
    /** «第一次全体会议» */
    name: string
    date: string
    chair: string | null
    /** The first and the last plenary or joint sitting of the session. */
    first: boolean
    last: boolean
    /** Adjourned: what was not done then was not said. */
    over: boolean
  }
  /** Everyone in office. */
  expected: number
  /** Null until the roll was called. */
  roll: ScriptRoll | null
  /** People who sit in: «市人民政府副市长　王五». */
  sitIn: readonly string[]
  observers: number
  /** How many items the agenda of the whole session has. */
  agendaCount: number
  /** Items of this sitting, in the order of the agenda. */
  items: readonly ScriptItem[]
  notPressed: NotPressedPolicy
}

const unheld = (question: ScriptQuestion): ScriptQuestion => ({
  ...question,
  rounds: [],
  withdrawn: null,
  heldOffBy: null,
  shift: null,
})

/** What a sitting that is over did: items and questions nothing came of fall away. */
export const afterwards = (facts: ScriptFacts): ScriptFacts => {
  if (!facts.sitting.over) return facts
  const items = facts.items.map((item) => ({
    ...item,
    questions: item.questions.filter(
      (one) => one.rounds.length > 0 || one.withdrawn !== null || one.heldOffBy !== null,
    ),
  }))
  return {
    ...facts,
    items: items.filter(({ state, questions }) => state !== 'pending' || questions.length > 0),
  }
}

/** The same sitting with nothing known of what it will bring: what the text before it is made from. */
export const beforehand = (facts: ScriptFacts): ScriptFacts => ({
  ...facts,
  roll: null,
  items: facts.items.map((item) => ({
    ...item,
    // What the council did not put forward is known before the sitting.
    state: item.state === 'declined' ? 'declined' : 'pending',
    questions: item.questions.map(unheld),
  })),
})
