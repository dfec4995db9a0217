import { useState, type ReactNode } from 'react'
import type {
  ActOrigin,
  SessionDeeds,
  TenureShown,
  Unrecorded,
} from '../../shared/contract/ledger.ts'
import type { SessionSummary } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { formatDay, formatNumeral } from '../lib/formats.ts'
import { useT, type Say } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { go, usePlace } from '../lib/place.ts'
import {
  Badge,
  Button,
  EmptyState,
  Loaded,
  Note,
  SplitLayout,
  VirtualTable,
  type Column,
} from '../ui/index.ts'
import { OrganList } from './OrganList.tsx'
import { PostName } from './PostName.tsx'
import { TenurePanel } from './TenurePanel.tsx'
import { useLedger } from './useLedger.ts'
import { heldName, voteText } from './words.ts'

/** What the acts of one session did: tenures it began, tenures it ended. */
export const SessionView = ({ onPerson }: { onPerson: (personId: string) => void }) => {
  const sessions = useKernelQuery('session.list', {})
  return (
    <Loaded query={sessions}>{(list) => <Sessions sessions={list} onPerson={onPerson} />}</Loaded>
  )
}

const Sessions = ({
  sessions,
  onPerson,
}: {
  sessions: readonly SessionSummary[]
  onPerson: (personId: string) => void
}) => {
  const t = useT()
  const [chosen, setChosen] = useState(usePlace.getState().sessionId)
  const session = sessions.find(({ id }) => id === chosen) ?? sessions[0]
  if (!session) return <EmptyState icon="house" title={t('ledger.noSessions')} />
  const choices = sessions.map(({ id, number, termNumber, startsOn }) => ({
    id,
    name: t('session.shortName', { number: formatNumeral(number) }),
    group: t('body.currentTerm', { number: formatNumeral(termNumber) }),
    note: formatDay(startsOn),
  }))
  return (
    <SessionActs
      key={session.id}
      sessionId={session.id}
      onPerson={onPerson}
      list={
        <OrganList
          label={t('ledger.sessions')}
          choices={choices}
          selected={session.id}
          onSelect={setChosen}
        />
      }
    />
  )
}

/** One thing a session did to a tenure, or was to do: `unrecorded` where the ledger could not follow. */
type Deed = {
  key: string
  manner: 'unrecorded' | 'began' | 'ended' | 'pending'
  personName: string
  postName: string
  origin: ActOrigin
  tenure: TenureShown | null
  unrecorded: Unrecorded | null
}

const tenureDeeds = (tenure: TenureShown, sessionId: string): Deed[] => {
  const manners = { began: tenure.by, ended: tenure.endedBy, pending: tenure.pendingBy }
  return (['began', 'ended', 'pending'] as const).flatMap((manner) => {
    const origin = manners[manner]
    if (origin?.sessionId !== sessionId) return []
    const { personName } = tenure
    const postName = heldName(tenure)
    const key = `${tenure.id} ${manner}`
    return [{ key, manner, personName, postName, origin, tenure, unrecorded: null }]
  })
}

const unrecordedDeed = (unrecorded: Unrecorded): Deed => {
  const { actId, position, personName, postName, origin } = unrecorded
  const key = `${actId} ${position} unrecorded`
  return { key, manner: 'unrecorded', personName, postName, origin, tenure: null, unrecorded }
}

/** What needs a person to look at it first, then who came, who went, and who is to go. */
const deedsOf = ({ tenures, unrecorded }: SessionDeeds, sessionId: string): Deed[] => {
  const order: readonly Deed['manner'][] = ['unrecorded', 'began', 'ended', 'pending']
  return [
    ...unrecorded.map(unrecordedDeed),
    ...tenures.flatMap((tenure) => tenureDeeds(tenure, sessionId)),
  ].toSorted((a, b) => order.indexOf(a.manner) - order.indexOf(b.manner))
}

/** Why the ledger could not follow an act, and the way out. */
const UnrecordedPanel = ({ unrecorded }: { unrecorded: Unrecorded }) => {
  const t = useT()
  const { personName, postName, verb, why, origin } = unrecorded
  return (
    <div className="ledger-panel">
      <h2>{personName}</h2>
      <p className="ledger-post">{verb + postName}</p>
      <Note>{t(`ledger.unrecorded.${why}`)}</Note>
      {why === 'person-unknown' ? (
        <Button wide onClick={() => go('appointment', { sessionId: origin.sessionId })}>
          {t('ledger.unrecorded.toAppointment')}
        </Button>
      ) : null}
    </div>
  )
}

const SessionActs = ({
  sessionId,
  onPerson,
  list,
}: {
  sessionId: string
  onPerson: (personId: string) => void
  list: ReactNode
}) => {
  const t = useT()
  const answer = useLedger('ledger.session', { sessionId })
  const [selected, setSelected] = useState<string | null>(null)
  const deeds = deedsOf(answer.data ?? { tenures: [], unrecorded: [] }, sessionId)
  const chosen = deeds.find(({ key }) => key === selected)
  const current = chosen?.tenure ?? null
  useAction('ledger.open', () => current && onPerson(current.personId), current !== null)
  return (
    <SplitLayout
      leftWidth={224}
      rightWidth={304}
      left={list}
      right={
        chosen?.unrecorded ? (
          <UnrecordedPanel unrecorded={chosen.unrecorded} />
        ) : (
          <TenurePanel tenure={current} onPerson={onPerson} />
        )
      }
    >
      <Loaded query={answer}>
        {() => (
          <div className="ledger-list">
            <VirtualTable
              label={t('ledger.view.session')}
              columns={deedColumns(t)}
              rows={deeds}
              rowKey={({ key }) => key}
              selected={selected}
              onSelect={setSelected}
              onOpen={({ tenure }) => tenure && onPerson(tenure.personId)}
              empty={<EmptyState title={t('ledger.noActs')}>{t('ledger.noActsHint')}</EmptyState>}
            />
          </div>
        )}
      </Loaded>
    </SplitLayout>
  )
}

const deedBadge = ({ manner, tenure }: Deed, t: Say) => {
  if (manner === 'unrecorded')
    return (
      <Badge tone="warn" sign="!">
        {t('ledger.unrecorded.label')}
      </Badge>
    )
  if (manner === 'pending')
    return (
      <Badge tone="warn" sign="…">
        {t('ledger.pending')}
      </Badge>
    )
  const began = manner === 'began'
  return (
    <Badge tone={began ? 'good' : 'plain'} sign={began ? '+' : '−'}>
      {began
        ? t(tenure?.acting ? 'ledger.acting' : 'ledger.began')
        : t(`ledger.endReason.${tenure?.endReason ?? 'other'}`)}
    </Badge>
  )
}

const deedColumns = (t: Say): Column<Deed>[] => [
  {
    key: 'deed',
    header: t('ledger.deed'),
    width: '118px',
    cell: (deed) => deedBadge(deed, t),
  },
  {
    key: 'person',
    header: t('ledger.person'),
    width: '120px',
    cell: ({ personName }) => <b className="ledger-name">{personName}</b>,
  },
  {
    key: 'post',
    header: t('ledger.post'),
    width: 'minmax(200px, 1.5fr)',
    cell: ({ postName }) => <PostName name={postName} />,
  },
  {
    key: 'day',
    header: t('ledger.effectiveOn'),
    width: '130px',
    cell: ({ origin }) => formatDay(origin.date),
  },
  {
    key: 'vote',
    header: t('ledger.vote'),
    width: '190px',
    cell: ({ origin }) => voteText(origin),
  },
]
