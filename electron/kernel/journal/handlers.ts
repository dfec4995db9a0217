import { existsSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { journal } from '../../../shared/contract/journal.ts'
import { topics } from '../../../shared/contract/topics.ts'
import type { Handlers } from '../dispatch.ts'
import { listBackups } from '../store/backup.ts'
import { chainStart, journalSql, verifyStretch } from '../store/journal.ts'
import { operatorSql } from './queries.ts'

/** Entries re-computed between two looks at the clock and at the cancel button. */
const STRETCH = 2000

const breathe = (): Promise<void> => new Promise((done) => setImmediate(done))

export const journalHandlers: Handlers<typeof journal> = {
  operators: ({ db }) => db.all(operatorSql.names, {}).map((row) => row.name),
  operator: ({ operator }) => operator || null,
  signOn: (ctx, { name }) => {
    ctx.db.run(operatorSql.use, { name, at: ctx.now })
    ctx.signOn(name)
    return { name }
  },
  entries: ({ db }, { before }) =>
    db.all(journalSql.page, { before: before ?? Number.MAX_SAFE_INTEGER }),
  verify: async ({ db, progress, signal }) => {
    const total = db.get(operatorSql.count, {})?.count ?? 0
    let state = chainStart
    for (;;) {
      const step = verifyStretch(db, state, STRETCH)
      state = step.state
      progress(state.seq, total)
      if (step.done) return { entries: state.seq, broken: step.broken }
      await breathe()
      signal.throwIfAborted()
    }
  },
  backups: (ctx) => listBackups(ctx.file),
  backup: async ({ store }) => store.backup('demand'),
  restore: async (ctx, { fileName }) => {
    const kept = await ctx.store.restore(fileName)
    const payload = { restored: fileName, kept: basename(kept) }
    return ctx.write({ command: 'journal.restore', payload, topics: [...topics] }, (write) => {
      write.db.run(operatorSql.use, { name: write.operator, at: write.now })
      return payload
    })
  },
  place: ({ file }) => ({
    folder: dirname(file),
    file: basename(file),
    bytes: existsSync(file) ? statSync(file).size : 0,
  }),
}
