import type { Message } from '../../../shared/contract/errors.ts'
import { splitPosts } from '../../../shared/rules/appointment/post-names.ts'
import { samePost } from '../../../shared/rules/ledger/same-post.ts'
import { overlap, type Spanned, type UnitedCourses } from '../../../shared/rules/ledger/uniting.ts'
import { findBody } from '../body/queries.ts'
import type { Reader } from '../store/sql.ts'
import { ledgerSql, type ActPostRow } from './sql.ts'
import { spanOf } from './standing.ts'
import { uniteSql, type NominatedRow, type PersonEntry } from './unite-sql.ts'

/** Longest note the forms take; a longer one could never be saved again. */
const LONGEST_NOTE = 4000

type Asked = {
  stays: PersonEntry
  goes: PersonEntry
  seats: readonly [readonly Spanned[], readonly Spanned[]]
  courses: UnitedCourses
  note: string
}

const said = (name: string, params: Message['params']): Message => ({
  key: `ledger.unite.refused.${name}`,
  ...(params ? { params } : {}),
})

const seatId = ({ id }: Spanned): string => id.slice('member.'.length)

/** One human being has one seat at a time, and one place in a roll and in a vote. */
const bySeats = (db: Reader, { stays, seats: [own, other] }: Asked): Message[] => {
  const { name } = stays
  if (own.length === 0 || other.length === 0) return []
  const twice = own.flatMap((one) =>
    other
      .filter((seat) => overlap(one, seat))
      .map((seat) =>
        said('seats', {
          name,
          one: `${one.postName}（${spanOf(one)}）`,
          other: `${seat.postName}（${spanOf(seat)}）`,
        }),
      ),
  )
  if (twice.length > 0) return twice
  const lists = {
    stays: JSON.stringify(own.map(seatId)),
    goes: JSON.stringify(other.map(seatId)),
  }
  return db
    .all(uniteSql.rolls, lists)
    .slice(0, 1)
    .map(({ termNumber, sessionNumber }) =>
      said('rolls', { name, term: termNumber, number: sessionNumber }),
    )
}

const postsOf = (act: NominatedRow, rows: readonly ActPostRow[]): readonly Named[] =>
  rows.length > 0 ? rows : splitPosts(act.post).map((name) => ({ name, postId: null }))

type Named = Pick<ActPostRow, 'name' | 'postId'>

/** Two acts of one kind on one post in one session speak of two people. */
const byActs = (db: Reader, { stays, goes }: Asked): Message[] => {
  const acts = db.all(uniteSql.nominated, { stays: stays.id, goes: goes.id })
  const own = acts.filter(({ personId }) => personId === stays.id)
  const others = acts.filter(({ personId }) => personId === goes.id)
  if (own.length === 0 || others.length === 0) return []
  const ids = JSON.stringify(acts.map(({ id }) => id))
  const rows = Map.groupBy(db.all(ledgerSql.actPosts, { ids }), ({ actId }) => actId)
  const bodyName = findBody(db)?.name ?? ''
  const named = (act: NominatedRow) => postsOf(act, rows.get(act.id) ?? [])
  const alike = (one: NominatedRow, other: NominatedRow): boolean =>
    one.sessionId === other.sessionId &&
    one.act === other.act &&
    named(one).some((post) => named(other).some((also) => samePost(post, also, bodyName)))
  return own
    .filter((one) => others.some((other) => alike(one, other)))
    .map(({ verb, post, termNumber, sessionNumber }) =>
      said('acts', { name: stays.name, verb, post, term: termNumber, number: sessionNumber }),
    )
}

const byTenures = ({ stays: { name }, courses }: Asked): Message[] =>
  courses.clashes.map(({ one, other }) => {
    const first = { name, post: one.postName, span: spanOf(one) }
    return other
      ? said('tenures', { ...first, otherPost: other.postName, other: spanOf(other) })
      : said('acted', first)
  })

/** Why two entries cannot become one, each with its way out; empty where nothing is in the way. */
export const obstaclesOf = (db: Reader, asked: Asked): Message[] => {
  const { stays, goes, note } = asked
  const voting = db.get(uniteSql.votedOn, { stays: stays.id, goes: goes.id })
  return [
    ...(voting ? [said('voting', { name: stays.name, post: voting.post })] : []),
    ...bySeats(db, asked),
    ...byActs(db, asked),
    ...byTenures(asked),
    ...(note.length > LONGEST_NOTE
      ? [said('note', { name: stays.name, most: LONGEST_NOTE, count: note.length })]
      : []),
  ]
}
