import type { dossier, FormReading } from '../../../shared/contract/dossier.ts'
import type { Handlers } from '../dispatch.ts'
import { expectRev } from '../rows.ts'
import { attachForm } from './attaching.ts'
import { proposalOf } from './proposing.ts'
import { dossiersOf, theDossier } from './queries.ts'
import { compareForm, differencesOf, readFiles } from './reading.ts'
import { dossierSql } from './sql.ts'

export const dossierHandlers: Handlers<typeof dossier> = {
  readForm: async (ctx, { taskId: _, personId, actId, ...files }): Promise<FormReading> => {
    const read = await readFiles(ctx, files)
    const { act: _act, person: _person, ...reading } = compareForm(ctx, read, { personId, actId })
    return reading
  },
  readProposal: async (ctx, { taskId: _, ...files }) =>
    proposalOf(ctx, files.fileName, await readFiles(ctx, files)),
  attachForm,
  of: ({ db }, asked) => dossiersOf(db, asked),
  ofSession: ({ db }, { sessionId }) => dossiersOf(db, { sessionId }),
  get: ({ db }, { id }) => theDossier(db, id),
  differences: (ctx, { id }) => differencesOf(ctx, theDossier(ctx.db, id)),
  remove: (ctx, { id, rev }) => {
    expectRev(theDossier(ctx.db, id), rev)
    ctx.db.run(dossierSql.remove, { id })
    ctx.touch('appointment')
    return { id }
  },
}
