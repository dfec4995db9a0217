import type { ActCount, LedgerStatistics } from '../../../shared/contract/ledger.ts'
import { theBody } from '../body/queries.ts'
import { select, type Reader } from '../store/sql.ts'
import { asOf } from './as-of.ts'
import { postsOn } from './queries.ts'

type CountedRow = {
  verb: string
  month: string
  personKey: string
  organId: string | null
  organName: string | null
  sex: 'male' | 'female' | null
  nationality: string | null
}

/** Acts in force between two days, each once, with the organ of its first post the catalogue knows. */
export const statisticsSql = {
  acts: select<{ from: string; to: string }, CountedRow>()(
    {
      verb: true,
      month: true,
      personKey: true,
      organId: true,
      organName: true,
      sex: true,
      nationality: true,
    },
    `SELECT act.verb, substr(act.effectiveOn, 1, 7) AS month, coalesce(act.personId, act.personName) AS personKey,
       post.organId, (SELECT name FROM organVersion WHERE organId = post.organId AND fromOn <= act.effectiveOn
         ORDER BY fromOn DESC LIMIT 1) AS organName, person.sex, person.nationality
     FROM act LEFT JOIN person ON person.id = act.personId
     LEFT JOIN post ON post.id = (SELECT postId FROM actPost WHERE actId = act.id AND postId IS NOT NULL
       ORDER BY position LIMIT 1)
     LEFT JOIN organ ON organ.id = post.organId
     WHERE act.outcome = 'passed' AND act.effectiveOn BETWEEN @from AND @to
     ORDER BY organ.position IS NULL, organ.position, act.effectiveOn, act.id`,
  ),
}

const isMinority = ({ nationality }: CountedRow): boolean =>
  nationality !== null && !/^汉族?$/u.test(nationality)

const countBy = (
  rows: readonly CountedRow[],
  keyOf: (row: CountedRow) => { key: string; label: string },
): ActCount[] =>
  [...Map.groupBy(rows, (row) => keyOf(row).key)].map(([key, own]) => ({
    key,
    label: own[0] ? keyOf(own[0]).label : '',
    count: own.length,
    women: own.filter(({ sex }) => sex === 'female').length,
    minority: own.filter(isMinority).length,
  }))

/** Posts in force at the close of a day, those fully held, and those whose holder was appointed in the term. */
const coverageOn = (db: Reader, on: string): LedgerStatistics['coverage'] => {
  const { term } = theBody(db)
  const posts = postsOn(db, on)
  const holders = Map.groupBy(
    asOf(db, { on }).filter(({ acting }) => !acting),
    ({ postId }) => postId,
  )
  const held = posts.filter(({ id }) => holders.has(id))
  const thisTerm = held.filter(({ id }) =>
    holders
      .get(id)
      ?.some(({ by, fromOn }) =>
        by ? by.termNumber === term.number : fromOn !== null && fromOn >= term.startsOn,
      ),
  )
  return {
    posts: posts.length,
    held: held.length,
    vacant: posts.length - held.length,
    thisTerm: thisTerm.length,
  }
}

/** Passed acts from one day to another, both included, counted (人次); how far the posts are filled on the last day. */
export const statistics = (db: Reader, from: string, to: string): LedgerStatistics => {
  const rows = db.all(statisticsSql.acts, { from, to })
  return {
    from,
    to,
    total: rows.length,
    persons: new Set(rows.map(({ personKey }) => personKey)).size,
    sexUnknown: rows.filter(({ sex }) => sex === null).length,
    nationalityUnknown: rows.filter(({ nationality }) => nationality === null).length,
    byVerb: countBy(rows, ({ verb }) => ({ key: verb, label: verb })).sort(
      (a, b) => b.count - a.count,
    ),
    byOrgan: countBy(rows, ({ organId, organName }) => ({
      key: organId ?? '',
      label: organName ?? '',
    })),
    byMonth: countBy(rows, ({ month }) => ({ key: month, label: month })).sort((a, b) =>
      a.key < b.key ? -1 : 1,
    ),
    coverage: coverageOn(db, to),
  }
}
