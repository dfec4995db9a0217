/** Invented sittings the script is tried on. */
import type { Tally } from '../../rules/tally.ts'
import type { ScriptFacts, ScriptItem, ScriptQuestion, ScriptRound } from './facts.ts'

export const tally = (more: Partial<Tally> = {}): Tally => ({
  for: 36,
  against: 1,
  abstain: 0,
  notPressed: 1,
  spoiled: 0,
  ...more,
})

export const round = (more: Partial<ScriptRound> = {}): ScriptRound => ({
  method: 'device',
  state: 'locked',
  reason: '',
  tally: tally(),
  verdict: 'passed',
  scrutineers: [],
  sheetId: null,
  announced: null,
  shift: null,
  ...more,
})

export const question = (more: Partial<ScriptQuestion> = {}): ScriptQuestion => ({
  id: 'q1',
  itemId: 'i1',
  kind: 'bill',
  title: '《临江市河道管理条例》',
  method: 'device',
  amendsId: null,
  acts: [],
  mergedBy: '',
  withdrawn: null,
  heldOffBy: null,
  rounds: [],
  shift: null,
  ...more,
})

export const item = (more: Partial<ScriptItem> = {}): ScriptItem => ({
  id: 'i1',
  kind: 'bill',
  position: 2,
  title: '审议《临江市河道管理条例（草案）》',
  written: false,
  heard: false,
  taken: false,
  state: 'pending',
  declined: null,
  questions: [],
  nominators: [],
  ...more,
})

export const facts = (
  items: readonly ScriptItem[],
  more: Partial<ScriptFacts> = {},
): ScriptFacts => ({
  bodyName: '临江市人民代表大会常务委员会',
  term: 17,
  session: 35,
  sitting: {
    id: 's1',
    kind: 'plenary',
    name: '第一次全体会议',
    date: '2026-11-26',
    chair: '高鹤年',
    first: true,
    last: true,
    over: false,
  },
  expected: 41,
  roll: { present: 38, onLeave: 2, met: true },
  sitIn: [],
  observers: 0,
  agendaCount: items.length,
  items,
  notPressed: 'separate',
  ...more,
})
