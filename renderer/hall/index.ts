import type { Area } from '../lib/area.ts'

export const hallArea: Area = { screens: {}, commands: [] }
