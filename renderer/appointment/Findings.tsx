import { useState } from 'react'
import type { Act, ActFinding } from '../../shared/contract/appointment.ts'
import type { Finding, Severity } from '../../shared/contract/findings.ts'
import { isOfNomination, keepsFromAsking } from '../../shared/rules/appointment/gate.ts'
import { formatMoment } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { Button, StateMark, TextField, type Tone } from '../ui/index.ts'

export const severityTone: Record<Severity, Tone> = { block: 'bad', warn: 'warn', note: 'plain' }

/** What the law says and what to do about it. */
export const FindingText = ({ finding }: { finding: Finding }) => {
  const t = useT()
  return (
    <>
      <p className="appointment-said">
        <StateMark
          tone={severityTone[finding.severity]}
          label={t(`appointment.severity.${finding.severity}`)}
        />
        <span>
          {tell(finding.message)}
          {finding.article ? <cite>{finding.article}</cite> : null}
        </span>
      </p>
      <p className="appointment-way">{tell(finding.wayOut)}</p>
    </>
  )
}

/** The findings at one act, the gravest first; a warning can be gone past with a reason that is kept. */
export const ActFindings = ({
  act,
  findings,
  closed,
}: {
  act: Act
  findings: readonly ActFinding[]
  closed: boolean
}) => {
  const t = useT()
  const grave: Record<Severity, number> = { block: 0, warn: 1, note: 2 }
  const sorted = findings.toSorted((a, b) => grave[a.severity] - grave[b.severity])
  if (sorted.length === 0) return <p className="appointment-none">{t('appointment.noFindings')}</p>
  return (
    <ul className="appointment-findings">
      {sorted.map((finding) => (
        <FindingLine key={keyOf(finding)} act={act} finding={finding} closed={closed} />
      ))}
    </ul>
  )
}

/** What is said of a whole nomination, once; what is gone past is so for all acts it is about. */
export const NominationFindings = ({
  acts,
  findings: all,
  closed,
}: {
  /** Of the nomination. */
  acts: readonly Act[]
  /** Of the session. */
  findings: readonly ActFinding[]
  closed: boolean
}) => {
  const t = useT()
  const lines = all.filter(isOfNomination).flatMap((finding) => {
    const own = acts.filter(({ id }) => finding.actIds.includes(id))
    // Once one of them was asked the reason stands.
    const act = own.find(({ questionId }) => questionId !== null) ?? own[0]
    return act ? [{ finding, act }] : []
  })
  if (lines.length === 0) return null
  return (
    <ul className="appointment-findings" aria-label={t('appointment.ofNomination')}>
      {lines.map(({ finding, act }) => (
        <FindingLine key={keyOf(finding)} act={act} finding={finding} closed={closed} />
      ))}
    </ul>
  )
}

const keyOf = ({ code, message }: Finding): string => `${code} ${tell(message)}`

const FindingLine = ({
  act,
  finding,
  closed,
}: {
  act: Act
  finding: ActFinding
  closed: boolean
}) => (
  <li data-severity={finding.severity} data-past={finding.override !== null || undefined}>
    <FindingText finding={finding} />
    {finding.severity === 'warn' && !keepsFromAsking(finding) ? (
      <OverrideLine act={act} finding={finding} closed={closed} />
    ) : null}
  </li>
)

const OverrideLine = ({
  act,
  finding: { code, override },
  closed,
}: {
  act: Act
  finding: ActFinding
  closed: boolean
}) => {
  const t = useT()
  const [reason, setReason] = useState<string | null>(null)
  const goPast = useKernelCommand('appointment.override')
  const takeBack = useKernelCommand('appointment.takeBackOverride')
  const actId = act.id
  const settled = closed || act.outcome === 'passed' || act.outcome === 'failed'
  if (override)
    return (
      <p className="appointment-past">
        <span>
          {t('appointment.wentPast', {
            reason: override.reason,
            operator: override.operator,
            at: formatMoment(override.at),
          })}
        </span>
        {settled || act.questionId ? null : (
          <Button
            size="s"
            tone="quiet"
            pending={takeBack.pending}
            onClick={() => void takeBack.run({ actId, code })}
          >
            {t('appointment.takeBack')}
          </Button>
        )}
      </p>
    )
  if (settled) return null
  if (reason === null)
    return (
      <Button size="s" onClick={() => setReason('')}>
        {t('appointment.goPast')}
      </Button>
    )
  const submit = async () => {
    const reply = await goPast.run({ actId, code, reason })
    if (reply.ok) setReason(null)
  }
  return (
    <form
      className="appointment-past"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <TextField
        label={t('appointment.goPastReason')}
        hideLabel
        placeholder={t('appointment.goPastReason')}
        value={reason}
        onChange={setReason}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          setReason(null)
        }}
        autoFocus
      />
      <Button
        type="submit"
        size="s"
        tone="primary"
        pending={goPast.pending}
        disabled={reason.trim() === ''}
      >
        {t('common.save')}
      </Button>
    </form>
  )
}
