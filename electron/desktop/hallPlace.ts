import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { hallScreens, type HallScreen } from '../../shared/contract/hall.ts'
import type { Box } from './windowState.ts'

/** A display: all of it, and what of it windows may use. */
export type Display = { bounds: Box; workArea: Box }
export type Placed = { box: Box; fullscreen: boolean }

const contains = (box: Box, x: number, y: number): boolean =>
  x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height

const holds = (display: Display, { x, y, width, height }: Box): boolean =>
  contains(display.bounds, x + width / 2, y + height / 2)

const area = ({ bounds }: Display): number => bounds.width * bounds.height

/** A window on the desk's own display: half as wide as it, at the right edge, wide as a wall. */
const beside = (workArea: Box): Box => {
  const width = Math.round(workArea.width / 2)
  const height = Math.round((width * 9) / 16)
  return { x: workArea.x + workArea.width - width, y: workArea.y, width, height }
}

/**
 * Where a screen of the hall goes: over all of a display the desk is not on, the largest for the hall and the next for
 * the podium; a window beside the desk where there is no such display.
 */
export const placeScreen = (
  screen: HallScreen,
  displays: readonly Display[],
  desk: Box,
): Placed => {
  const others = displays
    .filter((display) => !holds(display, desk))
    .toSorted((a, b) => area(b) - area(a))
  const own = others[screen === 'hall' ? 0 : 1]
  if (own) return { box: own.bounds, fullscreen: true }
  const home = displays.find((display) => holds(display, desk)) ?? displays[0]
  return { box: beside(home?.workArea ?? desk), fullscreen: false }
}

const Kept = z.array(z.enum(hallScreens))

/** The screens that were open when the program last ended; none where that cannot be read. */
export const readScreens = (file: string): HallScreen[] => {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}

/** Keeps them; a disk that refuses costs opening them by hand next time, nothing more. */
export const writeScreens = (file: string, screens: readonly HallScreen[]): void => {
  try {
    writeFileSync(file, JSON.stringify(screens))
  } catch {
    // The next start opens none.
  }
}
