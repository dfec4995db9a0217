import { z } from 'zod'
import { afterSettings, afterShape } from './after/settings.ts'
import type { AfterSettings } from './after/settings.ts'
import { organGroups } from './acts.ts'
import { agendaSettings } from './agenda.ts'
import type { AgendaSettings } from './agenda.ts'
import { attendanceSettings } from './attendance.ts'
import type { AttendanceSettings } from './attendance.ts'
import { decisionSettings } from './decision.ts'
import type { DecisionSettings } from './decision.ts'
import { fontSchemes } from './fonts.ts'
import type { FontScheme } from './fonts.ts'
import { listSettings } from './list.ts'
import type { ListSettings } from './list.ts'
import { readingSizes } from './paper.ts'
import { formulaKeys } from './script/formulas.ts'
import { scriptSettings } from './script/settings.ts'
import type { ScriptSettings } from './script/settings.ts'
import { defaultTemplates, templateKeys } from './templates.ts'
import type { Templates } from './templates.ts'

/** How an office wants its papers, all of them in one value. */
export type PaperSettings = {
  list: ListSettings
  decision: DecisionSettings
  agenda: AgendaSettings
  attendance: AttendanceSettings
  script: ScriptSettings
  /** What follows a vote: certificates, notices, oath, filings. */
  after: AfterSettings
  /** The office's own sentences, whole. */
  templates: Templates
  fontScheme: FontScheme
}

const schemes = Object.keys(fontSchemes) as [FontScheme, ...FontScheme[]]
const citation = z.string().trim().max(400)

const list = z.object({
  groupOrder: z.array(z.enum(organGroups)).max(organGroups.length),
  removeFirst: z.boolean(),
  merge: z.boolean(),
  punctuation: z.enum(['semicolon', 'fullStop']),
  signature: z.boolean(),
  separate: z.boolean(),
})

const decision = z.object({
  citations: z.partialRecord(
    z.enum(['accept-resignation', 'act-as', 'dismiss', 'recall', 'end']),
    citation,
  ),
  signature: z.boolean(),
})

const shape = z.object({
  list: list.partial().default({}),
  decision: decision.partial().default({}),
  agenda: z
    .object({ councilNumerals: z.enum(['chinese', 'arabic']) })
    .partial()
    .default({}),
  attendance: z
    .object({ reasons: z.boolean(), ordering: z.string().trim().max(40) })
    .partial()
    .default({}),
  script: z
    .object({
      formulas: z.partialRecord(z.enum(formulaKeys), z.string().trim().min(1).max(400)),
      size: z.enum(readingSizes),
    })
    .partial()
    .default({}),
  after: z.object(afterShape).partial().default({}),
  templates: z.partialRecord(z.enum(templateKeys), z.string().trim().min(1).max(4000)).default({}),
  fontScheme: z.enum(schemes).default('standard'),
})

const given = <Part extends object>(part: Part): { [Key in keyof Part]: NonNullable<Part[Key]> } =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Part]: NonNullable<Part[Key]>
  }

const readAfter = (stored: z.infer<typeof shape>['after']): AfterSettings => ({
  letter: { ...afterSettings.letter, ...given(stored.letter ?? {}) },
  notice: { addressees: given(stored.notice?.addressees ?? {}) },
  announcement: { ...afterSettings.announcement, ...given(stored.announcement ?? {}) },
  certificate: { ...afterSettings.certificate, ...given(stored.certificate ?? {}) },
  oath: { ...afterSettings.oath, ...given(stored.oath ?? {}) },
  filing: {
    ...afterSettings.filing,
    ...given({ ...stored.filing }),
    addressees: given(stored.filing?.addressees ?? {}),
  },
})

/**
 * Stored settings with every gap filled from the defaults. In: what was stored, `undefined` or `{}` for none.
 * @throws ZodError when a value is not one of the choices
 */
export const readPaperSettings = (stored: unknown): PaperSettings => {
  const value = shape.parse(stored ?? {})
  return {
    list: { ...listSettings, ...given(value.list) },
    decision: {
      ...decisionSettings,
      ...given(value.decision),
      citations: { ...decisionSettings.citations, ...given(value.decision.citations ?? {}) },
    },
    agenda: { ...agendaSettings, ...given(value.agenda) },
    attendance: { ...attendanceSettings, ...given(value.attendance) },
    script: {
      ...scriptSettings,
      ...given(value.script),
      formulas: { ...scriptSettings.formulas, ...given(value.script.formulas ?? {}) },
    },
    after: readAfter(value.after),
    templates: { ...defaultTemplates, ...given(value.templates) },
    fontScheme: value.fontScheme,
  }
}
