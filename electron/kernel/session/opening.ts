import type { OpeningDoubts } from '../../../shared/contract/session.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import type { ReadContext } from '../dispatch.ts'
import { rehearsalOf } from '../safety/queries.ts'
import { allSessions, theSession, theSitting } from './queries.ts'

/**
 * What is to be asked before a sitting is opened now. Its votes and papers bear the day of the opening, so another day
 * than the one it is planned for is hardly meant; one that goes on may do so on any day of its session. Two sessions
 * at once are asked about when the second begins, not at each of its sittings. A rehearsal is held on whatever day.
 */
export const openingDoubts = (
  { db, moment }: Pick<ReadContext, 'db' | 'moment'>,
  sittingId: string,
): OpeningDoubts => {
  const { sessionId, startsAt, state } = theSitting(db, sittingId)
  if (rehearsalOf(db)) return { day: null, underWay: [] }
  const { startsOn, endsOn, state: whole } = theSession(db, sessionId)
  const [own, today] = [dayOf(startsAt), dayOf(moment)]
  const goesOn = state === 'adjourned' && today >= startsOn && today <= endsOn
  return {
    day: own === today || goesOn ? null : { own, today },
    underWay:
      whole === 'planned'
        ? allSessions(db).filter((other) => other.state === 'open' && other.id !== sessionId)
        : [],
  }
}
