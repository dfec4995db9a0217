/** What follows a vote, as papers look at it: acts with what the catalogue and local rule say of their posts. */
import type { NominatorKind } from '../../contract/appointment.ts'
import { refuse } from '../../contract/errors.ts'
import type { FilingRoute, OathOrganizer } from '../../contract/ledger.ts'
import type { ActFact } from '../acts.ts'
import { checkHead } from '../head.ts'
import type { SessionHead } from '../head.ts'
import { passedActs } from '../list.ts'

export type AfterAct = ActFact & {
  nominator: string
  nominatorKind: NominatorKind
  /** A certificate is given (rules.md §8-47). */
  certificate: boolean
  /** Who holds the ceremony of the oath taken, if one is (rules.md §5). */
  oath: OathOrganizer
  /** Where it is filed (组织法 32①, 50). */
  filings: FilingRoute[]
  /** The committee above has to approve it before it stands for good (组织法 32①). */
  approval: boolean
}

/** First numbers of the session's series; null where none was given. */
export type Numbers = {
  announcement: number | null
  notice: number | null
  certificate: number | null
  filing: number | null
}

export type AfterFacts = SessionHead & { acts: AfterAct[]; numbers: Numbers; oathLeader: string }

export const noNumbers: Numbers = {
  announcement: null,
  notice: null,
  certificate: null,
  filing: null,
}

/**
 * Acts a formal paper may speak of: passed ones alone, in the order of the list. Nothing official leaves before the
 * vote (rules.md §9-74).
 * @throws Refusal `papers.notYetPassed` naming what is still to be voted on, `papers.nothingPassed` where nothing is
 */
export const officialActs = (facts: AfterFacts): AfterAct[] => {
  checkHead(facts)
  const passed = passedActs(facts.acts) as AfterAct[]
  if (passed.length > 0) return passed.toSorted((a, b) => a.position - b.position)
  const waiting = facts.acts.filter((fact) => fact.outcome === 'pending')
  const [first] = waiting
  if (!first) return refuse('papers.nothingPassed')
  return refuse('papers.notYetPassed', {
    count: waiting.length,
    person: first.person,
    post: first.post,
  })
}
