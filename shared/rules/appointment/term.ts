import { addMonths, formatDate } from '../moment.ts'
import { postMatches } from '../posts.ts'
import type { CheckInput, Finding, HeldTenure } from './facts.ts'
import type { Ledger } from './ledger.ts'
import { postKindOf } from './post-kind-of.ts'
import { finding, isHeldAt, type View } from './views.ts'

/** The last day to propose the members of a new government (组织法 71; rules.md §9-78): two months after its election. */
const reappointmentDue = (governmentElectedOn: string): string => addMonths(governmentElectedOn, 2)

/**
 * The day this term's new government was elected: at the beginning of the term. A head elected later forms none
 * (组织法 71 speaks of 新的一届人民政府).
 */
const electedIn = ({ term }: CheckInput): string | null =>
  term.governmentElectedOn !== null && term.governmentElectedOn <= addMonths(term.startsOn, 3)
    ? term.governmentElectedOn
    : null

const isReappointed = (tenure: HeldTenure, input: CheckInput): boolean =>
  postKindOf(tenure.postName, input).kind === 'government-member' ||
  input.rules.termReappointPosts.some((pattern) => postMatches(pattern, tenure.postName))

/** Those the last term's committee appointed, as far as the ledger knows the day, and this one has not yet. */
const left = (input: CheckInput): HeldTenure[] =>
  input.tenures.filter(
    (tenure) =>
      isHeldAt(tenure, input) &&
      tenure.fromOn !== null &&
      tenure.fromOn < input.term.startsOn &&
      isReappointed(tenure, input),
  )

/**
 * Whether a tenure is one the last government leaves behind while this term's is being formed: it ends with that
 * government, in 深圳 (23) and 重庆 (23) without a removal.
 */
export const isLeftBehind = (tenure: HeldTenure, { kind, input }: View): boolean => {
  const elected = electedIn(input)
  return (
    elected !== null &&
    kind === 'government-member' &&
    tenure.fromOn !== null &&
    tenure.fromOn < input.term.startsOn &&
    input.session.startsOn <= reappointmentDue(elected)
  )
}

/**
 * A new term's appointments: proposed later than two months after the government was elected (组织法 71), and removals
 * from posts the last term gave, which end with it by 深圳 14 and 重庆 23.
 */
export const termFindings = (view: View, ledger: Ledger): Finding[] => {
  const { act, kind, input } = view
  const elected = electedIn(input)
  if (elected === null || kind !== 'government-member') return []
  const due = reappointmentDue(elected)
  const { startsOn } = input.session
  const old = ledger
    .heldBy(view)
    .filter(({ fromOn }) => fromOn === null || fromOn < input.term.startsOn)
    .some(({ postName }) => ledger.keyOf(postName) === ledger.keyOf(view.postName))
  const params = { elected: formatDate(elected), due: formatDate(due) }
  if (act.act === 'appoint' && old && startsOn > due) {
    return [finding(view, 'term-late', 'warn', { article: '组织法 71', params })]
  }
  if (act.act === 'remove' && old && startsOn <= due) {
    return [finding(view, 'term-removal', 'note', { article: '组织法 71', params })]
  }
  return []
}

/**
 * Who of the last government is still to be appointed by this term's committee, while the two months run and after;
 * about no act of its own (组织法 71).
 */
export const termRemaining = (input: CheckInput): Finding[] => {
  const elected = electedIn(input)
  if (elected === null) return []
  const proposed = new Set(
    input.nominations.flatMap(({ acts }) => acts.map(({ personName }) => personName)),
  )
  const remaining = left(input).filter(({ personName }) => !proposed.has(personName))
  if (remaining.length === 0) return []
  const due = reappointmentDue(elected)
  const params = {
    count: remaining.length,
    names: remaining
      .slice(0, 5)
      .map(({ personName }) => personName)
      .join('、'),
    due: formatDate(due),
  }
  const say = input.session.startsOn > due ? 'term-remaining-late' : 'term-remaining'
  return [
    {
      code: 'term-remaining',
      severity: 'note',
      article: '组织法 71',
      actIds: [],
      message: { key: `rules.appoint.${say}`, params },
      wayOut: { key: `rules.appoint.way.${say}`, params },
    },
  ]
}
