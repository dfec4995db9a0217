/** Making passages: what a sentence belongs to, and how it is read. */
import { fill } from './formulas.ts'
import type { FormulaKey, Formulas } from './formulas.ts'
import type { Draft, PassageKind, ScriptFacts } from './facts.ts'

type Values = Readonly<Record<string, string | number | undefined>>

/** What makes the passages of one thing: of the sitting, of an item or of a question. */
export type Teller = {
  say: (name: FormulaKey, values?: Values, place?: string) => Draft
  cue: (name: FormulaKey, values?: Values, place?: string) => Draft
  /** A text of its own: an act in a list, a stage direction. */
  text: (kind: PassageKind, place: string, text: string) => Draft
  /** The same for a question of the item. */
  of: (questionId: string, place: string) => Teller
}

type Belonging = { prefix: string; itemId: string | null; questionId: string | null }

/**
 * In: the office's sentences and what the passages belong to. A passage's key is its prefix and the sentence's name,
 * or `place` where one sentence occurs twice.
 */
const teller = (formulas: Formulas, { prefix, itemId, questionId }: Belonging): Teller => {
  const make = (kind: PassageKind, place: string, text: string): Draft => ({
    key: `${prefix}.${place}`,
    kind,
    text,
    itemId,
    questionId,
  })
  return {
    say: (name, values, place) => make('say', place ?? name, fill(formulas[name], values)),
    cue: (name, values, place) => make('cue', place ?? name, fill(formulas[name], values)),
    text: make,
    of: (id, place) => teller(formulas, { prefix: `${prefix}.${place}`, itemId, questionId: id }),
  }
}

export const sittingTeller = (formulas: Formulas, { sitting }: ScriptFacts): Teller =>
  teller(formulas, { prefix: `${sitting.id}/sitting`, itemId: null, questionId: null })

export const itemTeller = (formulas: Formulas, facts: ScriptFacts, itemId: string): Teller =>
  teller(formulas, { prefix: `${facts.sitting.id}/${itemId}`, itemId, questionId: null })
