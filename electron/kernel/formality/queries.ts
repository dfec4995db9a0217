import type { Message } from '../../../shared/contract/errors.ts'
import {
  formalityKinds,
  type EndedTenure,
  type Formality,
  type MadePaper,
} from '../../../shared/contract/formality.ts'
import { filingRoutes, type FilingRoute } from '../../../shared/contract/ledger.ts'
import { say } from '../../../shared/locales/say.ts'
import { routeAddressee } from '../../../shared/papers/after/filing.ts'
import { actSentence } from '../../../shared/papers/wording.ts'
import { dayOf, daysBetween } from '../../../shared/rules/moment.ts'
import { findBody } from '../body/queries.ts'
import type { WriteContext } from '../dispatch.ts'
import { settingsOf } from '../papers/settings.ts'
import { found } from '../rows.ts'
import type { Reader } from '../store/sql.ts'
import { settleFormalities } from './settle.ts'
import { formalitySql, type ActRow, type FormalityRow } from './sql.ts'

type At = { db: Reader; moment: string }

/** Acts as a formality keeps what it was settled for: the same acts in any order are the same text. */
const settledText = (actIds: readonly string[]): string => JSON.stringify(actIds.toSorted())

/** What a formality is about now, as it keeps what it was settled for: its acts, or the end of a tenure. */
export const aboutText = ({ ended }: FormalityRow, actIds: readonly string[]): string =>
  ended ?? settledText(actIds)

const doubtOf = (row: FormalityRow, actIds: readonly string[]): Formality['doubt'] => {
  const { state, standing, settledActs } = row
  if (standing === 0) return 'void'
  return state !== 'due' && settledActs !== aboutText(row, actIds) ? 'changed' : null
}

/** Where each route leads, in words: as the office has named it for its papers. */
type Addressees = (route: FilingRoute) => string

const addresseesOf = (db: Reader): Addressees => {
  const own = settingsOf(db).after.filing.addressees
  const { name: bodyName, level } = findBody(db) ?? { name: '', level: 'county' }
  return (route) => own[route] || routeAddressee(route, { bodyName, level })
}

/** To whom, in words: routes and the public are no names. */
const addressee = ({ kind, toWhom }: FormalityRow, addressees: Addressees): string => {
  if (kind === 'publication') return say('zh-CN', { key: 'formality.public' })
  const route = filingRoutes.find((one) => one === toWhom)
  return route && (kind === 'filing' || kind === 'approval') ? addressees(route) : toWhom
}

/** The end without a vote a formality follows from; null where it follows from acts. */
export const endedOf = ({ tenureId, ended }: FormalityRow): EndedTenure | null =>
  tenureId === null || ended === null
    ? null
    : { ...(JSON.parse(ended) as Omit<EndedTenure, 'tenureId'>), tenureId }

const view = (
  row: FormalityRow,
  acts: readonly ActRow[],
  today: string,
  addressees: Addressees,
): Formality => {
  const { id, sessionId, termNumber, sessionNumber, kind, dueOn, state } = row
  const { doneOn, number, note, rev } = row
  const actIds = acts.map(({ actId }) => actId)
  const doubt = doubtOf(row, actIds)
  const waits = state === 'due' || doubt === 'changed'
  const daysLeft = waits && dueOn !== null ? daysBetween(today, dueOn) : null
  return {
    id,
    sessionId,
    termNumber,
    sessionNumber,
    ended: endedOf(row),
    actIds,
    acts: acts.map(({ verb, act, personName, post }) => actSentence(verb, act, [personName], post)),
    kind,
    toWhom: addressee(row, addressees),
    heldBy: row.heldBy,
    dueOn,
    dueRule: row.dueRule === null ? null : (JSON.parse(row.dueRule) as Message),
    dueSet: row.dueSet === 1,
    state,
    doneOn,
    number,
    note,
    doubt,
    daysLeft,
    overdue: daysLeft !== null && daysLeft < 0,
    rev,
  }
}

const views = (
  { db, moment }: At,
  rows: readonly FormalityRow[],
  acts: readonly ActRow[],
): Formality[] => {
  const own = Map.groupBy(acts, ({ formalityId }) => formalityId)
  const addressees = addresseesOf(db)
  return rows.map((row) => view(row, own.get(row.id) ?? [], dayOf(moment), addressees))
}

/** In the order of the kinds, and within one in that of the papers, whenever each vote was taken. */
const inOrder = (formalities: readonly Formality[], acts: readonly ActRow[]): Formality[] => {
  const place = new Map(
    [...new Set(acts.map(({ actId }) => actId))].map((id, index) => [id, index]),
  )
  const placeOf = ({ actIds }: Formality): number => place.get(actIds[0] ?? '') ?? place.size
  return formalities.toSorted(
    (a, b) =>
      formalityKinds.indexOf(a.kind) - formalityKinds.indexOf(b.kind) || placeOf(a) - placeOf(b),
  )
}

/** What follows from the acts a session passed and what was done of it; nothing that was only ever due and fell away. */
export const formalitiesOfSession = ({ db, moment }: At, sessionId: string): Formality[] => {
  const acts = db.all(formalitySql.actsOfSession, { sessionId })
  const rows = db
    .all(formalitySql.ofSession, { sessionId })
    .filter(({ standing, state }) => standing === 1 || state === 'done')
  return inOrder(views({ db, moment }, rows, acts), acts)
}

/** What follows from the end of a tenure, done or still to be done while that end stands. */
export const formalitiesOfTenure = (at: At, tenureId: string): Formality[] =>
  views(at, at.db.all(formalitySql.ofTenure, { tenureId }), []).filter(
    ({ state, doubt }) => doubt !== 'void' || state === 'done',
  )

/** All that still has to be seen to, of every session, the earliest first. */
export const openFormalities = (at: At): Formality[] =>
  views(at, at.db.all(formalitySql.open, {}), at.db.all(formalitySql.actsOfOpen, {}))

/** What was seen to, the latest first: all that follows from ends without a vote, of sessions the last ones. */
export const settledFormalities = (at: At): Formality[] =>
  views(at, at.db.all(formalitySql.settled, {}), at.db.all(formalitySql.actsOfSettled, {}))

export const theFormalityRow = (db: Reader, id: string): FormalityRow =>
  found(db.get(formalitySql.get, { id }), 'formality')

/** To be called once acts of a session have passed, failed or been tied to somebody else. */
export const afterActs = (ctx: WriteContext, sessionId: string): void => {
  settleFormalities(ctx, sessionId)
  ctx.touch('formality')
}

/** To be called once the office names otherwise whom its notices go to: what is still to be sent follows, and keeps its day. */
export const afterAddressees = (ctx: WriteContext): void => {
  const open = ctx.db.all(formalitySql.open, {}).filter(({ kind }) => kind === 'notice')
  for (const sessionId of new Set(open.flatMap((row) => row.sessionId ?? [])))
    settleFormalities(ctx, sessionId, false)
  ctx.touch('formality')
}

/** Notes the files that left the house. `paper` is the kind of paper, `toWhom` may be empty. */
export const recordMade = (
  ctx: WriteContext,
  sessionId: string,
  files: readonly Pick<MadePaper, 'paper' | 'fileName' | 'toWhom'>[],
): void => {
  for (const file of files)
    ctx.db.run(formalitySql.addMade, {
      ...file,
      id: ctx.newId(),
      sessionId,
      madeAt: ctx.moment,
      operator: ctx.operator,
    })
  ctx.touch('formality')
}
