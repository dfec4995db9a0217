import type { incident } from '../../../shared/contract/incident.ts'
import type { Handlers } from '../dispatch.ts'

export const incidentHandlers: Handlers<typeof incident> = {}
