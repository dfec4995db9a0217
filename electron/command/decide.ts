import { decide, decideInput, type Decision } from '../../shared/rules/verdict.ts'
import { eachEntry, jsonText } from './entries.ts'
import { readJson } from './input.ts'
import type { Subcommand } from './subcommand.ts'

/** A decision as the command line gives it out. */
const shown = ({ verdict, reason, quorum, threshold }: Decision): object => ({
  verdict,
  reason,
  quorum,
  ...(threshold ? { threshold: { base: threshold.base, needed: threshold.needed } } : {}),
})

/** `decide [FILE|-]`: a case or an array of cases in, an array of verdicts out. */
export const decideCommand: Subcommand = {
  most: 1,
  options: {},
  run: async ({ positionals: [file] }, io) => {
    const cases = await readJson(io, file)
    const entries = Array.isArray(cases) ? (cases as unknown[]) : [cases]
    const { outputs, fine } = eachEntry(io, entries, decideInput, (input) => shown(decide(input)))
    await io.write(jsonText(outputs))
    return fine ? 0 : 1
  },
}
