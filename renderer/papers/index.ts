import type { Area } from '../lib/area.ts'
import { papersCommands } from './commands.ts'
import { PapersScreen } from './PapersScreen.tsx'

export const papersArea: Area = { screens: { papers: PapersScreen }, commands: papersCommands }
