import type { Message } from '../../../shared/contract/errors.ts'
import type { MemberKind } from '../../../shared/contract/roster.ts'
import { membershipAt } from '../../../shared/rules/membership.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { mark } from './import-match.ts'
import type { Draft, ImportInput, Matched, MemberFacts } from './import-types.ts'

/** A tenure as it would stand after confirming; `draft` is null where the sheet does not speak of it. */
type Tenure = {
  who: string
  name: string
  kind: MemberKind
  startsOn: string
  endsAt: string | null
  draft: Draft | null
}

export type Planned = { matched: Matched; facts: MemberFacts }

const tenuresAfter = (planned: readonly Planned[], input: ImportInput): Tenure[] => {
  const spoken = new Set(planned.map(({ matched }) => matched.member?.id))
  const untouched = input.members
    .filter(({ id }) => !spoken.has(id))
    .map(({ personId, name, kind, startsOn, endsAt }) => ({
      who: personId,
      name,
      kind,
      startsOn,
      endsAt,
      draft: null,
    }))
  const fromSheet = planned.map(({ matched, facts }) => ({
    who: matched.person?.id ?? `line ${matched.personOf ?? matched.draft.line}`,
    name: facts.name,
    kind: facts.kind,
    startsOn: facts.startsOn,
    endsAt: facts.endsAt,
    draft: matched.draft,
  }))
  return [...untouched, ...fromSheet]
}

const lastDay = ({ endsAt }: Tenure): string => (endsAt === null ? '9999-12-31' : dayOf(endsAt))

/** True when both are in office on one day at least. */
const share = (a: Tenure, b: Tenure): boolean =>
  a.startsOn <= lastDay(b) && b.startsOn <= lastDay(a)
/** True when both are in office for longer than the day one hands over to the other. */
const shareMore = (a: Tenure, b: Tenure): boolean =>
  a.startsOn < lastDay(b) && b.startsOn < lastDay(a)

const span = ({ startsOn, endsAt }: Tenure): string => `${startsOn}–${endsAt ?? ''}`

const markOverlaps = (tenures: readonly Tenure[]): void => {
  for (const own of Map.groupBy(tenures, ({ who }) => who).values()) {
    for (const mine of own.filter(({ draft }) => draft)) {
      const other = own.find((tenure) => tenure !== mine && share(mine, tenure))
      if (!other || !mine.draft) continue
      const params = { name: mine.name, other: span(other) }
      mark(mine.draft, 'startsOn', 'error', { key: 'import.startsOn.overlaps', params })
    }
  }
}

/** Of 主任 and 秘书长 there is one at a time (组织法 47). */
const markTwoAtOnce = (tenures: readonly Tenure[]): void => {
  for (const kind of ['chair', 'secretary-general'] as const) {
    const holders = tenures.filter((tenure) => tenure.kind === kind)
    for (const mine of holders.filter(({ draft }) => draft)) {
      const other = holders.find((tenure) => tenure.who !== mine.who && shareMore(mine, tenure))
      if (!other || !mine.draft) continue
      const say = { key: `import.kind.two.${kind}`, params: { other: other.name } }
      mark(mine.draft, 'kind', 'error', say)
    }
  }
}

const markRanks = (planned: readonly Planned[]): void => {
  const ranked = planned.filter(({ facts }) => facts.rank !== null && facts.endsAt === null)
  const groups = Map.groupBy(ranked, ({ facts }) => `${facts.kind} ${facts.rank}`)
  for (const group of [...groups.values()].filter(({ length }) => length > 1)) {
    for (const { matched, facts } of group) {
      const other = group.find((each) => each.matched !== matched)?.facts.name ?? ''
      const params = { rank: facts.rank ?? 0, other }
      mark(matched.draft, 'rank', 'warning', { key: 'import.rank.shared', params })
    }
  }
}

/** Rows of one person carry one note, as the person does: it may stand on any of them. */
const shareNotes = (planned: readonly Planned[]): void => {
  const groups = Map.groupBy(
    planned,
    ({ matched }) => matched.person?.id ?? `line ${matched.personOf ?? matched.draft.line}`,
  )
  for (const group of groups.values()) {
    const notes = new Set(group.map(({ matched }) => matched.draft.cells.note?.value ?? ''))
    notes.delete('')
    const [note] = notes
    for (const { matched, facts } of group) {
      if (note !== undefined) facts.note = note
      if (notes.size > 1) mark(matched.draft, 'note', 'error', { key: 'import.note.differs' })
    }
  }
}

/** Names shown of those the sheet does not mention; the count says how many there are. */
const namesShown = 10

const remarksOn = (tenures: readonly Tenure[], input: ImportInput): Message[] => {
  const remarks: Message[] = []
  const serving = membershipAt(tenures, input.moment)
  const unmentioned = serving.filter(({ draft }) => draft === null)
  if (unmentioned.length > 0) {
    const names = unmentioned.slice(0, namesShown).map(({ name }) => name)
    const params = { count: unmentioned.length, names: names.join('、') }
    remarks.push({ key: 'import.remark.unmentioned', params })
  }
  if (serving.length > input.term.seats) {
    const params = {
      inOffice: serving.length,
      seats: input.term.seats,
      over: serving.length - input.term.seats,
    }
    remarks.push({ key: 'import.remark.overSeats', params })
  }
  return remarks
}

/** Marks what is wrong between rows, and with members the sheet does not mention; gives remarks on the whole. */
export const checkTogether = (planned: readonly Planned[], input: ImportInput): Message[] => {
  const tenures = tenuresAfter(planned, input)
  markOverlaps(tenures)
  markTwoAtOnce(tenures)
  markRanks(planned)
  shareNotes(planned)
  return remarksOn(tenures, input)
}
