import type { ReactNode } from 'react'
import type { ActOrigin, TenureShown } from '../../shared/contract/ledger.ts'
import type { Say } from '../lib/i18n.ts'
import { Badge, type Column } from '../ui/index.ts'
import type { Line } from './lines.ts'
import { PostName } from './PostName.tsx'
import { originName, sinceText, sourceText, voteText } from './words.ts'

/** By which session and vote, or where the line comes from. */
export const originCell = (origin: ActOrigin | null, tenure: TenureShown): ReactNode =>
  origin ? (
    <>
      {originName(origin)} <span className="ledger-dim">{voteText(origin)}</span>
    </>
  ) : (
    <span className="ledger-dim">{sourceText(tenure)}</span>
  )

const holder = ({ tenure, single }: Line, t: Say): ReactNode => {
  if (!tenure)
    return (
      <Badge tone={single ? 'warn' : 'plain'} sign="○">
        {t(single ? 'ledger.vacant' : 'ledger.nobody')}
      </Badge>
    )
  return (
    <>
      <b className="ledger-name">{tenure.personName}</b>
      {tenure.acting ? (
        <Badge tone="warn" sign="△">
          {t('ledger.acting')}
        </Badge>
      ) : null}
      {tenure.pendingBy ? <Pending t={t} /> : null}
    </>
  )
}

/** Accepted, and still in office until the committee above has approved. */
const Pending = ({ t }: { t: Say }) => (
  <Badge tone="warn" sign="…">
    {t('ledger.pending')}
  </Badge>
)

/** Columns of the ledger as of a day. */
export const holdingColumns = (t: Say): Column<Line>[] => [
  {
    key: 'post',
    header: t('ledger.post'),
    width: 'minmax(200px, 1.5fr)',
    cell: ({ postName, tenure }) => (
      <PostName name={postName}>
        {tenure && tenure.postId === null && tenure.source !== 'member' ? <Untied t={t} /> : null}
      </PostName>
    ),
  },
  { key: 'person', header: t('ledger.person'), width: '148px', cell: (line) => holder(line, t) },
  {
    key: 'from',
    header: t('ledger.from'),
    width: '128px',
    cell: ({ tenure }) => (tenure ? sinceText(tenure) : ''),
  },
  {
    key: 'by',
    header: t('ledger.by'),
    width: 'minmax(150px, 1fr)',
    cell: ({ tenure }) => (tenure ? originCell(tenure.by, tenure) : ''),
  },
]

const Untied = ({ t }: { t: Say }) => (
  <Badge tone="warn" sign="?">
    {t('ledger.untied')}
  </Badge>
)

/** Columns of a plain list of tenures. */
export const tenureColumns = (t: Say): Column<TenureShown>[] => [
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
    cell: ({ postName, acting, pendingBy }) => (
      <PostName name={postName}>
        {acting ? (
          <Badge tone="warn" sign="△">
            {t('ledger.acting')}
          </Badge>
        ) : null}
        {pendingBy ? <Pending t={t} /> : null}
      </PostName>
    ),
  },
  {
    key: 'from',
    header: t('ledger.from'),
    width: '128px',
    cell: sinceText,
  },
  {
    key: 'by',
    header: t('ledger.by'),
    width: 'minmax(150px, 1fr)',
    cell: (tenure) => originCell(tenure.by, tenure),
  },
]
