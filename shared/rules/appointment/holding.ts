import type { PostKind } from '../../contract/ledger.ts'
import { actingArticle } from './acting.ts'
import type { Finding, HeldTenure } from './facts.ts'
import type { Ledger } from './ledger.ts'
import { postKindFacts } from './post-kinds.ts'
import { isLeftBehind } from './term.ts'
import { finding, isLeaving, isOpen, isSamePerson, isTaking, type View } from './views.ts'

/** The holders by name, no more than three: a court has dozens of judges. */
const names = (tenures: readonly HeldTenure[]): string => {
  const all = [...new Set(tenures.map(({ personName }) => personName))]
  return `${all.slice(0, 3).join('、')}${all.length > 3 ? '……' : ''}`
}

/** One holder at a time: as the catalogue says, else by the kind where that is certain. */
const isSingle = ({ post, kind, sure }: View): boolean =>
  post ? post.single : sure && postKindFacts[kind].single

const isSamePost = (one: View, other: View, { keyOf }: Ledger): boolean =>
  one.post && other.post
    ? one.post.id === other.post.id
    : keyOf(one.postName) === keyOf(other.postName)

/**
 * Removing somebody from what the ledger says nobody of that name holds. A post nobody was ever recorded for, as in a
 * catalogue without its opening tenures, says nothing of the person: a note.
 */
const notHeld = (view: View, ledger: Ledger): Finding[] => {
  // What ends a member's office, and what deputies above hold, is not the ledger's to know.
  if (view.kind === 'deputy-above' || view.act.act === 'end') return []
  const key = ledger.keyOf(view.postName)
  const held = ledger
    .heldBy(view)
    .some(
      ({ postId, postName }) =>
        (view.post !== null && postId === view.post.id) ||
        ledger.keyOf(postName) === key ||
        (postId === null && isEnd(ledger.keyOf(postName), key)),
    )
  if (held) return []
  if (!ledger.knows(view)) return [finding(view, 'not-held', 'note', { say: 'not-held-unknown' })]
  const holders = names(ledger.holders(view))
  return [
    finding(view, 'not-held', 'warn', {
      say: holders === '' ? 'not-held' : 'not-held-by',
      params: { holders },
    }),
  ]
}

/** Whether one name is the end of the other, as papers leave out the organ; «市长» is not the end of «副市长». */
const isEnd = (one: string, other: string): boolean => {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length)
  if (short.length < 2 || !long.endsWith(short)) return false
  return !/[副代]$/u.test(long.slice(0, long.length - short.length))
}

/** What the session has to take the post from who holds it. */
const leavings = (tenure: HeldTenure, view: View, views: readonly View[], ledger: Ledger): View[] =>
  views.filter(
    (other) =>
      isLeaving(other) && isSamePerson(other.act, tenure) && isSamePost(other, view, ledger),
  )

/** Others who hold the post, in full or acting, and from whom nothing of the session takes it any more. */
const staying = (
  view: View,
  views: readonly View[],
  ledger: Ledger,
  acting: boolean,
): HeldTenure[] =>
  ledger
    .holders(view)
    .filter(
      (tenure) =>
        tenure.acting === acting &&
        !isSamePerson(tenure, view.act) &&
        !leavings(tenure, view, views, ledger).some(isOpen),
    )

/**
 * Those of them whom the session was to remove, and did not: by a vote that failed, withdrawn or put off. Whom the last
 * term left behind goes without a removal, so that one taken back keeps nobody in office.
 */
const kept = (
  holders: readonly HeldTenure[],
  view: View,
  views: readonly View[],
  ledger: Ledger,
): HeldTenure[] =>
  holders.filter((tenure) =>
    leavings(tenure, view, views, ledger).some(({ act }) =>
      isLeftBehind(tenure, view) ? act.outcome === 'failed' : act.outcome !== 'passed',
    ),
  )

/**
 * Acting for a head who is in office and stays: lawful only while the head cannot do the office (组织法 50(13), 55),
 * which the ledger does not know.
 */
const actedFor = (view: View, views: readonly View[], ledger: Ledger): Finding[] => {
  const article = actingArticle(view.kind)
  if (view.act.act !== 'act-as' || (article === '' && !isSingle(view))) return []
  const heads = staying(view, views, ledger, false).filter((tenure) => !isLeftBehind(tenure, view))
  if (heads.length === 0) return []
  const left = kept(heads, view, views, ledger)
  return [
    finding(view, 'acted-for', 'warn', {
      article,
      say: left.length > 0 ? 'acted-for-kept' : 'acted-for',
      params: { holders: names(left.length > 0 ? left : heads) },
    }),
  ]
}

/** Somebody else holds the post, and nothing of the session takes it from them (rules.md §9-59). */
const occupied = (view: View, views: readonly View[], ledger: Ledger): Finding[] => {
  const acts = view.act.act === 'act-as'
  if (!isSingle(view) && !acts) return []
  const holders = staying(view, views, ledger, acts)
  if (holders.length === 0) return []
  const left = kept(holders, view, views, ledger)
  if (left.length > 0) {
    // Where the removal comes first and failed, what waited for it is not put to the vote (§9-59).
    const first = view.input.rules.orderSamePost === 'remove-first'
    const failed = left.some((tenure) =>
      leavings(tenure, view, views, ledger).some(({ act }) => act.outcome === 'failed'),
    )
    const code = first && failed ? 'held-off' : 'occupied'
    return [finding(view, code, 'warn', { say: 'occupied-kept', params: { holders: names(left) } })]
  }
  const before = holders.every((tenure) => isLeftBehind(tenure, view))
  return [
    finding(view, 'occupied', before ? 'note' : 'warn', {
      say: acts ? 'occupied-acting' : before ? 'occupied-last-term' : 'occupied',
      params: { holders: names(holders) },
    }),
  ]
}

/** No term ends these: only who heads a court or a procuratorate is elected for one (组织法 11(6), 50(11)). */
const unending: readonly PostKind[] = ['court-officer', 'procuratorate-officer']

/** The person holds it already, since this term: a new term appoints a government anew (组织法 71). */
const alreadyHeld = (view: View, ledger: Ledger): Finding[] => {
  const { act, input } = view
  const acting = act.act === 'act-as'
  const since = ledger
    .holders(view)
    .filter(
      (tenure) =>
        isSamePerson(tenure, act) &&
        (!tenure.acting || acting) &&
        (unending.includes(view.kind) || (tenure.fromOn ?? '') >= input.term.startsOn),
    )
  if (since.length === 0) return []
  const renamed = since.find(
    ({ postName }) => ledger.keyOf(postName) !== ledger.keyOf(view.postName),
  )
  return renamed ? renaming(view, renamed) : [finding(view, 'already-held', 'warn')]
}

/** The post bears another name since the person got it: by the body's rules on renamed organs (rules.md §9-57). */
const renaming = (view: View, { postName }: HeldTenure): Finding[] => {
  const policy = view.input.rules.renamePolicy
  const params = { old: postName }
  return [
    finding(view, 'renamed', policy === 'keep' ? 'warn' : 'note', {
      say: `renamed-${policy}`,
      params,
    }),
  ]
}

/** The same again, or a second person for the one place, earlier in the papers of the session. */
const twice = (view: View, views: readonly View[], ledger: Ledger): Finding[] => {
  const before = views
    .slice(0, views.indexOf(view))
    .filter((other) => other.act.outcome === 'pending' && isSamePost(other, view, ledger))
  const same = before.find(
    (other) => other.act.act === view.act.act && isSamePerson(other.act, view.act),
  )
  if (same) return [finding(view, 'twice', 'warn')]
  if (!isTaking(view) || !isSingle(view)) return []
  const rival = before.find(
    (other) =>
      isTaking(other) && other.act.act === view.act.act && !isSamePerson(other.act, view.act),
  )
  if (!rival) return []
  return [finding(view, 'two-for-one', 'warn', { params: { other: rival.act.personName } })]
}

/**
 * What the ledger of posts has to say: removal of what is not held, acting for a head who stays, appointment to a single
 * post somebody holds, to one held already, twice to the same. Never forbids: the ledger may be the one that is wrong. But for a note silent
 * where nobody was ever recorded for the post.
 */
export const holdingFindings = (view: View, views: readonly View[], ledger: Ledger): Finding[] => [
  ...(isLeaving(view) ? notHeld(view, ledger) : []),
  ...(isTaking(view)
    ? [
        ...actedFor(view, views, ledger),
        ...occupied(view, views, ledger),
        ...alreadyHeld(view, ledger),
      ]
    : []),
  ...twice(view, views, ledger),
]

/** Several people of the ledger bear the name, and nobody has said which is meant. */
export const namesakeFindings = (view: View): Finding[] => {
  const { act, input } = view
  if (act.personId !== null) return []
  const count = input.persons.filter(({ name }) => name === act.personName).length
  return count < 2 ? [] : [finding(view, 'namesake', 'warn', { params: { count } })]
}
