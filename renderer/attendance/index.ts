import type { Area } from '../lib/area.ts'
import { AttendanceScreen } from './AttendanceScreen.tsx'
import { attendanceCommands } from './commands.ts'
import { SittingCounts } from './Counts.tsx'

export { PresenceStrip } from './PresenceStrip.tsx'

export const attendanceArea: Area = {
  screens: { attendance: AttendanceScreen },
  commands: attendanceCommands,
  counts: SittingCounts,
}
