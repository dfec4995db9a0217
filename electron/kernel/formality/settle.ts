import {
  formalitiesOf,
  type FormalityDraft,
  type PassedAct,
  type PostAsks,
} from '../../../shared/rules/appointment/formalities.ts'
import { keepFormalities } from '../../../shared/rules/appointment/keeping.ts'
import { postKindOf } from '../../../shared/rules/appointment/post-kind-of.ts'
import { postKindFacts } from '../../../shared/rules/appointment/post-kinds.ts'
import type { PostsOf } from '../../../shared/rules/appointment/post-names.ts'
import { checkingSql } from '../appointment/checking-sql.ts'
import { placedPosts, type PlacedPost } from '../appointment/posts.ts'
import { parameterValues } from '../body/parameters.ts'
import { theBody } from '../body/queries.ts'
import type { WriteContext } from '../dispatch.ts'
import { cataloguesOf } from '../ledger/catalogue.ts'
import { theSession } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { formalitySql, type FormalityRow } from './sql.ts'

/** What settling needs of a command: it also runs where a file of an older form is opened. */
type Settling = Pick<WriteContext, 'db' | 'newId'>

/** As the catalogue has it, else as its name tells the kind. */
const asksOf = ({ name, post }: PlacedPost, body: PostsOf): PostAsks => {
  if (post) return { ...post, name }
  const { kind } = postKindOf(name, body)
  const { certificate, oath, filing } = postKindFacts[kind]
  return { name, kind, certificate, oath, filing: [...filing] }
}

/** The acts a session passed, with what their posts ask for as the catalogue stood on the day of the vote. */
export const passedActs = (db: Reader, sessionId: string): PassedAct[] => {
  const acts = db.all(formalitySql.passed, { sessionId })
  if (acts.length === 0) return []
  const { level, name: bodyName } = theBody(db)
  const rows = Map.groupBy(db.all(checkingSql.posts, { sessionId }), ({ actId }) => actId)
  const catalogueOn = cataloguesOf(db)
  return acts.map((act) => {
    const catalogue = { posts: catalogueOn(act.effectiveOn), bodyName }
    const placed = placedPosts(act, rows.get(act.id) ?? [], catalogue)
    return { ...act, posts: placed.map((one) => asksOf(one, { level, bodyName })) }
  })
}

/** Nominator → the day its notice went out. */
const noticed = (rows: readonly FormalityRow[]): Map<string, string> =>
  new Map(
    rows.flatMap(({ kind, about, state, doneOn }) =>
      kind === 'notice' && state === 'done' && doneOn !== null ? [[about, doneOn] as const] : [],
    ),
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

/**
 * Brings what is to be done after a session in line with the acts that stand passed in it, under the rules as they are
 * now. What a hand has done, waived or dated stays; what nothing asks for any more goes, or is left to be looked at
 * where it was done already.
 */
export const settleFormalities = (ctx: Settling, sessionId: string): void => {
  const { db } = ctx
  const rows = db.all(formalitySql.ofSession, { sessionId })
  const acts = passedActs(db, sessionId)
  if (rows.length === 0 && acts.length === 0) return
  const actIds = actIdsOf(db, sessionId)
  const drafts = formalitiesOf({
    acts,
    rules: parameterValues(db),
    closesOn: theSession(db, sessionId).endsOn,
    noticedOn: noticed(rows),
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
  for (const { id, draft } of kept.go) {
    const row = known.get(id)
    if (row && !isSame(row, actIds.get(id) ?? [], draft)) follow(ctx, row, draft)
  }
  for (const draft of kept.add) add(ctx, sessionId, draft)
}
