import type { SessionDeeds, Tenure, Unrecorded } from '../../../shared/contract/ledger.ts'
import { samePost } from '../../../shared/rules/ledger/same-post.ts'
import { findBody } from '../body/queries.ts'
import type { Reader } from '../store/sql.ts'
import { memberTenures, tenureView } from './queries.ts'
import { originsOf, shownOf } from './shown.ts'
import { ledgerSql, type PassedPostRow } from './sql.ts'

const marks = ({ byActId, endedByActId, pendingByActId }: Tenure, actId: string): boolean =>
  [byActId, endedByActId, pendingByActId].includes(actId)

const opens = ({ act }: PassedPostRow): boolean =>
  act === 'appoint' || act === 'approve-appoint' || act === 'act-as'

const whyOf = (row: PassedPostRow): Unrecorded['why'] =>
  row.personId === null ? 'person-unknown' : opens(row) ? 'already-held' : 'not-held'

/** The posts of one act that no tenure bears a mark of: first by name, then one for one where the name is another. */
const withoutMark = (
  posts: readonly PassedPostRow[],
  tenures: readonly Tenure[],
  bodyName: string,
): PassedPostRow[] => {
  const isOf = ({ postId, name }: PassedPostRow, tenure: Tenure): boolean =>
    samePost({ postId, name }, { postId: tenure.postId, name: tenure.postName }, bodyName)
  const left = posts.filter((post) => !tenures.some((tenure) => isOf(post, tenure)))
  const other = tenures.filter((tenure) => !posts.some((post) => isOf(post, tenure)))
  return left.slice(other.length)
}

/**
 * All that the passed acts of a session did to tenures, those of members of the committee among them; and each post of
 * an act that did nothing to any, with why, so that nothing a session decided is missing without a word.
 */
export const deedsOf = (db: Reader, sessionId: string): SessionDeeds => {
  const tenures = [
    ...db.all(ledgerSql.bySession, { sessionId }).map(tenureView),
    ...memberTenures(db, db.all(ledgerSql.membersEndedIn, { sessionId })),
  ]
  const bodyName = findBody(db)?.name ?? ''
  const acts = Map.groupBy(db.all(ledgerSql.passedPosts, { sessionId }), ({ actId }) => actId)
  const left = [...acts].flatMap(([actId, posts]) =>
    withoutMark(
      posts,
      tenures.filter((tenure) => marks(tenure, actId)),
      bodyName,
    ),
  )
  const origins = originsOf(
    db,
    left.map(({ actId }) => actId),
  )
  return {
    tenures: shownOf(db, tenures),
    unrecorded: left.flatMap((row) => {
      const origin = origins.get(row.actId)
      const { actId, position, act, verb, personName, personId, name: postName } = row
      const facts = { actId, position, act, verb, personName, personId, postName }
      return origin ? [{ ...facts, why: whyOf(row), origin }] : []
    }),
  }
}
