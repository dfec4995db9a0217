import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { placeScreen, readScreens, writeScreens, type Display } from './hallPlace.ts'

const folder = mkdtempSync(join(tmpdir(), 'yixi-hall-'))
afterAll(() => rmSync(folder, { recursive: true }))

const display = (x: number, width: number, height: number): Display => ({
  bounds: { x, y: 0, width, height },
  workArea: { x, y: 0, width, height: height - 40 },
})
const laptop = display(0, 1366, 768)
const wall = display(1366, 3840, 2160)
const table = display(-1920, 1920, 1080)
const desk = { x: 100, y: 50, width: 1100, height: 700 }

test('the hall takes all of the largest display the desk is not on, the podium the next', () => {
  const displays = [laptop, table, wall]
  expect(placeScreen('hall', displays, desk)).toEqual({ box: wall.bounds, fullscreen: true })
  expect(placeScreen('podium', displays, desk)).toEqual({ box: table.bounds, fullscreen: true })
})

test('the display the desk is on is never covered', () => {
  expect(placeScreen('podium', [laptop, wall], desk).fullscreen).toBe(false)
  const alone = placeScreen('hall', [laptop], desk)
  expect(alone.fullscreen).toBe(false)
  expect(alone.box).toEqual({ x: 683, y: 0, width: 683, height: 384 })
})

test('a desk moved onto the wall sends the hall to the laptop', () => {
  const moved = { ...desk, x: 2000 }
  expect(placeScreen('hall', [laptop, wall], moved).box).toEqual(laptop.bounds)
})

test('a desk between all displays still gets its windows somewhere', () => {
  expect(placeScreen('hall', [], desk).fullscreen).toBe(false)
})

test('which screens were open is kept; what cannot be read opens none', () => {
  const file = join(folder, 'hall-windows.json')
  expect(readScreens(file)).toEqual([])
  writeScreens(file, ['podium', 'hall'])
  expect(readScreens(file)).toEqual(['podium', 'hall'])
  writeFileSync(file, '["desk"]')
  expect(readScreens(file)).toEqual([])
  expect(() => writeScreens(join(folder, 'nowhere', 'x.json'), ['hall'])).not.toThrow()
})
