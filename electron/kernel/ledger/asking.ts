import type { ledger, TenureShown } from '../../../shared/contract/ledger.ts'
import { heldOn } from '../../../shared/rules/ledger/replay.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { matchesName } from '../../../shared/rules/pinyin.ts'
import { theBody } from '../body/queries.ts'
import type { Handlers, ReadContext } from '../dispatch.ts'
import { asOf } from './as-of.ts'
import { deedsOf } from './deeds.ts'
import { catalogueOf, postsOn, tenuresFor } from './queries.ts'
import { shownOf } from './shown.ts'
import { ledgerSql } from './sql.ts'
import { statistics } from './statistics.ts'

/** Most people a search gives; more letters narrow it down. */
const MOST_FOUND = 50

const findPerson = ({ db, moment }: ReadContext, text: string) => {
  const persons = db
    .all(ledgerSql.persons, {})
    .filter(({ name }) => matchesName(name, text))
    .slice(0, MOST_FOUND)
  const today = dayOf(moment)
  const held = Map.groupBy(
    tenuresFor(db, { personIds: persons.map(({ id }) => id) }).filter((one) => heldOn(one, today)),
    ({ personId }) => personId,
  )
  return persons.map(({ id, name }) => ({
    id,
    name,
    posts: (held.get(id) ?? []).map(({ postName }) => postName),
  }))
}

/** In office, appointed by a vote of the current term, not reviewed in it (职务任后监督; rules.md §6.3). */
const unreviewed = ({ db, moment }: ReadContext): TenureShown[] => {
  const { term } = theBody(db)
  const today = dayOf(moment)
  return asOf(db, { on: today }).filter(
    ({ source, by, fromOn, reviewedOn }) =>
      source !== 'member' &&
      (by ? by.termNumber === term.number : fromOn !== null && fromOn >= term.startsOn) &&
      (reviewedOn === null || reviewedOn < term.startsOn),
  )
}

export const askingHandlers: Pick<
  Handlers<typeof ledger>,
  'catalogue' | 'posts' | 'asOf' | 'post' | 'session' | 'unreviewed' | 'findPerson' | 'statistics'
> = {
  catalogue: ({ db }) => catalogueOf(db),
  posts: ({ db, moment }, { on }) => postsOn(db, on ?? dayOf(moment)),
  asOf: ({ db }, asked) => asOf(db, asked),
  post: ({ db }, { postId }) => shownOf(db, tenuresFor(db, { postIds: [postId] }).reverse()),
  session: ({ db }, { sessionId }) => deedsOf(db, sessionId),
  unreviewed: (ctx) => unreviewed(ctx),
  findPerson: (ctx, { text }) => findPerson(ctx, text),
  statistics: ({ db }, { from, to }) => statistics(db, from, to),
}
