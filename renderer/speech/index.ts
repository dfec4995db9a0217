import type { Area } from '../lib/area.ts'
import { speechCommands } from './commands.ts'

export { SpeechPanel } from './SpeechPanel.tsx'

export const speechArea: Area = { screens: {}, commands: speechCommands }
