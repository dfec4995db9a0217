import { z } from 'zod'
import { Refusal } from '../../../shared/contract/errors.ts'
import { organGroups } from '../../../shared/papers/acts.ts'
import { attendanceSettings } from '../../../shared/papers/attendance.ts'
import { decisionSettings } from '../../../shared/papers/decision.ts'
import { listSettings } from '../../../shared/papers/list.ts'
import { change, select, type NoParams, type Reader } from '../store/sql.ts'

/** How this body's papers look; what is left out is as the library of papers has it. */
const schema = z.object({
  list: z
    .object({
      groupOrder: z.array(z.enum(organGroups)),
      removeFirst: z.boolean(),
      merge: z.boolean(),
      punctuation: z.enum(['semicolon', 'fullStop']),
      signature: z.boolean(),
    })
    .default(listSettings),
  decision: z
    .object({
      citations: z.partialRecord(
        z.enum(['accept-resignation', 'act-as', 'dismiss', 'recall', 'end']),
        z.string().trim().max(400),
      ),
      signature: z.boolean(),
    })
    .default({
      citations: { ...decisionSettings.citations },
      signature: decisionSettings.signature,
    }),
  attendance: z
    .object({ reasons: z.boolean(), ordering: z.string().trim().max(60) })
    .default(attendanceSettings),
})
export type PaperSettingsValue = z.infer<typeof schema>

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

export const checkSettings = (value: unknown): PaperSettingsValue => {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal({ code: 'invalid', message: { key: 'papers.settingsInvalid' } })
}

export const settingsOf = (db: Reader): PaperSettingsValue => {
  const row = db.get(settingsSql.get, {})
  return checkSettings(row ? (JSON.parse(row.value) as unknown) : {})
}
