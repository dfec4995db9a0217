import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import type { Area } from '../../shared/contract/define.ts'
import { failureCodes } from '../../shared/contract/errors.ts'
import { sentences } from '../../shared/locales/index.ts'
import { verdicts } from '../../shared/contract/ballot.ts'

// Every sentence a refusal names must stand in the locales: a key shown to a clerk is a fault.

const root = fileURLToPath(new URL('../..', import.meta.url))

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/u.test(name) && !/\.(test|testkit)\.ts$/u.test(name))
    .map((name) => join(folder, name))

const known = (key: string): boolean => {
  const found = key
    .split('.')
    .reduce<unknown>(
      (at, part) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined,
      sentences['zh-CN'],
    )
  return typeof found === 'string'
}

const namespaces = new Set(Object.keys(sentences['zh-CN']))
/** A literal that looks like a key of ours: «session.closed», not «electron/kernel». */
const KEY =
  /(?:refuse(?:Field)?|refused|said|tell|sentence|key:)[^'`]{0,60}?'([a-z]+(?:\.[A-Za-z0-9-]+)+)'/gsu

const keysOf = (file: string): string[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(KEY)]
    .map((match) => match[1] ?? '')
    .filter((key) => namespaces.has(key.split('.')[0] ?? ''))

test('every key that shared and electron name has its sentence', () => {
  const files = [...sources('shared'), ...sources('electron')]
  const named = files.flatMap((file) =>
    keysOf(file).map((key) => [relative('.', file), key] as const),
  )
  expect(named.length).toBeGreaterThan(60)
  expect(named.filter(([, key]) => !known(key))).toEqual([])
})

test('every failure code and every verdict has its words', () => {
  expect(failureCodes.filter((code) => !known(`errors.${code}`))).toEqual([])
  expect(verdicts.filter((verdict) => !known(`verdict.name.${verdict}`))).toEqual([])
})

test('every command has its words in the journal', () => {
  const commands = Object.entries<Area>(contract).flatMap(([area, methods]) =>
    Object.entries(methods)
      .filter(([, method]) => method.kind === 'command')
      .map(([name]) => `journal.command.${area}.${name}`),
  )
  expect(commands.length).toBeGreaterThan(60)
  expect(commands.filter((key) => !known(key))).toEqual([])
})
