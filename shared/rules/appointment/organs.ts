import type { PostKind } from '../../contract/ledger.ts'
import type { Finding } from './facts.ts'
import { kindAtLevel } from './post-kinds.ts'
import { placeOf } from './post-names.ts'
import { finding, isTaking, saysActing, type View } from './views.ts'

/** Elected by the congress: the committee neither appoints nor removes (组织法 11, 47). */
const electedKinds: readonly PostKind[] = [
  'committee-chair',
  'committee-vice-chair',
  'committee-secretary-general',
  'committee-ordinary',
  'government-head',
  'supervisory-head',
  'court-president',
  'chief-procurator',
]

/** Courts and branches in a province that no congress stands beside (组织法 50(16)). */
const isByProvince = ({ input, postName }: View): boolean =>
  input.level === 'province' && /中级(?:人民)?法院|检察院.*分院/u.test(postName)

const elected = (view: View): Finding[] => {
  const { act, kind, postName, input } = view
  const tried = act.act === 'appoint' || act.act === 'remove'
  if (!tried || saysActing(postName) || !electedKinds.includes(kind) || isByProvince(view))
    return []
  const own = kind.startsWith('committee-')
  const article = own ? `组织法 47${input.level === 'county' ? '②' : '①'}` : '组织法 11(6)'
  return [
    finding(view, 'elected', 'block', {
      article,
      say: act.act === 'remove' ? 'elected-remove' : own ? 'elected-member' : 'elected',
    }),
  ]
}

/** The article that gives a kind to other levels than this one. */
const levelArticle: Partial<Record<PostKind, string>> = {
  'committee-secretary-general': '组织法 47②',
  'lower-chief-procurator': '组织法 50(16)',
  'street-committee': '组织法 59③④',
  juror: '人民陪审员法 10',
}

const isGovernmentSecretary = ({ postName }: View): boolean =>
  /政府(?:代理?)?秘书长$/u.test(postName)

const absent = (view: View): Finding[] => {
  const { kind, input } = view
  if (input.level === 'county' && isGovernmentSecretary(view)) {
    return [finding(view, 'no-such-post', 'block', { article: '组织法 70②', say: 'no-secretary' })]
  }
  if (kindAtLevel(kind, input.level)) return []
  // A prefecture-level city without districts has streets of its own, a zone's court has jurors.
  const doubtful = kind === 'street-committee' || kind === 'juror'
  return [
    finding(view, 'no-such-post', doubtful ? 'warn' : 'block', {
      article: levelArticle[kind] ?? '',
      say: `absent-${kind}`,
    }),
  ]
}

/** Only a chief procurator below is approved; that one is neither appointed nor removed (组织法 50(16)). */
const approval = (view: View): Finding[] => {
  const { act, kind } = view
  const approving = act.act === 'approve-appoint' || act.act === 'approve-remove'
  const below = kind === 'lower-chief-procurator'
  const deciding = act.act === 'appoint' || act.act === 'remove'
  const article = '组织法 50(16)'
  if (below && deciding)
    return [finding(view, 'approval', 'block', { article, say: 'approve-only' })]
  if (!approving || below) return []
  const countyProcurator = view.input.level === 'county' && kind === 'chief-procurator'
  return [
    countyProcurator
      ? finding(view, 'no-such-post', 'block', { article, say: 'absent-lower-chief-procurator' })
      : finding(view, 'approval', 'warn', { article, say: 'approve-none' }),
  ]
}

const organPlace =
  /^(\p{Script=Han}{1,14}?(?<!开发|高新|新|矿|林|垦|地|园|保税|试验|示范)[县区旗])(?=人民政府|人民法院|人民检察院|监察委员会|人民代表大会|人大)/u

/** Whether the organ named is one level up or down from the body, by its own name. */
const otherLevel = (view: View): Finding[] => {
  const { input, postName, kind } = view
  const { level, bodyName } = input
  const article = '组织法 50(16)'
  const above =
    (level === 'county' && /(?:中级|高级)(?:人民)?法院/u.test(postName)) ||
    (level === 'city' && /高级人民法院/u.test(postName))
  if (above) return [finding(view, 'other-level', 'block', { article, say: 'organ-above' })]
  if (level === 'county' || kind === 'lower-chief-procurator') return []
  const place = organPlace.exec(postName)?.[1]
  const own = placeOf(bodyName)
  if (place === undefined || own.endsWith(place)) return []
  return [finding(view, 'other-level', 'warn', { say: 'organ-below', params: { place } })]
}

/** Whether the paper writes «决定» before the verb for a post; null where neither law nor catalogue says. */
const decides = ({ kind, post, sure }: View): boolean | null => {
  if (!sure || kind === 'other' || kind === 'deputy-above') return null
  if (post) return post.verb.startsWith('决定')
  return kind === 'government-deputy' || kind === 'government-member'
}

/**
 * The verb of the paper for government is 决定任命, 决定免去; for the others it is not (documents.md §2.2). Posts of one
 * act that need different ones stand in two.
 */
const verb = (view: View, views: readonly View[]): Finding[] => {
  const { act } = view
  if (!['appoint', 'remove'].includes(act.act) || act.verb === '') return []
  const should = decides(view)
  if (should === null || should === act.verb.startsWith('决定')) return []
  const apart = views.some((other) => other.act === act && decides(other) === !should)
  const base = act.act === 'appoint' ? '任命' : '免去'
  const right = should ? `决定${base}` : base
  const say = apart ? 'verb-apart' : 'verb'
  return [finding(view, 'verb', 'note', { say, params: { verb: act.verb, right } })]
}

/**
 * Whether the post exists at the body's level and is its to fill: offices the congress elects, a secretary-general and
 * procurators below at county level, street committees, courts of another level, the verb (rules.md §1.1, §1.5).
 */
export const organFindings = (view: View, views: readonly View[]): Finding[] => {
  const missing = view.act.act === 'end' ? [] : absent(view)
  if (missing.length > 0) return missing
  const first = [...elected(view), ...approval(view)]
  return [...first, ...(isTaking(view) ? otherLevel(view) : []), ...verb(view, views)]
}
