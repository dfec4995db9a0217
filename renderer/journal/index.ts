import type { Area } from '../lib/area.ts'
import { journalCommands } from './commands.ts'
import { JournalScreen } from './JournalScreen.tsx'

export const journalArea: Area = { screens: { journal: JournalScreen }, commands: journalCommands }
