import type { formality } from '../../../shared/contract/formality.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../dispatch.ts'

export const formalityHandlers: Handlers<typeof formality> = {
  ofSession: () => refuse('errors.internal'),
  due: () => refuse('errors.internal'),
  settle: () => refuse('errors.internal'),
  setDue: () => refuse('errors.internal'),
  rework: () => refuse('errors.internal'),
}
