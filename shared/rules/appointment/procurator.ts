import type { Finding } from './facts.ts'
import { filedWithCongress } from './post-kinds.ts'
import { finding, type View } from './views.ts'

/**
 * What follows from the vote above and beside the committee, to be known before it: acting as chief procurator is
 * filed twice and waits for nobody (组织法 50(13); rules.md §9-50); a chief procurator's resignation waits for the
 * committee above (32①; §9-52); other resignations are filed with the congress (§9-53); a chief procurator below takes
 * office and oath after the approval (组织法 11(6); §9-51). Whoever was appointed is removed: 32① lists who resigns.
 */
export const procuratorFindings = (view: View): Finding[] => {
  const { act, kind, sure } = view
  if (act.act === 'act-as' && kind === 'chief-procurator') {
    return [finding(view, 'procurator-filing', 'note', { article: '组织法 50(13)' })]
  }
  if (act.act === 'approve-appoint' && kind === 'lower-chief-procurator') {
    return [finding(view, 'procurator-approved', 'note', { article: '检察院组织法 38②' })]
  }
  if (act.act !== 'accept-resignation') return []
  if (!filedWithCongress.includes(kind)) {
    // A deputy's resignation rests on an article of its own (选举法 55).
    return sure && kind !== 'deputy-above'
      ? [finding(view, 'resignation-scope', 'note', { article: '组织法 32①' })]
      : []
  }
  const code = kind === 'chief-procurator' ? 'procurator-approval' : 'congress-filing'
  return [finding(view, code, 'note', { article: '组织法 32①' })]
}
