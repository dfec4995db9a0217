import type { PostKind } from '../../contract/ledger.ts'
import type { Finding } from './facts.ts'
import type { Ledger } from './ledger.ts'
import { postKindFacts } from './post-kinds.ts'
import { placeOf } from './post-names.ts'
import {
  finding,
  isHeldAt,
  isLeaving,
  isOpen,
  isSamePerson,
  saysActing,
  type View,
} from './views.ts'

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

/** The article on acting as the head a kind of post is; empty for any other post. */
export const actingArticle = (kind: PostKind): string => deputies[kind]?.article ?? ''

const title = /(?:[市县区省州旗盟]长|主席|主任|院长|检察长)$/u

/**
 * Whether a post is the deputy's of the very organ acted for: a vice-president of a court below is none (组织法 50(13):
 * 本级). The organ may be written short; where nobody says whose the posts are, the title alone counts.
 */
const deputiesOf =
  ({ input, postName }: View, { keyOf }: Ledger, post: RegExp) =>
  (other: string): boolean => {
    if (!post.test(other)) return false
    if (placeOf(input.bodyName) === '') return true
    const [own, theirs] = [
      keyOf(postName).replace(title, ''),
      keyOf(other).replace(/副[^副]*$/u, ''),
    ]
    const [short = '', long = ''] = [own, theirs].sort((a, b) => a.length - b.length)
    return (
      long.endsWith(short) && !/[省市县区州旗盟]/u.test(long.slice(0, -short.length || undefined))
    )
  }

/** Whether the session itself makes the person a deputy; a proposal that failed does not. */
const becomesDeputy = (
  own: View,
  views: readonly View[],
  isDeputy: (post: string) => boolean,
): boolean =>
  views.some(
    ({ act, postName }) =>
      act.act === 'appoint' &&
      (act.outcome === 'pending' || act.outcome === 'passed') &&
      isSamePerson(act, own.act) &&
      isDeputy(postName),
  )

/** Removed from the deputyship in the same session, and not appointed to another: no deputy is left to act. */
const leavesDeputy = (
  own: View,
  views: readonly View[],
  held: readonly string[],
  isDeputy: (post: string) => boolean,
): boolean => {
  const leaving = views.filter((other) => isOpen(other) && isLeaving(other))
  const left = leaving.filter(
    ({ act, postName }) => isSamePerson(act, own.act) && isDeputy(postName),
  )
  return left.length > 0 && left.length >= held.length
}

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
  const isDeputy = deputiesOf(view, ledger, deputy.post)
  const held = ledger.heldBy(view).flatMap(({ postName }) => (isDeputy(postName) ? [postName] : []))
  if (becomesDeputy(view, views, isDeputy)) return []
  if (held.length > 0)
    return leavesDeputy(view, views, held, isDeputy)
      ? [finding(view, 'acting-leaves', 'warn', { article: deputy.article })]
      : []
  const named = input.tenures.filter(
    (tenure) => isDeputy(tenure.postName) && isHeldAt(tenure, input),
  )
  return [
    finding(view, 'acting-deputy', named.length > 0 ? 'block' : 'warn', {
      article: deputy.article,
      say: `${kind === 'committee-chair' ? 'acting-vice-chair' : 'acting-deputy'}${named.length > 0 ? '' : '-unknown'}`,
    }),
  ]
}
