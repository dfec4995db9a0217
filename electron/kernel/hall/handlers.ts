import type { hall } from '../../../shared/contract/hall.ts'
import type { Handlers } from '../dispatch.ts'

export const hallHandlers: Handlers<typeof hall> = {}
