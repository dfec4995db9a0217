import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, places } from '../../build/lib/rooms.mjs'
import { root } from '../../build/lib/paths.mjs'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const sources = places
  .flatMap((place) => filesBelow(root, place))
  .filter((path) => /\.(tsx?|mjs|cjs|js|css)$/.test(path))

describe('the top level', () => {
  test('holds the five rooms, the four papers and nothing else', () => {
    const made = ['node_modules', 'out', 'dist', 'coverage']
    const seen = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name))
    const allowed = [
      'ARCHITECTURE.md',
      'LICENSE',
      'README.md',
      'build',
      'electron',
      'package-lock.json',
      'package.json',
      'renderer',
      'shared',
      'test',
    ]
    expect(seen.sort()).toEqual(allowed)
  })
})

describe('files', () => {
  test('have 400 lines at most', () => {
    expect(sources.length).toBeGreaterThan(50)
    const lines = (path: string) => read(path).split('\n').length - 1
    expect(sources.filter((path) => lines(path) > 400)).toEqual([])
  })

  test('of the page hold no Chinese character: what people read stands in the locales', () => {
    const page = sources.filter((path) => /^renderer\/.*\.tsx?$/.test(path))
    expect(page.length).toBeGreaterThan(0)
    expect(page.filter((path) => /\p{Script=Han}/u.test(read(path)))).toEqual([])
  })

  test('set no test aside', () => {
    const tests = sources.filter((path) => /\.test\.tsx?$/.test(path))
    const aside = /\b(it|test|describe)\.(only|skip|todo)\b/
    expect(tests.filter((path) => aside.test(read(path)))).toEqual([])
  })
})

describe('the locales', () => {
  const names = (locale: string) =>
    filesBelow(root, `shared/locales/${locale}`)
      .filter((path) => path.endsWith('.json'))
      .map((path) => path.slice(`shared/locales/${locale}/`.length))

  /** Every sentence of a file by its key, nested keys joined by dots. */
  function sentences(value: unknown, path = ''): [string, unknown][] {
    if (typeof value !== 'object' || value === null) return [[path, value]]
    return Object.entries(value).flatMap(([key, inner]) =>
      sentences(inner, path === '' ? key : `${path}.${key}`),
    )
  }
  const keys = (path: string) =>
    sentences(JSON.parse(read(path)))
      // English tells one from many; Chinese does not.
      .map(([key]) => key.replace(/_(one|other)$/, ''))
      .filter((key, at, all) => all.indexOf(key) === at)
      .sort()

  test('have the same files', () => {
    expect(names('zh-CN').length).toBeGreaterThan(0)
    expect(names('en')).toEqual(names('zh-CN'))
  })

  test.each(names('zh-CN'))('%s: the same keys in both, none empty', (name) => {
    const files = ['zh-CN', 'en'].map((locale) => `shared/locales/${locale}/${name}`)
    const [chinese = '', english = ''] = files
    expect(keys(english)).toEqual(keys(chinese))
    for (const file of files) {
      const bad = sentences(JSON.parse(read(file))).filter(
        ([, text]) => typeof text !== 'string' || text.trim() === '',
      )
      expect(bad).toEqual([])
    }
  })
})

describe('what is installed', () => {
  type Manifest = Partial<Record<string, Record<string, string>>>
  const manifest = JSON.parse(read('package.json')) as Manifest

  test('is named by exact versions', () => {
    const named = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    )
    expect(named.length).toBeGreaterThan(10)
    const loose = named.filter(([, version]) => !/^(\d+\.\d+\.\d+|file:build\/.*)$/.test(version))
    expect(loose).toEqual([])
  })

  test('is locked with a digest each and without any registry address', () => {
    const text = read('package-lock.json')
    expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/)
    type Entry = { resolved?: string; integrity?: string; link?: boolean; version?: string }
    const { packages } = JSON.parse(text) as { packages: Record<string, Entry> }
    const installed = Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'))
    expect(installed.length).toBeGreaterThan(100)
    const addressed = installed.filter(([, { resolved }]) => resolved?.includes('://'))
    expect(addressed).toEqual([])
    const undigested = installed.filter(([, { link, integrity }]) => !link && !integrity)
    expect(undigested).toEqual([])
  })

  test('carries one native package in the product, the SQLite binding', () => {
    expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['better-sqlite3'])
  })

  test('runs on a Node whose Node-API the SQLite binding can use', () => {
    expect(Number(process.versions['napi'])).toBeGreaterThanOrEqual(10)
  })
})
