import type { Area } from '../lib/area.ts'

export const formalityArea: Area = { screens: {}, commands: [] }
