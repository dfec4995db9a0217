import { useMemo } from 'react'
import type { SessionDetail } from '../../shared/contract/session.ts'
import { today } from '../lib/formats.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { usePlace } from '../lib/place.ts'
import { currentSitting } from './current.ts'
import type { Check } from './check.ts'
import { readiness } from './readiness.ts'

/** What of the session is ready, followed live; undefined until everything was asked. */
export const useReadiness = (session: SessionDetail): readonly Check[] | undefined => {
  const chosen = usePlace((state) => state.sittingId)
  const sitting = currentSitting(session.sittings, chosen)
  const sessions = useKernelQuery('session.list', {})
  const membership = useKernelQuery('roster.membership', {})
  const questions = useKernelQuery('ballot.questions', { sessionId: session.id })
  const nominations = useKernelQuery('appointment.nominations', { sessionId: session.id })
  const after = useKernelQuery('formality.ofSession', { sessionId: session.id })
  const roll = useKernelQuery(
    'attendance.roll',
    { sittingId: sitting?.id ?? '' },
    { enabled: sitting !== null },
  )
  return useMemo(() => {
    if (!sessions.data || !membership.data || !questions.data || !nominations.data) return undefined
    return readiness({
      session,
      sessions: sessions.data,
      today: today(),
      inOffice: membership.data.inOffice,
      sitting,
      roll: roll.data ?? null,
      questions: questions.data,
      nominations: nominations.data,
      after: after.data?.counts ?? null,
    })
  }, [
    session,
    sitting,
    sessions.data,
    membership.data,
    questions.data,
    nominations.data,
    after.data,
    roll.data,
  ])
}
