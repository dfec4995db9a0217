import type { Formulas } from './formulas.ts'
import type { Draft, ScriptFacts } from './facts.ts'
import { sittingTeller } from './passages.ts'

/** The end of a sitting: 休会 where the session goes on, 散会 where it is over. */
export const closingPassages = (facts: ScriptFacts, formulas: Formulas): Draft[] => {
  const tell = sittingTeller(formulas, facts)
  if (!facts.sitting.last) return [tell.say('recess')]
  return [...(facts.items.length > 0 ? [tell.say('allDone')] : []), tell.say('adjourn')]
}
