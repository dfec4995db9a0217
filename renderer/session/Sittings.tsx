import { useState } from 'react'
import type { Forecast } from '../../shared/contract/attendance.ts'
import type { SessionDetail, Sitting } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { formatDay, formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { choose, go, usePlace } from '../lib/place.ts'
import { Badge, Button, Note, Panel } from '../ui/index.ts'
import { currentSitting } from './current.ts'
import { ForecastLine } from './Forecast.tsx'
import { sittingName } from './names.ts'
import { useOpening } from './Opening.tsx'
import { SittingDialog } from './SittingDialog.tsx'

const tones = { planned: 'plain', open: 'seal', adjourned: 'good' } as const

/** The session's sittings in the order of their beginning; the marked one is what O opens or adjourns. */
export const Sittings = ({ session }: { session: SessionDetail }) => {
  const t = useT()
  const chosen = usePlace((state) => state.sittingId)
  const opening = useOpening()
  const adjourn = useKernelCommand('session.setSittingState')
  const forecast = useKernelQuery('attendance.forecast', { sessionId: session.id })
  const [editing, setEditing] = useState<'new' | Sitting | null>(null)
  const closed = session.state === 'closed'
  const marked =
    session.sittings.find(({ id }) => id === chosen) ?? currentSitting(session.sittings)
  const pending = opening.pending || adjourn.pending
  const toggle = (sitting: Sitting) => {
    const { id, rev, state } = sitting
    if (state === 'open') void adjourn.run({ id, rev, state: 'adjourned' })
    else opening.open(sitting)
  }
  useAction('session.sitting', () => setEditing('new'), !closed)
  useAction('session.editSitting', () => setEditing(marked), marked !== null && !closed)
  useAction('session.begin', () => marked && toggle(marked), marked !== null && !closed && !pending)
  return (
    <Panel
      title={t('session.sittings')}
      actions={
        closed ? null : (
          <Button size="s" icon="add" chord="Shift+N" onClick={() => setEditing('new')}>
            {t('session.command.sitting')}
          </Button>
        )
      }
    >
      {session.sittings.length === 0 ? <Note>{t('session.noSittings')}</Note> : null}
      <ul className="session-sittings">
        {session.sittings.map((sitting) => (
          <SittingLine
            key={sitting.id}
            sitting={sitting}
            forecast={forecast.data?.find(({ sittingId }) => sittingId === sitting.id)}
            marked={sitting.id === marked?.id}
            closed={closed}
            pending={pending}
            onToggle={() => toggle(sitting)}
            onEdit={() => setEditing(sitting)}
          />
        ))}
      </ul>
      {opening.dialog}
      {editing === null ? null : (
        <SittingDialog
          session={session}
          sitting={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Panel>
  )
}

const hoursOf = ({ startsAt, endsAt }: Sitting): string => {
  const from = `${formatDay(startsAt)} ${formatTime(startsAt)}`
  return endsAt ? `${from}–${formatTime(endsAt)}` : from
}

const SittingLine = ({
  sitting,
  forecast,
  marked,
  closed,
  pending,
  onToggle,
  onEdit,
}: {
  sitting: Sitting
  forecast: Forecast | undefined
  marked: boolean
  closed: boolean
  pending: boolean
  onToggle: () => void
  onEdit: () => void
}) => {
  const t = useT()
  const { id, state } = sitting
  return (
    <li data-marked={marked || undefined}>
      <button
        type="button"
        className="session-sitting"
        aria-pressed={marked}
        onClick={() => choose({ sittingId: id })}
        onDoubleClick={closed ? undefined : onEdit}
      >
        <b>{sittingName(sitting)}</b>
        <Badge tone={tones[state]}>{t(`session.sittingState.${state}`)}</Badge>
        <span>{hoursOf(sitting)}</span>
        <small>{[sitting.place, sitting.chairName].filter(Boolean).join(' · ')}</small>
        {state === 'planned' && forecast && forecast.inOffice > 0 ? (
          <ForecastLine forecast={forecast} kind={sitting.kind} />
        ) : null}
      </button>
      <div className="kit-row">
        {closed ? null : (
          <Button
            size="s"
            tone={marked && state === 'planned' ? 'primary' : 'plain'}
            chord={marked ? 'Shift+Space' : undefined}
            disabled={pending}
            onClick={onToggle}
          >
            {t(`session.sittingAct.${state}`)}
          </Button>
        )}
        <Button size="s" icon="present" onClick={() => go('attendance', { sittingId: id })}>
          {t('session.toRoll')}
        </Button>
        {closed ? null : (
          <Button size="s" icon="edit" tone="quiet" onClick={onEdit}>
            {t('common.edit')}
          </Button>
        )}
      </div>
    </li>
  )
}
