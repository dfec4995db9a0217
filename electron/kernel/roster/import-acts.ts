import { Refusal } from '../../../shared/contract/errors.ts'
import type { ImportPreview } from '../../../shared/contract/roster.ts'
import { theBody } from '../body/queries.ts'
import type { ReadContext, TaskContext, WriteContext } from '../dispatch.ts'
import type { Sheet } from '../ports.ts'
import { previewImport } from './import.ts'
import type { ImportChange, ImportResult } from './import-types.ts'
import { membersOf, rosterSql } from './queries.ts'

type Upload = { fileName: string; base64: string }

const read = (ctx: TaskContext, { fileName, base64 }: Upload): Promise<Sheet> =>
  ctx.ports.readSheet(fileName, Buffer.from(base64, 'base64'))

const judge = (
  { db, moment }: Pick<ReadContext, 'db' | 'moment'>,
  fileName: string,
  sheet: Sheet,
): ImportResult => {
  const { level, term } = theBody(db)
  const persons = db.all(rosterSql.people, {})
  return previewImport({
    fileName,
    sheet,
    level,
    term,
    moment,
    persons,
    members: membersOf(db, term.id),
  })
}

/** The preview alone; what it would write stays here. */
export const readPreview = async (ctx: TaskContext, upload: Upload): Promise<ImportPreview> => {
  const { changes: _, ...preview } = judge(ctx, upload.fileName, await read(ctx, upload))
  return preview
}

const writeChange = (
  ctx: WriteContext,
  change: ImportChange,
  termId: string,
  personOfLine: Map<number, string>,
): void => {
  const { name, sex, nationality, note, ...office } = change.facts
  const known =
    change.personId ?? (change.personOf === null ? null : personOfLine.get(change.personOf))
  const personId = known ?? ctx.newId()
  const person = { id: personId, name, sex, nationality, note }
  ctx.db.run(known ? rosterSql.updatePerson : rosterSql.addPerson, person)
  personOfLine.set(change.line, personId)
  if (change.memberId) ctx.db.run(rosterSql.updateMember, { id: change.memberId, ...office })
  else ctx.db.run(rosterSql.addMember, { id: ctx.newId(), personId, termId, ...office })
}

/**
 * Reads the sheet again and writes it in one transaction. Refused when the preview the user confirmed no longer
 * holds, or when any row is in error: then nothing is written.
 */
export const applyImport = async (
  ctx: TaskContext,
  { token, ...upload }: Upload & { token: string },
): Promise<{ added: number; changed: number; same: number }> => {
  const sheet = await read(ctx, upload)
  ctx.signal.throwIfAborted()
  const preview = judge(ctx, upload.fileName, sheet)
  if (preview.token !== token)
    throw new Refusal({ code: 'conflict', message: { key: 'import.moved' } })
  const { changes, counts } = preview
  if (counts.error > 0)
    throw new Refusal({
      code: 'rule',
      message: { key: 'import.hasErrors', params: { count: counts.error } },
    })
  const added = changes.filter((change) => change.memberId === null).length
  const result = {
    added,
    changed: changes.length - added,
    same: preview.rows.length - changes.length,
  }
  if (changes.length === 0) return result
  const payload = { fileName: upload.fileName, changes }
  return ctx.write(
    { command: 'roster.importSheet', payload, topics: ['roster', 'attendance', 'session'] },
    (write) => {
      const termId = theBody(write.db).term.id
      const personOfLine = new Map<number, string>()
      for (const change of changes) writeChange(write, change, termId, personOfLine)
      return result
    },
  )
}
