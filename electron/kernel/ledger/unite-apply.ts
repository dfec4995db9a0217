import type { Facts } from '../../../shared/rules/ledger/uniting.ts'
import type { LedgerTenure } from '../../../shared/rules/ledger/replay.ts'
import type { WriteContext } from '../dispatch.ts'
import { beforeUnite } from '../formality/put-right.ts'
import { afterActs } from '../formality/queries.ts'
import { formalitySql, type FormalityRow } from '../formality/sql.ts'
import { rosterSql } from '../roster/queries.ts'
import { followEnd } from './ends.ts'
import { rowOf, settleTenures } from './settle.ts'
import { ledgerSql } from './sql.ts'
import { joinNotes, type Unite } from './unite.ts'
import { uniteSql, type PersonEntry } from './unite-sql.ts'

type Joined = Unite['courses']['joined'][number]

const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one

const touched = ({ state, dueSet, number, note }: FormalityRow): boolean =>
  state !== 'due' || dueSet === 1 || number !== '' || note !== ''

/**
 * What follows from the end of a line that goes is that of the line that stays; of two of a kind the one a hand touched.
 * Gives those that went, whole.
 */
const moveDuties = (ctx: WriteContext, { stays, goes }: Joined): FormalityRow[] => {
  const own = ctx.db.all(formalitySql.ofTenure, { tenureId: stays.id })
  const gone: FormalityRow[] = []
  for (const row of ctx.db.all(formalitySql.ofTenure, { tenureId: goes.id })) {
    const twin = own.find(({ kind }) => kind === row.kind)
    const loser = twin && (touched(twin) || !touched(row)) ? row : twin
    if (loser) ctx.db.run(formalitySql.drop, { id: loser.id })
    if (loser) gone.push(loser)
    if (loser !== row) ctx.db.run(uniteSql.moveFormality, { id: row.id, tenureId: stays.id })
  }
  return gone
}

/** One line stays of a tenure entered twice, with all that was said of either; gives what followed from it and went. */
const join = (ctx: WriteContext, joined: Joined): FormalityRow[] => {
  const { stays, goes } = joined
  const gone = moveDuties(ctx, joined)
  const line: LedgerTenure = {
    ...stays,
    postId: stays.postId ?? goes.postId,
    reviewedOn: later(stays.reviewedOn, goes.reviewedOn),
    note: joinNotes(stays.note, goes.note),
  }
  const { source: _, ...row } = rowOf(line)
  ctx.db.run(ledgerSql.update, row)
  // A line an act made goes by itself, once the acts are followed anew.
  if (goes.source !== 'act') ctx.db.run(ledgerSql.remove, { id: goes.id })
  return gone
}

/** Everything that refers to the one that goes; gives the ids of what moved, for the record. */
const move = (ctx: WriteContext, stays: string, goes: string): Record<string, string[]> => {
  const all = (statement: typeof uniteSql.actIds): string[] =>
    ctx.db.all(statement, { id: goes }).map(({ id }) => id)
  const moved = {
    seats: all(uniteSql.seatIds),
    tenures: all(uniteSql.tenureIds),
    acts: all(uniteSql.actIds),
    forms: all(uniteSql.formIds),
  }
  for (const statement of [
    uniteSql.moveSeats,
    uniteSql.moveTenures,
    uniteSql.moveActs,
    uniteSql.moveForms,
    uniteSql.dropSaid,
    uniteSql.moveSaid,
  ])
    ctx.db.run(statement, { stays, goes })
  return moved
}

const deputyOf = (text: string | null): number | null =>
  text === null ? null : Number(text === 'yes')

const savePerson = (ctx: WriteContext, { stays, note }: Unite, facts: Facts): void => {
  const { name, sex, nationality, birth, deputy } = facts
  ctx.db.run(uniteSql.savePerson, {
    id: stays.id,
    name: name ?? stays.name,
    sex: sex as PersonEntry['sex'],
    nationality,
    birth,
    deputy: deputyOf(deputy),
    note,
  })
}

/**
 * Makes one person of two inside a command's transaction: facts, everything that refers to the one that goes, the
 * tenures as the acts on both make them, and what follows from votes and ends. Whoever refers to the one that goes and
 * is not known here stops it all, by its foreign key. Writes on the record what moved and whole lines that go.
 * @param unite as worked out just now, with nothing in the way
 * @param facts of the person, every one of them settled
 */
export const applyUnite = (ctx: WriteContext, unite: Unite, facts: Facts): void => {
  const { stays, goes, courses } = unite
  const sessions = ctx.db.all(uniteSql.sessions, { id: goes.id })
  beforeUnite(ctx, { stays, goes, now: facts.name ?? stays.name })
  const gone = courses.joined.flatMap((joined) => join(ctx, joined))
  const moved = move(ctx, stays.id, goes.id)
  savePerson(ctx, unite, facts)
  ctx.db.run(rosterSql.removePerson, { id: goes.id })
  settleTenures(ctx, [stays.id])
  for (const { id } of ctx.db.all(uniteSql.ended, { id: stays.id })) followEnd(ctx, id)
  for (const { sessionId } of sessions) afterActs(ctx, sessionId)
  const { joined, changed, added } = courses
  ctx.onRecord({ note: unite.note, moved, joined, changed, added, gone })
}
