import { dirname } from 'node:path'
import type { safety } from '../../../shared/contract/safety.ts'
import { topics } from '../../../shared/contract/topics.ts'
import type { Handlers } from '../dispatch.ts'
import { operatorSql } from '../journal/queries.ts'
import { copyAt, findCopies, findDrives } from '../store/drives.ts'
import { keptSql, rehearsalOf } from './queries.ts'

/** Key under which the page's place is kept. */
const PLACE = 'safety.place'

export const safetyHandlers: Handlers<typeof safety> = {
  place: ({ db }) => {
    const row = db.get(keptSql.read, { key: PLACE })
    return row ? (JSON.parse(row.value) as Record<string, unknown>) : null
  },
  keepPlace: ({ db, now }, { place }) => {
    db.run(keptSql.write, { key: PLACE, value: JSON.stringify(place), at: now })
    return { at: now }
  },
  rehearsal: ({ db }) => rehearsalOf(db),
  shadow: ({ state }) => state.shadow(),
  interrupted: ({ state }) => state.interrupted(),
  setShadow: async (ctx, { folder }) => {
    const record = { command: 'safety.setShadow', payload: { folder }, topics: ['safety' as const] }
    return ctx.write(record, () => ctx.store.setShadow(folder))
  },
  drives: async ({ file, ports }) => ({
    folders: await findDrives(dirname(file)),
    dialog: ports.chooseFolder !== undefined,
  }),
  chooseFolder: async ({ ports }) => (await ports.chooseFolder?.()) ?? null,
  findCopies: async ({ file, state }, { folder }) => {
    const known = [folder, state.shadow().folder].filter((one) => typeof one === 'string')
    return findCopies([...known, ...(await findDrives(dirname(file)))])
  },
  readCopy: async ({ store }, { path }) => store.inspect(await copyAt(path)),
  openCopy: async (ctx, { path }) => {
    const adopted = await ctx.store.adopt(path)
    const { file, entries, kept } = adopted
    const payload = { file, entries, kept }
    return ctx.write({ command: 'safety.openCopy', payload, topics: [...topics] }, (write) => {
      write.db.run(operatorSql.use, { name: write.operator, at: write.now })
      return adopted
    })
  },
  startRehearsal: ({ store }, { goOn }) => store.startRehearsal(goOn),
  endRehearsal: ({ store }) => store.endRehearsal(),
}
