import { isIncompatibleOffice } from '../../../shared/rules/incompatible.ts'
import { awaitsApproval, type LedgerTenure } from '../../../shared/rules/ledger/replay.ts'
import {
  keyOf,
  type Draft,
  type TenureChange,
  type TenureImportInput,
} from './import-tenure-draft.ts'
import { mark } from './sheet.ts'
import { spanOf } from './standing.ts'

type Span = Pick<LedgerTenure, 'fromOn' | 'toOn'>

const meets = (a: TenureChange['facts'], b: Span): boolean =>
  (a.fromOn ?? '') < (b.toOn ?? '9999') && (b.fromOn ?? '') < (a.ownToOn ?? '9999')

/** Two holders of a post with one seat over the same days: both may be wrong, a person looks. */
export const checkSeats = (drafts: readonly Draft[], input: TenureImportInput): void => {
  const single = new Set(input.posts.filter((post) => post.single).map(({ id }) => id))
  const names = new Map(input.persons.map(({ id, name }) => [id, name]))
  type Holder = { name: string; key: string; span: Span }
  const holders = new Map<string, Holder[]>()
  const add = (postId: string | null, holder: Holder): void => {
    if (postId === null || !single.has(postId)) return
    holders.set(postId, [...(holders.get(postId) ?? []), holder])
  }
  const told = new Set(drafts.map(({ id }) => id))
  for (const tenure of input.tenures)
    if (!tenure.acting && !awaitsApproval(tenure) && !told.has(tenure.id))
      add(tenure.postId, {
        name: names.get(tenure.personId) ?? '',
        key: tenure.personId,
        span: tenure,
      })
  for (const draft of drafts) {
    const { facts, row } = draft
    if (facts.acting || facts.postId === null) continue
    const other = (holders.get(facts.postId) ?? []).find(
      ({ key, span }) => key !== keyOf(draft) && meets(facts, span),
    )
    if (other)
      mark(row, 'post', 'warning', {
        key: 'ledger.import.occupied',
        params: { name: other.name, span: spanOf(other.span) },
      })
    add(facts.postId, {
      name: draft.personName,
      key: keyOf(draft),
      span: { fromOn: facts.fromOn, toOn: facts.ownToOn },
    })
  }
}

/** 财政经济工作委员会主任 outside the catalogue: an office of the committee's own, written without it. */
const isOfCommittee = ({ postId, postName }: TenureChange['facts']): boolean =>
  postId === null && /(?:工作委员会|工委|研究室)(?:副?主任|委员)$/u.test(postName)

/** A member of the committee in an office it is incompatible with over the same days (组织法 47③): a person looks. */
export const checkMembers = (
  drafts: readonly Draft[],
  { members }: Pick<TenureImportInput, 'members'>,
): void => {
  const seatsOf = Map.groupBy(members, ({ personId }) => personId)
  for (const { personId, personName: name, facts, row } of drafts) {
    const seat = (seatsOf.get(personId ?? '') ?? []).find((span) => meets(facts, span))
    if (!seat || isOfCommittee(facts) || !isIncompatibleOffice(facts.postName)) continue
    const params = { name, span: spanOf(seat) }
    mark(row, 'name', 'warning', { key: 'ledger.import.member', params })
  }
}

/** Office that begins or ends after today, where a slip of the year is likelier than a plan. */
export const checkDays = (
  drafts: readonly Draft[],
  { today }: Pick<TenureImportInput, 'today'>,
): void => {
  for (const { facts, row } of drafts)
    for (const [column, day] of [
      ['fromOn', facts.fromOn],
      ['toOn', facts.ownToOn],
    ] as const)
      if (day !== null && day > today)
        mark(row, column, 'warning', { key: 'ledger.import.later', params: { day, today } })
}
