import { theBody } from '../body/queries.ts'
import { sessionDetail } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'

/** Name of the body and number of the meeting, as every paper's head needs them. */
export const headOf = (
  db: Reader,
  sessionId: string,
): { bodyName: string; term: number; session: number } => {
  const session = sessionDetail(db, sessionId)
  const { name } = theBody(db)
  return { bodyName: name, term: session.termNumber, session: session.number }
}
