import type { ActFinding } from '../../shared/contract/appointment.ts'
import type { Question } from '../../shared/contract/ballot.ts'
import { standing, useFindings } from '../appointment/index.ts'
import { tell, useT } from '../lib/i18n.ts'
import { Finding } from '../ui/index.ts'

/** More than these would push the figures off the screen. */
const most = 4

/** Findings as one reads them at the desk: what is said of several once, the first few whole, the others counted. */
export const FindingLines = ({ findings: all }: { findings: readonly ActFinding[] }) => {
  const t = useT()
  const findings = [...new Map(all.map((one) => [tell(one.message), one])).values()]
  return (
    <>
      {findings.slice(0, most).map((finding) => (
        <Finding key={tell(finding.message)} tone={finding.severity === 'block' ? 'bad' : 'warn'}>
          {tell(finding.message)}
          {finding.article ? ` ${finding.article}` : ''}
        </Finding>
      ))}
      {findings.length > most ? (
        <Finding tone="warn">
          {t('appointment.moreFindings', { count: findings.length - most })}
        </Finding>
      ) : null}
    </>
  )
}

/**
 * What stands against the acts of a question while it is not decided: what the law forbids, and warnings nobody went
 * past, as they may come about after the asking. A seat and an office that do not go together are told even so.
 */
export const SubjectFindings = ({ question }: { question: Question }) => {
  const { sessionId, actIds } = question
  const all = useFindings(sessionId, actIds.length > 0 && !question.standing) ?? []
  const { blocks, open } = standing(all, actIds)
  const seats = all.filter(
    ({ code, override, actIds: about }) =>
      code === 'incompatible' && override !== null && about.some((id) => actIds.includes(id)),
  )
  return question.standing ? null : <FindingLines findings={[...blocks, ...open, ...seats]} />
}
