import type { NominatorKind } from '../../contract/appointment.ts'
import type { PostKind } from '../../contract/ledger.ts'
import { barePost } from '../posts.ts'
import type { Finding } from './facts.ts'
import { postKindFacts } from './post-kinds.ts'
import { finding, saysActing, type View } from './views.ts'

/** Heads somebody else acts for: each is the organ whose head might name the person in 深圳 (10). */
const headOf: Partial<Record<PostKind, NominatorKind>> = {
  'government-head': 'government-head',
  'supervisory-head': 'supervisory-head',
  'court-president': 'court-president',
  'chief-procurator': 'chief-procurator',
}

/** Who may propose: by kind, likeliest first, or by a name of the body's catalogue; `article` '' where only custom says so. */
export type Expected = {
  kinds: readonly NominatorKind[]
  names: readonly string[]
  article: string
}

const forActing = ({ kind, input }: View): Expected | undefined => {
  const head = headOf[kind]
  if (head === undefined) return undefined
  const both = input.rules.actingNominator === 'council-or-head'
  return { kinds: both ? ['council', head] : ['council'], names: [], article: '组织法 50(13)' }
}

/**
 * Who the law, or where it is silent the body's catalogue, lets propose to a post (组织法 34①, 50(13)–(16); rules.md §1.5);
 * undefined where it names nobody.
 */
export const expectedOf = (view: View): Expected | undefined => {
  const { act, kind, post, postName } = view
  // «任命某为代理检察长» alone is a matter of acting, whatever its verb.
  const acting = act.act === 'appoint' && saysActing(postName) && postName === barePost(act.post)
  if (act.act === 'act-as' || acting) return forActing(view)
  const proposed = ['appoint', 'remove', 'approve-appoint', 'approve-remove'].includes(act.act)
  const { nominators, nominatorArticle } = postKindFacts[kind]
  const ofProvince = view.input.level === 'province' && kind === 'court-president'
  if (!proposed || ofProvince) return undefined
  // Only where no statute names the nominator may the body's catalogue name another.
  const names = nominatorArticle === '' ? (post?.nominators ?? []) : []
  if (nominators.length === 0 && names.length === 0) return undefined
  return { kinds: nominators, names, article: nominatorArticle }
}

/** Whether a nominator is one of them. */
export const isExpected = (
  nomination: Pick<View['nomination'], 'nominator' | 'nominatorKind'>,
  { kinds, names }: Expected,
): boolean =>
  (names.length > 0 ? false : kinds.includes(nomination.nominatorKind)) ||
  names.some((name) => name === nomination.nominatorKind || nomination.nominator.includes(name))

/**
 * Whether who proposes may propose to the post (组织法 34①, 50(13)–(16), 56②, 58②; 法院组织法 43; 检察院组织法 38;
 * rules.md §1.5). Forbidden where the statute names the nominator, a warning where only local rules do.
 */
export const nominatorFindings = (view: View): Finding[] => {
  const expected = expectedOf(view)
  if (!expected || isExpected(view.nomination, expected)) return []
  const { nomination } = view
  const unknown = nomination.nominatorKind === 'other'
  const by = expected.names[0] ?? expected.kinds[0] ?? 'council'
  const local = expected.article === '' ? 'nominator-local' : 'nominator'
  const said = expected.names.length > 0 ? 'nominator-named' : local
  return [
    finding(view, 'nominator', expected.article === '' || unknown ? 'warn' : 'block', {
      article: expected.article,
      say: unknown ? `${said}-unknown` : said,
      params: { by, nominator: nomination.nominator, from: nomination.nominatorKind },
    }),
  ]
}
