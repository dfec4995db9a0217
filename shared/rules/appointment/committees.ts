import type { Finding } from './facts.ts'
import type { Ledger } from './ledger.ts'
import { finding, isTaking, personsOf, type View } from './views.ts'

/** The chair of a special committee is the congress's to choose (组织法 34①; rules.md §9-63). */
const specialChair = (view: View): Finding[] => {
  const { act, kind } = view
  if (kind !== 'special-chair' || !['appoint', 'remove', 'act-as'].includes(act.act)) return []
  return [finding(view, 'special-chair', 'block', { article: '组织法 34①' })]
}

const deputyArticle: Partial<Record<View['kind'], string>> = {
  'special-member': '组织法 34①',
  'special-chair': '组织法 34①',
  'inquiry-member': '组织法 58②',
}

/** Committees of the congress are made of its deputies; who sits on the standing committee is one. */
const deputyOnly = (view: View, ledger: Ledger): Finding[] => {
  const article = deputyArticle[view.kind]
  if (article === undefined || !isTaking(view)) return []
  const persons = personsOf(view)
  if (ledger.memberOf(view) !== null || persons.some(({ deputy }) => deputy === true)) return []
  const known = persons.length > 0 && persons.every(({ deputy }) => deputy === false)
  return [
    finding(view, 'not-deputy', known ? 'block' : 'note', {
      article,
      say: known ? 'not-deputy' : 'deputy-unknown',
    }),
  ]
}

/** The credentials committee is made of members of the standing committee (组织法 56②; rules.md §9-62). */
const memberOnly = (view: View, ledger: Ledger): Finding[] => {
  if (view.kind !== 'credentials-member' || !isTaking(view)) return []
  if (ledger.memberOf(view) !== null) return []
  // Without any member in the facts nobody has said who sits on the committee.
  const known = view.input.persons.some(({ member }) => member)
  return [
    finding(view, 'not-member', known ? 'block' : 'warn', {
      article: '组织法 56②',
      say: known ? 'not-member' : 'member-unknown',
    }),
  ]
}

/** Who may sit on the committees of the congress, and whom the standing committee may put there. */
export const committeeFindings = (view: View, _: readonly View[], ledger: Ledger): Finding[] => [
  ...specialChair(view),
  ...deputyOnly(view, ledger),
  ...memberOnly(view, ledger),
]
