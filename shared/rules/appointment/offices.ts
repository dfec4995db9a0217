import type { Act } from '../../contract/appointment.ts'
import { incompatibleOffices } from '../incompatible.ts'
import { isCommitteeOffice } from '../posts.ts'
import type { Finding } from './facts.ts'
import type { Ledger } from './ledger.ts'
import { finding, isTaking, type View } from './views.ts'

type Proposed = Pick<Act, 'act' | 'personName' | 'post' | 'memberId' | 'outcome'>

const proposed = (view: View, ledger: Ledger): Proposed => {
  const { act, personName, outcome } = view.act
  return { act, personName, post: view.postName, memberId: ledger.memberOf(view), outcome }
}

/** A member of the committee to an office it is incompatible with (组织法 47③; rules.md §9-60, 61). */
const incompatible = (view: View, views: readonly View[], ledger: Ledger): Finding[] =>
  incompatibleOffices(
    [proposed(view, ledger)],
    views.map((other) => proposed(other, ledger)),
  ).map((message) => ({
    ...finding(view, 'incompatible', 'warn', { article: '组织法 47③' }),
    message,
  }))

/** No member of a standing committee is a juror (人民陪审员法 6(一)). */
const juror = (view: View, ledger: Ledger): Finding[] => {
  if (view.kind !== 'juror' || !isTaking(view)) return []
  if (ledger.memberOf(view) === null) return []
  const meant = view.act.personId !== null
  return [finding(view, 'juror-member', meant ? 'block' : 'warn', { article: '人民陪审员法 6(1)' })]
}

/** Whoever leaves the committee leaves the count of all members for the votes after (rules.md §9-60, 84). */
const membership = (view: View): Finding[] =>
  view.act.act === 'accept-resignation' && isCommitteeOffice(view.postName)
    ? [finding(view, 'membership', 'note', { article: '组织法 51④' })]
    : []

/** What holding one office means for another. */
export const officeFindings = (view: View, views: readonly View[], ledger: Ledger): Finding[] => {
  const jurors = juror(view, ledger)
  return [...(jurors.length > 0 ? jurors : incompatible(view, views, ledger)), ...membership(view)]
}
