import type { RollEntry } from '../../shared/contract/attendance.ts'
import type { Sitting } from '../../shared/contract/session.ts'
import { formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { Badge, Button, Facts, Note } from '../ui/index.ts'
import { standingOf, standingTone } from './standing.ts'
import type { Ask, Marks, Passing } from './useMarks.ts'

/** The member chosen: where they stand, when they came and went, and every mark with its key. */
export const MemberPanel = ({
  entry,
  sitting,
  closed,
  marks,
  onAsk,
}: {
  entry: RollEntry | null
  sitting: Sitting
  closed: boolean
  marks: Marks
  onAsk: (ask: Ask) => void
}) => {
  const t = useT()
  if (!entry) return <Note>{t('attendance.chooseMember')}</Note>
  const standing = standingOf(entry)
  const away = entry.state === 'onLeave' || entry.state === 'absent' ? entry.state : null
  return (
    <div className="attendance-panel">
      <header>
        <h2>{entry.name}</h2>
        <small>{t(`common.kind.${entry.kind}`)}</small>
        <Badge tone={standingTone[standing]}>{t(`attendance.state.${standing}`)}</Badge>
      </header>
      {away ? (
        <Facts
          items={[
            { label: t('attendance.reason'), value: entry.reason || t('session.unset') },
            { label: t('attendance.approver'), value: entry.approver || t('session.unset') },
          ]}
        />
      ) : null}
      {closed ? null : (
        <>
          <div className="attendance-marks">
            <Button chord="P" onClick={() => marks.mark(entry, 'present')}>
              {t('attendance.command.present')}
            </Button>
            <Button chord="L" onClick={() => marks.mark(entry, 'onLeave')}>
              {t('attendance.command.leave')}
            </Button>
            <Button chord="X" onClick={() => marks.mark(entry, 'absent')}>
              {t('attendance.command.absent')}
            </Button>
          </div>
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
