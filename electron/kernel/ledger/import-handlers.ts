import { Refusal } from '../../../shared/contract/errors.ts'
import type { ledger, LedgerPreview, Organ } from '../../../shared/contract/ledger.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { theBody } from '../body/queries.ts'
import type { Handlers, TaskContext, WriteContext } from '../dispatch.ts'
import type { Sheet } from '../ports.ts'
import { rosterSql } from '../roster/queries.ts'
import type { Reader } from '../store/sql.ts'
import { catalogueOf, postsOn } from './catalogue.ts'
import { addOrgan, addPost, changePost } from './catalogue-handlers.ts'
import { catalogueSql } from './catalogue-sql.ts'
import { organChanged, previewCatalogue, type CatalogueChange } from './import-catalogue.ts'
import type { TenureChange } from './import-tenure-draft.ts'
import { previewTenures } from './import-tenures.ts'
import { memberTenures } from './queries.ts'
import { courseOf, rowOf, settleTenures, keptOf } from './settle.ts'
import { ledgerSql } from './sql.ts'
import { tieExact } from './tying.ts'

type Upload = { fileName: string; base64: string }
type Counts = { added: number; changed: number; same: number }

const read = (ctx: TaskContext, { fileName, base64 }: Upload): Promise<Sheet> =>
  ctx.ports.readSheet(fileName, Buffer.from(base64, 'base64'))

const judgeTenures = (db: Reader, moment: string, fileName: string, sheet: Sheet) => {
  const persons = db.all(ledgerSql.knownPersons, {})
  const { kept, acts } = courseOf(
    db,
    persons.map(({ id }) => id),
  )
  const today = dayOf(moment)
  return previewTenures({
    fileName,
    sheet,
    bodyName: theBody(db).name,
    posts: postsOn(db, today),
    persons,
    tenures: kept,
    acts,
    members: memberTenures(db, db.all(ledgerSql.members, {})),
    today,
  })
}

const judgeCatalogue = (db: Reader, fileName: string, sheet: Sheet) => {
  const since = theBody(db).term.startsOn
  return previewCatalogue({ fileName, sheet, catalogue: catalogueOf(db), since })
}

/** Refused where the preview confirmed no longer holds, or a row is in error: then nothing is written. */
const expectConfirmed = ({ token, counts }: LedgerPreview, confirmed: string): void => {
  if (token !== confirmed)
    throw new Refusal({ code: 'conflict', message: { key: 'ledger.import.moved' } })
  if (counts.error > 0)
    throw new Refusal({
      code: 'rule',
      message: { key: 'ledger.import.hasErrors', params: { count: counts.error } },
    })
}

const writeTenure = (
  ctx: WriteContext,
  change: TenureChange,
  made: Map<string, string>,
): string => {
  const { personName: name, person, facts } = change
  const personId = change.personId ?? made.get(name) ?? ctx.newId()
  if (change.personId === null && !made.has(name)) {
    made.set(name, personId)
    const { sex, nationality } = person
    ctx.db.run(rosterSql.addPerson, { id: personId, name, sex, nationality, note: '' })
  }
  ctx.db.run(rosterSql.fillPerson, { id: personId, ...person })
  const known = change.id === null ? undefined : ctx.db.get(ledgerSql.tenure, { id: change.id })
  if (known) {
    if (known.source === 'act') return personId
    const { source: _, ...row } = rowOf({ ...keptOf(known), ...facts })
    ctx.db.run(ledgerSql.update, row)
    return personId
  }
  const row = rowOf({
    id: ctx.newId(),
    personId,
    ...facts,
    electedOn: null,
    toOn: facts.ownToOn,
    endReason: facts.ownEndReason,
    byActId: null,
    endedByActId: null,
    pendingByActId: null,
    source: 'import',
    reviewedOn: null,
  })
  ctx.db.run(ledgerSql.add, row)
  return personId
}

/** @param before the organs as the preview saw them: a row that says nothing of its organ takes nothing back */
const writeOrgan = (
  ctx: WriteContext,
  { organId, organ }: CatalogueChange,
  before: ReadonlyMap<string, Organ>,
  made: Map<string, string>,
): string => {
  const { name, shortName, kind, fromOn } = organ
  if (organId === null) {
    const facts = { name, shortName, kind, fromOn, abolished: false, note: '' }
    const id = made.get(name) ?? addOrgan(ctx, facts)
    made.set(name, id)
    return id
  }
  const stored = before.get(organId)
  const last = stored?.versions.at(-1)
  if (stored && last && organChanged(stored, organ)) {
    const { abolished, ...version } = last
    const row = { organId, ...version, shortName, abolished: abolished ? 1 : 0 }
    ctx.db.run(catalogueSql.updateOrgan, { id: organId, kind })
    ctx.db.run(catalogueSql.saveOrganVersion, row)
  }
  return organId
}

const countsOf = (changes: readonly { id: string | null }[], rows: number): Counts => {
  const added = changes.filter(({ id }) => id === null).length
  return { added, changed: changes.length - added, same: rows - changes.length }
}

export const importHandlers: Pick<
  Handlers<typeof ledger>,
  'readTenureSheet' | 'importTenureSheet' | 'readCatalogueSheet' | 'importCatalogueSheet'
> = {
  readTenureSheet: async (ctx, { fileName, base64 }) => {
    const sheet = await read(ctx, { fileName, base64 })
    const { changes: _, ...preview } = judgeTenures(ctx.db, ctx.moment, fileName, sheet)
    return preview
  },

  importTenureSheet: async (ctx, { fileName, base64, token }) => {
    const sheet = await read(ctx, { fileName, base64 })
    ctx.signal.throwIfAborted()
    const preview = judgeTenures(ctx.db, ctx.moment, fileName, sheet)
    expectConfirmed(preview, token)
    const { changes, rows } = preview
    const counts = countsOf(changes, rows.length)
    if (changes.length === 0) return counts
    const payload = { fileName, changes }
    return ctx.write(
      {
        command: 'ledger.importTenureSheet',
        payload,
        topics: ['ledger', 'roster', 'appointment'],
      },
      (write) => {
        const made = new Map<string, string>()
        const persons = changes.map((change) => writeTenure(write, change, made))
        settleTenures(write, persons)
        return counts
      },
    )
  },

  readCatalogueSheet: async (ctx, { fileName, base64 }) => {
    const sheet = await read(ctx, { fileName, base64 })
    const { changes: _, ...preview } = judgeCatalogue(ctx.db, fileName, sheet)
    return preview
  },

  importCatalogueSheet: async (ctx, { fileName, base64, token }) => {
    const sheet = await read(ctx, { fileName, base64 })
    ctx.signal.throwIfAborted()
    const preview = judgeCatalogue(ctx.db, fileName, sheet)
    expectConfirmed(preview, token)
    const { changes, rows } = preview
    const counts = countsOf(changes, rows.length)
    if (changes.length === 0) return counts
    const payload = { fileName, changes }
    return ctx.write(
      { command: 'ledger.importCatalogueSheet', payload, topics: ['ledger', 'appointment'] },
      (write) => {
        const made = new Map<string, string>()
        const before = new Map(catalogueOf(write.db).organs.map((organ) => [organ.id, organ]))
        for (const change of changes) {
          const organId = writeOrgan(write, change, before, made)
          if (change.id === null) addPost(write, organId, change.facts)
          else changePost(write, change.id, change.facts)
        }
        tieExact(write)
        return counts
      },
    )
  },
}
