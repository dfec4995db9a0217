import type { Act, ActKind } from '../../../shared/contract/appointment.ts'
import type { Paper } from '../../../shared/papers/paper.ts'
import { resumePaper, type ResumeFact } from '../../../shared/papers/resume.ts'
import { nominationsOf } from '../appointment/queries.ts'
import { dossiersOf } from '../dossier/queries.ts'
import type { Reader } from '../store/sql.ts'
import { headOf } from './head.ts'

const intoOffice: readonly ActKind[] = ['appoint', 'act-as', 'approve-appoint']

/** Still to be voted on or passed: who failed, withdrew or was put off is in no packet. */
const stands = ({ act, outcome }: Act): boolean =>
  act !== 'end' && (outcome === 'pending' || outcome === 'passed')

/** Everybody proposed for an office, and of those who leave one whoever came with a form. */
const personsOf = (db: Reader, sessionId: string): ResumeFact[] => {
  const acts = nominationsOf(db, sessionId).flatMap((nomination) => nomination.acts.filter(stands))
  const dossiers = dossiersOf(db, { sessionId })
  return [...Map.groupBy(acts, ({ personId, personName }) => personId ?? personName).values()]
    .map((own) => {
      const ids = new Set(own.map(({ id }) => id))
      const personId = own[0]?.personId ?? null
      // The newest comes first; a form speaks for an act alone only while nobody is named as meant.
      const form = dossiers.find((one) =>
        personId === null ? one.actId !== null && ids.has(one.actId) : one.personId === personId,
      )
      return { person: own[0]?.personName ?? '', acts: own, form: form?.facts ?? null }
    })
    .filter(
      ({ acts: own, form }) => form !== null || own.some(({ act }) => intoOffice.includes(act)),
    )
}

export const resumes = (db: Reader, sessionId: string): Paper[] => [
  resumePaper({ ...headOf(db, sessionId), persons: personsOf(db, sessionId) }),
]
