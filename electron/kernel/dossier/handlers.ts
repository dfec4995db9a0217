import type { dossier } from '../../../shared/contract/dossier.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../dispatch.ts'

export const dossierHandlers: Handlers<typeof dossier> = {
  readForm: async () => refuse('errors.internal'),
  attachForm: async () => refuse('errors.internal'),
  ofSession: () => refuse('errors.internal'),
  get: () => refuse('errors.internal'),
  remove: () => refuse('errors.internal'),
}
