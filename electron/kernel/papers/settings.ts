import { z } from 'zod'
import { Refusal } from '../../../shared/contract/errors.ts'
import { readPaperSettings, type PaperSettings } from '../../../shared/papers/settings.ts'
import { change, select, type NoParams, type Reader } from '../store/sql.ts'

export const settingsSql = {
  get: select<NoParams, { value: string; rev: number }>()(
    { value: true, rev: true },
    `SELECT value, rev FROM setting WHERE key = 'papers'`,
  ),
  save: change<{ value: string; rev: number }>()(
    `INSERT INTO setting (key, value, rev) VALUES ('papers', @value, @rev)
     ON CONFLICT (key) DO UPDATE SET value = @value, rev = @rev`,
  ),
}

/** Settings with gaps filled; refused when a value is not one of the choices. */
export const checkSettings = (value: unknown): PaperSettings => {
  try {
    return readPaperSettings(value)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    throw new Refusal({ code: 'invalid', message: { key: 'papers.settingsInvalid' } })
  }
}

export const settingsOf = (db: Reader): PaperSettings => {
  const row = db.get(settingsSql.get, {})
  return checkSettings(row ? (JSON.parse(row.value) as unknown) : {})
}
