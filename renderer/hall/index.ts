import type { Area } from '../lib/area.ts'
import { hallCommands } from './commands.ts'
import { HallKeys } from './HallKeys.tsx'
import { HallScreen } from './HallScreen.tsx'

export { HallThumb } from './HallThumb.tsx'

export const hallArea: Area = {
  screens: { hall: HallScreen },
  commands: hallCommands,
  counts: HallKeys,
}
