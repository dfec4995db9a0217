import type { PostOn } from '../../../shared/contract/ledger.ts'
import { replay, type LedgerAct, type LedgerTenure } from '../../../shared/rules/ledger/replay.ts'
import { needsApproval } from '../../../shared/rules/appointment/formalities.ts'
import { postKindOf } from '../../../shared/rules/appointment/post-kind-of.ts'
import { matchPost, splitPosts } from '../../../shared/rules/appointment/post-names.ts'
import { findBody } from '../body/queries.ts'
import type { WriteContext } from '../dispatch.ts'
import { formalitySql } from '../formality/sql.ts'
import { rosterSql } from '../roster/queries.ts'
import type { Reader } from '../store/sql.ts'
import { cataloguesOf } from './catalogue.ts'
import { ledgerSql, type ActPostRow, type ActRow, type SaidRow, type TenureRow } from './sql.ts'

/** What settling needs of a command: it also runs where a file of an older form is opened. */
export type Settling = Pick<WriteContext, 'db' | 'newId' | 'touch'>

const list = (ids: Iterable<string>): { ids: string } => ({
  ids: JSON.stringify([...new Set(ids)]),
})

const bodyName = (db: Reader): string => findBody(db)?.name ?? ''

/**
 * The id of the one person who bears a stored (bare) name; somebody nobody knows yet is added. Null where several bear
 * it: a person must choose.
 */
export const ensurePerson = (
  ctx: Pick<WriteContext, 'db' | 'newId'>,
  name: string,
): string | null => {
  const bearers = ctx.db.all(ledgerSql.personsNamed, { name })
  if (bearers.length > 0) return bearers.length === 1 ? (bearers[0]?.id ?? null) : null
  const id = ctx.newId()
  ctx.db.run(rosterSql.addPerson, { id, name, sex: null, nationality: null, note: '' })
  return id
}

const fields = [
  'personId',
  'postId',
  'postName',
  'acting',
  'fromOn',
  'electedOn',
  'toOn',
  'endReason',
  'ownToOn',
  'ownEndReason',
  'byActId',
  'endedByActId',
  'pendingByActId',
  'reviewedOn',
  'note',
] as const satisfies readonly (keyof LedgerTenure)[]

export const keptOf = ({ rev: _, acting, ...row }: TenureRow): LedgerTenure => ({
  ...row,
  acting: acting === 1,
})
export const rowOf = ({ acting, ...tenure }: LedgerTenure): Omit<TenureRow, 'rev'> => ({
  id: tenure.id,
  personId: tenure.personId,
  postId: tenure.postId,
  postName: tenure.postName,
  acting: acting ? 1 : 0,
  fromOn: tenure.fromOn,
  electedOn: tenure.electedOn,
  toOn: tenure.toOn,
  endReason: tenure.endReason,
  ownToOn: tenure.ownToOn,
  ownEndReason: tenure.ownEndReason,
  byActId: tenure.byActId,
  endedByActId: tenure.endedByActId,
  pendingByActId: tenure.pendingByActId,
  source: tenure.source,
  reviewedOn: tenure.reviewedOn,
  note: tenure.note,
})

type CatalogueOn = ReturnType<typeof cataloguesOf>

/** The kind of a post by the catalogue, else by its name. */
export const kindIn = (
  catalogue: readonly PostOn[],
  { postId, name }: Pick<ActPostRow, 'postId' | 'name'>,
  db: Reader,
): PostOn['kind'] => {
  const body = findBody(db)
  const about = body ? { level: body.level, bodyName: body.name } : undefined
  return catalogue.find(({ id }) => id === postId)?.kind ?? postKindOf(name, about).kind
}

/** Whether an act holds only with the approval of the committee above, whose post it is by the catalogue of its day. */
const waits = (
  db: Reader,
  { act, effectiveOn }: ActRow,
  posts: readonly ActPostRow[],
  catalogueOn: CatalogueOn,
): boolean => {
  if (act !== 'accept-resignation') return false
  const catalogue = catalogueOn(effectiveOn ?? '')
  const kinds = posts.map((post) => ({ kind: kindIn(catalogue, post, db) }))
  return needsApproval({ act, posts: kinds })
}

const actOf = (
  db: Reader,
  row: ActRow,
  posts: readonly ActPostRow[],
  catalogueOn: CatalogueOn,
): LedgerAct => {
  const approved = waits(db, row, posts, catalogueOn)
    ? (db.get(ledgerSql.approvedOn, { actId: row.id })?.day ?? null)
    : undefined
  const effectiveOn = approved ?? row.effectiveOn ?? ''
  return {
    id: row.id,
    act: row.act,
    personId: row.personId ?? '',
    posts: posts.map(({ position, name, postId }) => ({ position, name, postId })),
    effectiveOn,
    pending: approved === null,
    // What ends without a vote of its own comes after the votes of its day.
    at: row.at ?? `${effectiveOn}T24:00:00`,
    place: row.place,
    termStartsOn: row.termStartsOn,
  }
}

/** What the ledger keeps of persons, and the acts passed on them. */
export const courseOf = (
  db: Reader,
  personIds: Iterable<string>,
): { kept: LedgerTenure[]; acts: LedgerAct[] } => {
  const ids = list(personIds)
  const rows = db.all(ledgerSql.actsOfPersons, ids)
  const posts = Map.groupBy(
    db.all(ledgerSql.actPosts, list(rows.map(({ id }) => id))),
    ({ actId }) => actId,
  )
  const catalogueOn = cataloguesOf(db)
  return {
    kept: db.all(ledgerSql.kept, ids).map(keptOf),
    acts: rows.map((row) => actOf(db, row, posts.get(row.id) ?? [], catalogueOn)),
  }
}

/** What was said of tenures gone with their acts, as the tenures they were: following acts looks at nothing else. */
export const saidOf = (db: Reader, personIds: Iterable<string>): LedgerTenure[] =>
  db.all(ledgerSql.said, list(personIds)).map((row) => ({
    ...row,
    postId: null,
    postName: '',
    acting: false,
    fromOn: null,
    electedOn: null,
    toOn: null,
    endReason: null,
    byActId: null,
    endedByActId: null,
    pendingByActId: null,
    source: 'act',
  }))

const isSaid = ({ source, ownToOn, reviewedOn, note }: LedgerTenure): boolean =>
  source === 'act' && (ownToOn !== null || reviewedOn !== null || note !== '')

/** A tenure goes with its act; what a hand had said of it waits for the act to stand again. */
const takeAway = (ctx: Settling, tenure: LedgerTenure): void => {
  const { id, personId, ownToOn, ownEndReason, reviewedOn, note } = tenure
  const said: SaidRow = { id, personId, ownToOn, ownEndReason, reviewedOn, note }
  if (isSaid(tenure)) ctx.db.run(ledgerSql.keepSaid, said)
  ctx.db.run(ledgerSql.remove, { id })
}

/**
 * Brings the tenures of persons in line with the acts passed on them (`replay`) and stores the difference; ends,
 * reviews and notes entered by hand stay.
 * @returns how many tenures were added, changed or taken back
 */
export const settleTenures = (ctx: Settling, personIds: Iterable<string>): number => {
  const { kept, acts } = courseOf(ctx.db, personIds)
  const before = new Map(kept.map((tenure) => [tenure.id, tenure]))
  const said = saidOf(ctx.db, personIds)
  const after = replay([...said, ...kept], acts, bodyName(ctx.db))
  const stays = new Set(after.map(({ id }) => id))
  const gone = kept.filter(({ id }) => !stays.has(id))
  for (const tenure of gone) takeAway(ctx, tenure)
  let moved = gone.length
  for (const tenure of after) {
    const known = before.get(tenure.id)
    if (known && fields.every((field) => known[field] === tenure[field])) continue
    const { source, ...row } = rowOf(tenure)
    if (known) ctx.db.run(ledgerSql.update, row)
    else ctx.db.run(ledgerSql.add, { ...row, source })
    if (said.length > 0) ctx.db.run(ledgerSql.dropSaid, row)
    moved += 1
  }
  if (moved > 0) ctx.touch('ledger')
  if (ctx.db.run(formalitySql.followEnds, {}) > 0) ctx.touch('formality')
  return moved
}

type Exact = (name: string, day: string) => string | null

/** The one post of a day's catalogue that bears a name. */
const exactIn = (db: Reader): Exact => {
  const catalogueOn = cataloguesOf(db)
  const own = bodyName(db)
  return (name, day) => {
    const { certainty, postId } = matchPost(name, catalogueOn(day), own)
    return certainty === 'exact' ? postId : null
  }
}

/** The posts of a passed act, each tied to the one post of the catalogue that bears its very name. */
const placePosts = (
  ctx: Settling,
  act: ActRow,
  known: readonly ActPostRow[],
  exact: Exact,
): void => {
  const day = act.effectiveOn ?? ''
  if (known.length === 0) {
    splitPosts(act.post).forEach((name, index) => {
      const facts = { actId: act.id, position: index + 1, name, postId: exact(name, day) }
      ctx.db.run(ledgerSql.addActPost, facts)
    })
    return
  }
  const loose = ctx.db.all(ledgerSql.looseActPosts, list([act.id])).map(({ position }) => position)
  for (const { actId, position, name, postId } of known) {
    if (postId !== null || loose.includes(position)) continue
    const found = exact(name, day)
    if (found !== null) ctx.db.run(ledgerSql.tieActPost, { actId, position, postId: found })
  }
}

/** Whom a passed act is about: the member it was tied to, the one who bears the name, or somebody new. */
const personOf = (ctx: Settling, { memberId, personName }: ActRow): string | null => {
  const member =
    memberId === null ? undefined : ctx.db.get(ledgerSql.personOfMember, { id: memberId })
  return member?.personId ?? ensurePerson(ctx, personName)
}

/** Somebody of whom nothing is known but acts that do not stand goes again. */
export const forget = (ctx: Pick<Settling, 'db'>, personId: string): void => {
  if (!ctx.db.get(ledgerSql.bare, { id: personId })) return
  ctx.db.run(ledgerSql.forgetPerson, { id: personId })
  ctx.db.run(rosterSql.removePerson, { id: personId })
}

/**
 * Lets the ledger follow acts whose outcome was just written: passed ones make and end tenures from the day they take
 * effect, those that do not stand undo what they did. Call it inside the command that settles the acts.
 */
export const settleActs = (ctx: Settling, actIds: Iterable<string>): void => {
  const ids = list(actIds)
  const acts = ctx.db.all(ledgerSql.acts, ids)
  if (acts.length === 0) return
  const posts = Map.groupBy(ctx.db.all(ledgerSql.actPosts, ids), ({ actId }) => actId)
  const persons = new Set<string>()
  const exact = exactIn(ctx.db)
  for (const act of acts) {
    const personId = act.personId ?? (act.passed ? personOf(ctx, act) : null)
    if (personId !== null) persons.add(personId)
    if (!act.passed) continue
    if (personId !== act.personId) ctx.db.run(ledgerSql.knowPerson, { id: act.id, personId })
    placePosts(ctx, act, posts.get(act.id) ?? [], exact)
  }
  settleTenures(ctx, persons)
  for (const id of persons) forget(ctx, id)
}
