import type { ActKind } from '../../../shared/contract/appointment.ts'
import type { Dossier, FormFacts, TakenField } from '../../../shared/contract/dossier.ts'
import type { MaterialKind } from '../../../shared/contract/findings.ts'
import { Refusal, refuse } from '../../../shared/contract/errors.ts'
import type { TaskContext, WriteContext } from '../dispatch.ts'
import { afterRename } from '../formality/put-right.ts'
import { checkedName } from '../roster/names.ts'
import { theDossier } from './queries.ts'
import { compareForm, readFiles, type FormFiles } from './reading.ts'
import { dossierSql, type FormAct, type KnownPerson } from './sql.ts'

type Attached = FormFiles & {
  token: string
  personId: string | null
  actId: string | null
  take: readonly TakenField[]
}

const sexes: Record<string, 'male' | 'female'> = { 男: 'male', 女: 'female' }

const monthOrNull = (text: string): string | null => (/^\d{4}-\d{2}$/u.test(text) ? text : null)

const nationalityOf = ({ nationality }: FormFacts): string | null =>
  nationality === '' ? null : nationality.replace(/(?<=.)族$|$/u, '族')

/** A field of the form as the person's record has it. Refused where the form's cannot be one. */
const taken = (facts: FormFacts, field: TakenField): Partial<KnownPerson> => {
  if (field === 'name') return { name: checkedName(facts.name, 'name') }
  if (field === 'nationality') return { nationality: nationalityOf(facts) }
  if (field === 'birth') {
    const birth = monthOrNull(facts.birth)
    return birth === null ? refuse('dossier.birthNoMonth', { text: facts.birth }) : { birth }
  }
  const sex = sexes[facts.sex]
  return sex === undefined ? refuse('dossier.sexUnknown', { text: facts.sex }) : { sex }
}

const newPerson = (ctx: WriteContext, facts: FormFacts): string => {
  const id = ctx.newId()
  ctx.db.run(dossierSql.addPerson, {
    id,
    name: checkedName(facts.name, 'name'),
    sex: sexes[facts.sex] ?? null,
    nationality: nationalityOf(facts),
    birth: monthOrNull(facts.birth),
  })
  return id
}

const takeFields = (
  ctx: WriteContext,
  person: KnownPerson,
  facts: FormFacts,
  take: readonly TakenField[],
): string => {
  const { rev: _, ...known } = person
  const changes = take.map((field) => taken(facts, field))
  if (changes.length === 0) return person.id
  const changed = Object.assign({}, known, ...changes) as typeof known
  ctx.db.run(dossierSql.updatePerson, changed)
  afterRename(ctx, { id: person.id, was: person.name, now: changed.name })
  return person.id
}

const checkAct = (act: FormAct | null, personId: string | null): void => {
  if (act?.personId && act.personId !== personId)
    refuse('dossier.actOfAnother', { name: act.personName })
}

/** Acts a form speaks for: it gives no reason for a dismissal and asks for no resignation. */
const spoken: ReadonlySet<ActKind> = new Set([
  'appoint',
  'act-as',
  'approve-appoint',
  'remove',
  'approve-remove',
])

/** What a form brings with it. */
const brought = (facts: FormFacts): MaterialKind[] => [
  'report-form',
  ...(facts.resume.length > 0 ? (['resume'] as const) : []),
  ...(facts.reason === '' ? [] : (['reason'] as const)),
]

/** Ties the act to the person, and puts what the form brings on the checklist of all acts about the person there. */
const speakFor = (
  ctx: WriteContext,
  act: FormAct,
  personId: string,
  { facts, fileName }: { facts: FormFacts; fileName: string },
): void => {
  ctx.db.run(dossierSql.tieAct, { id: act.id, personId })
  const { sessionId, personName } = act
  for (const one of ctx.db.all(dossierSql.actsBeside, { sessionId, personName })) {
    const isMeant = one.personId === personId && one.outcome === 'pending' && spoken.has(one.act)
    if (!isMeant) continue
    for (const kind of brought(facts)) {
      const day = ctx.moment.slice(0, 10)
      ctx.db.run(dossierSql.receive, { actId: one.id, kind, day, note: fileName })
    }
  }
}

/**
 * Reads the files again and keeps the form in one transaction, with the fields taken over and the act tied. Refused as
 * `conflict` when what the reading rested on has moved, and where the act is about another person; then nothing is
 * written. The journal names the file and the fields taken, never what the form says of a person.
 */
export const attachForm = async (
  ctx: TaskContext,
  { token, personId, actId, take, ...files }: Attached,
): Promise<Dossier> => {
  const read = await readFiles(ctx, files)
  ctx.signal.throwIfAborted()
  const { act, person, ...reading } = compareForm(ctx, read, { personId, actId })
  if (reading.token !== token)
    throw new Refusal({ code: 'conflict', message: { key: 'dossier.moved' } })
  checkAct(act, personId)
  const { fileName } = files
  const payload = { fileName, personId, actId, take }
  return ctx.write(
    {
      command: 'dossier.attachForm',
      payload,
      topics: ['dossier', 'roster', 'ledger', 'appointment'],
    },
    (write) => {
      const { facts, photo } = read
      const owner = person ? takeFields(write, person, facts, take) : newPerson(write, facts)
      const id = write.newId()
      const row = { id, personId: owner, actId, fileName, readAt: write.moment, photo }
      write.db.run(dossierSql.add, { ...row, facts: JSON.stringify(facts) })
      if (act) speakFor(write, act, owner, { facts, fileName })
      return theDossier(write.db, id)
    },
  )
}
