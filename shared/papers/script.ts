/** 主持词 (documents.md §3.7): what the presider reads, from the greeting to adjournment. */
import { closingPassages } from './script/closing.ts'
import type { Draft, ScriptFacts, ScriptStage } from './script/facts.ts'
import { afterwards, beforehand } from './script/facts.ts'
import type { Formulas } from './script/formulas.ts'
import { itemsPassages } from './script/items.ts'
import { openingPassages } from './script/opening.ts'

export { scriptStages, passageKinds } from './script/facts.ts'
export type {
  Draft,
  PassageKind,
  ScriptFacts,
  ScriptItem,
  ScriptNominator,
  ScriptQuestion,
  ScriptRoll,
  ScriptRound,
  ScriptStage,
  Shift,
} from './script/facts.ts'
export {
  defaultFormulas,
  formulaFault,
  formulaKeys,
  nameBlank,
  readFormula,
  shownFormula,
  slotWords,
  saysResult,
  slotsOf,
} from './script/formulas.ts'
export type { FormulaKey, Formulas } from './script/formulas.ts'

/**
 * The passages of one sitting. `before` knows no number the sitting brings and leaves （　） for each; `live` and
 * `after` say what is known, and a result only once it is locked.
 * In: the facts as they stand and the office's sentences. Out: passages in reading order, keys unique.
 */
export const scriptDrafts = (
  facts: ScriptFacts,
  formulas: Formulas,
  stage: ScriptStage,
): Draft[] => {
  const known = { before: beforehand, live: (own: ScriptFacts) => own, after: afterwards }[stage](
    facts,
  )
  const whole = known.items.length === facts.items.length
  return [
    ...openingPassages(known, formulas),
    ...itemsPassages(known, formulas),
    ...closingPassages(known, formulas, whole),
  ]
}
