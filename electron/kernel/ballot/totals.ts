import { TotalsMapping, type ballot } from '../../../shared/contract/ballot.ts'
import type { Handlers } from '../dispatch.ts'
import type { Reader } from '../store/sql.ts'
import { roundSql } from './round-sql.ts'
import { readTotalsOf } from './totals-reading.ts'

/** Key under which the columns of the voting system's file are kept. */
const MAPPING = 'ballot.totals'

const keptMapping = (db: Reader): TotalsMapping | undefined => {
  const row = db.get(roundSql.mapping, { key: MAPPING })
  const read = row && TotalsMapping.safeParse(JSON.parse(row.value))
  return read?.data
}

type Totals = 'readTotals' | 'saveMapping'

export const totalsHandlers: Pick<Handlers<typeof ballot>, Totals> = {
  readTotals: async ({ db, ports }, { fileName, base64, mapping }) => {
    const sheet = await ports.readSheet(fileName, new Uint8Array(Buffer.from(base64, 'base64')))
    return readTotalsOf(sheet, mapping, keptMapping(db))
  },

  saveMapping: (ctx, { mapping }) => {
    ctx.db.run(roundSql.saveMapping, { key: MAPPING, value: JSON.stringify(mapping) })
    return mapping
  },
}
