import type { Area } from '../lib/area.ts'

export const safetyArea: Area = { screens: {}, commands: [] }
