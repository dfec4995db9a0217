import { readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

export type Box = { x: number; y: number; width: number; height: number }

const State = z.object({
  x: z.int().exactOptional(),
  y: z.int().exactOptional(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
})
/** Where the window stood when it was last closed; without x and y it is put in the middle. */
export type WindowState = z.infer<typeof State>

export const smallest = { width: 960, height: 640 }
const first: WindowState = { width: 1320, height: 880, maximized: false }
/** Pixels of a window that must lie on a screen for a hand to get hold of it. */
const grip = 80

const overlap = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.min(a + aLength, b + bLength) - Math.max(a, b)

const reachable = (box: Box, area: Box): boolean =>
  overlap(box.x, box.width, area.x, area.width) >= grip &&
  box.y >= area.y &&
  box.y <= area.y + area.height - grip

/**
 * The state to open with: no larger than the largest screen, and in the middle where the old place has no screen any more.
 * @param areas usable areas of the screens now present
 */
export const fitState = (state: WindowState, areas: readonly Box[]): WindowState => {
  const width = Math.min(state.width, Math.max(smallest.width, ...areas.map((area) => area.width)))
  const height = Math.min(
    state.height,
    Math.max(smallest.height, ...areas.map((area) => area.height)),
  )
  const { x, y, maximized } = state
  if (x === undefined || y === undefined) return { width, height, maximized }
  const box = { x, y, width, height }
  return areas.some((area) => reachable(box, area))
    ? { ...box, maximized }
    : { width, height, maximized }
}

/** Reads the state kept in a file; what cannot be read counts as the first time. */
export const readState = (file: string): WindowState => {
  try {
    return State.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return first
  }
}

/** Keeps the state; a disk that refuses costs the window its place, nothing more. */
export const writeState = (file: string, state: WindowState): void => {
  try {
    writeFileSync(file, JSON.stringify(state))
  } catch {
    // The next start begins with the size of the first time.
  }
}
