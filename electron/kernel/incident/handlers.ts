import type { incident } from '../../../shared/contract/incident.ts'
import type { Handlers } from '../dispatch.ts'
import { expectNotClosed, theSitting } from '../session/queries.ts'
import { incidentsOf, noteIncident } from './queries.ts'

export const incidentHandlers: Handlers<typeof incident> = {
  list: ({ db }, { sittingId }) => incidentsOf(db, theSitting(db, sittingId).id),
  note: (ctx, facts) => {
    expectNotClosed(ctx.db, theSitting(ctx.db, facts.sittingId).sessionId)
    return noteIncident(ctx, facts)
  },
}
