import { useState } from 'react'
import type { Leave } from '../../shared/contract/attendance.ts'
import type { SessionDetail } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { formatDay } from '../lib/formats.ts'
import { tell, useT } from '../lib/i18n.ts'
import { useKernelCommand, useKernelQuery } from '../lib/kernel.ts'
import { ForecastLine, sittingName } from '../session/index.ts'
import { Badge, Button, DataTable, EmptyState, Loaded, Panel, SplitLayout } from '../ui/index.ts'
import { LeaveDialog } from './LeaveDialog.tsx'
import { Suspensions } from './Suspensions.tsx'
import { Warnings } from './Warnings.tsx'

/** Leave before the day: the slips, what they leave of the quorum, who is suspended, who was away too often. */
export const LeaveView = ({ session, closed }: { session: SessionDetail; closed: boolean }) => {
  const leaves = useKernelQuery('attendance.leaves', { sessionId: session.id })
  return (
    <SplitLayout
      rightWidth={396}
      right={
        <div className="attendance-aside">
          <Foreseen session={session} />
          <Suspensions />
          <Warnings />
        </div>
      }
    >
      <Loaded query={leaves}>
        {(known) => <Slips leaves={known} session={session} closed={closed} />}
      </Loaded>
    </SplitLayout>
  )
}

const Slips = ({
  leaves,
  session,
  closed,
}: {
  leaves: readonly Leave[]
  session: SessionDetail
  closed: boolean
}) => {
  const t = useT()
  const remove = useKernelCommand('attendance.removeLeave')
  const [selected, setSelected] = useState<string | null>(null)
  const [editing, setEditing] = useState<'new' | Leave | null>(null)
  const chosen = leaves.find(({ id }) => id === selected) ?? null
  const discard = () => {
    if (chosen) void remove.run({ id: chosen.id, rev: chosen.rev })
  }
  useAction('attendance.add', () => setEditing('new'), !closed)
  useAction('attendance.edit', () => setEditing(chosen), !closed && chosen !== null)
  useAction('attendance.remove', discard, !closed && chosen !== null && !remove.pending)
  const scopeOf = ({ sittingId }: Leave): string => {
    const sitting = session.sittings.find(({ id }) => id === sittingId)
    return sitting ? sittingName(sitting) : t('attendance.slip.whole')
  }
  const office = ({ approverRole }: Leave): string =>
    approverRole === '' ? '' : t(`rules.value.${approverRole}`)
  return (
    <>
      <div className="attendance-toolbar">
        <h2>{t('attendance.slip.title')}</h2>
        {closed ? null : (
          <>
            <Button icon="add" chord="N" onClick={() => setEditing('new')}>
              {t('attendance.slip.add')}
            </Button>
            <Button icon="edit" chord="E" disabled={!chosen} onClick={() => setEditing(chosen)}>
              {t('common.edit')}
            </Button>
            <Button icon="remove" chord="Delete" disabled={!chosen} onClick={discard}>
              {t('common.remove')}
            </Button>
          </>
        )}
      </div>
      <DataTable<Leave>
        label={t('attendance.slip.title')}
        rows={leaves}
        rowKey={({ id }) => id}
        selected={selected}
        onSelect={setSelected}
        onOpen={(leave) => {
          if (!closed) setEditing(leave)
        }}
        columns={[
          { key: 'name', header: t('attendance.slip.member'), cell: ({ name }) => <b>{name}</b> },
          { key: 'scope', header: t('attendance.slip.scope'), cell: scopeOf },
          { key: 'reason', header: t('attendance.reason'), cell: ({ reason }) => reason },
          {
            key: 'approver',
            header: t('attendance.approver'),
            cell: (leave) => (
              <>
                {[leave.approver, office(leave)].filter(Boolean).join(' · ')}
                {leave.fault ? <div className="attendance-fault">! {tell(leave.fault)}</div> : null}
              </>
            ),
          },
          {
            key: 'granted',
            header: t('attendance.slip.granted'),
            cell: ({ grantedOn }) =>
              grantedOn === null ? (
                <Badge tone="warn">{t('attendance.slip.waiting')}</Badge>
              ) : (
                formatDay(grantedOn)
              ),
          },
        ]}
        empty={
          <EmptyState title={t('attendance.slip.none')}>{t('attendance.slip.noneHint')}</EmptyState>
        }
      />
      {editing === null ? null : (
        <LeaveDialog
          session={session}
          leave={editing === 'new' ? null : editing}
          onSaved={setSelected}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  )
}

/** Per sitting: who can come at most, and how far that is from the quorum. */
const Foreseen = ({ session }: { session: SessionDetail }) => {
  const t = useT()
  const forecasts = useKernelQuery('attendance.forecast', { sessionId: session.id })
  return (
    <Panel title={t('attendance.forecast.title')}>
      <ul className="attendance-foreseen">
        {session.sittings.map((sitting) => {
          const forecast = forecasts.data?.find(({ sittingId }) => sittingId === sitting.id)
          return (
            <li key={sitting.id}>
              <b>{sittingName(sitting)}</b>
              {forecast ? <ForecastLine forecast={forecast} kind={sitting.kind} /> : null}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
