import { refuse } from '../../../shared/contract/errors.ts'
import type { WriteContext } from '../dispatch.ts'
import { rosterSql } from '../roster/queries.ts'
import { checkingSql } from './checking-sql.ts'
import { theAct } from './queries.ts'
import { appointmentSql } from './sql.ts'

/** Whom an act is about: the one chosen, the only one of the name, or somebody new whom the act is tied to. */
const meantBy = (ctx: WriteContext, actId: string): string => {
  const { personId, personName } = theAct(ctx.db, actId)
  if (personId !== null) return personId
  const [only, ...others] = ctx.db.all(checkingSql.bearers, { name: personName })
  if (others.length > 0) return refuse('appointment.chooseFirst', { name: personName })
  if (only) return only.id
  const id = ctx.newId()
  ctx.db.run(rosterSql.addPerson, { id, name: personName, sex: null, nationality: null, note: '' })
  ctx.db.run(appointmentSql.tiePerson, { id: actId, personId: id })
  return id
}

/**
 * Writes down whether the person of an act is a deputy to the congress, which its committees are made of (组织法 34①,
 * 58②); null takes it back.
 * @throws Refusal `rule` while several bear the name and none was chosen
 */
export const sayDeputy = (ctx: WriteContext, actId: string, deputy: boolean | null): void => {
  const id = meantBy(ctx, actId)
  ctx.db.run(checkingSql.sayDeputy, { id, deputy: deputy === null ? null : Number(deputy) })
  ctx.touch('ledger')
}
