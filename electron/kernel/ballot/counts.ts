import {
  figures,
  type ballot,
  type Counts,
  type DraftTotals,
  type Figure,
  type TellerCount,
} from '../../../shared/contract/ballot.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../dispatch.ts'
import { keptSql } from '../safety/queries.ts'
import type { Reader } from '../store/sql.ts'
import { countKey, theRoundEntered } from './drafts.ts'
import { theVoteRow } from './queries.ts'
import { roundSql } from './round-sql.ts'

type StoredCount = { name: string; totals: DraftTotals; done: boolean }
const tellers = [1, 2] as const

const stored = (db: Reader, voteId: string, teller: 1 | 2): StoredCount | undefined => {
  const row = db.get(roundSql.kept, { key: countKey(voteId, teller) })
  return row && (JSON.parse(row.value) as StoredCount)
}

const differing = (a: DraftTotals, b: DraftTotals): Figure[] =>
  figures.filter((figure) => (a[figure] ?? 0) !== (b[figure] ?? 0))

/** Both counts as far as they may be seen: a finished one stays covered until the other is finished too. */
const countsOf = (db: Reader, voteId: string): Counts => {
  const known = tellers.map((teller) => ({ teller, count: stored(db, voteId, teller) }))
  const [first, second] = known.map(({ count }) => count)
  const both = first?.done === true && second?.done === true
  const shown = known.flatMap(({ teller, count }): TellerCount[] => {
    if (!count) return []
    const { name, done, totals } = count
    return [{ teller, name, done, totals: done && !both ? null : totals }]
  })
  return { voteId, tellers: shown, differs: both ? differing(first.totals, second.totals) : null }
}

/**
 * The two names of a double count that agrees with the totals; none where nobody counted twice.
 * @throws Refusal while a count that was begun is not finished, or differs from the other or from the totals
 */
export const agreedTellers = (
  db: Reader,
  voteId: string,
  tally: DraftTotals | undefined,
): string[] => {
  const counts = tellers.flatMap((teller) => stored(db, voteId, teller) ?? [])
  const [first, second] = counts
  if (!first) return []
  if (!second || !first.done || !second.done) return refuse('ballot.chamber.countUnfinished')
  if (differing(first.totals, second.totals).length > 0) refuse('ballot.chamber.countsDiffer')
  if (differing(first.totals, tally ?? {}).length > 0) refuse('ballot.chamber.countNotTally')
  return [first.name, second.name]
}

type Counting = 'keepCount' | 'dropCounts' | 'counts'

export const countHandlers: Pick<Handlers<typeof ballot>, Counting> = {
  counts: ({ db }, { voteId }) => countsOf(db, theVoteRow(db, voteId).id),

  keepCount: (ctx, { voteId, teller, name, totals, done }) => {
    theRoundEntered(ctx, voteId)
    const other = stored(ctx.db, voteId, teller === 1 ? 2 : 1)
    const own = stored(ctx.db, voteId, teller)
    if (own?.done && !other?.done) refuse('ballot.chamber.countDone', { name: own.name })
    // One after the other: whoever counts second never sees the first count on its way.
    if (teller === 2 && !other?.done) refuse('ballot.chamber.countFirst')
    if (done && name === '') refuse('ballot.chamber.tellerNameNeeded')
    if (name !== '' && other?.name === name) refuse('ballot.chamber.tellersSame')
    const value = JSON.stringify({ name, totals, done } satisfies StoredCount)
    ctx.db.run(keptSql.write, { key: countKey(voteId, teller), value, at: ctx.now })
    return countsOf(ctx.db, voteId)
  },

  dropCounts: (ctx, { voteId }) => {
    theRoundEntered(ctx, voteId)
    for (const teller of tellers) ctx.db.run(roundSql.forget, { key: countKey(voteId, teller) })
    return countsOf(ctx.db, voteId)
  },
}
