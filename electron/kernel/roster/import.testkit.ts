import { Refusal, type Message } from '../../../shared/contract/errors.ts'
import type { Member, Person } from '../../../shared/contract/roster.ts'
import en from '../../../shared/locales/en/import.json' with { type: 'json' }
import zh from '../../../shared/locales/zh-CN/import.json' with { type: 'json' }
import type { Sheet } from '../ports.ts'
import { previewImport } from './import.ts'
import type { ImportInput, ImportResult } from './import-types.ts'

/* Ground the tests of importing share: sheets as text, a store as two lists. */

export const sheetOf = (text: string, merged: Sheet['merged'] = []): Sheet => ({
  rows: text
    .trim()
    .split('\n')
    .map((line) => line.trim().split('|')),
  firstLine: 1,
  remarks: [],
  merged,
})

export const inputOf = (text: string, rest: Partial<ImportInput> = {}): ImportInput => ({
  fileName: '名册.xlsx',
  sheet: sheetOf(text),
  level: 'city',
  term: { id: 'term', seats: 45, startsOn: '2022-01-10' },
  moment: '2026-11-22T10:00:00',
  persons: [],
  members: [],
  ...rest,
})

/** The sentence a message names; throws when there is none, or one of its parameters is not given. */
const sentence = ({ key, params = {} }: Message, locale: object): string => {
  const text = key
    .split('.')
    .slice(1)
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], locale)
  if (typeof text !== 'string') throw new Error(`no sentence ${key}`)
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    if (params[name] === undefined) throw new Error(`${key} lacks ${name}`)
    return String(params[name])
  })
}

const messagesOf = ({ rows, remarks }: ImportResult): Message[] => [
  ...remarks,
  ...rows.flatMap((row) => Object.values(row.cells).flatMap((cell) => cell.say ?? [])),
]

/** A preview whose every message has its sentence in both languages. */
export const preview = (text: string, rest: Partial<ImportInput> = {}): ImportResult => {
  const result = previewImport(inputOf(text, rest))
  for (const message of messagesOf(result)) {
    sentence(message, zh)
    sentence(message, en)
  }
  return result
}

export const refusal = (input: ImportInput): Message => {
  try {
    previewImport(input)
  } catch (error) {
    if (error instanceof Refusal && error.failure.message) return error.failure.message
    throw error
  }
  throw new Error('not refused')
}

export type Store = { persons: Person[]; members: Member[] }

/** What the kernel does with the changes: adds and changes persons and members. */
export const apply = (store: Store, { changes }: ImportResult): Store => {
  const persons = new Map(store.persons.map((person) => [person.id, person]))
  const members = new Map(store.members.map((member) => [member.id, member]))
  for (const { line, memberId, personId, personOf, facts } of changes) {
    const id = personId ?? `p${store.persons.length}-${personOf ?? line}`
    const { name, sex, nationality, note, ...office } = facts
    persons.set(id, { id, name, sex, nationality, note, rev: 1 })
    const own = memberId ?? `m${store.members.length}-${line}`
    const about = { name, sex, nationality, note, termId: 'term', unknownStrokes: [], rev: 1 }
    members.set(own, { id: own, personId: id, ...about, ...office })
  }
  return { persons: [...persons.values()], members: [...members.values()] }
}

export const imported = (text: string, store: Store = { persons: [], members: [] }): Store =>
  apply(store, preview(text, store))
