import type { Area } from '../lib/area.ts'
import { incidentCommands } from './commands.ts'

export { IncidentPanel } from './IncidentPanel.tsx'

export const incidentArea: Area = { screens: {}, commands: incidentCommands }
