import type { Chromium } from './chromium.ts'

/** What the parts of the stand-in know of one another. */
export const state: {
  ready: boolean
  quitting: boolean
  /** Command line switches, those of the app's own among them. */
  switches: Map<string, string>
  chromium: Chromium | undefined
  /** Numbers of windows and web contents. */
  lastId: number
} = { ready: false, quitting: false, switches: new Map(), chromium: undefined, lastId: 0 }

/** The running browser. */
export const chromium = (): Chromium => {
  if (state.chromium === undefined) throw new Error('stand-in: used before ready')
  return state.chromium
}
