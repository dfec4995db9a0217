import { z } from 'zod'
import { Refusal, refuse } from '../../../shared/contract/errors.ts'
import {
  defaultFormulas,
  formulaFault,
  formulaKeys,
  slotWords,
} from '../../../shared/papers/script.ts'
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

/** An office's own sentence that would say a result early or lose a number is refused by name. */
const checkFormulas = ({ script }: PaperSettings): void => {
  for (const key of formulaKeys) {
    const fault = formulaFault(key, script.formulas[key])
    if (fault)
      refuse(`papers.script.fault.${fault.reason}`, {
        slot: slotWords[fault.slot] ?? fault.slot,
      })
  }
}

/** Settings with gaps filled; refused when a value is not one of the choices. */
export const checkSettings = (value: unknown): PaperSettings => {
  try {
    const settings = readPaperSettings(value)
    checkFormulas(settings)
    return settings
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    throw new Refusal({ code: 'invalid', message: { key: 'papers.settingsInvalid' } })
  }
}

/** What is kept of settings: of the script's sentences only the office's own, so that ours may still be bettered. */
export const keptSettings = (settings: PaperSettings): unknown => {
  const own = formulaKeys.filter((key) => settings.script.formulas[key] !== defaultFormulas[key])
  const formulas = Object.fromEntries(own.map((key) => [key, settings.script.formulas[key]]))
  return { ...settings, script: { ...settings.script, formulas } }
}

export const settingsOf = (db: Reader): PaperSettings => {
  const row = db.get(settingsSql.get, {})
  return checkSettings(row ? (JSON.parse(row.value) as unknown) : {})
}
