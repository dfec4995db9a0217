import type { Area } from '../lib/area.ts'
import { AgendaScreen } from './AgendaScreen.tsx'
import { sessionCommands } from './commands.ts'
import { SessionHeading } from './Heading.tsx'
import { SessionScreen } from './SessionScreen.tsx'

export { currentSitting, useCurrent } from './current.ts'
export { ForecastLine } from './Forecast.tsx'
export { NoSession } from './NoSession.tsx'
export { sessionName, sittingName } from './names.ts'
export { useOpening } from './Opening.tsx'

export const sessionArea: Area = {
  screens: { session: SessionScreen, agenda: AgendaScreen },
  commands: sessionCommands,
  heading: SessionHeading,
}
