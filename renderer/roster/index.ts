import type { Area } from '../lib/area.ts'
import { rosterCommands } from './commands.ts'
import { RosterScreen } from './RosterScreen.tsx'

export const rosterArea: Area = { screens: { roster: RosterScreen }, commands: rosterCommands }
