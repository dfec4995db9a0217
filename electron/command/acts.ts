import { z } from 'zod'
import { printActs } from '../../shared/acts/print.ts'
import { readActs } from '../../shared/acts/read.ts'
import { actKinds } from '../../shared/contract/appointment.ts'
import { Refusal } from '../../shared/contract/errors.ts'
import { Day } from '../../shared/contract/fields.ts'
import { eachEntry, jsonText } from './entries.ts'
import { readJson, readText } from './input.ts'
import type { Subcommand } from './subcommand.ts'

const textEntry = z.object({ text: z.string() })

const act = z.object({
  act: z.enum(actKinds),
  verb: z.string().min(1),
  persons: z.array(z.string()),
  post: z.string(),
  reason: z.string().exactOptional(),
  listIncomplete: z.literal(true).exactOptional(),
})

/** What `acts read` gives and `acts print` takes. */
const reading = z.object({
  acts: z.array(act),
  passing: z
    .object({
      date: Day,
      term: z.int().min(1).max(999).exactOptional(),
      session: z.int().min(1).max(999).exactOptional(),
      body: z.string().exactOptional(),
    })
    .exactOptional(),
})

const batch = { batch: { type: 'boolean' } } as const

const entriesOf = (input: unknown): unknown[] => {
  if (Array.isArray(input)) return input as unknown[]
  throw new Refusal({ code: 'invalid', message: { key: 'cli.input.array' } })
}

/**
 * `acts read [FILE|-]`: a text in, its acts and what was not understood out. With `--batch` an array of `{ id, text }`
 * in, an array of the same with their ids out.
 */
export const readActsCommand: Subcommand = {
  most: 1,
  options: batch,
  run: async ({ values, positionals: [file] }, io) => {
    if (values['batch'] !== true) {
      await io.write(jsonText(readActs(await readText(io, file))))
      return 0
    }
    const entries = entriesOf(await readJson(io, file))
    const { outputs, fine } = eachEntry(io, entries, textEntry, ({ text }) => readActs(text))
    await io.write(jsonText(outputs))
    return fine ? 0 : 1
  },
}

/**
 * `acts print [FILE|-]`: a reading in, the text of its list out. With `--batch` an array of readings with ids in, an
 * array of `{ id, text }` out.
 */
export const printActsCommand: Subcommand = {
  most: 1,
  options: batch,
  run: async ({ values, positionals: [file] }, io) => {
    const input = await readJson(io, file)
    const batched = values['batch'] === true
    const entries = batched ? entriesOf(input) : [input]
    const { outputs, fine } = eachEntry(io, entries, reading, (one) => ({ text: printActs(one) }))
    if (batched) await io.write(jsonText(outputs))
    else for (const output of outputs) if ('text' in output) await io.write(output.text)
    return fine ? 0 : 1
  },
}
