import { mkdirSync } from 'node:fs'
import { app } from 'electron'
import type { Places } from './options.ts'

/** Tells Electron where everything of this run lives. Throws the system's error where a folder cannot be made. */
export const setupPlaces = ({ userData, sessionData }: Places): void => {
  // Electron takes no folder that is not there.
  mkdirSync(sessionData, { recursive: true })
  app.setPath('userData', userData)
  app.setPath('sessionData', sessionData)
}
