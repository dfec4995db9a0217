import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { placesOf, readOptions } from './options.ts'

const cwd = resolve('somewhere')

test.each([
  [['electron', '.'], null, false],
  [['electron', '.', '--data', 'd'], resolve(cwd, 'd'), false],
  [['electron', '.', '--data=d', '--demo'], resolve(cwd, 'd'), true],
  [['yixi', '--no-sandbox', '--demo', '--data', resolve('abs')], resolve('abs'), true],
  [['yixi', '--data', '--demo'], null, true],
  [['yixi', '--data='], null, false],
  [['yixi', '--database', 'd'], null, false],
])('%o', (args, dataDir, demo) => {
  expect(readOptions(args, cwd)).toEqual({ dataDir, demo, from: null })
})

test('a copy to go on from is named by a path', () => {
  expect(readOptions(['yixi', '--from', 'a.db'], cwd).from).toBe(resolve(cwd, 'a.db'))
})

test('the data lies where it is told, else in a folder of our name', () => {
  const appData = resolve('config')
  const at = (dataDir: string | null, demo: boolean, userDataSwitch = '') =>
    placesOf({ dataDir, demo }, appData, userDataSwitch).userData
  expect(at(null, false)).toBe(join(appData, 'yixi'))
  expect(at(null, true)).toBe(join(appData, 'yixi-demo'))
  expect(at(null, false, resolve('u'))).toBe(resolve('u'))
  expect(at(resolve('d'), true, resolve('u'))).toBe(resolve('d'))
  expect(placesOf({ dataDir: resolve('d'), demo: false }, appData, '').sessionData).toBe(
    join(resolve('d'), 'desktop'),
  )
})
