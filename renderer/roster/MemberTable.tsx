import type { ReactNode } from 'react'
import type { Member } from '../../shared/contract/roster.ts'
import { formatMoment } from '../lib/formats.ts'
import { useT, type Say } from '../lib/i18n.ts'
import { Badge, DataTable, Tooltip, type Column } from '../ui/index.ts'

/** What put the member in its place. */
const orderOf = ({ orderOverride, rank }: Member, t: Say): ReactNode => {
  if (orderOverride !== null) {
    return <Badge sign="↕">{t('roster.orderManual', { place: orderOverride })}</Badge>
  }
  return rank === null ? t('roster.orderStrokes') : t('roster.orderRank', { place: rank })
}

const NameCell = ({ member }: { member: Member }) => {
  const t = useT()
  const characters = member.unknownStrokes.join('')
  return (
    <>
      <b className="roster-name">{member.name}</b>
      {characters ? (
        <Tooltip label={t('roster.unknownStrokesHint', { characters })}>
          <span className="roster-unknown">
            <Badge tone="warn">{t('roster.unknownStrokes', { characters })}</Badge>
          </span>
        </Tooltip>
      ) : null}
    </>
  )
}

const formerColumns = (t: Say): Column<Member>[] => [
  {
    key: 'endsAt',
    header: t('roster.endsAt'),
    width: '180px',
    cell: ({ endsAt }) => formatMoment(endsAt),
  },
  {
    key: 'endReason',
    header: t('roster.endReason'),
    width: '140px',
    cell: ({ endReason }) => (endReason ? t(`roster.reason.${endReason}`) : ''),
  },
]

/** Who is in office may still have a day of leaving ahead; the column shows only then. */
const servingColumns = (members: readonly Member[], t: Say): Column<Member>[] => {
  const order: Column<Member> = {
    key: 'order',
    header: t('roster.order'),
    width: '130px',
    cell: (member) => orderOf(member, t),
  }
  const until: Column<Member> = {
    key: 'until',
    header: t('roster.endsAt'),
    width: '190px',
    cell: ({ endsAt }) => (endsAt ? t('roster.inOfficeUntil', { day: formatMoment(endsAt) }) : ''),
  }
  return members.some(({ endsAt }) => endsAt !== null) ? [order, until] : [order]
}

/** Members in the official order. */
export const MemberTable = ({
  label,
  members,
  positions,
  former,
  ...rest
}: {
  label: string
  members: readonly Member[]
  /** Place in the whole list by member id, kept while the list is narrowed. */
  positions: ReadonlyMap<string, number>
  former: boolean
  selected: string | null
  onSelect: (id: string) => void
  onOpen: (member: Member) => void
  empty: ReactNode
}) => {
  const t = useT()
  const columns: Column<Member>[] = [
    {
      key: 'position',
      header: t('roster.position'),
      width: '64px',
      cell: ({ id }) => <span className="roster-dim">{positions.get(id)}</span>,
    },
    {
      key: 'name',
      header: t('roster.name'),
      width: '230px',
      cell: (member) => <NameCell member={member} />,
    },
    {
      key: 'kind',
      header: t('roster.kind'),
      width: '110px',
      cell: ({ kind }) => t(`common.kind.${kind}`),
    },
    {
      key: 'sex',
      header: t('roster.sex'),
      width: '72px',
      cell: ({ sex }) => (sex ? t(`common.sex.${sex}`) : <Unfilled />),
    },
    {
      key: 'nationality',
      header: t('roster.nationality'),
      width: '110px',
      cell: ({ nationality }) => nationality ?? <Unfilled />,
    },
    {
      key: 'startsOn',
      header: t('roster.startsOn'),
      width: '170px',
      cell: ({ startsOn }) => formatMoment(startsOn),
    },
    ...(former ? formerColumns(t) : servingColumns(members, t)),
  ]
  return (
    <DataTable label={label} columns={columns} rows={members} rowKey={({ id }) => id} {...rest} />
  )
}

const Unfilled = () => {
  const t = useT()
  return <small className="roster-dim">{t('roster.unfilled')}</small>
}
