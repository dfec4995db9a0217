import { refuse } from '../../../shared/contract/errors.ts'
import type { Sitting } from '../../../shared/contract/session.ts'
import type { Speech, speech } from '../../../shared/contract/speech.ts'
import { guestsOf } from '../attendance/guests.ts'
import { suspendedAt } from '../attendance/queries.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { inOfficeMembers, theMember } from '../roster/queries.ts'
import { expectRev, refuseField } from '../rows.ts'
import { expectNotClosed, theItem, theSession, theSitting } from '../session/queries.ts'
import { runningSpeech, speechesOf, speechRecord, speechSql, theSpeech, turnOf } from './queries.ts'

/** A sitting whose session is not closed: what left the room does not change any more. */
const theOpenRecord = (ctx: WriteContext, sittingId: string): Sitting => {
  const sitting = theSitting(ctx.db, sittingId)
  expectNotClosed(ctx.db, sitting.sessionId)
  return sitting
}

/** The floor is given and taken while the sitting is held. */
const theHeldSitting = (ctx: WriteContext, sittingId: string): Sitting => {
  const sitting = theOpenRecord(ctx, sittingId)
  if (sitting.state !== 'open') refuse('speech.notOpen')
  return sitting
}

const expectFloorFree = (ctx: WriteContext, sittingId: string): void => {
  const running = runningSpeech(ctx.db, sittingId)
  if (running) refuse('speech.running', { name: running.name })
}

/** Nobody speaks while another does: the stretch must be free of others' speeches. */
const expectAlone = (ctx: WriteContext, one: Speech, from: string, to: string): void => {
  const { id, sittingId } = one
  const other = ctx.db.get(speechSql.during, { id, sittingId, from, to })
  if (other) refuse('speech.overlap', { name: other.name })
}

const expectState = (one: Speech, state: Speech['state'], key: string): void => {
  if (one.state !== state) refuse(key, { name: one.name })
}

/** The member's name, who must be in office now and not suspended (rules.md §9-83). */
const memberName = (ctx: WriteContext, sitting: Sitting, memberId: string): string => {
  const { name } = theMember(ctx.db, memberId)
  const { termId } = theSession(ctx.db, sitting.sessionId)
  const inOffice = inOfficeMembers(ctx.db, termId, ctx.moment)
  if (!inOffice.some(({ id }) => id === memberId)) refuse('speech.notInOffice', { name })
  if (suspendedAt(ctx.db, ctx.moment).has(memberId)) refuse('speech.suspended', { name })
  return name
}

/** Who sits in has a voice; who only observes has none (rules.md §9-14). */
const guestName = (ctx: WriteContext, sittingId: string, name: string): string => {
  const { sitIn, observe } = guestsOf(ctx.db, sittingId)
  const is = (guest: { name: string }) => guest.name === name
  if (observe.guests.some(is) && !sitIn.guests.some(is)) refuse('speech.observes', { name })
  return name
}

const expectItemOf = (ctx: WriteContext, sitting: Sitting, itemId: string | null): void => {
  if (itemId !== null && theItem(ctx.db, itemId).sessionId !== sitting.sessionId)
    refuse('speech.itemElsewhere')
}

export const speechHandlers: Handlers<typeof speech> = {
  list: ({ db, now }, { sittingId }) => ({
    now,
    speeches: speechesOf(db, theSitting(db, sittingId).id),
  }),

  add: (ctx, { sittingId, itemId, memberId = null, name: given = '' }) => {
    const sitting = theOpenRecord(ctx, sittingId)
    if (sitting.state === 'adjourned') refuse('speech.notOpen')
    expectItemOf(ctx, sitting, itemId)
    const name =
      memberId === null ? guestName(ctx, sittingId, given) : memberName(ctx, sitting, memberId)
    const waits = ctx.db
      .all(speechSql.queued, { sittingId })
      .find((one) => one.itemId === itemId && one.memberId === memberId && one.name === name)
    if (waits) return waits
    const id = ctx.newId()
    const who = { id, itemId, memberId, name }
    const position = (ctx.db.get(speechSql.lastPosition, { sittingId })?.position ?? 0) + 1
    ctx.db.run(speechSql.add, { ...who, sittingId, position, ...turnOf(ctx.db, sitting, who) })
    return theSpeech(ctx.db, id)
  },

  move: (ctx, { id, position }) => {
    const known = theSpeech(ctx.db, id)
    theOpenRecord(ctx, known.sittingId)
    expectState(known, 'queued', 'speech.notWaiting')
    const queued = ctx.db.all(speechSql.queued, { sittingId: known.sittingId })
    const places = queued.map((one) => one.position)
    const others = queued.filter((one) => one.id !== id)
    const wanted = others.toSpliced(position - 1, 0, known)
    wanted.forEach((one, index) =>
      ctx.db.run(speechSql.place, { id: one.id, position: places[index] ?? one.position }),
    )
    return theSpeech(ctx.db, id)
  },

  drop: (ctx, { id }) => {
    const known = theSpeech(ctx.db, id)
    if (known.state === 'dropped') return known
    theOpenRecord(ctx, known.sittingId)
    expectState(known, 'queued', 'speech.notWaiting')
    ctx.db.run(speechSql.drop, { id })
    return theSpeech(ctx.db, id)
  },

  start: (ctx, { id }) => {
    const known = theSpeech(ctx.db, id)
    if (known.state === 'speaking') return known
    const sitting = theHeldSitting(ctx, known.sittingId)
    expectState(known, 'queued', 'speech.notWaiting')
    expectFloorFree(ctx, sitting.id)
    // A clock put back must not let two people have spoken at once.
    const last = ctx.db.get(speechSql.lastEnd, { sittingId: sitting.id })?.at ?? ''
    const at = last > ctx.moment ? last : ctx.moment
    ctx.db.run(speechSql.start, { id, at, ...turnOf(ctx.db, sitting, known) })
    return theSpeech(ctx.db, id)
  },

  stop: (ctx, { id }) => {
    const known = theSpeech(ctx.db, id)
    if (known.state === 'done') return known
    theOpenRecord(ctx, known.sittingId)
    expectState(known, 'speaking', 'speech.notSpeaking')
    ctx.db.run(speechSql.stop, { id, at: ctx.moment })
    return theSpeech(ctx.db, id)
  },

  putBack: (ctx, { id, rev }) => {
    const known = theSpeech(ctx.db, id)
    expectRev(known, rev)
    theOpenRecord(ctx, known.sittingId)
    expectState(known, 'speaking', 'speech.notSpeaking')
    ctx.db.run(speechSql.putBack, { id })
    return theSpeech(ctx.db, id)
  },

  extend: (ctx, { id, rev, minutes, by }) => {
    const known = theSpeech(ctx.db, id)
    expectRev(known, rev)
    theOpenRecord(ctx, known.sittingId)
    if (known.state !== 'queued') expectState(known, 'speaking', 'speech.notSpeaking')
    if (known.limitSeconds === 0) refuse('speech.noLimit', { name: known.name })
    ctx.db.run(speechSql.extend, { id, seconds: minutes * 60, by })
    return theSpeech(ctx.db, id)
  },

  reopen: (ctx, { id, rev }) => {
    const known = theSpeech(ctx.db, id)
    expectRev(known, rev)
    const sitting = theHeldSitting(ctx, known.sittingId)
    expectState(known, 'done', 'speech.notDone')
    expectFloorFree(ctx, sitting.id)
    expectAlone(ctx, known, known.startedAt ?? ctx.moment, '9999')
    ctx.db.run(speechSql.reopen, { id })
    return theSpeech(ctx.db, id)
  },

  adjust: (ctx, { id, rev, startedAt, endedAt }) => {
    const known = theSpeech(ctx.db, id)
    expectRev(known, rev)
    theOpenRecord(ctx, known.sittingId)
    expectState(known, 'done', 'speech.notDone')
    if (endedAt > ctx.moment) refuseField('endedAt', 'speech.future')
    if (endedAt <= startedAt) refuseField('endedAt', 'speech.endsBeforeStart')
    expectAlone(ctx, known, startedAt, endedAt)
    ctx.db.run(speechSql.setTimes, { id, startedAt, endedAt })
    return theSpeech(ctx.db, id)
  },

  record: (ctx, { sessionId }) => speechRecord(ctx, theSession(ctx.db, sessionId).id),
}
