import type { Area } from '../lib/area.ts'

export const speechArea: Area = { screens: {}, commands: [] }
