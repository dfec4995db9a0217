import type { Contract } from '../../shared/contract/index.ts'
import { appointmentHandlers } from './appointment/handlers.ts'
import { attendanceHandlers } from './attendance/handlers.ts'
import { ballotHandlers } from './ballot/handlers.ts'
import { bodyHandlers } from './body/handlers.ts'
import type { Handlers } from './dispatch.ts'
import { journalHandlers } from './journal/handlers.ts'
import { papersHandlers } from './papers/handlers.ts'
import { rosterHandlers } from './roster/handlers.ts'
import { dossierHandlers } from './dossier/handlers.ts'
import { formalityHandlers } from './formality/handlers.ts'
import { ledgerHandlers } from './ledger/handlers.ts'
import { hallHandlers } from './hall/handlers.ts'
import { incidentHandlers } from './incident/handlers.ts'
import { safetyHandlers } from './safety/handlers.ts'
import { speechHandlers } from './speech/handlers.ts'
import { sessionHandlers } from './session/handlers.ts'

/** Every area's handlers; a contract method without one does not compile. */
export const areas: { [A in keyof Contract]: Handlers<Contract[A]> } = {
  body: bodyHandlers,
  roster: rosterHandlers,
  session: sessionHandlers,
  attendance: attendanceHandlers,
  ballot: ballotHandlers,
  appointment: appointmentHandlers,
  papers: papersHandlers,
  journal: journalHandlers,
  speech: speechHandlers,
  incident: incidentHandlers,
  hall: hallHandlers,
  safety: safetyHandlers,
  ledger: ledgerHandlers,
  dossier: dossierHandlers,
  formality: formalityHandlers,
}
