import type { Area } from '../lib/area.ts'

export { isForm, keepForms, readProposals, type PickedForm } from './batch.ts'
export { DossierPanel } from './DossierPanel.tsx'
export { FormDialog } from './FormDialog.tsx'

export const dossierArea: Area = { screens: {}, commands: [] }
