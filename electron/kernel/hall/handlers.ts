import type { hall, HallState } from '../../../shared/contract/hall.ts'
import { Refusal } from '../../../shared/contract/errors.ts'
import { screenFault } from '../../../shared/rules/readable.ts'
import type { Handlers, KeepContext, ReadContext } from '../dispatch.ts'
import { expectRev } from '../rows.ts'
import { hereOf, underWay } from './course.ts'
import { hallSettings, keepHall, keptHall, type KeptHall } from './kept.ts'
import { frozenFrame, hallFrame, placeOf, podiumFrame } from './show.ts'
import { hallSql } from './sql.ts'

type At = Pick<ReadContext, 'db' | 'now' | 'moment'>

const stateOf = (at: At): HallState => {
  const kept = keptHall(at.db)
  const here = hereOf(at.db, kept)
  const { stands, back, canGoBack } = placeOf(here, kept)
  const frame = hallFrame(at)
  return {
    sittingId: here.chosen,
    shown: stands ? kept.shown : null,
    back,
    canGoBack,
    frozen: kept.frozen !== null,
    blank: kept.blank,
    page: frame.scene === 'list' ? frame.page : 1,
    pages: frame.scene === 'list' ? frame.pages : 1,
  }
}

type Change = Parameters<Handlers<typeof hall>['set']>[1]

/** What stands after a change. Whatever was put there for a moment that is over is forgotten with it. */
const changed = (ctx: KeepContext, input: Change): KeptHall => {
  const before = keptHall(ctx.db)
  const chosen =
    input.sittingId === undefined
      ? { sittingId: before.sittingId, among: before.among }
      : { sittingId: input.sittingId, among: underWay(ctx.db) }
  const { mark, stands } = placeOf(hereOf(ctx.db, chosen), before)
  const moves = input.shown !== undefined
  const next: KeptHall = {
    ...before,
    ...chosen,
    mark,
    shown: input.shown !== undefined ? input.shown : stands ? before.shown : null,
    back: input.back ?? (stands && !moves ? before.back : 0),
    page: input.page ?? (stands && !moves ? before.page : 1),
    blank: input.blank ?? before.blank,
  }
  if (input.frozen === undefined) return next
  const frozen = input.frozen ? (before.frozen ?? frozenFrame(ctx, next)) : null
  return { ...next, frozen }
}

export const hallHandlers: Handlers<typeof hall> = {
  frame: (ctx, { screen }) => (screen === 'hall' ? hallFrame(ctx) : podiumFrame(ctx)),
  state: (ctx) => stateOf(ctx),
  set: (ctx, input) => {
    keepHall(ctx, changed(ctx, input))
    return stateOf(ctx)
  },
  settings: ({ db }) => hallSettings(db),
  saveSettings: ({ db }, { rev, ...settings }) => {
    expectRev(hallSettings(db), rev)
    const fault = screenFault(settings)
    if (fault) throw new Refusal({ code: 'rule', message: fault, fields: { distance: fault } })
    db.run(hallSql.saveSettings, { value: JSON.stringify(settings), rev: rev + 1 })
    return hallSettings(db)
  },
}
