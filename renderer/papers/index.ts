import type { Area } from '../lib/area.ts'
import { papersCommands } from './commands.ts'
import { PapersScreen } from './PapersScreen.tsx'

export { HandingOver, useMakeAll } from './handOver.tsx'
export { ScriptPane } from './script/ScriptPane.tsx'
export { ScriptReader } from './script/ScriptReader.tsx'

export const papersArea: Area = { screens: { papers: PapersScreen }, commands: papersCommands }
