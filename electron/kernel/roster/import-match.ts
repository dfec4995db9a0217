import type { Message } from '../../../shared/contract/errors.ts'
import type { ImportColumn, Member, Person } from '../../../shared/contract/roster.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { lineList } from './import-rows.ts'
import type { Draft, ImportInput, Matched, ReadCell } from './import-types.ts'

/** The value a draft states in a column, '' when it states none. */
export const stated = ({ cells }: Draft, column: ImportColumn): string => cells[column]?.value ?? ''

const blank: ReadCell = { text: '', value: '' }

/** Puts an error (always) or a warning (unless there is an error) on a cell. */
export const mark = (
  draft: Draft,
  column: ImportColumn,
  state: 'warning' | 'error',
  say: Message,
): void => {
  const cell = draft.cells[column] ?? blank
  if (cell.state === 'error' || (cell.state === 'warning' && state === 'warning')) return
  draft.cells[column] = { ...cell, state, say }
}

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] => [
  ...Map.groupBy(items, keyOf).values(),
]

type Known = { sex: string | null; nationality: string | null }
const said = (draft: Draft): Known => ({
  sex: stated(draft, 'sex') || null,
  nationality: stated(draft, 'nationality') || null,
})
/** True when both state a sex, or both a nationality, and they differ: two people for certain. */
const apart = (a: Known, b: Known): boolean =>
  (a.sex !== null && b.sex !== null && a.sex !== b.sex) ||
  (a.nationality !== null && b.nationality !== null && a.nationality !== b.nationality)

/** True when the rows read as one person's tenures one after another: each dated, each ended before the next. */
const inTurn = (drafts: readonly Draft[]): boolean => {
  const spans = drafts
    .map((draft) => ({ from: stated(draft, 'startsOn'), to: stated(draft, 'endsAt') }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  return spans.every(({ from, to }, index) => {
    const next = spans[index + 1]
    return from !== '' && (!next || (to !== '' && dayOf(to) < next.from))
  })
}

/** Rows of one name as people; null when the sheet does not tell them apart. */
const peopleIn = (drafts: Draft[]): Draft[][] | null => {
  const clusters = grouped(drafts, (draft) => JSON.stringify(said(draft)))
  const areApart = clusters.every((one, index) =>
    clusters.slice(index + 1).every((two) => apart(said(one[0]!), said(two[0]!))),
  )
  return areApart && clusters.every(inTurnOrAlone) ? clusters : null
}
const inTurnOrAlone = (drafts: readonly Draft[]): boolean => drafts.length === 1 || inTurn(drafts)

/** The stored person a cluster of rows is about; null when new; undefined when it cannot be told. */
const personOf = (
  draft: Draft,
  persons: readonly Person[],
  isOnlyCluster: boolean,
): Person | null | undefined => {
  const [only] = persons
  if (!only) return null
  if (persons.length === 1 && isOnlyCluster) return only
  const fitting = persons.filter((person) => !apart(person, said(draft)))
  if (fitting.length <= 1) return fitting[0] ?? null
  const exact = fitting.filter(
    ({ sex, nationality }) => sex === said(draft).sex && nationality === said(draft).nationality,
  )
  return exact.length === 1 ? exact[0] : undefined
}

/** The stored tenure a lone row corrects although it gives another first day; null when it tells of a new one. */
const corrected = (draft: Draft, tenures: readonly Member[], day: string): Member | null => {
  const serving = tenures.find(({ endsAt }) => endsAt === null || dayOf(endsAt) >= day)
  const startsOn = stated(draft, 'startsOn')
  const kind = stated(draft, 'kind')
  if (serving) {
    const isLater = startsOn > serving.startsOn && kind !== '' && kind !== serving.kind
    if (!isLater) return serving
    const params = { name: serving.name, since: serving.startsOn, startsOn }
    mark(draft, 'kind', 'error', { key: 'import.kind.promoted', params })
    return serving
  }
  const last = lastOf(tenures)
  if (!last || startsOn > dayOf(last.endsAt ?? '')) return null
  return tenures.length === 1 && stated(draft, 'endsAt') !== '' ? last : null
}

const lastOf = (tenures: readonly Member[]): Member | undefined =>
  tenures.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)).at(-1)

const tenureOf = (
  draft: Draft,
  tenures: readonly Member[],
  isAlone: boolean,
  day: string,
): Member | null => {
  const startsOn = stated(draft, 'startsOn')
  if (startsOn !== '') {
    const same = tenures.find((member) => member.startsOn === startsOn)
    return same ?? (isAlone ? corrected(draft, tenures, day) : null)
  }
  return tenures.find(({ endsAt }) => endsAt === null) ?? lastOf(tenures) ?? null
}

const notice = (matched: Matched, tenures: readonly Member[]): void => {
  const { draft, person, member } = matched
  const name = stated(draft, 'name')
  const last = lastOf(tenures)
  if (member?.endsAt && stated(draft, 'endsAt') === '') {
    const params = { name, endsAt: member.endsAt }
    mark(draft, 'name', 'warning', { key: 'import.name.ended', params })
  }
  if (member || !person) return
  const say: Message = last
    ? { key: 'import.name.comesBack', params: { name, endsAt: last.endsAt ?? '' } }
    : { key: 'import.name.known', params: { name } }
  mark(draft, 'name', 'warning', say)
}

const matchPeople = (
  clusters: Draft[][],
  persons: readonly Person[],
  tenuresOf: ReadonlyMap<string, Member[]>,
  day: string,
): Matched[] => {
  const taken = clusters.map((drafts) => personOf(drafts[0]!, persons, clusters.length === 1))
  return clusters.flatMap((drafts, at) => {
    const person = taken[at]
    const isShared = person && taken.filter((other) => other?.id === person.id).length > 1
    if (person === undefined || isShared) {
      for (const draft of drafts) {
        const params = { name: stated(draft, 'name'), count: persons.length }
        mark(draft, 'name', 'error', { key: 'import.name.ambiguous', params })
      }
    }
    const tenures = tenuresOf.get(person?.id ?? '') ?? []
    return drafts.map((draft, index) => {
      const member = tenureOf(draft, tenures, drafts.length === 1, day)
      const first = !person && index > 0 ? (drafts[0]?.line ?? null) : null
      const matched: Matched = { draft, person: person ?? null, personOf: first, member }
      notice(matched, tenures)
      return matched
    })
  })
}

const refuseTwice = (drafts: Draft[]): Matched[] => {
  const lines = lineList(drafts.map(({ line }) => line))
  return drafts.map((draft) => {
    const params = { name: stated(draft, 'name'), lines }
    mark(draft, 'name', 'error', { key: 'import.name.twice', params })
    return { draft, person: null, personOf: null, member: null }
  })
}

/**
 * Finds for every row the person and the tenure it speaks of. Rows of one name are one person's tenures in turn, or
 * people told apart by sex or nationality; what the sheet or the store does not tell apart is an error, not a guess.
 */
export const matchRows = (drafts: Draft[], input: ImportInput): Matched[] => {
  const personsOf = Map.groupBy(input.persons, ({ name }) => name)
  const tenuresOf = Map.groupBy(input.members, ({ personId }) => personId)
  const matched = grouped(drafts, (draft) => stated(draft, 'name')).flatMap((group) => {
    const name = stated(group[0]!, 'name')
    if (name === '') {
      return group.map((draft) => ({ draft, person: null, personOf: null, member: null }))
    }
    const people = peopleIn(group)
    if (!people) return refuseTwice(group)
    return matchPeople(people, personsOf.get(name) ?? [], tenuresOf, dayOf(input.moment))
  })
  return matched.sort((a, b) => a.draft.line - b.draft.line)
}
