import { z } from 'zod'
import { Refusal } from '../../shared/contract/errors.ts'
import { checkFile, checkInputFrom } from '../../shared/rules/appointment/check-file.ts'
import { checkNominations } from '../../shared/rules/appointment/check.ts'
import type { Finding } from '../../shared/rules/appointment/facts.ts'
import { faultOf, jsonText } from './entries.ts'
import { readJson } from './input.ts'
import type { Io } from './io.ts'
import type { Subcommand } from './subcommand.ts'

/** A finding as the command line gives it out: sentences in the terminal's language. */
const shown = (io: Io, { code, severity, article, actIds, message, wayOut }: Finding): object => ({
  code,
  severity,
  article,
  acts: actIds,
  sentence: io.sentence(message),
  wayOut: io.sentence(wayOut),
})

/** Says which field does not fit and where its form is to be found; `field` '' is the input as a whole. */
const refused = (field: string, text: string): Refusal =>
  new Refusal({
    code: 'invalid',
    message:
      field === ''
        ? { key: 'cli.check.refused-whole', params: { text } }
        : { key: 'cli.check.refused', params: { field, text } },
  })

/**
 * `appoint check [FILE|-]`: nominations, ledger and rules in, `{ findings }` out, with the article of each. Ends with 1
 * where something forbids a vote. `--schema` prints the JSON Schema of the input instead.
 */
export const checkAppointmentsCommand: Subcommand = {
  most: 1,
  options: { schema: { type: 'boolean' } },
  run: async ({ values, positionals: [file] }, io) => {
    if (values['schema'] === true) {
      await io.write(jsonText(z.toJSONSchema(checkFile, { io: 'input' })))
      return 0
    }
    const given = await readJson(io, file)
    const parsed = checkFile.safeParse(given)
    if (!parsed.success) {
      const { field, message } = faultOf(parsed.error, given)
      throw refused(field, io.sentence(message))
    }
    const taken = checkInputFrom(parsed.data)
    if ('refused' in taken) {
      const { key, error } = taken.refused
      throw refused(`rules.${key}`, io.sentence(error.message))
    }
    const findings = checkNominations(taken.input)
    await io.write(jsonText({ findings: findings.map((finding) => shown(io, finding)) }))
    return findings.some(({ severity }) => severity === 'block') ? 1 : 0
  },
}
