import type { Area } from '../lib/area.ts'
import { journalCommands } from './commands.ts'

export const journalArea: Area = { screens: {}, commands: journalCommands }
