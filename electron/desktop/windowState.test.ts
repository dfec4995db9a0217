import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fitState, readState, writeState, type WindowState } from './windowState.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 1280, height: 1000 }
const folder = mkdtempSync(join(tmpdir(), 'yixi-window-'))
afterAll(() => rmSync(folder, { recursive: true }))

const state = (box: Partial<WindowState>): WindowState => ({
  x: 100,
  y: 50,
  width: 1320,
  height: 880,
  maximized: false,
  ...box,
})
const middle = { width: 1320, height: 880, maximized: false }

test.each([
  ['stays where it stood', state({}), [screen], state({})],
  ['stays on the second screen', state({ x: 2000 }), [screen, right], state({ x: 2000 })],
  ['comes back when that screen is gone', state({ x: 2000 }), [screen], middle],
  ['comes back from above', state({ y: -50 }), [screen], middle],
  ['comes back from below', state({ y: 1000 }), [screen], middle],
  ['may hang over an edge', state({ x: -1200 }), [screen], state({ x: -1200 })],
  ['but not be all but gone', state({ x: -1300 }), [screen], middle],
  ['stays maximized', state({ maximized: true }), [screen], state({ maximized: true })],
  [
    'shrinks to the largest screen',
    state({ width: 4000, height: 3000 }),
    [screen],
    state({ width: 1920, height: 1040 }),
  ],
])('the window %s', (_, before, areas, after) => {
  expect(fitState(before, areas)).toEqual(after)
})

test('what was written is read, what is broken is the first time', () => {
  const file = join(folder, 'window.json')
  const first = readState(file)
  expect(first).toEqual(middle)
  writeState(file, state({ maximized: true }))
  expect(readState(file)).toEqual(state({ maximized: true }))
  for (const text of ['', '{}', '{"width":1,"height":1,"maximized":false}', 'null']) {
    writeFileSync(file, text)
    expect(readState(file)).toEqual(first)
  }
  expect(() => writeState(join(folder, 'no', 'folder'), first)).not.toThrow()
})
