import { spawnSync } from 'node:child_process'
import { join, relative } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { filesBelow, places } from '../../build/lib/rooms.mjs'
import { root } from '../../build/lib/paths.mjs'
import { suites } from '../../build/lib/suites.mjs'

type Listed = { file: string; projectName: string }

test('every test file belongs to one project, and npm test runs every project', () => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'list', '--filesOnly', '--json', '--config', 'build/vitest.config.ts']
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  const listed = JSON.parse(stdout) as Listed[]

  const onDisk = places
    .flatMap((place) => filesBelow(root, place))
    .filter((path) => /\.test\.tsx?$/.test(path))
    .sort()
  const run = listed.map(({ file }) => relative(root, file).replaceAll('\\', '/'))
  expect(onDisk.length).toBeGreaterThan(10)
  expect(run.sort()).toEqual(onDisk)

  const projects = new Set(suites.flatMap((suite) => suite.projects))
  const missing = listed.filter(({ projectName }) => !projects.has(projectName))
  expect(missing).toEqual([])
})
