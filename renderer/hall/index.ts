import type { Area } from '../lib/area.ts'

export { HallThumb } from './HallThumb.tsx'

export const hallArea: Area = { screens: {}, commands: [] }
