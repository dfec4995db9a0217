import { createHash } from 'node:crypto'
import type { ActKind } from '../../../shared/contract/appointment.ts'
import type {
  Dossier,
  FormDifference,
  FormFacts,
  FormReading,
} from '../../../shared/contract/dossier.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import { findBody } from '../body/queries.ts'
import type { ReadContext, TaskContext } from '../dispatch.ts'
import { heldPosts } from '../ledger/queries.ts'
import type { FormRead } from '../ports.ts'
import { found } from '../rows.ts'
import type { Reader } from '../store/sql.ts'
import { formDifferences, type Known } from './compare.ts'
import { peopleMeant } from './persons.ts'
import { dossiersOf } from './queries.ts'
import { dossierSql, type FormAct, type KnownPerson } from './sql.ts'

export type FormFiles = {
  fileName: string
  base64: string
  photoName?: string | undefined
  photoBase64?: string | undefined
}
export type FormOf = { personId?: string | null | undefined; actId: string | null }

/** The bytes handed in, read by the host's port. */
export const readFiles = (ctx: TaskContext, files: FormFiles): Promise<FormRead> => {
  const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64')
  const { fileName, base64, photoName, photoBase64 } = files
  const photo =
    photoBase64 === undefined
      ? undefined
      : { name: photoName ?? fileName, bytes: bytes(photoBase64) }
  return ctx.ports.readForm(fileName, bytes(base64), photo)
}

const giving: ReadonlySet<ActKind> = new Set(['appoint', 'act-as', 'approve-appoint'])

const proposedFor = (db: Reader, act: FormAct | null): Known['proposed'] => {
  if (!act) return null
  const acts = db.all(dossierSql.actsBeside, act)
  const posts = (gives: boolean): string[] =>
    acts.filter((one) => giving.has(one.act) === gives).map(({ post }) => post)
  return { posts: posts(true), removals: posts(false) }
}

/** With whom a form is compared: whoever was named, else the act's person, else the likeliest. */
const personMeant = (
  db: Reader,
  { personId }: FormOf,
  act: FormAct | null,
  persons: FormReading['persons'],
): KnownPerson | null => {
  if (personId === null) return null
  const id = personId ?? act?.personId ?? persons[0]?.id
  return id === undefined ? null : found(db.get(dossierSql.person, { id }), 'person')
}

const remarksOn = (facts: FormFacts, act: FormAct | null, day: string): Message[] => {
  const remarks: Message[] = []
  if (act && act.personName !== facts.name) {
    const params = { form: facts.name, act: act.personName }
    remarks.push({ key: 'dossier.remark.actName', params })
  }
  if (/^\d{4}-\d{2}$/u.test(facts.birth) && facts.birth > day.slice(0, 7))
    remarks.push({ key: 'dossier.remark.birthAhead', params: { text: facts.birth } })
  return remarks
}

/** Changes whenever the form or anything it was compared with does. */
const tokenOf = (read: FormRead, actId: string | null, known: Known): string => {
  const state = JSON.stringify([read.facts, read.photo, actId, known])
  return createHash('sha256').update(state).digest('hex')
}

const knownOf = (
  db: Reader,
  day: string,
  person: KnownPerson | null,
  act: FormAct | null,
  earlier: Dossier | undefined,
): Known => ({
  bodyName: findBody(db)?.name ?? '',
  person,
  posts: person ? heldPosts(db, person.id, day) : [],
  proposed: proposedFor(db, act),
  earlier: earlier?.facts ?? null,
})

/** A kept form beside what is stored now, and beside the form kept before it. */
export const differencesOf = (
  { db, moment }: Pick<ReadContext, 'db' | 'moment'>,
  { id, personId, actId, facts }: Dossier,
): FormDifference[] => {
  const kept = dossiersOf(db, { personId })
  const earlier = kept[kept.findIndex((one) => one.id === id) + 1]
  const person = found(db.get(dossierSql.person, { id: personId }), 'person')
  const act = actId === null ? null : (db.get(dossierSql.act, { id: actId }) ?? null)
  return formDifferences(facts, knownOf(db, moment.slice(0, 10), person, act, earlier))
}

/** Sets a form that was read beside what is known. Throws `not_found` for a person or act that is not there. */
export const compareForm = (
  { db, moment }: Pick<ReadContext, 'db' | 'moment'>,
  read: FormRead,
  of: FormOf,
): FormReading & { act: FormAct | null; person: KnownPerson | null } => {
  const { facts, photo } = read
  const day = moment.slice(0, 10)
  const act = of.actId === null ? null : found(db.get(dossierSql.act, { id: of.actId }), 'act')
  const persons = peopleMeant(facts, db.all(dossierSql.people, {}))
  const person = personMeant(db, of, act, persons)
  const earlier = person ? dossiersOf(db, { personId: person.id })[0] : undefined
  const known = knownOf(db, day, person, act, earlier)
  return {
    facts,
    photo,
    persons,
    personId: person?.id ?? null,
    differences: formDifferences(facts, known),
    remarks: [...read.remarks, ...remarksOn(facts, act, day)],
    token: tokenOf(read, of.actId, known),
    act,
    person,
  }
}
