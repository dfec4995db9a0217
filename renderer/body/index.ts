import type { Area } from '../lib/area.ts'
import { bodyCommands } from './commands.ts'

export const bodyArea: Area = { screens: {}, commands: bodyCommands }
