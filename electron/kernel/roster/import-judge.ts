import {
  importColumns,
  leavingReasons,
  memberKinds,
  type CellState,
  type ImportCell,
  type ImportColumn,
} from '../../../shared/contract/roster.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { mark, stated } from './import-match.ts'
import type { Draft, ImportInput, Judged, Matched, MemberFacts } from './import-types.ts'

const oneOf = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
  words.find((word) => word === text)

/** What is stored now, column by column; '' where nothing is, undefined where the row is new. */
const storedOf = ({ person, member }: Matched, column: ImportColumn): string | undefined => {
  if (column === 'name') return person?.name
  if (column === 'sex' || column === 'nationality' || column === 'note') {
    return person ? (person[column] ?? '') : undefined
  }
  return member ? String(member[column] ?? '') : undefined
}

const factsOf = (matched: Matched, input: ImportInput): MemberFacts => {
  const { draft, person, member } = matched
  const valueOf = (column: ImportColumn): string =>
    stated(draft, column) || (storedOf(matched, column) ?? '')
  return {
    name: valueOf('name'),
    sex: oneOf(['male', 'female'] as const, valueOf('sex')) ?? null,
    nationality: valueOf('nationality') || null,
    note: stated(draft, 'note') || (person?.note ?? ''),
    kind: oneOf(memberKinds, valueOf('kind')) ?? 'ordinary',
    rank: Number(valueOf('rank')) || null,
    orderOverride: member?.orderOverride ?? null,
    startsOn: valueOf('startsOn') || input.term.startsOn,
    endsAt: valueOf('endsAt') || null,
    endReason: oneOf(leavingReasons, valueOf('endReason')) ?? null,
  }
}

/** Errors and warnings that need more than the cell itself. */
const check = (matched: Matched, facts: MemberFacts, input: ImportInput): void => {
  const { draft, person, member } = matched
  const { startsOn, endsAt, endReason } = facts
  const today = dayOf(input.moment)
  const isNew = !member
  if (isNew && stated(draft, 'kind') === '') {
    mark(draft, 'kind', 'error', { key: 'import.kind.missing' })
  }
  if (isNew && stated(draft, 'startsOn') === '') {
    const params = { day: input.term.startsOn }
    mark(draft, 'startsOn', 'warning', { key: 'import.startsOn.assumed', params })
    draft.cells.startsOn = { ...draft.cells.startsOn!, value: startsOn }
  }
  if (endsAt !== null && dayOf(endsAt) < startsOn) {
    const params = { startsOn, endsAt }
    mark(draft, 'endsAt', 'error', { key: 'import.endsAt.beforeStart', params })
  }
  if (endsAt !== null && endReason === null) {
    mark(draft, 'endReason', 'error', { key: 'import.endReason.missing' })
  }
  if (endsAt === null && endReason !== null) {
    mark(draft, 'endsAt', 'error', { key: 'import.endsAt.missing' })
  }
  if (startsOn > today) {
    mark(draft, 'startsOn', 'warning', { key: 'import.startsOn.future', params: { startsOn } })
  }
  if (startsOn < input.term.startsOn) {
    const params = { startsOn, term: input.term.startsOn }
    mark(draft, 'startsOn', 'warning', { key: 'import.startsOn.beforeTerm', params })
  }
  const sex = stated(draft, 'sex')
  if (person?.sex && sex !== '' && sex !== person.sex) {
    mark(draft, 'sex', 'warning', { key: 'import.sex.differs', params: { name: facts.name } })
  }
  if (member && stated(draft, 'kind') !== '' && facts.kind !== member.kind) {
    const params = { since: member.startsOn }
    mark(draft, 'kind', 'warning', { key: 'import.kind.rewrites', params })
  }
}

/** Warnings about the row as a whole: they stand on the name, which is the same by its nature. */
const aboutRow = new Set(['import.name.ended', 'import.name.comesBack', 'import.name.known'])

const stateOf = (draft: Draft, column: ImportColumn, was: string | undefined): CellState => {
  const cell = draft.cells[column]
  if (cell?.state === 'error') return 'error'
  const isSame = was !== undefined && (cell?.value === '' || cell?.value === was)
  if (cell?.state === 'warning' && (!isSame || aboutRow.has(cell.say?.key ?? ''))) return 'warning'
  if (was === undefined) return 'new'
  return isSame ? 'same' : 'changed'
}

const shown = (matched: Matched, column: ImportColumn): ImportCell | undefined => {
  const cell = matched.draft.cells[column]
  if (!cell) return undefined
  const was = storedOf(matched, column)
  const state = stateOf(matched.draft, column, was)
  const value = cell.value === '' && state !== 'error' ? (was ?? '') : cell.value
  return {
    text: cell.text,
    value,
    ...(was !== undefined && was !== value && state !== 'error' ? { was } : {}),
    state,
    ...(cell.say && (state === 'warning' || state === 'error') ? { say: cell.say } : {}),
  }
}

/** The facts a matched row would store; what is wrong or doubtful about them is marked on its draft. */
export const judgeFacts = (matched: Matched, input: ImportInput): MemberFacts => {
  const facts = factsOf(matched, input)
  check(matched, facts, input)
  return facts
}

/** The row's cells as people see them; taken last, when everything that can be said is marked. */
export const cellsOf = (matched: Matched): Judged['cells'] => {
  const cells: Judged['cells'] = {}
  for (const column of importColumns) {
    const cell = shown(matched, column)
    if (cell) cells[column] = cell
  }
  return cells
}

const worst: readonly CellState[] = ['error', 'warning', 'new', 'changed', 'same']

/** A row is what the worst of its cells is. */
export const worstState = (cells: Judged['cells']): CellState => {
  const states = new Set(Object.values(cells).map(({ state }) => state))
  return worst.find((state) => states.has(state)) ?? 'same'
}
