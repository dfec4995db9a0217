import { Refusal, refuse } from '../../../shared/contract/errors.ts'
import type { EndReason, ledger, Tenure } from '../../../shared/contract/ledger.ts'
import { endingObstacle } from '../../../shared/rules/appointment/ending.ts'
import type { LedgerTenure } from '../../../shared/rules/ledger/replay.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { barePost } from '../../../shared/rules/posts.ts'
import { parameterValues } from '../body/parameters.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { afterTie } from '../formality/put-right.ts'
import { afterActs } from '../formality/queries.ts'
import { expectRev, found, refuseField } from '../rows.ts'
import { checkedName } from '../roster/names.ts'
import { rosterSql } from '../roster/queries.ts'
import { postsOn } from './catalogue.ts'
import { followEnd } from './ends.ts'
import { tenureView } from './queries.ts'
import { ensurePerson, keptOf, kindIn, rowOf, settleTenures } from './settle.ts'
import { originsOf } from './shown.ts'
import { ledgerSql } from './sql.ts'
import { expectRoom } from './standing.ts'
import { postExactly } from './tying.ts'

type Stored = { tenure: LedgerTenure; rev: number; personName: string }

/** A tenure kept in the ledger; those of members are the roster's. */
const theTenure = (ctx: WriteContext, id: string): Stored => {
  if (id.startsWith('member.')) refuse('ledger.refused.isMember')
  const { rev, ...row } = found(ctx.db.get(ledgerSql.tenure, { id }), 'tenure')
  const personName = ctx.db.get(rosterSql.person, { id: row.personId })?.name ?? ''
  return { tenure: keptOf({ rev, ...row }), rev, personName }
}

const view = (ctx: WriteContext, id: string): Tenure =>
  tenureView(found(ctx.db.get(ledgerSql.one, { id }), 'tenure'))

/** Stores what a hand changed and lets the acts be followed anew: what they had made of its end may fit no longer. */
const keep = (ctx: WriteContext, changed: LedgerTenure): Tenure => {
  const { fromOn, ownToOn, ownEndReason } = changed
  const fits = ownToOn !== null && (fromOn === null || ownToOn >= fromOn)
  const own = fits ? { ownToOn, ownEndReason } : { ownToOn: null, ownEndReason: null }
  const end = { toOn: own.ownToOn, endReason: own.ownEndReason }
  const { source: _, ...row } = rowOf({ ...changed, ...own, ...end })
  ctx.db.run(ledgerSql.update, row)
  settleTenures(ctx, [changed.personId])
  followEnd(ctx, changed.id)
  ctx.touch('appointment')
  return view(ctx, changed.id)
}

type Facts = {
  postId: string | null
  postName: string
  acting: boolean
  fromOn: string | null
  electedOn: string | null
  toOn: string | null
  endReason: EndReason | null
  note: string
}

/** Of those the congress elects the chief procurator alone waits for the committee above (组织法 11(6)). */
const checkElection = (ctx: WriteContext, facts: Facts): void => {
  const { acting, electedOn, fromOn, toOn, postId, postName: name } = facts
  if (electedOn === null) return
  if (acting) refuseField('electedOn', 'ledger.refused.electedActing')
  if (kindIn(postsOn(ctx.db, electedOn), { postId, name }, ctx.db) !== 'chief-procurator')
    refuseField('electedOn', 'ledger.refused.electedOther', { post: name })
  if (electedOn > dayOf(ctx.moment)) refuseField('electedOn', 'ledger.refused.electedInFuture')
  if (fromOn !== null && fromOn < electedOn)
    refuseField('fromOn', 'ledger.refused.approvedBeforeElected')
  if (toOn !== null && toOn < electedOn) refuseField('toOn', 'ledger.refused.endsBeforeElected')
}

const checkFacts = (ctx: WriteContext, facts: Facts): void => {
  const { postId, fromOn, toOn, endReason } = facts
  if (postId !== null && !ctx.db.get(ledgerSql.post, { id: postId }))
    refuseField('postId', 'errors.notFound.post')
  if (fromOn !== null && toOn !== null && toOn < fromOn)
    refuseField('toOn', 'ledger.refused.endsBeforeStart')
  if (toOn !== null && endReason === null) refuseField('endReason', 'ledger.refused.reasonMissing')
  if (toOn === null && endReason !== null) refuseField('toOn', 'ledger.refused.endMissing')
  checkElection(ctx, facts)
}

const personFor = (ctx: WriteContext, personId: string | undefined, raw: string): string => {
  if (personId !== undefined)
    return found(ctx.db.get(rosterSql.person, { id: personId }), 'person').id
  const name = checkedName(raw, 'personName')
  const id = ensurePerson(ctx, name)
  ctx.touch('roster')
  return id ?? refuseField('personName', 'ledger.refused.namesakes', { name })
}

const enter = (ctx: WriteContext, personId: string, name: string, facts: Facts): Tenure => {
  const { toOn, endReason, ...rest } = facts
  const tenure: LedgerTenure = {
    ...rest,
    id: ctx.newId(),
    personId,
    toOn,
    endReason,
    ownToOn: toOn,
    ownEndReason: endReason,
    byActId: null,
    endedByActId: null,
    pendingByActId: null,
    source: 'entered',
    reviewedOn: null,
  }
  expectRoom(ctx.db, tenure, name)
  ctx.db.run(ledgerSql.add, rowOf(tenure))
  settleTenures(ctx, [personId])
  ctx.touch('appointment')
  return view(ctx, tenure.id)
}

/** Of a tenure a vote made only the note is a hand's to change. */
const mend = (ctx: WriteContext, { tenure, personName }: Stored, facts: Facts): Tenure => {
  if (tenure.source === 'act') {
    const same =
      facts.postName === tenure.postName &&
      facts.acting === tenure.acting &&
      facts.fromOn === tenure.fromOn &&
      facts.electedOn === null &&
      facts.toOn === tenure.toOn
    if (!same) refuse('ledger.refused.madeByVote', { name: personName, post: tenure.postName })
    return keep(ctx, { ...tenure, note: facts.note })
  }
  const { toOn, endReason, ...rest } = facts
  // An end an act gave is the act's: shown again unchanged, it is not the hand's.
  const byAct = tenure.endedByActId !== null && toOn === tenure.toOn
  const own = byAct
    ? { ownToOn: tenure.ownToOn, ownEndReason: tenure.ownEndReason }
    : { ownToOn: toOn, ownEndReason: endReason }
  const changed = { ...tenure, ...rest, ...own }
  expectRoom(ctx.db, changed, personName)
  return keep(ctx, changed)
}

const checkCause = (
  ctx: WriteContext,
  { tenure, personName }: Stored,
  on: string,
  cause: EndReason,
): void => {
  const { postId, postName } = tenure
  const kind = kindIn(postsOn(ctx.db, on), { postId, name: postName }, ctx.db)
  const rules = parameterValues(ctx.db)
  const obstacle = endingObstacle(cause, { rules, kind, personName, postName })
  if (!obstacle) return
  throw new Refusal({
    code: 'rule',
    message: obstacle.message,
    fields: { cause: obstacle.wayOut },
  })
}

export const tenureHandlers: Pick<
  Handlers<typeof ledger>,
  'saveTenure' | 'endTenure' | 'reopenTenure' | 'removeTenure' | 'tieTenure' | 'review'
> = {
  saveTenure: (ctx, { id, rev, personId, personName, ...given }) => {
    const facts = { ...given, postName: barePost(given.postName) }
    checkFacts(ctx, facts)
    if (id === undefined) {
      const postId = facts.postId ?? postExactly(ctx.db, facts.postName, dayOf(ctx.moment))
      return enter(ctx, personFor(ctx, personId, personName), personName, { ...facts, postId })
    }
    const known = theTenure(ctx, id)
    expectRev(known, rev)
    return mend(ctx, known, facts)
  },

  endTenure: (ctx, { id, rev, on, cause, note }) => {
    const known = theTenure(ctx, id)
    expectRev(known, rev)
    const { tenure, personName } = known
    const params = { name: personName, post: tenure.postName, day: tenure.toOn ?? '' }
    if (tenure.toOn !== null) refuse('ledger.refused.endedAlready', params)
    if (on < (tenure.fromOn ?? tenure.electedOn ?? ''))
      refuseField('on', 'ledger.refused.endsBeforeStart')
    checkCause(ctx, known, on, cause)
    const ended = keep(ctx, {
      ...tenure,
      ownToOn: on,
      ownEndReason: cause,
      note: note === '' ? tenure.note : note,
    })
    followEnd(ctx, id, true)
    return ended
  },

  reopenTenure: (ctx, { id, rev }) => {
    const known = theTenure(ctx, id)
    expectRev(known, rev)
    const { tenure, personName } = known
    if (tenure.ownToOn === null || tenure.endedByActId !== null)
      refuse('ledger.refused.notEndedByHand', { name: personName, post: tenure.postName })
    const open = { ...tenure, ownToOn: null, ownEndReason: null }
    expectRoom(ctx.db, open, personName)
    return keep(ctx, open)
  },

  removeTenure: (ctx, { id, rev }) => {
    const known = theTenure(ctx, id)
    expectRev(known, rev)
    const { tenure, personName } = known
    if (tenure.source === 'act')
      refuse('ledger.refused.madeByVote', { name: personName, post: tenure.postName })
    ctx.db.run(ledgerSql.remove, { id })
    settleTenures(ctx, [tenure.personId])
    ctx.touch('appointment')
    return { id }
  },

  tieTenure: (ctx, { id, rev, postId }) => {
    const known = theTenure(ctx, id)
    expectRev(known, rev)
    if (postId !== null && !ctx.db.get(ledgerSql.post, { id: postId }))
      refuseField('postId', 'errors.notFound.post')
    const { tenure, personName } = known
    if (tenure.source !== 'act') {
      expectRoom(ctx.db, { ...tenure, postId }, personName)
      ctx.db.run(ledgerSql.loosen, { id, loose: postId === null ? 1 : 0 })
      return keep(ctx, { ...tenure, postId })
    }
    const position = Number(id.slice(id.lastIndexOf('.') + 1))
    const actId = tenure.byActId ?? ''
    ctx.db.run(ledgerSql.tieActPostByHand, { actId, position, postId })
    settleTenures(ctx, [tenure.personId])
    for (const { sessionId } of originsOf(ctx.db, [actId]).values()) {
      afterActs(ctx, sessionId)
      if (postId !== tenure.postId) afterTie(ctx, sessionId, actId, 'post')
    }
    ctx.touch('appointment')
    const params = { name: personName, post: tenure.postName, span: tenure.fromOn ?? '' }
    if (!ctx.db.get(ledgerSql.one, { id })) refuse('ledger.refused.overlap', params)
    return view(ctx, id)
  },

  review: (ctx, { id, rev, on }) => {
    const known = theTenure(ctx, id)
    expectRev(known, rev)
    const { tenure } = known
    if (on !== null && tenure.fromOn !== null && on < tenure.fromOn)
      refuseField('on', 'ledger.refused.reviewedBefore')
    return keep(ctx, { ...tenure, reviewedOn: on })
  },
}
