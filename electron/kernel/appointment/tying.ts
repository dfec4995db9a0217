import type { Act, PersonFacts } from '../../../shared/contract/appointment.ts'
import { splitPosts } from '../../../shared/rules/appointment/post-names.ts'
import { theBody } from '../body/queries.ts'
import type { WriteContext } from '../dispatch.ts'
import { postsOn } from '../ledger/queries.ts'
import { checkedName } from '../roster/names.ts'
import { inOfficeMembers, rosterSql } from '../roster/queries.ts'
import { theSession } from '../session/queries.ts'
import { checkingSql, type PersonRow } from './checking-sql.ts'
import { placedPosts, type Catalogue } from './posts.ts'
import { theNomination } from './queries.ts'

const nothing: PersonFacts = { sex: null, birth: null, nationality: null }

/** Whether somebody may be who a paper speaks of, by sex and birth; a stored day counts by its month. */
const mayBe = (one: PersonRow, { sex, birth }: PersonFacts): boolean =>
  (sex === null || one.sex === null || one.sex === sex) &&
  (birth === null || one.birth === null || one.birth.slice(0, 7) === birth.slice(0, 7))

/** Who is meant of those who bear a name and may be: the only one, of several the one born when the paper says. */
const bearerOf = (
  bearers: readonly PersonRow[],
  possible: readonly PersonRow[],
  birth: string | null,
): PersonRow | undefined => {
  if (bearers.length < 2) return possible[0]
  const born = possible.filter((one) => birth !== null && one.birth !== null)
  return born.length === 1 ? born[0] : undefined
}

/**
 * Who an act is about, as stored: bare name; tied to the member in office who bears it, if there is exactly one, and
 * to the person of the ledger. What the paper says of the person fills what nobody has said yet; where it says another
 * sex or birth than is known of all who bear the name, there is one more of them, and nobody is tied until one is chosen.
 */
export const personOf = (
  ctx: WriteContext,
  raw: string,
  field = 'personName',
  facts: PersonFacts = nothing,
): Pick<Act, 'personName' | 'memberId' | 'personId'> => {
  const personName = checkedName(raw, field)
  const members = inOfficeMembers(ctx.db, theBody(ctx.db).term.id, ctx.moment).filter(
    (member) => member.name === personName,
  )
  const [member] = members.length === 1 ? members : []
  const bearers = ctx.db.all(checkingSql.bearers, { name: personName })
  const { sex, birth, nationality } = facts
  const possible = bearers.filter((one) => mayBe(one, facts))
  const bearer = bearerOf(bearers, possible, birth)
  const says = sex !== null || birth !== null || nationality !== null
  if (possible.length === 0 && says) {
    const id = ctx.newId()
    ctx.db.run(rosterSql.addPerson, { id, name: personName, sex, nationality, note: '' })
    ctx.db.run(rosterSql.fillPerson, { id, sex, birth, nationality })
    if (bearers.length === 0) return { personName, memberId: null, personId: id }
    // A namesake, or a slip in the paper: people choose between them.
    ctx.touch('roster')
  }
  if (
    bearer &&
    says &&
    ctx.db.run(rosterSql.fillPerson, { id: bearer.id, sex, birth, nationality })
  )
    ctx.touch('roster')
  return { personName, memberId: member?.id ?? null, personId: bearer?.id ?? null }
}

/** One more person of a name, of whom nothing else is known. Out: the id. */
export const addNamesake = (ctx: WriteContext, name: string): string => {
  const id = ctx.newId()
  ctx.db.run(rosterSql.addPerson, { id, name, sex: null, nationality: null, note: '' })
  ctx.touch('roster')
  return id
}

/**
 * What the paper of one act alone told of somebody nobody else knows. Whoever that was is taken out: the name was a
 * slip, or the act is no longer on the list.
 */
export const takeLoose = (
  ctx: WriteContext,
  { id: actId, personId }: Pick<Act, 'id' | 'personId'>,
): PersonFacts => {
  const loose = personId === null ? null : ctx.db.get(checkingSql.loose, { id: personId, actId })
  if (!loose) return nothing
  ctx.db.run(checkingSql.untie, { actId })
  ctx.db.run(rosterSql.removePerson, { id: loose.id })
  return { sex: loose.sex, birth: loose.birth, nationality: loose.nationality }
}

/** The catalogue as it is at the session of a nomination. */
const catalogueFor = ({ db }: WriteContext, nominationId: string): Catalogue => ({
  posts: postsOn(db, theSession(db, theNomination(db, nominationId).sessionId).endsOn),
  bodyName: theBody(db).name,
})

/** Splits the post of an act into the posts it is made of and ties those whose very name the catalogue has. */
export const writePosts = (
  ctx: WriteContext,
  act: Pick<Act, 'id' | 'post' | 'nominationId'>,
): void => {
  const catalogue = catalogueFor(ctx, act.nominationId)
  ctx.db.run(checkingSql.dropPosts, { actId: act.id })
  splitPosts(act.post).forEach((name, index) => {
    const [post] = placedPosts(
      act,
      [{ actId: act.id, position: index + 1, name, postId: null }],
      catalogue,
    )
    const { id: actId } = act
    ctx.db.run(checkingSql.addPost, {
      actId,
      position: index + 1,
      name,
      postId: post?.postId ?? null,
    })
  })
}

/** Takes along everything known about an act that is taken off the list. */
export const forgetAct = (ctx: WriteContext, act: Pick<Act, 'id' | 'personId'>): void => {
  const { id: actId } = act
  for (const statement of [
    checkingSql.dropPosts,
    checkingSql.dropOverrides,
    checkingSql.dropMaterials,
    checkingSql.looseDossiers,
  ])
    ctx.db.run(statement, { actId })
  takeLoose(ctx, act)
}
