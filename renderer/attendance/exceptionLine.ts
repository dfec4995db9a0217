import type { RollEntry } from '../../shared/contract/attendance.ts'
import { matchesName, pinyinKeys } from '../../shared/rules/pinyin.ts'

/** One word of the line and whom it means; `at` is where it stands in the text, for putting it right. */
export type LineWord = { text: string; at: number; entries: readonly RollEntry[] }

/** What a line of numbers, initials and names means. Nothing is marked unless every word means exactly one member. */
export type ExceptionLine = {
  words: readonly LineWord[]
  /** Those meant, each once, in the order typed. */
  named: readonly RollEntry[]
  unknown: readonly LineWord[]
  ambiguous: readonly LineWord[]
  ready: boolean
}

const separators = /[\s,;\u3001\uFF0C\uFF1B]+/u

/** True when the text is a line of exceptions: more than one word, or one and a space after it. A single word finds. */
export const isLine = (text: string): boolean => {
  const [first = '', ...rest] = text.trimStart().split(separators)
  return first !== '' && rest.length > 0
}

const wordsOf = (text: string): { text: string; at: number }[] =>
  [...text.matchAll(/[^\s,;\u3001\uFF0C\uFF1B]+/gu)].map((match) => ({
    text: match[0],
    at: match.index,
  }))

/**
 * Whom a word means: a number is the place in the official order; exact initials, pinyin or name come before a mere
 * beginning or part of it.
 */
export const meant = (entries: readonly RollEntry[], word: string): readonly RollEntry[] => {
  const typed = word.normalize('NFKC').toLowerCase()
  if (/^\d+$/u.test(typed)) return entries.filter(({ number }) => number === Number(typed))
  const whole = entries.filter(
    ({ name, initials }) =>
      initials === typed || name.toLowerCase() === typed || pinyinKeys(name).full === typed,
  )
  return whole.length > 0 ? whole : entries.filter(({ name }) => matchesName(name, typed))
}

/** Reads a line of exceptions against the roll. */
export const readLine = (entries: readonly RollEntry[], text: string): ExceptionLine => {
  const words = wordsOf(text).map((word) => ({ ...word, entries: meant(entries, word.text) }))
  const named = new Set(words.flatMap((word) => (word.entries.length === 1 ? word.entries : [])))
  const unknown = words.filter((word) => word.entries.length === 0)
  const ambiguous = words.filter((word) => word.entries.length > 1)
  return {
    ...{ words, unknown, ambiguous },
    named: [...named],
    ready: words.length > 0 && unknown.length === 0 && ambiguous.length === 0,
  }
}

/** The line with one word replaced by the number of the member it was to mean. */
export const settleWord = (text: string, { at, text: word }: LineWord, entry: RollEntry): string =>
  `${text.slice(0, at)}${entry.number}${text.slice(at + word.length)}`

/** What the named become: on leave where leave was granted or marked before, else absent. */
export const becomes = ({ leave, state }: RollEntry): 'onLeave' | 'absent' =>
  leave !== null || state === 'onLeave' ? 'onLeave' : 'absent'

export type LineOutcome = { onLeave: number; absent: number; present: number }

/** How many the line would put where, of those it changes or confirms. */
export const outcomeOf = (
  entries: readonly RollEntry[],
  named: readonly RollEntry[],
): LineOutcome => {
  const rest = entries.filter(
    (entry) => entry.state === null && !entry.suspended && !named.includes(entry),
  )
  const away = named.filter((entry) => becomes(entry) === 'onLeave').length
  const granted = rest.filter(({ leave }) => leave !== null).length
  return {
    onLeave: away + granted,
    absent: named.length - away,
    present: rest.length - granted,
  }
}
