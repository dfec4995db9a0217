import type { appointment } from '../../../shared/contract/appointment.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import { checkNominations } from '../../../shared/rules/appointment/check.ts'
import { proposersOf } from '../../../shared/rules/appointment/proposers.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { theBody } from '../body/queries.ts'
import type { Handlers, ReadContext, WriteContext } from '../dispatch.ts'
import { afterTie } from '../formality/put-right.ts'
import { afterActs } from '../formality/queries.ts'
import { forget, postsOn, settleTenures, tenuresFor } from '../ledger/queries.ts'
import { expectRev, found } from '../rows.ts'
import { expectNotClosed, theSession } from '../session/queries.ts'
import { checkingSql } from './checking-sql.ts'
import { checkInputOf } from './facts.ts'
import { sayDeputy } from './deputy.ts'
import { findingsOf, goPast } from './findings.ts'
import { materialsOf, receiveAll } from './materials.ts'
import { isDraft, nominatorsOf, placedDrafts, placesShown } from './placing.ts'
import type { PlacedPost } from './posts.ts'
import { theAct, theNomination } from './queries.ts'
import { readNominations } from './sheet.ts'
import { appointmentSql } from './sql.ts'
import { addNamesake } from './tying.ts'

const shown = ({ post: _, ...rest }: PlacedPost) => rest

const sessionOf = (ctx: Pick<ReadContext, 'db'>, actId: string): string =>
  theNomination(ctx.db, theAct(ctx.db, actId).nominationId).sessionId

/** The posts of the catalogue an act is tied to, to be compared: what its papers ask of it hangs on them. */
const tiesOf = ({ db }: Pick<ReadContext, 'db'>, actId: string): string =>
  JSON.stringify(db.all(checkingSql.postsOfAct, { actId }).map(({ postId }) => postId))

/** Sees to it that the ledger says the same as the act once it has passed. */
const followLedger = (ctx: WriteContext, persons: readonly (string | null)[]): void => {
  settleTenures(
    ctx,
    persons.filter((id) => id !== null),
  )
  ctx.touch('ledger')
}

type Checking =
  | 'readSheet'
  | 'posts'
  | 'tieAct'
  | 'persons'
  | 'sayDeputy'
  | 'findings'
  | 'checkDraft'
  | 'nominators'
  | 'proposers'
  | 'override'
  | 'takeBackOverride'
  | 'materials'
  | 'saveMaterial'
  | 'receiveMaterials'

export const checkingHandlers: Pick<Handlers<typeof appointment>, Checking> = {
  readSheet: async (ctx, { fileName, base64 }) => {
    const sheet = await ctx.ports.readSheet(fileName, Buffer.from(base64, 'base64'))
    const { level, name: bodyName } = theBody(ctx.db)
    const posts = postsOn(ctx.db, dayOf(ctx.moment))
    return readNominations(fileName, sheet, { posts, bodyName, level })
  },

  posts: (ctx, { sessionId }) =>
    [...checkInputOf(ctx, sessionId).posts.values()].flatMap((posts) => posts.map(shown)),

  tieAct: (ctx, { id, rev, personId: chosen, another, posts }) => {
    const act = theAct(ctx.db, id)
    expectRev(act, rev)
    const sessionId = sessionOf(ctx, id)
    if (act.outcome !== 'passed') expectNotClosed(ctx.db, sessionId)
    const personId = another ? addNamesake(ctx, act.personName) : chosen
    if (personId !== undefined) {
      const bearers = ctx.db.all(checkingSql.mayMean, { actId: id })
      if (personId !== null && !bearers.some((one) => one.id === personId))
        refuse('appointment.otherName', { name: act.personName })
      ctx.db.run(appointmentSql.tiePerson, { id, personId })
    }
    const before = tiesOf(ctx, id)
    const catalogue = postsOn(ctx.db, theSession(ctx.db, sessionId).endsOn)
    for (const { position, postId } of posts) {
      if (postId !== null)
        found(
          catalogue.find((post) => post.id === postId),
          'post',
        )
      if (ctx.db.run(checkingSql.tiePost, { actId: id, position, postId }) === 0)
        refuse('appointment.noSuchPost', { name: act.personName })
    }
    if (act.outcome === 'passed') {
      followLedger(ctx, [act.personId, theAct(ctx.db, id).personId])
      afterActs(ctx, sessionId)
      if (act.personId !== null && act.personId !== theAct(ctx.db, id).personId)
        afterTie(ctx, sessionId, id, 'person')
      if (tiesOf(ctx, id) !== before) afterTie(ctx, sessionId, id, 'post')
      // Who was made by the vote alone would stay as a namesake of the one it was about.
      if (act.personId !== null) forget(ctx, act.personId)
    }
    return theAct(ctx.db, id)
  },

  persons: ({ db }, { actId }) => {
    const bearers = db.all(checkingSql.mayMean, { actId: theAct(db, actId).id })
    const tenures = tenuresFor(db, { personIds: bearers.map(({ id }) => id) })
    return bearers.map(({ id, name, birth, deputy }) => ({
      id,
      name,
      birth,
      deputy: deputy === null ? null : deputy === 1,
      posts: tenures
        .filter(({ personId, toOn }) => personId === id && toOn === null)
        .map(({ postName }) => postName),
    }))
  },

  sayDeputy: (ctx, { actId, deputy }) => {
    const sessionId = sessionOf(ctx, actId)
    expectNotClosed(ctx.db, sessionId)
    sayDeputy(ctx, actId, deputy)
    return findingsOf(ctx, sessionId)
  },

  findings: (ctx, { sessionId }) => findingsOf(ctx, sessionId),

  checkDraft: (ctx, { nominationId, acts }) => {
    const placed = placedDrafts(ctx, nominationId, acts)
    return {
      findings: checkNominations(placed.input).filter(({ actIds }) => actIds.some(isDraft)),
      posts: [...placed.posts].filter(([id]) => isDraft(id)).flatMap(([, own]) => own.map(shown)),
      ...placesShown(ctx.db, placed),
    }
  },

  nominators: (ctx, { actId }) => nominatorsOf(ctx, actId),

  proposers: (ctx, { sessionId }) => proposersOf(checkInputOf(ctx, sessionId).input),

  override: (ctx, { actId, code, reason }) => {
    const sessionId = sessionOf(ctx, actId)
    expectNotClosed(ctx.db, sessionId)
    goPast(ctx, theAct(ctx.db, actId), code, reason)
    return findingsOf(ctx, sessionId)
  },

  takeBackOverride: (ctx, { actId, code }) => {
    const sessionId = sessionOf(ctx, actId)
    expectNotClosed(ctx.db, sessionId)
    ctx.db.run(checkingSql.takeBack, { actId, code })
    return findingsOf(ctx, sessionId)
  },

  materials: (ctx, { sessionId }) => materialsOf(ctx, sessionId),

  saveMaterial: (ctx, { actId, kind, rev, state, ...facts }) => {
    const sessionId = sessionOf(ctx, actId)
    expectNotClosed(ctx.db, sessionId)
    const known = ctx.db
      .all(checkingSql.materials, { sessionId })
      .find((row) => row.actId === actId && row.kind === kind)
    expectRev(known ?? { rev: 0 }, rev)
    if (state === null) ctx.db.run(checkingSql.dropMaterial, { actId, kind })
    else ctx.db.run(checkingSql.saveMaterial, { actId, kind, state, ...facts, rev: rev + 1 })
    return materialsOf(ctx, sessionId)
  },

  receiveMaterials: (ctx, { nominationId, kinds, receivedOn }) => {
    const { sessionId, acts } = theNomination(ctx.db, nominationId)
    expectNotClosed(ctx.db, sessionId)
    if (receiveAll(ctx, sessionId, acts, kinds, receivedOn) === 0)
      refuse('appointment.nothingAwaited')
    return materialsOf(ctx, sessionId)
  },
}
