import { appointmentArea } from '../appointment/index.ts'
import { attendanceArea } from '../attendance/index.ts'
import { ballotArea } from '../ballot/index.ts'
import { dossierArea } from '../dossier/index.ts'
import { formalityArea } from '../formality/index.ts'
import { ledgerArea } from '../ledger/index.ts'
import { bodyArea } from '../body/index.ts'
import { journalArea } from '../journal/index.ts'
import { hallArea } from '../hall/index.ts'
import { incidentArea } from '../incident/index.ts'
import { safetyArea } from '../safety/index.ts'
import { speechArea } from '../speech/index.ts'
import type { Area } from '../lib/area.ts'
import { papersArea } from '../papers/index.ts'
import { rosterArea } from '../roster/index.ts'
import { placeNames, type PlaceName } from '../lib/place.ts'
import { sessionArea } from '../session/index.ts'

/** Every area of the page. An area adds itself here, with one line. */
export const areas: readonly Area[] = [
  sessionArea,
  attendanceArea,
  ballotArea,
  appointmentArea,
  papersArea,
  rosterArea,
  journalArea,
  bodyArea,
  speechArea,
  incidentArea,
  hallArea,
  safetyArea,
  ledgerArea,
  formalityArea,
  dossierArea,
]

/** The places that have a screen, in the order they are shown. */
export const visited: readonly PlaceName[] = placeNames.filter((name) =>
  areas.some(({ screens }) => screens[name]),
)
