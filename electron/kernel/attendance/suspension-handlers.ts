import type { attendance, Suspension } from '../../../shared/contract/attendance.ts'
import { theBody } from '../body/queries.ts'
import type { Handlers } from '../dispatch.ts'
import { theMember } from '../roster/queries.ts'
import { expectRev, found, refuseField } from '../rows.ts'
import type { Reader } from '../store/sql.ts'
import { attendanceSql } from './sql.ts'

const theSuspension = (db: Reader, id: string): Suspension =>
  found(db.get(attendanceSql.suspension, { id }), 'suspension')

const checkDays = (startsOn: string, endsOn: string | null): void => {
  if (endsOn !== null && endsOn < startsOn)
    refuseField('endsOn', 'attendance.suspensionEndsBefore', { startsOn })
}

/** 暂停执行职务: the member stays in the membership and cannot be in the hall (rules.md §9-83). */
export const suspensionHandlers: Pick<
  Handlers<typeof attendance>,
  'suspensions' | 'saveSuspension' | 'endSuspension'
> = {
  suspensions: ({ db }) => db.all(attendanceSql.suspensions, { termId: theBody(db).term.id }),

  saveSuspension: (ctx, { id, rev, ...facts }) => {
    theMember(ctx.db, facts.memberId)
    checkDays(facts.startsOn, facts.endsOn)
    if (id === undefined) {
      const fresh = ctx.newId()
      ctx.db.run(attendanceSql.addSuspension, { id: fresh, ...facts })
      return theSuspension(ctx.db, fresh)
    }
    expectRev(theSuspension(ctx.db, id), rev)
    ctx.db.run(attendanceSql.updateSuspension, { id, ...facts })
    return theSuspension(ctx.db, id)
  },

  endSuspension: (ctx, { id, rev, endsOn }) => {
    const known = theSuspension(ctx.db, id)
    expectRev(known, rev)
    checkDays(known.startsOn, endsOn)
    const { name: _name, rev: _rev, ...facts } = known
    ctx.db.run(attendanceSql.updateSuspension, { ...facts, endsOn })
    return theSuspension(ctx.db, id)
  },
}
