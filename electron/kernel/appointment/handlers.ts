import { readActs } from '../../../shared/acts/read.ts'
import type { Act, appointment, PersonFacts } from '../../../shared/contract/appointment.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import { verbMending } from '../../../shared/rules/appointment/mending.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { afterActs } from '../formality/queries.ts'
import { checkedName } from '../roster/names.ts'
import { expectRev } from '../rows.ts'
import { expectNotClosed, theItem } from '../session/queries.ts'
import { factsInText } from './about.ts'
import { checkingHandlers } from './checking-handlers.ts'
import { findingsOf } from './findings.ts'
import { addNomination, nominationsAt, placedDrafts, regroup } from './placing.ts'
import { nominationsOf, settleEnds, theAct, theNomination } from './queries.ts'
import { appointmentSql } from './sql.ts'
import { forgetAct, personOf, takeLoose, writePosts } from './tying.ts'

type ActFacts = Pick<Act, 'act' | 'verb' | 'personName' | 'post' | 'reason'> & {
  person?: PersonFacts | undefined
}

/** An act that nobody has put to the vote, deferred or not; anything else is history. */
const theFreeAct = (ctx: WriteContext, id: string, rev: number): Act => {
  const act = theAct(ctx.db, id)
  expectRev(act, rev)
  expectNotClosed(ctx.db, theNomination(ctx.db, act.nominationId).sessionId)
  const params = { name: act.personName, post: act.post }
  if (act.questionId) refuse('appointment.alreadyAsked', params)
  if (act.outcome !== 'pending' && act.outcome !== 'deferred')
    refuse('appointment.notPending', params)
  return act
}

const renumber = (ctx: WriteContext, acts: readonly Act[]): void =>
  acts.forEach((act, index) =>
    ctx.db.run(appointmentSql.placeAct, { id: act.id, position: index + 1 }),
  )

const addAct = (
  ctx: WriteContext,
  nominationId: string,
  { person: said, ...facts }: ActFacts,
  index: number,
): void => {
  const last = ctx.db.get(appointmentSql.lastAct, { nominationId })?.position ?? 0
  const person = personOf(ctx, facts.personName, `acts.${index}.personName`, said)
  const id = ctx.newId()
  ctx.db.run(appointmentSql.addAct, {
    ...facts,
    ...person,
    id,
    nominationId,
    position: last + 1,
  })
  writePosts(ctx, { id, nominationId, post: facts.post })
}

/** The verbs of the paper that acts should have in place of their own. */
const verbsFor = (ctx: WriteContext, acts: readonly Act[]): Map<string, string> => {
  const nominations = new Set(acts.map(({ nominationId }) => nominationId))
  const sessions = new Set([...nominations].map((id) => theNomination(ctx.db, id).sessionId))
  return new Map(
    [...sessions].flatMap((sessionId) =>
      findingsOf(ctx, sessionId).flatMap((finding) => {
        const mending = verbMending(finding)
        return mending ? finding.actIds.map((id) => [id, mending.to] as const) : []
      }),
    ),
  )
}

/** Lets what ends with another act follow it also when it is entered after the vote. */
const followUp = (ctx: WriteContext, nominationId: string, personName: string): void => {
  if (settleEnds(ctx, { nominationId, personName }) === 0) return
  ctx.touch('roster')
  ctx.touch('attendance')
}

export const appointmentHandlers: Handlers<typeof appointment> = {
  nominations: ({ db }, { sessionId }) => nominationsOf(db, sessionId),

  saveNomination: (ctx, { id, rev, ...facts }) => {
    const { sessionId } = theItem(ctx.db, facts.itemId)
    expectNotClosed(ctx.db, sessionId)
    if (id === undefined) return theNomination(ctx.db, addNomination(ctx, { sessionId, ...facts }))
    const known = theNomination(ctx.db, id)
    expectRev(known, rev)
    if (known.sessionId !== sessionId) refuse('appointment.otherSession')
    ctx.db.run(appointmentSql.updateNomination, { id, ...facts })
    // Whom the notice of what has passed goes to may hang on who proposed it.
    if (known.acts.some(({ outcome }) => outcome === 'passed')) afterActs(ctx, sessionId)
    return theNomination(ctx.db, id)
  },

  removeNomination: (ctx, { id, rev }) => {
    const nomination = theNomination(ctx.db, id)
    expectRev(nomination, rev)
    expectNotClosed(ctx.db, nomination.sessionId)
    if (nomination.acts.some((act) => act.questionId)) refuse('appointment.nominationInUse')
    for (const act of nomination.acts) {
      forgetAct(ctx, act)
      ctx.db.run(appointmentSql.removeAct, { id: act.id })
    }
    ctx.db.run(appointmentSql.removeNomination, { id })
    return { id }
  },

  read: (_ctx, { text }) => {
    const { acts, unread } = readActs(text)
    const facts = factsInText(text, new Set(acts.flatMap(({ persons }) => persons)))
    return { acts, unread, about: [...facts].map(([name, person]) => ({ name, person })) }
  },

  addActs: (ctx, { nominationId, acts }) => {
    const nomination = theNomination(ctx.db, nominationId)
    expectNotClosed(ctx.db, nomination.sessionId)
    acts.forEach((facts, index) => addAct(ctx, nominationId, facts, index))
    for (const name of new Set(acts.map((act) => checkedName(act.personName, 'personName'))))
      followUp(ctx, nominationId, name)
    return theNomination(ctx.db, nominationId)
  },

  addNominations: (ctx, { nominationId, acts }) => {
    const { chosen, places } = placedDrafts(ctx, nominationId, acts)
    expectNotClosed(ctx.db, chosen.sessionId)
    const at = nominationsAt(ctx, chosen, places)
    const persons = new Map<string, string>()
    acts.forEach(({ place: _, ...facts }, index) => {
      const own = at[index] ?? nominationId
      addAct(ctx, own, facts, index)
      persons.set(`${own} ${facts.personName}`, own)
    })
    for (const [key, own] of persons)
      followUp(ctx, own, checkedName(key.slice(own.length + 1), 'personName'))
    return [...new Set(at)].map((id) => theNomination(ctx.db, id))
  },

  saveAct: (ctx, { id, rev, ...facts }) => {
    const act = theFreeAct(ctx, id, rev)
    const known = checkedName(facts.personName, 'personName') === act.personName
    const kept = known && act.personId !== null
    const person = kept ? act : personOf(ctx, facts.personName, 'personName', takeLoose(ctx, act))
    const { personName, memberId, personId } = person
    ctx.db.run(appointmentSql.updateAct, { id, ...facts, personName, memberId, personId })
    if (facts.post !== act.post) writePosts(ctx, { ...act, post: facts.post })
    followUp(ctx, act.nominationId, theAct(ctx.db, id).personName)
    return theAct(ctx.db, act.id)
  },

  mendVerbs: (ctx, { acts }) => {
    const free = acts.map(({ id, rev }) => theFreeAct(ctx, id, rev))
    const verbs = verbsFor(ctx, free)
    const mended = free.filter(({ id }) => verbs.has(id))
    if (mended.length === 0) refuse('appointment.nothingToMend')
    for (const act of mended)
      ctx.db.run(appointmentSql.updateAct, { ...act, verb: verbs.get(act.id) ?? act.verb })
    return mended.map(({ id }) => theAct(ctx.db, id))
  },

  moveAct: (ctx, { id, rev, position }) => {
    const act = theAct(ctx.db, id)
    expectRev(act, rev)
    const { sessionId, acts } = theNomination(ctx.db, act.nominationId)
    expectNotClosed(ctx.db, sessionId)
    const others = acts.filter((other) => other.id !== id)
    others.splice(position - 1, 0, act)
    renumber(ctx, others)
    return theNomination(ctx.db, act.nominationId).acts
  },

  regroupActs: (ctx, { acts, place }) => {
    const moving = acts.map(({ id, rev }) => theFreeAct(ctx, id, rev))
    const { nominationId, left } = regroup(ctx, moving, place)
    for (const id of left) renumber(ctx, theNomination(ctx.db, id).acts)
    for (const name of new Set(moving.map(({ personName }) => personName)))
      for (const id of [...left, nominationId]) followUp(ctx, id, name)
    return theNomination(ctx.db, nominationId)
  },

  withdrawAct: (ctx, { id, rev, reason }) => {
    theFreeAct(ctx, id, rev)
    ctx.db.run(appointmentSql.withdraw, { id, reason })
    return theAct(ctx.db, id)
  },

  removeAct: (ctx, { id, rev }) => {
    const act = theFreeAct(ctx, id, rev)
    forgetAct(ctx, act)
    ctx.db.run(appointmentSql.removeAct, { id })
    renumber(ctx, theNomination(ctx.db, act.nominationId).acts)
    return { id }
  },

  deferAct: (ctx, { id, rev, reason }) => {
    const act = theFreeAct(ctx, id, rev)
    const params = { name: act.personName, post: act.post }
    if (act.act === 'end') refuse('appointment.noVoteNeeded', params)
    if (act.outcome === 'deferred') refuse('appointment.alreadyDeferred', params)
    ctx.db.run(appointmentSql.defer, { id, reason })
    return theAct(ctx.db, id)
  },

  resumeAct: (ctx, { id, rev }) => {
    const act = theFreeAct(ctx, id, rev)
    if (act.outcome !== 'deferred')
      refuse('appointment.notDeferred', { name: act.personName, post: act.post })
    ctx.db.run(appointmentSql.defer, { id, reason: null })
    return theAct(ctx.db, id)
  },

  ...checkingHandlers,
}
