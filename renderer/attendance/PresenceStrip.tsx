import './attendance.css'
import { useState } from 'react'
import type { Quorum, Roll } from '../../shared/contract/attendance.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { quorumStanding, type QuorumStanding } from '../../shared/rules/quorum-standing.ts'
import { useT } from '../lib/i18n.ts'
import { Button, QuorumBadge } from '../ui/index.ts'
import { Missing } from './Missing.tsx'

/** The sitting's numbers in a narrow column: who is expected and here, the quorum with its margin, who is missing. */
export const PresenceStrip = ({ sitting, roll }: { sitting: Sitting; roll: Roll }) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { counts, quorum } = roll
  const missing = counts.expected - counts.present
  const standing = quorumStanding(sitting.kind, roll)
  return (
    <section className="attendance-strip" aria-label={t('attendance.presence')}>
      <dl>
        <div data-large>
          <dt>{t('common.present')}</dt>
          <dd>{counts.present}</dd>
        </div>
        <div data-large>
          <dt>{t('common.expected')}</dt>
          <dd>{counts.expected}</dd>
        </div>
        <div>
          <dt>{t('common.onLeave')}</dt>
          <dd>{counts.onLeave}</dd>
        </div>
        <div>
          <dt>{t('common.absent')}</dt>
          <dd>{counts.absent}</dd>
        </div>
        {counts.unmarked > 0 ? (
          <div>
            <dt>{t('common.unmarked')}</dt>
            <dd>{counts.unmarked}</dd>
          </div>
        ) : null}
      </dl>
      {standing === null ? null : (
        <p>
          <QuorumBadge standing={standing} needed={quorum.needed} />
          <Margin standing={standing} quorum={quorum} />
        </p>
      )}
      {missing > 0 ? (
        <>
          <Button size="s" tone="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'attendance.missingHide' : 'attendance.missingShow', { count: missing })}
          </Button>
          {open ? <Missing roll={roll} /> : null}
        </>
      ) : null}
    </section>
  )
}

/** How many may still go, or are missing; that nobody was called yet. */
const Margin = ({ standing, quorum }: { standing: QuorumStanding; quorum: Quorum }) => {
  const t = useT()
  const spare = quorum.present - quorum.needed
  if (standing === 'uncalled') return <span>{t('attendance.uncalled')}</span>
  if (standing === 'short') return <span>{t('attendance.shortBy', { count: -spare })}</span>
  return <span>{t(spare > 0 ? 'attendance.spare' : 'attendance.spareNone', { count: spare })}</span>
}
