import { z } from 'zod'
import { Refusal, refuse } from '../../../shared/contract/errors.ts'
import {
  defaultFormulas,
  formulaFault,
  formulaKeys,
  slotWords,
} from '../../../shared/papers/script.ts'
import { oathFault } from '../../../shared/papers/after/oath-text.ts'
import { readPaperSettings, type PaperSettings } from '../../../shared/papers/settings.ts'
import {
  defaultTemplates,
  templateFault,
  templateKeys,
  templateWords,
  type SlotName,
} from '../../../shared/papers/templates.ts'
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

/** The same of its sentences on acts and meetings. */
const checkTemplates = ({ templates }: PaperSettings): void => {
  for (const key of templateKeys) {
    const fault = templateFault(key, templates[key])
    if (fault)
      refuse(`papers.template.fault.${fault.reason}`, {
        slot: templateWords[fault.slot as SlotName] ?? fault.slot,
      })
  }
}

/** No other oath than the one in force is taken in (rules.md §9-77). */
const checkOath = ({ after }: PaperSettings, day: string): void => {
  const fault = oathFault(after.oath.text, day)
  if (fault) refuse(`papers.oath.text.${fault}`)
}

/** Settings with gaps filled; refused when a value is not one of the choices. */
export const checkSettings = (value: unknown): PaperSettings => {
  try {
    const settings = readPaperSettings(value)
    checkFormulas(settings)
    checkTemplates(settings)
    return settings
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    throw new Refusal({ code: 'invalid', message: { key: 'papers.settingsInvalid' } })
  }
}

/**
 * What an office would have from now on.
 * @throws Refusal as {@link checkSettings}, and for an oath not in force on `day`
 */
export const newSettings = (value: unknown, day: string): PaperSettings => {
  const settings = checkSettings(value)
  checkOath(settings, day)
  return settings
}

/** What is kept of settings: of sentences only the office's own, so that ours may still be bettered. */
export const keptSettings = (settings: PaperSettings): unknown => {
  const own = formulaKeys.filter((key) => settings.script.formulas[key] !== defaultFormulas[key])
  const formulas = Object.fromEntries(own.map((key) => [key, settings.script.formulas[key]]))
  const templates = Object.fromEntries(
    templateKeys
      .filter((key) => settings.templates[key] !== defaultTemplates[key])
      .map((key) => [key, settings.templates[key]]),
  )
  return { ...settings, templates, script: { ...settings.script, formulas } }
}

export const settingsOf = (db: Reader): PaperSettings => {
  const row = db.get(settingsSql.get, {})
  return checkSettings(row ? (JSON.parse(row.value) as unknown) : {})
}
