import { actsBefore, orderedPost, type OrderedAct } from '../voting-order.ts'
import type { Finding } from './facts.ts'
import { finding, isLeaving, isOpen, isSamePerson, isTaking, type View } from './views.ts'

type Ordered = OrderedAct & { view: View }

const ordered = (view: View): Ordered => ({
  act: view.act.act,
  personName: view.act.personName,
  post: view.postName,
  posts: [orderedPost(view.postName, view.post ?? null, view.input.bodyName)],
  view,
})

/** Appointed and removed in one session: 深圳 19 appoints first (rules.md §8-42). */
const ownRemovals = (view: View, views: readonly View[]): Finding[] => {
  if (view.input.rules.orderSamePerson !== 'appoint-first' || !isLeaving(view)) return []
  // A resignation that makes room for the appointment comes first by law (组织法 47③).
  if (view.act.act === 'accept-resignation') return []
  const later = views.find(
    (other) => other.act !== view.act && isTaking(other) && isSamePerson(other.act, view.act),
  )
  if (!later) return []
  return [
    finding(view, 'order', 'note', {
      say: 'order-appoint-first',
      params: { other: later.postName },
    }),
  ]
}

/**
 * What is voted on before an act, as the order of voting has it: removal before appointment to the post, where one holds
 * it; deputy before acting, resignation before office (rules.md §9-42, 49, 59, 60).
 */
export const orderFindings = (view: View, views: readonly View[]): Finding[] => {
  const open = views.filter(isOpen)
  const all = open.map(ordered)
  const own = all[open.indexOf(view)]
  if (!own) return []
  const [first] = isTaking(view) ? actsBefore(own, all, view.input.rules) : []
  if (!first) return ownRemovals(view, open)
  const { personName, post, act } = first.act
  return [
    finding(view, 'order', 'note', {
      say: `order-${first.why}`,
      params: { first: personName, firstPost: post, firstAct: act, act: view.act.act },
    }),
  ]
}
