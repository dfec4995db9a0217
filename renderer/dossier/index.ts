import type { Area } from '../lib/area.ts'

export const dossierArea: Area = { screens: {}, commands: [] }
