import type { Area } from '../lib/area.ts'

export { DossierPanel } from './DossierPanel.tsx'
export { FormDialog } from './FormDialog.tsx'

export const dossierArea: Area = { screens: {}, commands: [] }
