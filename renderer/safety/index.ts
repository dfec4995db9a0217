import type { Area } from '../lib/area.ts'
import { safetyCommands } from './commands.ts'
import { SafetyScreen } from './SafetyScreen.tsx'

export { FromCopy } from './FromCopy.tsx'
export { RehearsalBanner } from './RehearsalBanner.tsx'
export { ShadowState } from './ShadowState.tsx'

export const safetyArea: Area = { screens: { safety: SafetyScreen }, commands: safetyCommands }
