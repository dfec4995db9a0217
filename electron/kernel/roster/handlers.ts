import { refuse } from '../../../shared/contract/errors.ts'
import type { Membership, Person, roster } from '../../../shared/contract/roster.ts'
import { matchesName } from '../../../shared/rules/pinyin.ts'
import { theBody } from '../body/queries.ts'
import type { Handlers, ReadContext, WriteContext } from '../dispatch.ts'
import { afterRename } from '../formality/put-right.ts'
import { expectRev, found, refuseField } from '../rows.ts'
import { applyImport, readPreview } from './import-acts.ts'
import { checkedName } from './names.ts'
import { inOfficeMembers, membersOf, memberView, rosterSql, theMember } from './queries.ts'

/** Most people a search gives; more letters narrow it down. */
const MOST_FOUND = 50

const membership = ({ db }: Pick<ReadContext, 'db'>, at: string): Membership => {
  const { term } = theBody(db)
  const members = inOfficeMembers(db, term.id, at)
  return {
    at,
    seats: term.seats,
    inOffice: members.length,
    vacancies: Math.max(0, term.seats - members.length),
    members,
  }
}

type Office = { kind: string; startsOn: string; endsAt: string | null; endReason: string | null }

const checkOffice = (ctx: WriteContext, office: Office): void => {
  const { level } = theBody(ctx.db)
  if (level === 'county' && office.kind === 'secretary-general')
    refuseField('kind', 'roster.noSecretaryGeneral')
  if (office.endsAt !== null && office.endsAt.slice(0, 10) < office.startsOn)
    refuseField('endsAt', 'roster.endsBeforeStart')
  if (office.endsAt !== null && office.endReason === null)
    refuseField('endReason', 'roster.reasonMissing')
}

const savePerson = (
  ctx: WriteContext,
  personId: string | undefined,
  facts: Omit<Person, 'id' | 'rev'>,
): string => {
  const id = personId ?? ctx.newId()
  ctx.db.run(personId ? rosterSql.updatePerson : rosterSql.addPerson, { id, ...facts })
  return id
}

/** Somebody known already who takes a seat: what the form leaves empty stays as it is known. */
const takeSeat = (ctx: WriteContext, id: string, facts: Omit<Person, 'id' | 'rev'>): string => {
  const { name, sex, nationality, note } = found(ctx.db.get(rosterSql.person, { id }), 'person')
  if (name !== facts.name) refuseField('name', 'roster.otherPerson', { name, given: facts.name })
  return savePerson(ctx, id, {
    name,
    sex: facts.sex ?? sex,
    nationality: facts.nationality ?? nationality,
    note: facts.note || note,
  })
}

export const rosterHandlers: Handlers<typeof roster> = {
  members: ({ db }) => membersOf(db, theBody(db).term.id),
  membership: (ctx, { at }) => membership(ctx, at ?? ctx.moment),
  find: ({ db }, { text }) =>
    db
      .all(rosterSql.people, {})
      .filter((person) => matchesName(person.name, text))
      .slice(0, MOST_FOUND),

  saveMember: (ctx, { id, rev, personId: known, name: raw, sex, nationality, note, ...office }) => {
    const name = checkedName(raw, 'name')
    const facts = { name, sex, nationality: nationality || null, note }
    checkOffice(ctx, office)
    ctx.touch('attendance')
    ctx.touch('session')
    if (id === undefined) {
      const { term } = theBody(ctx.db)
      const twin = membersOf(ctx.db, term.id).find(
        (member) => member.name === name && member.endsAt === null,
      )
      if (twin) refuseField('name', 'roster.alreadyMember', { name })
      const personId = known ? takeSeat(ctx, known, facts) : savePerson(ctx, undefined, facts)
      const fresh = ctx.newId()
      ctx.db.run(rosterSql.addMember, { id: fresh, personId, termId: term.id, ...office })
      return memberView(ctx.db, fresh)
    }
    const member = theMember(ctx.db, id)
    expectRev(member, rev)
    savePerson(ctx, member.personId, facts)
    afterRename(ctx, { id: member.personId, was: member.name, now: name })
    ctx.db.run(rosterSql.updateMember, { id, ...office })
    return memberView(ctx.db, id)
  },

  placeMembers: (ctx, { places }) => {
    for (const { id, rev, place } of places) {
      expectRev(theMember(ctx.db, id), rev)
      ctx.db.run(rosterSql.placeMember, { id, place })
    }
    ctx.touch('attendance')
    return membersOf(ctx.db, theBody(ctx.db).term.id)
  },

  removeMember: (ctx, { id, rev }) => {
    const known = theMember(ctx.db, id)
    expectRev(known, rev)
    const uses = found(ctx.db.get(rosterSql.uses, { id }), 'member').count
    if (uses > 0) refuse('roster.memberInUse', { name: known.name })
    ctx.db.run(rosterSql.removeMember, { id })
    const { personId } = known
    if (ctx.db.get(rosterSql.tenures, { personId })?.count === 0)
      ctx.db.run(rosterSql.removePerson, { id: personId })
    ctx.touch('attendance')
    return { id }
  },

  readSheet: readPreview,
  importSheet: applyImport,
}
