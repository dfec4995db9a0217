import { z } from 'zod'
import { command, query } from './define.ts'
import { Day, Line, Note, Rev } from './fields.ts'

export const levels = ['province', 'city', 'county'] as const
export type Level = (typeof levels)[number]

export type Term = {
  id: string
  /** 届, e.g. 17. */
  number: number
  /** 名额 of this term; fixed for the whole of it (组织法 47⑤). */
  seats: number
  startsOn: string
  endsOn: string | null
  rev: number
}

export type Body = {
  /** Full name, ending in 人民代表大会常务委员会. */
  name: string
  shortName: string
  level: Level
  rev: number
  term: Term
}

/** One local parameter as the settings screen shows it. */
export type Parameter = {
  /** Key of `shared/rules/parameters.ts`. */
  key: string
  value: unknown
  /** True while the body has not stated its own value. */
  isDefault: boolean
  /** Where the body's own value is written, e.g. «本级议事规则 第五条». */
  source: string
  confirmedOn: string | null
  rev: number
}

export const body = {
  /** The one body of this file, or null before the first set-up. */
  get: query<Body | null>()(z.object({})),
  /** Creates or changes the body and its current term. `rev` 0 creates. Seats outside the legal range are refused. */
  save: command<Body>()(
    z.object({
      name: Line,
      shortName: Line,
      level: z.enum(levels),
      rev: Rev,
      term: z.object({
        number: z.int().min(1).max(99),
        seats: z.int().min(1).max(200),
        startsOn: Day,
      }),
    }),
  ),
  parameters: query<Parameter[]>()(z.object({})),
  /** Sets one parameter; a value below its legal floor is refused with the article. */
  setParameter: command<Parameter>()(
    z.object({
      key: Line,
      value: z.unknown(),
      source: Note.default(''),
      confirmedOn: Day.nullable().default(null),
      rev: Rev,
    }),
  ),
  /** Takes a parameter back to its default. */
  resetParameter: command<Parameter>()(z.object({ key: Line, rev: Rev })),
}
