import type { attendance, Seat } from '../../../shared/contract/attendance.ts'
import { theBody } from '../body/queries.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { theMember } from '../roster/queries.ts'
import { expectRev, refuseField } from '../rows.ts'
import { expectNotClosed, theSitting } from '../session/queries.ts'
import { guestsOf, theGuest } from './guests.ts'
import { attendanceSql } from './sql.ts'

/** Sittings of a closed session keep their lists. */
const expectOpenLists = (ctx: WriteContext, sittingId: string): void =>
  expectNotClosed(ctx.db, theSitting(ctx.db, sittingId).sessionId)

/** One seat a member and one member a seat, all of the present term. */
const checkSeats = (ctx: WriteContext, seats: readonly Seat[]): void => {
  const { term } = theBody(ctx.db)
  const names = new Map<string, string>()
  seats.forEach(({ memberId, row, col }, index) => {
    const member = theMember(ctx.db, memberId)
    if (member.termId !== term.id)
      refuseField(`seats.${index}`, 'attendance.otherTerm', { name: member.name })
    const place = `${row}.${col}`
    for (const taken of [place, memberId]) {
      const first = names.get(taken)
      if (first !== undefined)
        refuseField(`seats.${index}`, 'attendance.seatTwice', {
          first,
          second: member.name,
          row,
          col,
        })
      names.set(taken, member.name)
    }
  })
}

export const guestHandlers: Pick<
  Handlers<typeof attendance>,
  'guests' | 'addGuests' | 'saveGuest' | 'removeGuest' | 'seats' | 'saveSeats'
> = {
  guests: ({ db }, { sittingId }) => {
    theSitting(db, sittingId)
    return guestsOf(db, sittingId)
  },

  addGuests: (ctx, { sittingId, kind, people }) => {
    expectOpenLists(ctx, sittingId)
    for (const { name, post } of people) {
      const { guests } = guestsOf(ctx.db, sittingId)[kind]
      if (guests.some((one) => one.name === name && one.post === post)) continue
      const number = guests.length + 1
      ctx.db.run(attendanceSql.addGuest, { id: ctx.newId(), sittingId, kind, number, name, post })
    }
    return guestsOf(ctx.db, sittingId)
  },

  saveGuest: (ctx, { id, rev, present, ...facts }) => {
    const known = theGuest(ctx.db, id)
    expectRev(known, rev)
    expectOpenLists(ctx, known.sittingId)
    ctx.db.run(attendanceSql.updateGuest, { id, ...facts, present: Number(present) })
    return theGuest(ctx.db, id)
  },

  removeGuest: (ctx, { id, rev }) => {
    const { sittingId, kind, ...known } = theGuest(ctx.db, id)
    expectRev(known, rev)
    expectOpenLists(ctx, sittingId)
    ctx.db.run(attendanceSql.removeGuest, { id })
    guestsOf(ctx.db, sittingId)[kind].guests.forEach((guest, index) =>
      ctx.db.run(attendanceSql.numberGuest, { id: guest.id, number: index + 1 }),
    )
    return guestsOf(ctx.db, sittingId)
  },

  seats: ({ db }) => db.all(attendanceSql.seats, {}),

  saveSeats: (ctx, { seats }) => {
    checkSeats(ctx, seats)
    ctx.db.run(attendanceSql.clearSeats, {})
    for (const { memberId, row, col } of seats)
      ctx.db.run(attendanceSql.addSeat, { memberId, row, col })
    return ctx.db.all(attendanceSql.seats, {})
  },
}
