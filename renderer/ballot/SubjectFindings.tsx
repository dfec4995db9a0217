import type { Question } from '../../shared/contract/ballot.ts'
import { standing, useFindings } from '../appointment/index.ts'
import { tell, useT } from '../lib/i18n.ts'
import { Finding } from '../ui/index.ts'

/** More than these would push the figures off the screen. */
const most = 4

/**
 * What stands against the acts of a question while it is not decided: what the law forbids, and warnings nobody went
 * past, as they may come about after the asking. A seat and an office that do not go together are told even so.
 */
export const SubjectFindings = ({ question }: { question: Question }) => {
  const t = useT()
  const { sessionId, actIds } = question
  const all = useFindings(sessionId, actIds.length > 0 && !question.standing) ?? []
  const { blocks, open } = standing(all, actIds)
  const seats = all.filter(
    ({ code, override, actIds: about }) =>
      code === 'incompatible' && override !== null && about.some((id) => actIds.includes(id)),
  )
  const shown = question.standing ? [] : [...blocks, ...open, ...seats]
  return (
    <>
      {shown.slice(0, most).map((finding) => (
        <Finding
          key={`${finding.actIds.join(' ')} ${tell(finding.message)}`}
          tone={finding.severity === 'block' ? 'bad' : 'warn'}
        >
          {tell(finding.message)}
          {finding.article ? ` ${finding.article}` : ''}
        </Finding>
      ))}
      {shown.length > most ? (
        <Finding tone="warn">
          {t('appointment.moreFindings', { count: shown.length - most })}
        </Finding>
      ) : null}
    </>
  )
}
