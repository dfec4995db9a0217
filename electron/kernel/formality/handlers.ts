import type { Formality, formality } from '../../../shared/contract/formality.ts'
import { numbersFrom } from '../../../shared/rules/appointment/document-numbers.ts'
import { dayOf, formatDate } from '../../../shared/rules/moment.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { followEnd } from '../ledger/ends.ts'
import { settleActs } from '../ledger/queries.ts'
import { expectRev, refuseField } from '../rows.ts'
import { theSession } from '../session/queries.ts'
import { aftermathOf } from './aftermath.ts'
import {
  aboutText,
  endedOf,
  formalitiesOfSession,
  formalitiesOfTenure,
  openFormalities,
  settledFormalities,
  theFormalityRow,
} from './queries.ts'
import { settleFormalities } from './settle.ts'
import { formalitySql, type FormalityRow } from './sql.ts'

/** The day it was done: not before the vote or the end it follows from, nor after today. */
const checkedDay = (ctx: WriteContext, row: FormalityRow, doneOn: string | null): string => {
  const today = dayOf(ctx.moment)
  const day = doneOn ?? today
  const endedOn = endedOf(row)?.on ?? day
  const votedOn = ctx.db.get(formalitySql.votedOn, { id: row.id })?.day ?? day
  if (day > today) refuseField('doneOn', 'formality.inFuture', { today: formatDate(today) })
  if (day < endedOn) refuseField('doneOn', 'formality.beforeEnd', { day: formatDate(endedOn) })
  if (day < votedOn) refuseField('doneOn', 'formality.beforeVote', { day: formatDate(votedOn) })
  return day
}

/** What was settled for acts that stand no more is taken back: it leaves the list, the journal keeps that it was there. */
const takeBack = (ctx: WriteContext, { id }: FormalityRow): void => {
  ctx.db.run(formalitySql.untieActs, { formalityId: id })
  ctx.db.run(formalitySql.drop, { id })
}

type Settling = Pick<FormalityRow, 'state' | 'doneOn' | 'number' | 'note'>

const settle = (ctx: WriteContext, row: FormalityRow, settling: Settling): void => {
  const { state } = settling
  if (row.standing === 0 && state !== 'done') return takeBack(ctx, row)
  const actIds = ctx.db.all(formalitySql.actIds, { id: row.id }).map(({ actId }) => actId)
  ctx.db.run(formalitySql.settle, {
    ...settling,
    id: row.id,
    doneOn: state === 'done' ? checkedDay(ctx, row, settling.doneOn) : null,
    settledActs: state === 'due' ? null : aboutText(row, actIds),
  })
}

/** What waited for the committee above takes effect on the day it approved, and waits again where that is taken back. */
const followApprovals = (ctx: WriteContext, rows: readonly FormalityRow[]): void => {
  const actIds = rows.flatMap(({ kind, about }) => (kind === 'approval' ? [about] : []))
  if (actIds.length > 0) settleActs(ctx, actIds)
}

/** The sessions and the tenures some follow from, each once. */
const sourcesOf = (rows: readonly FormalityRow[]): { sessions: string[]; tenures: string[] } => {
  const once = (ids: readonly (string | null)[]): string[] => [
    ...new Set(ids.filter((id) => id !== null)),
  ]
  return {
    sessions: once(rows.map(({ sessionId }) => sessionId)),
    tenures: once(rows.map(({ tenureId }) => tenureId)),
  }
}

/** Works out anew what some came from: an oath may be due so many days after the notice. */
const rework = (ctx: WriteContext, rows: readonly FormalityRow[]): void => {
  const { sessions, tenures } = sourcesOf(rows)
  for (const sessionId of sessions) settleFormalities(ctx, sessionId)
  for (const tenureId of tenures) followEnd(ctx, tenureId)
}

/** Those of some ids that are still there, as they are shown. */
const shown = (ctx: WriteContext, rows: readonly FormalityRow[]): Formality[] => {
  const ids = new Set(rows.map(({ id }) => id))
  const { sessions, tenures } = sourcesOf(rows)
  return [
    ...sessions.flatMap((sessionId) => formalitiesOfSession(ctx, sessionId)),
    ...tenures.flatMap((tenureId) => formalitiesOfTenure(ctx, tenureId)),
  ].filter(({ id }) => ids.has(id))
}

export const formalityHandlers: Handlers<typeof formality> = {
  ofSession: (ctx, { sessionId }) => aftermathOf(ctx, theSession(ctx.db, sessionId).id),

  due: (ctx) => openFormalities(ctx),

  settled: (ctx) => settledFormalities(ctx),

  settle: (ctx, { changes, number, ...settling }) => {
    if (settling.state === 'waived' && settling.note === '')
      refuseField('note', 'formality.reasonNeeded')
    const once = new Map(changes.map(({ id, rev }) => [id, rev]))
    const rows = [...once].map(([id, rev]) => {
      const row = theFormalityRow(ctx.db, id)
      expectRev(row, rev)
      return row
    })
    // Papers of one kind sent to several bear numbers of their own.
    const numbers = numbersFrom(number, rows.length)
    rows.forEach((row, index) => settle(ctx, row, { ...settling, number: numbers[index] ?? '' }))
    followApprovals(ctx, rows)
    rework(ctx, rows)
    return shown(ctx, rows)
  },

  setDue: (ctx, { id, rev, dueOn, note }) => {
    const row = theFormalityRow(ctx.db, id)
    expectRev(row, rev)
    if (dueOn !== null && note === '') refuseField('note', 'formality.reasonNeeded')
    const dueRule = JSON.stringify({ key: 'formality.rule.byHand', params: { reason: note } })
    ctx.db.run(
      formalitySql.setDue,
      dueOn === null ? { id, dueOn, dueSet: 0, dueRule: null } : { id, dueOn, dueSet: 1, dueRule },
    )
    rework(ctx, [row])
    return shown(ctx, [row])[0] ?? refuseField('dueOn', 'formality.gone')
  },

  rework: (ctx, { sessionId }) => {
    settleFormalities(ctx, theSession(ctx.db, sessionId).id)
    return aftermathOf(ctx, sessionId)
  },

  reworkAll: (ctx) => {
    rework(ctx, ctx.db.all(formalitySql.open, {}))
    return openFormalities(ctx)
  },
}
