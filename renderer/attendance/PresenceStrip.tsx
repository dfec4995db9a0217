import './attendance.css'
import { useState } from 'react'
import type { Roll } from '../../shared/contract/attendance.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { useT } from '../lib/i18n.ts'
import { Badge, Button } from '../ui/index.ts'
import { Missing } from './Missing.tsx'

/** The sitting's numbers in a narrow column: who is expected and here, the quorum with its margin, who is missing. */
export const PresenceStrip = ({ sitting, roll }: { sitting: Sitting; roll: Roll }) => {
  const t = useT()
  const [open, setOpen] = useState(false)
  const { counts, quorum } = roll
  const missing = counts.expected - counts.present
  const spare = quorum.present - quorum.needed
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
      {sitting.kind === 'group' ? null : (
        <p>
          <Badge tone={quorum.met ? 'good' : 'bad'}>
            {t('common.quorum', { needed: quorum.needed })}
          </Badge>
          <span>
            {spare < 0
              ? t('attendance.shortBy', { count: -spare })
              : t(spare > 0 ? 'attendance.spare' : 'attendance.spareNone', { count: spare })}
          </span>
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
