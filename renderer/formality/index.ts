import type { Area } from '../lib/area.ts'
import { formalityCommands } from './commands.ts'
import { FormalityScreen } from './FormalityScreen.tsx'

export const formalityArea: Area = {
  screens: { formality: FormalityScreen },
  commands: formalityCommands,
}
