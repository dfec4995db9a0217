import type { Area } from '../lib/area.ts'
import { bodyCommands } from './commands.ts'
import { SettingsScreen } from './SettingsScreen.tsx'

export { BodyForm } from './BodyForm.tsx'

export const bodyArea: Area = { screens: { body: SettingsScreen }, commands: bodyCommands }
