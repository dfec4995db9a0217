import {
  formalitiesOf,
  type FormalityDraft,
  type PassedAct,
} from '../../../shared/rules/appointment/formalities.ts'
import { keepFormalities } from '../../../shared/rules/appointment/keeping.ts'
import { parameterValues } from '../body/parameters.ts'
import type { WriteContext } from '../dispatch.ts'
import { theSession } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { passedActs } from './passed.ts'
import { formalitySql, type FormalityRow } from './sql.ts'

/** What settling needs of a command: it also runs where a file of an older form is opened. */
type Settling = Pick<WriteContext, 'db' | 'newId'>

type ActIds = ReadonlyMap<string, readonly string[]>

/** Addressee → the day its notice went out; also where the office has named the addressee otherwise since. */
const noticed = (
  rows: readonly FormalityRow[],
  actIds: ActIds,
  acts: readonly PassedAct[],
): Map<string, string> =>
  new Map(
    rows.flatMap(({ id, kind, about, state, doneOn }) => {
      if (kind !== 'notice' || state !== 'done' || doneOn === null) return []
      const own = acts.filter((act) => actIds.get(id)?.includes(act.id))
      return [about, ...own.map(({ toldTo }) => toldTo)].map((to) => [to, doneOn] as const)
    }),
  )

const ruleText = ({ dueRule }: FormalityDraft): string | null =>
  dueRule === null ? null : JSON.stringify(dueRule)

/** The acts of each formality of a session, by its id. */
const actIdsOf = (db: Reader, sessionId: string): Map<string, string[]> =>
  new Map(
    [
      ...Map.groupBy(
        db.all(formalitySql.actsOfSession, { sessionId }),
        ({ formalityId }) => formalityId,
      ),
    ].map(([id, acts]) => [id, acts.map(({ actId }) => actId)]),
  )

const tie = (ctx: Settling, formalityId: string, actIds: readonly string[]): void => {
  ctx.db.run(formalitySql.untieActs, { formalityId })
  for (const actId of actIds) ctx.db.run(formalitySql.tieAct, { formalityId, actId })
}

const isSame = (row: FormalityRow, actIds: readonly string[], draft: FormalityDraft): boolean =>
  row.standing === 1 &&
  row.about === draft.about &&
  row.toWhom === draft.toWhom &&
  row.heldBy === draft.heldBy &&
  (row.dueSet === 1 || (row.dueOn === draft.dueOn && row.dueRule === ruleText(draft))) &&
  actIds.join() === draft.actIds.join()

/** A formality as the acts and rules have it now; a day set by hand stays, and so does what was done. */
const follow = (ctx: Settling, row: FormalityRow, draft: FormalityDraft): void => {
  const bySelf = row.dueSet === 0
  ctx.db.run(formalitySql.follow, {
    id: row.id,
    about: draft.about,
    toWhom: draft.toWhom,
    heldBy: draft.heldBy,
    dueOn: bySelf ? draft.dueOn : row.dueOn,
    dueRule: bySelf ? ruleText(draft) : row.dueRule,
  })
  tie(ctx, row.id, draft.actIds)
}

const add = (ctx: Settling, sessionId: string, draft: FormalityDraft): void => {
  const id = ctx.newId()
  const { kind, about, toWhom, heldBy, dueOn } = draft
  const dueRule = ruleText(draft)
  ctx.db.run(formalitySql.add, {
    ...{ id, sessionId, tenureId: null, ended: null },
    ...{ kind, about, toWhom, heldBy, dueOn, dueRule },
  })
  tie(ctx, id, draft.actIds)
}

/** A formality that keeps its day, whatever the rules say of it now. */
const undated = (draft: FormalityDraft, { dueOn, dueRule }: FormalityRow): FormalityDraft => ({
  ...draft,
  dueOn,
  dueRule: dueRule === null ? null : (JSON.parse(dueRule) as FormalityDraft['dueRule']),
})

/**
 * Brings what is to be done after a session in line with the acts that stand passed in it, under the rules as they are
 * now. What a hand has done, waived or dated stays; what nothing asks for any more goes, or is left to be looked at
 * where it was done already.
 * @param redate whether the rules as they are now also date what is there already
 */
export const settleFormalities = (ctx: Settling, sessionId: string, redate = true): void => {
  const { db } = ctx
  const rows = db.all(formalitySql.ofSession, { sessionId })
  const acts = passedActs(db, sessionId)
  if (rows.length === 0 && acts.length === 0) return
  const actIds = actIdsOf(db, sessionId)
  const drafts = formalitiesOf({
    acts,
    rules: parameterValues(db),
    closesOn: theSession(db, sessionId).endsOn,
    noticedOn: noticed(rows, actIds, acts),
  })
  const known = new Map(rows.map((row) => [row.id, row]))
  const kept = keepFormalities(
    rows.map((row) => ({
      ...row,
      actIds: actIds.get(row.id) ?? [],
      touched: row.dueSet === 1 || row.number !== '' || row.note !== '',
    })),
    drafts,
  )
  for (const id of [...kept.drop, ...kept.rest])
    ctx.db.run(formalitySql.untieActs, { formalityId: id })
  for (const id of kept.drop) db.run(formalitySql.drop, { id })
  for (const id of kept.rest) db.run(formalitySql.rest, { id })
  for (const { id, draft: made } of kept.go) {
    const row = known.get(id)
    const draft = row && !redate ? undated(made, row) : made
    if (row && !isSame(row, actIds.get(id) ?? [], draft)) follow(ctx, row, draft)
  }
  for (const draft of kept.add) add(ctx, sessionId, draft)
}
