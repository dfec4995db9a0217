import type { Roll, RollEntry } from '../../shared/contract/attendance.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { formatTime } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { Badge, Button, Facts, Finding, Note } from '../ui/index.ts'
import { Missing } from './Missing.tsx'
import { isNotCalled, seatName, standingOf, standingTone } from './standing.ts'
import type { Ask, Marks, Passing, Said } from './useMarks.ts'

/** The member chosen: where they stand, when they came and went, and every mark with its key. */
export const MemberPanel = ({
  entry,
  roll,
  sitting,
  closed,
  marks,
  onAsk,
}: {
  entry: RollEntry | null
  roll: Roll
  sitting: Sitting
  closed: boolean
  marks: Marks
  onAsk: (ask: Ask) => void
}) => {
  const t = useT()
  if (!entry) return <MissingPanel roll={roll} />
  const standing = standingOf(entry)
  const away = entry.state === 'onLeave' || entry.state === 'absent' ? entry.state : null
  return (
    <div className="attendance-panel">
      <header>
        <h2>{entry.name}</h2>
        <small>
          {[t(`common.kind.${entry.kind}`), seatName(entry)].filter(Boolean).join(' · ')}
        </small>
        <Badge tone={standingTone[standing]}>{t(`attendance.state.${standing}`)}</Badge>
      </header>
      {entry.suspended ? <Finding>{t('attendance.suspendedNote')}</Finding> : null}
      {standing === 'notCounted' ? (
        <Finding tone="warn">{t('attendance.notCountedNote')}</Finding>
      ) : null}
      {away ? <Absence said={entry} /> : null}
      {entry.state === null && entry.leave ? (
        <>
          <h3>{t('attendance.grantedBefore')}</h3>
          <Absence said={entry.leave} />
        </>
      ) : null}
      {entry.approverFault ? <Finding tone="warn">{tell(entry.approverFault)}</Finding> : null}
      {closed ? null : (
        <>
          <div className="attendance-marks">
            <Button chord="P" onClick={() => marks.mark(entry, 'present')}>
              {t('attendance.command.present')}
            </Button>
            <Button chord="Q" onClick={() => marks.mark(entry, 'onLeave')}>
              {t('attendance.command.leave')}
            </Button>
            <Button chord="X" onClick={() => marks.mark(entry, 'absent')}>
              {t('attendance.command.absent')}
            </Button>
          </div>
          <Button chord="Shift+P" onClick={() => marks.mark(entry, 'present', true)}>
            {t('attendance.command.presentByVideo')}
          </Button>
          {away ? (
            <Button
              icon="edit"
              chord="E"
              onClick={() => onAsk({ what: 'reason', entry, state: away })}
            >
              {t('attendance.command.edit')}
            </Button>
          ) : null}
        </>
      )}
      <Stays entry={entry} sitting={sitting} />
      {closed ? null : (
        <>
          <PassLine entry={entry} act="arrive" chord="I" marks={marks} onAsk={onAsk} />
          <PassLine entry={entry} act="depart" chord="O" marks={marks} onAsk={onAsk} />
        </>
      )}
    </div>
  )
}

/** Nobody chosen: who is still missing, and where they sit. */
const MissingPanel = ({ roll }: { roll: Roll }) => {
  const t = useT()
  const count = roll.counts.expected - roll.counts.present
  return (
    <div className="attendance-panel">
      <Note>{t('attendance.chooseMember')}</Note>
      {count > 0 && !isNotCalled(roll.entries) ? (
        <section>
          <h2>{t('attendance.missingCount', { count })}</h2>
          <Missing roll={roll} />
        </section>
      ) : null}
    </div>
  )
}

const Absence = ({ said }: { said: Said }) => {
  const t = useT()
  const office = said.approverRole === '' ? '' : t(`rules.value.${said.approverRole}`)
  return (
    <Facts
      items={[
        { label: t('attendance.reason'), value: said.reason || t('session.unset') },
        {
          label: t('attendance.approver'),
          value: [said.approver, office].filter(Boolean).join(' · ') || t('session.unset'),
        },
      ]}
    />
  )
}

const Stays = ({ entry, sitting }: { entry: RollEntry; sitting: Sitting }) => {
  const t = useT()
  const until = sitting.state === 'adjourned' ? 'attendance.stayedOn' : 'attendance.staying'
  return (
    <section>
      <h3>{t('attendance.stays')}</h3>
      {entry.intervals.length === 0 ? <Note>{t('attendance.noStays')}</Note> : null}
      <ol className="attendance-stays">
        {entry.intervals.map(({ from, to }) => (
          <li key={from}>
            {to === null
              ? t(until, { from: formatTime(from) })
              : t('attendance.stay', { from: formatTime(from), to: formatTime(to) })}
          </li>
        ))}
      </ol>
    </section>
  )
}

const PassLine = ({
  entry,
  act,
  chord,
  marks,
  onAsk,
}: {
  entry: RollEntry
  act: Passing
  chord: string
  marks: Marks
  onAsk: (ask: Ask) => void
}) => {
  const t = useT()
  return (
    <div className="attendance-acts">
      <Button
        icon={act === 'arrive' ? 'in' : 'out'}
        chord={chord}
        onClick={() => marks.passNow(entry, act)}
      >
        {t(`attendance.act.${act}`)}
      </Button>
      <Button chord={`Shift+${chord}`} onClick={() => onAsk({ what: 'time', entry, act })}>
        {t('attendance.act.at')}
      </Button>
    </div>
  )
}
