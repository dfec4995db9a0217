import { z } from 'zod'
import { Day, Id, Line, Note, Rev } from './fields.ts'
import type { Person } from './roster.ts'

/** What the ledger knows of a person beside the tenures. */
export type PersonRecord = Person & {
  /** A month, or a day where one is known. */
  birth: string | null
  /** Whether a deputy to the congress, as somebody has said; null: nobody has. */
  deputy: boolean | null
}

/** A month `YYYY-MM`, or a day. */
const Birth = z.union([z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u), Day])

export const personInput = z.object({
  id: Id,
  rev: Rev,
  name: Line,
  sex: z.enum(['male', 'female']).nullable().default(null),
  birth: Birth.nullable().default(null),
  nationality: z.string().trim().max(20).nullable().default(null),
  deputy: z.boolean().nullable().default(null),
  note: Note.default(''),
})
