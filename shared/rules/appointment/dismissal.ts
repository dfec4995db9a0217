import type { NominatorKind } from '../../contract/appointment.ts'
import type { PostKind } from '../../contract/ledger.ts'
import type { Finding } from './facts.ts'
import { finding, type View } from './views.ts'

/** Whom the committee may dismiss (监督法 60; 组织法 50(17)). */
const dismissible: readonly PostKind[] = [
  'government-deputy',
  'government-member',
  'supervisory-member',
  'court-officer',
  'procuratorate-officer',
]

/** Elected offices: recalled by the congress alone. */
const recalled: readonly PostKind[] = [
  'committee-chair',
  'committee-vice-chair',
  'committee-secretary-general',
  'committee-ordinary',
  'special-chair',
  'special-member',
  'government-head',
  'supervisory-head',
  'court-president',
  'chief-procurator',
]

/** Who may propose it (监督法 61): the organs by their heads, the council, a fifth of the members. */
const proposers: readonly NominatorKind[] = [
  'council',
  'government-head',
  'supervisory-head',
  'court-president',
  'chief-procurator',
  'members',
]
const organs = /政府|监察委员会|监委|法院|检察院|主任会议/u

const scope = (view: View): Finding[] => {
  const { kind, postName, input } = view
  const byProvince = input.level === 'province' && /中级(?:人民)?法院|检察院.*分院/u.test(postName)
  if (dismissible.includes(kind) || byProvince) return []
  const forbidden = recalled.includes(kind)
  return [
    finding(view, 'dismissal-scope', forbidden ? 'block' : 'warn', {
      article: '监督法 60',
      say: forbidden ? 'dismissal-scope' : 'dismissal-scope-unlisted',
    }),
  ]
}

const proposer = (view: View): Finding[] => {
  const { nominator, nominatorKind } = view.nomination
  if (proposers.includes(nominatorKind) || organs.test(nominator)) return []
  const unlawful = nominatorKind === 'self' || nominatorKind === 'chair'
  return [
    finding(view, 'dismissal-proposer', unlawful ? 'block' : 'warn', {
      article: '监督法 61',
      params: { nominator },
      certain: true,
    }),
  ]
}

/** The reason stands in the motion, and the person has been heard or has let it pass (监督法 62①②; rules.md §9-65). */
const hearing = (view: View): Finding[] => {
  const { act } = view
  const heard = act.materials.some(({ kind }) => kind === 'defence-material')
  return [
    ...(act.reason.trim() === ''
      ? [finding(view, 'dismissal-reason', 'block', { article: '监督法 62①', certain: true })]
      : []),
    ...(heard ? [] : [finding(view, 'defence', 'block', { article: '监督法 62②', certain: true })]),
  ]
}

const punishment = /处分|撤职|开除|违纪|违法/u

/**
 * Dismissal (撤职): whom, by whom, with which reason, after being heard; that it is not removal (rules.md §9-64…66). And
 * removal before a sanction: the committee takes the office away first, the sanction follows (政务处分法 50①; §9-67).
 */
export const dismissalFindings = (view: View): Finding[] => {
  const { act } = view
  if (act.act === 'dismiss') {
    return [
      ...scope(view),
      ...proposer(view),
      ...hearing(view),
      finding(view, 'dismissal-manner', 'note', { article: '监督法 62③' }),
    ]
  }
  if (act.act === 'remove' && punishment.test(act.reason)) {
    return [finding(view, 'before-sanction', 'note', { article: '政务处分法 50①' })]
  }
  return []
}
