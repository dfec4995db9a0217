import { pinyin } from 'pinyin-pro'
import { bareName } from './names.ts'

/** The only file that knows the pinyin library. Readings are in lower-case ASCII, ü written v. */
const spelling = { toneType: 'none', type: 'array', v: true } as const

/** Surname readings the library does not know. */
const surnames: Record<string, string> = { 种: 'chong' }

const syllables = (name: string): string[] => {
  const read = pinyin(name, { ...spelling, mode: 'surname', surname: 'head' })
  const first = surnames[[...name][0] ?? '']
  return first === undefined ? read : [first, ...read.slice(1)]
}

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]/gu, '')

export type PinyinKeys = { full: string; initials: string }

const spelt = new Map<string, PinyinKeys>()

/** A bare name in pinyin, the surname by its surname reading: 曾庆 → `zengqing`, `zq`. Spelt once a name. */
export const pinyinKeys = (name: string): PinyinKeys => {
  const cached = spelt.get(name)
  if (cached) return cached
  const parts = syllables(bareName(name)).map(letters)
  const keys = { full: parts.join(''), initials: parts.map((part) => part.charAt(0)).join('') }
  spelt.set(name, keys)
  return keys
}

const known = new Map<string, string[]>()

/** Every reading of a character; one with ü also as it is typed on passports (lyu) and by habit (lu). */
const readings = (char: string): string[] => {
  const cached = known.get(char)
  if (cached) return cached
  const all = [...pinyin(char, { ...spelling, multiple: true }), ...syllables(char)].map(letters)
  const spellings = all.flatMap((one) =>
    one.includes('v') ? [one, one.replace('v', 'yu'), one.replace('v', 'u')] : [one],
  )
  const found = [...new Set(spellings)].filter((one) => one !== '')
  known.set(char, found)
  return found
}

/** Whether what was typed spells the characters from `at` on; the last syllable may be unfinished. */
const spells = (typed: string, characters: readonly string[], at: number): boolean => {
  if (typed === '') return true
  const char = characters[at]
  if (char === undefined) return false
  if (typed.startsWith(char)) return spells(typed.slice(char.length), characters, at + 1)
  return readings(char).some(
    (reading) =>
      reading.startsWith(typed) ||
      (typed.startsWith(reading) && spells(typed.slice(reading.length), characters, at + 1)) ||
      (typed.charAt(0) === reading.charAt(0) && spells(typed.slice(1), characters, at + 1)),
  )
}

/**
 * Whether a bare name answers a query by characters (张三), initials (zs), full pinyin (zhangsan), or a mixture (张s,
 * zhangs), starting at any character. Every reading of a character counts. An empty query answers nothing.
 */
export const matchesName = (name: string, query: string): boolean => {
  const typed = bareName(query)
    .toLowerCase()
    .replace(/ü/gu, 'v')
    .replace(/[\s'’·]/gu, '')
  if (typed === '') return false
  const characters = [...name.toLowerCase()].filter((char) => char !== '·' && char !== ' ')
  return characters.some((_, at) => spells(typed, characters, at))
}
