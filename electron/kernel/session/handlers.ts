import { refuse } from '../../../shared/contract/errors.ts'
import type { Item, session } from '../../../shared/contract/session.ts'
import { theBody } from '../body/queries.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { theMember } from '../roster/queries.ts'
import { expectRev, found, refuseField } from '../rows.ts'
import { endRunningSpeech } from '../speech/queries.ts'
import {
  allSessions,
  expectNotClosed,
  itemsOf,
  momentIn,
  sessionDetail,
  sessionSql,
  theItem,
  theSession,
  theSitting,
} from './queries.ts'
import { openingDoubts } from './opening.ts'
import { declineItem, signItem } from './signatures.ts'

/** Writes positions 1…n in the given order. */
const renumber = (ctx: WriteContext, ids: readonly string[]): void =>
  ids.forEach((id, index) => ctx.db.run(sessionSql.placeItem, { id, position: index + 1 }))

/** What the council did not put forward has no number of the agenda: it stands behind it. */
const declinedLast = (ctx: WriteContext, sessionId: string): void =>
  renumber(
    ctx,
    itemsOf(ctx.db, sessionId)
      .toSorted((a, b) => Number(a.declined !== null) - Number(b.declined !== null))
      .map(({ id }) => id),
  )

const checkNumber = (ctx: WriteContext, termId: string, number: number, own?: string): void => {
  const taken = ctx.db.get(sessionSql.byNumber, { termId, number })
  if (taken && taken.id !== own) refuseField('number', 'session.numberTaken', { number })
}

const checkChair = (ctx: WriteContext, chairId: string | null): void => {
  if (chairId !== null) theMember(ctx.db, chairId)
}

const removeItem = (ctx: WriteContext, item: Item): void => {
  const uses = found(ctx.db.get(sessionSql.uses, { itemId: item.id }), 'item').count
  if (uses > 0) refuse('session.itemInUse', { title: item.title })
  ctx.db.run(sessionSql.removeItem, { id: item.id })
  renumber(
    ctx,
    itemsOf(ctx.db, item.sessionId).map((other) => other.id),
  )
}

export const sessionHandlers: Handlers<typeof session> = {
  list: ({ db }) => allSessions(db),
  get: ({ db }, { id }) => sessionDetail(db, id),
  nextNumber: ({ db }) => {
    const { term } = theBody(db)
    const last = db.get(sessionSql.lastNumber, { termId: term.id })?.number ?? 0
    return { number: last + 1 }
  },

  save: (ctx, { id, rev, extraordinary, ...given }) => {
    const facts = { ...given, extraordinary: extraordinary ? 1 : 0 }
    if (facts.endsOn < facts.startsOn) refuseField('endsOn', 'session.endsBeforeStart')
    checkChair(ctx, facts.chairId)
    if (id === undefined) {
      const { term } = theBody(ctx.db)
      checkNumber(ctx, term.id, facts.number)
      const fresh = ctx.newId()
      ctx.db.run(sessionSql.add, { id: fresh, termId: term.id, ...facts })
      return theSession(ctx.db, fresh)
    }
    const known = theSession(ctx.db, id)
    expectRev(known, rev)
    expectNotClosed(ctx.db, id)
    checkNumber(ctx, known.termId, facts.number, id)
    ctx.db.run(sessionSql.update, { id, ...facts })
    return theSession(ctx.db, id)
  },

  setState: (ctx, { id, rev, state }) => {
    const known = theSession(ctx.db, id)
    if (known.state === state) return known
    expectRev(known, rev)
    expectNotClosed(ctx.db, id)
    const openVotes = ctx.db.get(sessionSql.openVotes, { sessionId: id })?.count ?? 0
    if (state === 'closed' && openVotes > 0) refuse('session.voteOpen')
    // A sitting left open would go on counting people who leave office long after.
    const sittings = ctx.db.all(sessionSql.sittings, { sessionId: id })
    if (state === 'closed' && sittings.some((sitting) => sitting.state === 'open'))
      refuse('session.sittingOpen')
    ctx.db.run(sessionSql.setState, { id, state })
    return theSession(ctx.db, id)
  },

  saveSitting: (ctx, { id, rev, sessionId, ...facts }) => {
    expectNotClosed(ctx.db, sessionId)
    checkChair(ctx, facts.chairId)
    ctx.touch('attendance')
    const next = (): number =>
      (ctx.db.get(sessionSql.lastSitting, { sessionId, kind: facts.kind })?.number ?? 0) + 1
    if (id === undefined) {
      const fresh = ctx.newId()
      ctx.db.run(sessionSql.addSitting, { id: fresh, sessionId, number: next(), ...facts })
      return theSitting(ctx.db, fresh)
    }
    const known = theSitting(ctx.db, id)
    expectRev(known, rev)
    expectNotClosed(ctx.db, known.sessionId)
    if (known.state !== 'planned' && known.startsAt !== facts.startsAt)
      refuseField('startsAt', 'session.sittingBegun')
    const number = known.kind === facts.kind ? known.number : next()
    ctx.db.run(sessionSql.updateSitting, { id, number, ...facts })
    return theSitting(ctx.db, id)
  },

  openingDoubts: (ctx, { sittingId }) => openingDoubts(ctx, sittingId),

  setSittingState: (ctx, { id, rev, state }) => {
    const known = theSitting(ctx.db, id)
    if (known.state === state) return known
    expectRev(known, rev)
    expectNotClosed(ctx.db, known.sessionId)
    const openVotes = ctx.db.get(sessionSql.openVotes, { sessionId: known.sessionId })?.count ?? 0
    if (state === 'adjourned' && openVotes > 0) refuse('session.voteOpen')
    if (state === 'adjourned' && known.state === 'planned') refuse('session.sittingNotBegun')
    // Going on after an adjournment keeps the moment the sitting first began.
    const goesOn = state === 'open' && known.state === 'adjourned'
    const at = goesOn ? known.startsAt : momentIn(ctx, known.sessionId)
    ctx.db.run(state === 'open' ? sessionSql.openSitting : sessionSql.adjournSitting, { id, at })
    if (state === 'adjourned') endRunningSpeech(ctx, id)
    const whole = theSession(ctx.db, known.sessionId)
    if (whole.state === 'planned') ctx.db.run(sessionSql.setState, { id: whole.id, state: 'open' })
    ctx.touch('attendance')
    return theSitting(ctx.db, id)
  },

  removeSitting: (ctx, { id, rev }) => {
    const known = theSitting(ctx.db, id)
    expectRev(known, rev)
    expectNotClosed(ctx.db, known.sessionId)
    const uses = ctx.db.get(sessionSql.sittingUses, { sittingId: id })?.count ?? 0
    if (uses > 0 || known.state !== 'planned') refuse('session.sittingInUse')
    ctx.db.run(sessionSql.removeSitting, { id })
    return { id }
  },

  saveItem: (ctx, { id, rev, sessionId, written, signed, ...facts }) => {
    expectNotClosed(ctx.db, sessionId)
    if (id === undefined) {
      const fresh = ctx.newId()
      const position = itemsOf(ctx.db, sessionId).length + 1
      ctx.db.run(sessionSql.addItem, {
        id: fresh,
        sessionId,
        position,
        written: Number(written),
        ...facts,
      })
      if (signed) signItem(ctx, theItem(ctx.db, fresh), signed)
      declinedLast(ctx, sessionId)
      return theItem(ctx.db, fresh)
    }
    const known = theItem(ctx.db, id)
    expectRev(known, rev)
    expectNotClosed(ctx.db, known.sessionId)
    ctx.db.run(sessionSql.updateItem, { id, written: Number(written), ...facts })
    if (signed !== undefined) signItem(ctx, known, signed)
    return theItem(ctx.db, id)
  },

  moveItem: (ctx, { id, rev, position }) => {
    const item = theItem(ctx.db, id)
    expectRev(item, rev)
    expectNotClosed(ctx.db, item.sessionId)
    const others = itemsOf(ctx.db, item.sessionId).filter((other) => other.id !== id)
    others.splice(position - 1, 0, item)
    renumber(
      ctx,
      others.map((other) => other.id),
    )
    return itemsOf(ctx.db, item.sessionId)
  },

  setItemState: (ctx, { id, rev, state }) => {
    const item = theItem(ctx.db, id)
    if (item.state === state) return item
    expectRev(item, rev)
    expectNotClosed(ctx.db, item.sessionId)
    // Once a round was opened nobody can take the matter back (议事规则 30; rules.md §9-41).
    const votes = ctx.db.get(sessionSql.itemVotes, { itemId: id })?.count ?? 0
    if (state === 'withdrawn' && votes > 0) refuse('rules.withdraw.begun')
    if (state === 'current')
      for (const other of itemsOf(ctx.db, item.sessionId))
        if (other.state === 'current')
          ctx.db.run(sessionSql.setItemState, { id: other.id, state: 'deliberated' })
    ctx.db.run(sessionSql.setItemState, { id, state })
    return theItem(ctx.db, id)
  },

  declineItem: (ctx, { id, rev, reason }) => {
    const item = theItem(ctx.db, id)
    expectRev(item, rev)
    expectNotClosed(ctx.db, item.sessionId)
    declineItem(ctx, item, reason)
    declinedLast(ctx, item.sessionId)
    return theItem(ctx.db, id)
  },

  removeItem: (ctx, { id, rev }) => {
    const item = theItem(ctx.db, id)
    expectRev(item, rev)
    expectNotClosed(ctx.db, item.sessionId)
    removeItem(ctx, item)
    return { id }
  },
}
