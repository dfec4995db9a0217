import type { PostKind } from '../../contract/ledger.ts'
import type { Finding } from './facts.ts'
import type { Ledger } from './ledger.ts'
import { postKindFacts } from './post-kinds.ts'
import { finding, isHeldAt, isSamePerson, saysActing, type View } from './views.ts'

/** The deputies among whom who acts in an office is chosen (组织法 50(13), 55). */
const deputies: Partial<Record<PostKind, { post: RegExp; article: string }>> = {
  'government-head': {
    post: /副(?:省长|市长|州长|县长|区长|旗长|盟长)$|政府副主席$/u,
    article: '组织法 50(13)',
  },
  'supervisory-head': { post: /(?:监察委员会|监委)副主任$/u, article: '组织法 50(13)' },
  'court-president': { post: /法院副院长$/u, article: '组织法 50(13)' },
  'chief-procurator': { post: /副检察长$/u, article: '组织法 50(13)' },
  'committee-chair': {
    post: /(?:常务委员会|常委会)副主任$/u,
    article: '组织法 55',
  },
}

/** Whether the session itself makes the person a deputy; a proposal that failed does not. */
const becomesDeputy = (own: View, views: readonly View[], post: RegExp): boolean =>
  views.some(
    ({ act, postName }) =>
      act.act === 'appoint' &&
      (act.outcome === 'pending' || act.outcome === 'passed') &&
      isSamePerson(act, own.act) &&
      post.test(postName),
  )

/** «任命某为副市长、代理市长»: nobody is appointed to acting; it is decided, in a vote of its own (rules.md §9-49). */
const apart = (view: View): Finding =>
  finding(view, 'acting-apart', 'warn', { article: '组织法 50(13)' })

/**
 * Who acts as head is one of the deputies, or becomes one in the same session first (组织法 50(13); rules.md §9-49,
 * §8-54). Forbidden where the ledger names the deputies and the person is none of them; a warning where it does not.
 * Acting in any other post has no article behind it.
 */
export const actingFindings = (view: View, views: readonly View[], ledger: Ledger): Finding[] => {
  const { act, kind, post, postName: written, input } = view
  if (act.act === 'appoint' && saysActing(written)) return [apart(view)]
  if (act.act !== 'act-as') return []
  const deputy = deputies[kind]
  if (!deputy) {
    const foreseen = post?.acting ?? postKindFacts[kind].acting
    return foreseen ? [] : [finding(view, 'acting-post', 'warn', { article: '组织法 50(13)' })]
  }
  const holds = ledger.heldBy(view).some(({ postName }) => deputy.post.test(postName))
  if (holds || becomesDeputy(view, views, deputy.post)) return []
  const named = input.tenures.filter(
    (tenure) => deputy.post.test(tenure.postName) && isHeldAt(tenure, input),
  )
  return [
    finding(view, 'acting-deputy', named.length > 0 ? 'block' : 'warn', {
      article: deputy.article,
      say: `${kind === 'committee-chair' ? 'acting-vice-chair' : 'acting-deputy'}${named.length > 0 ? '' : '-unknown'}`,
    }),
  ]
}
