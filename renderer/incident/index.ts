import type { Area } from '../lib/area.ts'

export const incidentArea: Area = { screens: {}, commands: [] }
