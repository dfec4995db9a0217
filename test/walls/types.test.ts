import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../build/lib/paths.mjs'
import { plant } from './plant.ts'

/** What the type check of a room says to one file, were it to stand there. */
function complaints(room: string, text: string): string {
  const { folder, remove } = plant(
    {
      'planted.ts': text,
      'tsconfig.json': JSON.stringify({
        extends: join(root, room, 'tsconfig.json'),
        compilerOptions: { incremental: false },
        include: ['planted.ts'],
        exclude: [],
      }),
      'package.json': '{ "type": "module" }',
    },
    join(root, 'node_modules'),
  )
  try {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    return spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout
  } finally {
    remove()
  }
}

describe('the type check of a room knows only its own world', () => {
  test.each([
    ['shared', "export { readFileSync } from 'node:fs'\n", 'node:fs'],
    ['shared', 'export const title = document.title\n', 'document'],
    ['shared', 'export const folder = process.cwd()\n', 'process'],
    ['electron/kernel', 'export const title = document.title\n', 'document'],
    ['renderer', "export { readFileSync } from 'node:fs'\n", 'node:fs'],
    ['renderer', 'export const folder = process.cwd()\n', 'process'],
  ])('%s: %j', (room, text, named) => {
    expect(complaints(room, text)).toContain(`'${named}'`)
  })

  test.each([
    ['shared', 'export const two: number = 1 + 1\n'],
    ['electron/kernel', "export { readFileSync } from 'node:fs'\n"],
    ['renderer', 'export const title = document.title\n'],
  ])('%s lets its own stand: %j', (room, text) => {
    expect(complaints(room, text)).toBe('')
  })

  test.each([
    ['an enum', 'export enum Kind { One }\n', 'erasableSyntaxOnly'],
    ['an unchecked index', 'export const x: number = [1][0]\n', 'undefined'],
    [
      'undefined for a missing field',
      'export const x: { y?: number } = { y: undefined }\n',
      'exactOptionalPropertyTypes',
    ],
  ])('shared refuses %s', (_, text, named) => {
    expect(complaints('shared', text)).toContain(named)
  })
})
