import type { Area } from '../lib/area.ts'

export { RehearsalBanner } from './RehearsalBanner.tsx'
export { ShadowState } from './ShadowState.tsx'

export const safetyArea: Area = { screens: {}, commands: [] }
