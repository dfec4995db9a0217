import type { speech } from '../../../shared/contract/speech.ts'
import type { Handlers } from '../dispatch.ts'

export const speechHandlers: Handlers<typeof speech> = {}
