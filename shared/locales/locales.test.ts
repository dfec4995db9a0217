import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sentences, type Locale } from './index.ts'
import { say } from './say.ts'

const leaves = (node: object, path = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[`${path}${key}`, value]]
      : leaves(value as object, `${path}${key}.`),
  )

const all = (locale: Locale) => new Map(leaves(sentences[locale]))
const blanks = (text: string) => [...new Set(text.match(/\{\{\w+(?:, \w+)?\}\}/g))].toSorted()

it('loads every file of both languages', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const files = readdirSync(new URL(locale, import.meta.url)).map((name) => name.slice(0, -5))
    expect(Object.keys(sentences[locale]).toSorted()).toEqual(files.toSorted())
  }
})

it('has the same keys and the same blanks in both languages, and leaves none empty', () => {
  const [zh, en] = [all('zh-CN'), all('en')]
  expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted())
  for (const [key, text] of zh) {
    expect(text.trim(), key).not.toBe('')
    expect(en.get(key)?.trim(), key).not.toBe('')
    expect([key, blanks(en.get(key) ?? '')]).toEqual([key, blanks(text)])
  }
})

it('says a message with its blanks filled, as it is', () => {
  const message = { key: 'common.quorum', params: { needed: 16 } }
  expect(say('zh-CN', message)).toBe('法定人数 16')
  expect(say('en', message)).toBe('Quorum 16')
  expect(say('zh-CN', { key: 'common.pickDate', params: { label: '<a & b>' } })).toBe('选择<a & b>')
  expect(say('en', { key: 'no.such.key' })).toBe('no.such.key')
})
