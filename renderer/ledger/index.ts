import type { Area } from '../lib/area.ts'

export const ledgerArea: Area = { screens: {}, commands: [] }
