import { z } from 'zod'
import type { Frame, HallSettings, Shown } from '../../../shared/contract/hall.ts'
import type { KeepContext } from '../dispatch.ts'
import { keptSql } from '../safety/queries.ts'
import type { Reader } from '../store/sql.ts'
import { hallSql } from './sql.ts'

const KEY = 'hall'

/** What was put on the screen by hand. `mark` names what was live then: it stands while that is so. */
export type KeptHall = {
  sittingId: string | null
  /** The sittings under way when it was chosen: it gives way to one that begins later. */
  among: string
  shown: Shown | null
  back: number
  mark: string
  blank: boolean
  page: number
  frozen: Frame | null
}

const nothing: KeptHall = {
  sittingId: null,
  among: '',
  shown: null,
  back: 0,
  mark: '',
  blank: false,
  page: 1,
  frozen: null,
}

export const keptHall = (db: Reader): KeptHall => {
  const row = db.get(keptSql.read, { key: KEY })
  return row ? { ...nothing, ...(JSON.parse(row.value) as Partial<KeptHall>) } : nothing
}

export const keepHall = ({ db, now }: KeepContext, kept: KeptHall): void => {
  db.run(keptSql.write, { key: KEY, value: JSON.stringify(kept), at: now })
}

const Stored = z.object({
  distance: z.number(),
  width: z.number(),
  height: z.number(),
  theme: z.enum(['dark', 'light']),
})
/** A hall of the usual kind: fifteen metres deep, a screen of four metres by two and a quarter. */
const usual: z.infer<typeof Stored> = { distance: 15, width: 400, height: 225, theme: 'dark' }

export const hallSettings = (db: Reader): HallSettings => {
  const row = db.get(hallSql.settings, {})
  return row ? { ...Stored.parse(JSON.parse(row.value)), rev: row.rev } : { ...usual, rev: 0 }
}
