import './attendance.css'
import './views.css'
import { useEffect, useRef, useState } from 'react'
import type { SessionDetail, Sitting } from '../../shared/contract/session.ts'
import type { Roll } from '../../shared/contract/attendance.ts'
import { useAction } from '../lib/commands.ts'
import { formatTime } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { choose, go, usePlace } from '../lib/place.ts'
import { currentSitting, NoSession, sittingName, useCurrent } from '../session/index.ts'
import { Button, EmptyState, Loaded, Screen, Tabs } from '../ui/index.ts'
import { GuestsView } from './GuestsView.tsx'
import { LeaveView } from './LeaveView.tsx'
import type { Layout } from './MemberGrid.tsx'
import { RollView } from './RollView.tsx'

/** The roll call of a sitting. */
export const AttendanceScreen = () => {
  const current = useCurrent()
  return (
    <Loaded query={current}>
      {({ session }) =>
        session ? <Sittings key={session.id} session={session} /> : <NoSession icon="present" />
      }
    </Loaded>
  )
}

const views = ['list', 'seats', 'leave', 'guests'] as const
type View = (typeof views)[number]

const Sittings = ({ session }: { session: SessionDetail }) => {
  const t = useT()
  const { sittings } = session
  const chosen = usePlace((state) => state.sittingId)
  const sitting = sittings.find(({ id }) => id === chosen) ?? currentSitting(sittings)
  const [view, setView] = useState<View>('list')
  const tabs = useRef<HTMLDivElement>(null)
  const step = (by: 1 | -1) => () => {
    const next = sitting && sittings[sittings.indexOf(sitting) + by]
    if (next) choose({ sittingId: next.id })
  }
  const turn = (by: 1 | -1) => () =>
    setView((now) => views[(views.indexOf(now) + by + views.length) % views.length] ?? now)
  useEffect(() => {
    tabs.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ inline: 'nearest' })
  }, [sitting?.id])
  useAction('attendance.previous', step(-1), sittings.length > 1)
  useAction('attendance.following', step(1), sittings.length > 1)
  useAction('attendance.nextView', turn(1), sitting !== null)
  useAction('attendance.previousView', turn(-1), sitting !== null)
  if (!sitting) return <NoSitting />
  const closed = session.state === 'closed'
  return (
    <Screen
      flush
      title={t('attendance.title')}
      note={
        <div className="attendance-views">
          <Tabs<View>
            label={t('attendance.views')}
            value={view}
            options={views.map((one) => ({ value: one, label: t(`attendance.view.${one}`) }))}
            onChange={setView}
          />
        </div>
      }
      actions={
        <div ref={tabs} className="attendance-sittings">
          <Tabs<string>
            label={t('attendance.sittings')}
            value={sitting.id}
            options={sittings.map((one) => ({
              value: one.id,
              label: `${sittingName(one)} ${formatTime(one.startsAt)}`,
            }))}
            onChange={(id) => choose({ sittingId: id })}
          />
        </div>
      }
    >
      {view === 'list' || view === 'seats' ? (
        <SittingRoll key={sitting.id} sitting={sitting} closed={closed} layout={view} />
      ) : null}
      {view === 'leave' ? <LeaveView session={session} closed={closed} /> : null}
      {view === 'guests' ? (
        <GuestsView key={sitting.id} session={session} sitting={sitting} closed={closed} />
      ) : null}
    </Screen>
  )
}

const NoSitting = () => {
  const t = useT()
  return (
    <EmptyState
      icon="present"
      title={t('attendance.noSitting')}
      action={
        <Button tone="primary" onClick={() => go('session')}>
          {t('session.toSession')}
        </Button>
      }
    >
      {t('attendance.noSittingHint')}
    </EmptyState>
  )
}

const SittingRoll = ({
  sitting,
  closed,
  layout,
}: {
  sitting: Sitting
  closed: boolean
  layout: Layout
}) => {
  const t = useT()
  const roll = useKernelQuery('attendance.roll', { sittingId: sitting.id })
  return (
    <Loaded query={roll}>
      {(known: Roll) =>
        known.entries.length === 0 ? (
          <EmptyState
            icon="people"
            title={t('attendance.noMembers')}
            action={
              <Button tone="primary" onClick={() => go('roster')}>
                {t('attendance.toRoster')}
              </Button>
            }
          >
            {t('attendance.noMembersHint')}
          </EmptyState>
        ) : (
          <RollView roll={known} sitting={sitting} closed={closed} layout={layout} />
        )
      }
    </Loaded>
  )
}
