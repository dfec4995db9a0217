import type { Area } from '../lib/area.ts'
import { AppointmentScreen } from './AppointmentScreen.tsx'
import { appointmentCommands } from './commands.ts'

export { GoPastDialog } from './GoPastDialog.tsx'
export { standing, useFindings } from './useChecks.ts'

export const appointmentArea: Area = {
  screens: { appointment: AppointmentScreen },
  commands: appointmentCommands,
}
