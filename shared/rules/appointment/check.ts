import { actingFindings } from './acting.ts'
import { committeeFindings } from './committees.ts'
import { dismissalFindings } from './dismissal.ts'
import { electionFindings } from './election.ts'
import type { CheckInput, Finding } from './facts.ts'
import { holdingFindings, namesakeFindings } from './holding.ts'
import { ledgerOf, type Ledger } from './ledger.ts'
import { deadlineFindings, materialFindings, speechFindings } from './materials.ts'
import { nominatorFindings } from './nominator.ts'
import { officeFindings } from './offices.ts'
import { orderFindings } from './order.ts'
import { organWritingFindings } from './organ-writing.ts'
import { organFindings } from './organs.ts'
import { procuratorFindings } from './procurator.ts'
import { resubmissionFindings } from './resubmission.ts'
import { termFindings, termRemaining } from './term.ts'
import { isOpen, viewsOf, type View } from './views.ts'

type Theme = (view: View, views: readonly View[], ledger: Ledger) => Finding[]

/** What is asked of one post of one act, the gravest themes first. */
const themes: readonly Theme[] = [
  organFindings,
  committeeFindings,
  nominatorFindings,
  dismissalFindings,
  electionFindings,
  actingFindings,
  officeFindings,
  holdingFindings,
  (view, _, ledger) => resubmissionFindings(view, ledger),
  (view, _, ledger) => termFindings(view, ledger),
  orderFindings,
  procuratorFindings,
  speechFindings,
]

/** What is asked of an act as a whole, whatever number of posts it names. */
const ofAct = (views: readonly View[]): Finding[] => {
  const [first] = views
  return first ? [...namesakeFindings(first), ...materialFindings(views)] : []
}

const key = ({ code, actIds, message }: Finding): string => JSON.stringify([code, actIds, message])

/**
 * All that law, local rule and ledger have to say of the acts of a session, in the order of the papers: by act, then
 * what is about a whole nomination, then what is about the session. Decided, withdrawn and deferred acts are past it.
 * Forbids (`block`) only where a statute does and what the post is, is certain; a local rule, the ledger and doubt are
 * warnings (rules.md §9-42, 49–79).
 */
export const checkNominations = (input: CheckInput): Finding[] => {
  const ledger = ledgerOf(input)
  const all = viewsOf(input)
  const open = all.filter(isOpen)
  const byAct = Map.groupBy(open, ({ act }) => act)
  const found = [
    ...[...byAct.values()].flatMap((views) => [
      ...views.flatMap((view) => themes.flatMap((theme) => theme(view, all, ledger))),
      ...ofAct(views),
    ]),
    ...organWritingFindings(open),
    ...input.nominations.flatMap((nomination) => deadlineFindings(nomination, input)),
    ...(open.length > 0 ? termRemaining(input) : []),
  ]
  return [...new Map(found.map((one) => [key(one), one])).values()]
}
