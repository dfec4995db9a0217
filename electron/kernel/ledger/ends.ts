import { endingDuties, type EndingDuty } from '../../../shared/rules/appointment/ending.ts'
import { parameterValues } from '../body/parameters.ts'
import { theBody } from '../body/queries.ts'
import type { WriteContext } from '../dispatch.ts'
import { formalitySql, type FormalityRow } from '../formality/sql.ts'
import { ledgerSql, type NamedTenure } from './sql.ts'

type Wanted = { duty: EndingDuty; row: FormalityRow | undefined }

const endOf = ({ personName, postName, endReason, toOn }: NamedTenure): string =>
  JSON.stringify({ personName, postName, cause: endReason, on: toOn })

/** Adds or moves one of them; tells how many rows changed. */
const write = (ctx: WriteContext, tenure: NamedTenure, { duty, row }: Wanted): number => {
  const { kind, dueOn } = duty
  const ended = endOf(tenure)
  const dueRule = duty.dueRule === null ? null : JSON.stringify(duty.dueRule)
  if (row) {
    // A day set by hand stays.
    const due = row.dueSet === 1 ? { dueOn: row.dueOn, dueRule: row.dueRule } : { dueOn, dueRule }
    return ctx.db.run(formalitySql.followEnd, { id: row.id, ended, ...due })
  }
  return ctx.db.run(formalitySql.add, {
    ...{ id: ctx.newId(), sessionId: null, tenureId: tenure.id, ended, kind, about: tenure.id },
    ...{ toWhom: kind === 'filing' ? theBody(ctx.db).name : 'public', heldBy: null },
    ...{ dueOn, dueRule },
  })
}

const wantedOf = (ctx: WriteContext, tenure: NamedTenure): Wanted[] => {
  const { toOn: on, endReason: cause, endedByActId } = tenure
  if (on === null || cause === null || endedByActId !== null) return []
  const rows = ctx.db.all(formalitySql.ofTenure, { tenureId: tenure.id })
  return endingDuties({ cause, on }, parameterValues(ctx.db)).map((duty) => ({
    duty,
    row: rows.find(({ kind }) => kind === duty.kind),
  }))
}

/**
 * Brings what follows from the end of a tenure without a vote in line with that end (rules.md §9-55, 56).
 * @param made the end was just registered: what is not there yet is added; else only what is there moves, as a
 *   history entered later asks for nothing
 */
export const followEnd = (ctx: WriteContext, tenureId: string, made = false): void => {
  const tenure = ctx.db.get(ledgerSql.one, { id: tenureId })
  const wanted = tenure ? wantedOf(ctx, tenure).filter(({ row }) => made || row) : []
  let changed = 0
  for (const one of wanted) if (tenure) changed += write(ctx, tenure, one)
  changed += ctx.db.run(formalitySql.followEnds, {})
  if (changed > 0) ctx.touch('formality')
}
