import type { PersonFacts } from '../../../shared/contract/appointment.ts'
import { toSimplified } from '../../../shared/acts/traditional.ts'
import { monthOf } from '../../../shared/rules/month.ts'
import { bareName } from '../../../shared/rules/names.ts'
import { readName } from '../roster/import-values.ts'

/** The longest stretch before a bracket that can be a name: those with dots have been seen at twenty. */
const REACH = 24

const bracket = new RegExp(`([^（）()，、；。：\\n]{2,${REACH}})[（(]([^（）()]{1,60})[）)]`, 'gu')
const born = /^(?:生于)?(.*?)(?:出?生)?$/u

/** The month of birth among what a bracket says; a bare month only where something else there is about the person. */
const birthOf = (parts: readonly string[], certain: boolean): string | null => {
  const said = parts.filter((part) => certain || /生/u.test(part))
  const months = said
    .map((part) => monthOf(born.exec(part)?.[1] ?? ''))
    .filter((one) => one !== null)
  return months[0] ?? null
}

const factsOf = (said: string): PersonFacts | null => {
  const { sex: sexCell, nationality: folk } = readName(`某某（${said}）`)
  const sex = sexCell?.value
  const nationality = folk?.value || null
  const known = sex === 'male' || sex === 'female' ? sex : null
  const birth = birthOf(said.split(/[，,、；;\s]+/u), known !== null || nationality !== null)
  return known === null && nationality === null && birth === null
    ? null
    : { sex: known, birth, nationality }
}

const sameFacts = (one: PersonFacts, other: PersonFacts): boolean =>
  one.sex === other.sex && one.birth === other.birth && one.nationality === other.nationality

/**
 * What a text says of persons in the bracket behind their names: 张三（女，回族，1980年3月生）.
 * In: the text as pasted, and the bare names read from it. Out: facts by name; a name the text says different things
 * of stands for two persons, or one of the two is a slip: nothing is told of it.
 */
export const factsInText = (
  text: string,
  names: ReadonlySet<string>,
): ReadonlyMap<string, PersonFacts> => {
  const found = new Map<string, PersonFacts>()
  const doubtful = new Set<string>()
  for (const [, before = '', said = ''] of toSimplified(text).matchAll(bracket)) {
    const stretch = bareName(before).replace(/同志$/u, '')
    const ends = Array.from({ length: stretch.length }, (_, from) => stretch.slice(from))
    const name = ends.find((end) => names.has(end))
    const facts = name === undefined ? null : factsOf(said)
    if (name === undefined || facts === null) continue
    const earlier = found.get(name)
    if (earlier && !sameFacts(earlier, facts)) doubtful.add(name)
    found.set(name, facts)
  }
  for (const name of doubtful) found.delete(name)
  return found
}
