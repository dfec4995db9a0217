import type { Finding } from './facts.ts'
import { finding, type View } from './views.ts'

/**
 * Deputies to the congress above: elected by more than half of all members while the congress is out of session, then
 * their credentials are examined (组织法 50(18); 选举法 57; rules.md §9-79); recalled on a motion of the council or of a
 * fifth of the members (选举法 51).
 */
export const electionFindings = (view: View): Finding[] => {
  const { act, kind, nomination } = view
  if (kind === 'deputy-above' && act.act === 'appoint') {
    return [finding(view, 'credentials', 'note', { article: '选举法 57' })]
  }
  if (act.act !== 'recall') return []
  const proper = nomination.nominatorKind === 'council' || nomination.nominatorKind === 'members'
  const params = { nominator: nomination.nominator }
  return [
    ...(kind !== 'deputy-above'
      ? [finding(view, 'recall-scope', 'block', { article: '组织法 50(18)' })]
      : []),
    ...(proper ? [] : [finding(view, 'recall-proposer', 'warn', { article: '选举法 51', params })]),
  ]
}
