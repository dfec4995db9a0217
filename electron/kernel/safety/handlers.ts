import type { safety } from '../../../shared/contract/safety.ts'
import type { Handlers } from '../dispatch.ts'

export const safetyHandlers: Handlers<typeof safety> = {}
