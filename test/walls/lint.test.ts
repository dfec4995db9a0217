import { ESLint } from 'eslint'
import { describe, expect, test } from 'vitest'
import { rules } from '../../build/eslint.rules.mjs'
import { root } from '../../build/lib/paths.mjs'
import { breaks, importing } from './planted.ts'

const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: rules })

/** The rules that object to a text, were it to stand in this file. */
async function objections(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: file })
  return (result?.messages ?? []).map((message) => message.ruleId)
}

describe('lint objects to an import through a wall', () => {
  test.each(breaks)('$file ← $imports', async ({ file, imports }) => {
    expect(await objections(file, importing(imports))).toContain(
      '@typescript-eslint/no-restricted-imports',
    )
  })
})

describe('lint lets the ways through stand', () => {
  test.each([
    ['shared/rules/planted.ts', 'zod'],
    ['shared/rules/planted.test.ts', 'node:fs'],
    ['electron/kernel/body/planted.ts', 'node:fs'],
    ['electron/kernel/store/planted.ts', 'better-sqlite3'],
    ['electron/papers/planted.ts', 'docx'],
    ['electron/desktop/planted.ts', 'electron'],
    ['electron/main.ts', 'electron'],
    ['electron/preload.ts', 'electron'],
    ['renderer/ui/planted.tsx', '@mantine/core'],
    ['renderer/roster/planted.tsx', '../ui/index.ts'],
    ['renderer/roster/planted.tsx', '../../shared/rules/names.ts'],
  ])('%s ← %s', async (file, imports) => {
    expect(await objections(file, importing(imports))).toEqual([])
  })
})

describe('lint holds the house rules', () => {
  const long = Array.from(
    { length: 401 },
    (_, line) => `export const line${line} = ${line}\n`,
  ).join('')
  // Written in two parts, so that this file does not hold what it forbids.
  const setAside = `test.${'only'}('x', () => {})\n`
  test.each([
    ['no default export', 'shared/rules/planted.ts', 'export default 1\n', 'no-restricted-exports'],
    ['400 lines at most', 'shared/rules/planted.ts', long, 'max-lines'],
    [
      'no any',
      'shared/rules/planted.ts',
      'export const x = (y: any) => Boolean(y)\n',
      '@typescript-eslint/no-explicit-any',
    ],
    [
      'type over interface',
      'shared/rules/planted.ts',
      'export interface X { y: 1 }\n',
      '@typescript-eslint/consistent-type-definitions',
    ],
    [
      'hooks at the top of a component',
      'renderer/ui/Planted.tsx',
      "import { useState } from 'react'\nexport function Planted({ on }: { on: boolean }) {\n  if (on) useState(1)\n  return null\n}\n",
      'react-hooks/rules-of-hooks',
    ],
    ['no test set aside', 'shared/rules/planted.test.ts', setAside, 'no-restricted-syntax'],
  ])('%s', async (_, file, text, rule) => {
    expect(await objections(file, text)).toContain(rule)
  })
})
