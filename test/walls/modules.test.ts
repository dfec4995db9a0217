import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser'
import { beforeAll, describe, expect, test } from 'vitest'
import config from '../../build/dependency-cruiser.config.mjs'
import { places } from '../../build/lib/rooms.mjs'
import { root } from '../../build/lib/paths.mjs'
import { testFiles, walls } from '../../build/lib/walls.mjs'
import { emptyPackage, plant } from './plant.ts'
import { breaks, deepBreaks, filesOf } from './planted.ts'

const { options, ...ruleSet } = config

/** Looks at all files below a folder with the walls' rules. */
async function cruised(folder: string, rooms: string[]): Promise<ICruiseResult> {
  const settings: ICruiseOptions = { ...options, baseDir: folder, ruleSet, validate: true }
  const { output } = await cruise(rooms, settings)
  if (typeof output === 'string') throw new Error(output)
  return output
}

/** The names of the walls broken by a few planted files. */
async function broken(files: Record<string, string>): Promise<string[]> {
  const names = ['react', 'electron', 'docx', 'zod', 'better-sqlite3', '@mantine/core']
  const { folder, remove } = plant({
    ...Object.fromEntries(names.flatMap((name) => Object.entries(emptyPackage(name)))),
    ...files,
  })
  try {
    const rooms = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))]
    const { summary } = await cruised(folder, rooms)
    return summary.violations.map((violation) => violation.rule.name)
  } finally {
    remove()
  }
}

describe('an import through a wall is seen', () => {
  test.each([...breaks, ...deepBreaks])('$wall: $file ← $imports', async (planted) => {
    expect(await broken(filesOf(planted))).toContain(planted.wall)
  })

  test('electron in its room: not even a test of the kernel may import it', async () => {
    const file = 'electron/kernel/body/planted.test.ts'
    expect(await broken({ [file]: "import 'electron'\n" })).toContain('electron in its room')
  })

  test('no circles: two files that import each other', async () => {
    const files = {
      'shared/rules/one.ts': "import { two } from './two.ts'\nexport const one = () => two\n",
      'shared/rules/two.ts': "import { one } from './one.ts'\nexport const two = () => one\n",
    }
    expect(await broken(files)).toContain('no circles')
  })

  test('an import that waits until it is called is seen as well', async () => {
    const file = 'shared/rules/planted.ts'
    const text = "export const later = () => import('electron')\n"
    expect(await broken({ [file]: text })).toContain('shared: only its neighbours')
  })

  test('nothing unresolved: an import that reaches nothing', async () => {
    const file = 'shared/rules/planted.ts'
    expect(await broken({ [file]: "import './nowhere.ts'\n" })).toContain('nothing unresolved')
  })
})

describe('the ways through stand open', () => {
  test('a preload may name the types of the contract', async () => {
    const files = {
      'electron/preload.ts':
        "import { contextBridge } from 'electron'\nimport type { Shape } from '../shared/contract/shape.ts'\nexport const shape: Shape = 1\ncontextBridge.exposeInMainWorld('x', shape)\n",
      'shared/contract/shape.ts': 'export type Shape = 1\n',
    }
    expect(await broken(files)).toEqual([])
  })

  test('a host reaches the kernel by its front door', async () => {
    const files = {
      'electron/loopback/planted.ts': "export * from '../kernel/kernel.ts'\n",
      'electron/kernel/kernel.ts':
        "import Database from 'better-sqlite3'\nexport const open = () => new Database(':memory:')\n",
    }
    expect(await broken(files)).toEqual([])
  })
})

describe('the house itself', () => {
  let house: ICruiseResult
  beforeAll(async () => {
    house = await cruised(root, [...places])
  })

  test('is seen: a look that finds no modules would find no fault either', () => {
    const ours = house.modules.filter((module) => !module.source.includes('node_modules'))
    expect(ours.length).toBeGreaterThan(50)
    for (const room of ['shared', 'electron/kernel', 'renderer']) {
      expect(ours.some((module) => module.source.startsWith(`${room}/`))).toBe(true)
    }
  })

  test('has no room without walls: every file that is shipped belongs to one', () => {
    const shipped = house.modules
      .map((module) => module.source)
      .filter((path) => /^(shared|electron|renderer)\//.test(path))
      .filter((path) => !new RegExp(testFiles).test(path))
    const walled = walls.map(({ files }) => new RegExp(files))
    expect(shipped.filter((path) => !walled.some((files) => files.test(path)))).toEqual([])
  })

  test('stands by its walls', () => {
    const found = house.summary.violations.map(
      ({ rule, from, to }) => `${rule.name}: ${from} → ${to}`,
    )
    expect(found).toEqual([])
  })
})
