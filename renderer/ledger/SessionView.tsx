import { useState, type ReactNode } from 'react'
import type { ActOrigin, TenureShown } from '../../shared/contract/ledger.ts'
import type { SessionSummary } from '../../shared/contract/session.ts'
import { useAction } from '../lib/commands.ts'
import { formatDay, formatNumeral } from '../lib/formats.ts'
import { useT, type Say } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { usePlace } from '../lib/place.ts'
import { Badge, EmptyState, Loaded, SplitLayout, VirtualTable, type Column } from '../ui/index.ts'
import { OrganList } from './OrganList.tsx'
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

/** One thing a session did to a tenure. */
type Deed = { key: string; tenure: TenureShown; origin: ActOrigin; began: boolean }

const deedsOf = (tenures: readonly TenureShown[], sessionId: string): Deed[] =>
  tenures
    .flatMap((tenure): Deed[] =>
      [
        { origin: tenure.by, began: true },
        { origin: tenure.endedBy, began: false },
      ].flatMap(({ origin, began }) =>
        origin?.sessionId === sessionId
          ? [{ key: `${tenure.id} ${began ? 'began' : 'ended'}`, tenure, origin, began }]
          : [],
      ),
    )
    .toSorted((a, b) => Number(b.began) - Number(a.began))

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
  const deeds = deedsOf(answer.data ?? [], sessionId)
  const current = deeds.find(({ key }) => key === selected)?.tenure ?? null
  useAction('ledger.open', () => current && onPerson(current.personId), current !== null)
  return (
    <SplitLayout
      leftWidth={224}
      rightWidth={304}
      left={list}
      right={<TenurePanel tenure={current} onPerson={onPerson} />}
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
              onOpen={({ tenure }) => onPerson(tenure.personId)}
              empty={<EmptyState title={t('ledger.noActs')}>{t('ledger.noActsHint')}</EmptyState>}
            />
          </div>
        )}
      </Loaded>
    </SplitLayout>
  )
}

const deedColumns = (t: Say): Column<Deed>[] => [
  {
    key: 'deed',
    header: t('ledger.deed'),
    width: '100px',
    cell: ({ began, tenure }) => (
      <Badge tone={began ? 'good' : 'plain'} sign={began ? '+' : '−'}>
        {began
          ? t(tenure.acting ? 'ledger.acting' : 'ledger.began')
          : t(`ledger.endReason.${tenure.endReason ?? 'other'}`)}
      </Badge>
    ),
  },
  {
    key: 'person',
    header: t('ledger.person'),
    width: '120px',
    cell: ({ tenure }) => <b className="ledger-name">{tenure.personName}</b>,
  },
  {
    key: 'post',
    header: t('ledger.post'),
    width: 'minmax(200px, 1.5fr)',
    cell: ({ tenure }) => <span title={tenure.postName}>{heldName(tenure)}</span>,
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
