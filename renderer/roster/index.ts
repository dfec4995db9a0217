import type { Area } from '../lib/area.ts'
import { rosterCommands } from './commands.ts'

export const rosterArea: Area = { screens: {}, commands: rosterCommands }
