import type { safety } from '../../../shared/contract/safety.ts'
import type { Handlers } from '../dispatch.ts'
import { keptSql, rehearsalOf } from './queries.ts'

/** Key under which the page's place is kept. */
const PLACE = 'safety.place'

export const safetyHandlers: Handlers<typeof safety> = {
  place: ({ db }) => {
    const row = db.get(keptSql.read, { key: PLACE })
    return row ? (JSON.parse(row.value) as Record<string, unknown>) : null
  },
  keepPlace: ({ db, now }, { place }) => {
    db.run(keptSql.write, { key: PLACE, value: JSON.stringify(place), at: now })
    return { at: now }
  },
  rehearsal: ({ db }) => rehearsalOf(db),
  shadow: () => ({ folder: null, state: 'off', at: null, file: null, bytes: null, message: null }),
}
