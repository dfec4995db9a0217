import type { Formulas } from './formulas.ts'
import type { Draft, ScriptFacts } from './facts.ts'
import { sittingTeller } from './passages.ts'

/** The end of a sitting: 休会 where the session goes on, 散会 where it is over. `whole`: nothing was left undone. */
export const closingPassages = (
  facts: ScriptFacts,
  formulas: Formulas,
  whole: boolean,
): Draft[] => {
  const tell = sittingTeller(formulas, facts)
  if (!facts.sitting.last) return [tell.say('recess')]
  return [...(whole && facts.items.length > 0 ? [tell.say('allDone')] : []), tell.say('adjourn')]
}
