import { useState, type ReactNode } from 'react'
import type { ActOrigin, TenureShown } from '../../shared/contract/ledger.ts'
import { useAction } from '../lib/commands.ts'
import { awaitsApproval } from '../../shared/rules/ledger/replay.ts'
import { formatDay } from '../lib/formats.ts'
import { useT, type Say } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { notify } from '../lib/notices.ts'
import { go } from '../lib/place.ts'
import { Badge, Button, ConfirmDialog, Facts, Note, Stack } from '../ui/index.ts'
import { EndDialog } from './EndDialog.tsx'
import type { Line } from './lines.ts'
import { ReviewDialog } from './ReviewDialog.tsx'
import { TenureDialog } from './TenureDialog.tsx'
import { TieDialog } from './TieDialog.tsx'
import { baseText, originName, sinceText, sourceText, untilText, voteText } from './words.ts'

type Doing = 'edit' | 'end' | 'tie' | 'review' | 'remove'

/** What may be done to a tenure by hand: what a vote made keeps what it says, members are the roster's. */
const allowed = ({
  source,
  toOn,
  endedByActId,
}: TenureShown): Record<Doing | 'reopen', boolean> => {
  const ours = source !== 'member'
  const byHand = source === 'import' || source === 'entered'
  return {
    edit: ours,
    end: ours && toOn === null,
    tie: ours,
    review: ours && toOn === null,
    remove: byHand,
    reopen: ours && toOn !== null && endedByActId === null,
  }
}

const nothing = { edit: false, end: false, tie: false, review: false, remove: false, reopen: false }

/** Everything known of the tenure under the cursor, and what can be done to it. */
export const TenurePanel = ({
  tenure,
  vacancy = null,
  onPerson,
}: {
  tenure: TenureShown | null
  /** The line under the cursor where nobody holds it. */
  vacancy?: Line | null
  /** Absent where the person's course is on the screen already. */
  onPerson?: (personId: string) => void
}) => {
  const t = useT()
  const [doing, setDoing] = useState<Doing | null>(null)
  const reopen = useKernelCommand('ledger.reopenTenure')
  const may = tenure ? allowed(tenure) : nothing
  const reopenNow = async () => {
    if (!tenure) return
    const reply = await reopen.run({ id: tenure.id, rev: tenure.rev })
    if (reply.ok) notify('good', t('ledger.reopened', { name: tenure.personName }))
  }
  useAction('ledger.edit', () => setDoing('edit'), may.edit)
  useAction('ledger.end', () => setDoing('end'), may.end)
  useAction('ledger.tie', () => setDoing('tie'), may.tie)
  useAction('ledger.review', () => setDoing('review'), may.review)
  useAction('ledger.remove', () => setDoing('remove'), may.remove)
  useAction('ledger.reopen', () => void reopenNow(), may.reopen)
  if (!tenure)
    return (
      <Note>
        {vacancy
          ? t(vacancy.single ? 'ledger.vacantPost' : 'ledger.nobodyPost', {
              post: vacancy.postName,
            })
          : t('ledger.choose')}
      </Note>
    )
  const offered: { key: Doing; label: string; chord: string }[] = [
    { key: 'edit', label: t('common.edit'), chord: 'E' },
    { key: 'end', label: t('ledger.end'), chord: 'O' },
    { key: 'tie', label: t('ledger.tie'), chord: 'Shift+T' },
    { key: 'review', label: t('ledger.review'), chord: 'Shift+R' },
    { key: 'remove', label: t('common.remove'), chord: 'Delete' },
  ]
  return (
    <div className="ledger-panel">
      <h2>
        {tenure.personName}
        {tenure.acting ? (
          <Badge tone="warn" sign="△">
            {t('ledger.acting')}
          </Badge>
        ) : null}
      </h2>
      <p className="ledger-post">{tenure.postName}</p>
      <Facts items={factsOf(tenure, t)} />
      <Stack tight>
        {onPerson ? (
          <Button wide chord="Enter" onClick={() => onPerson(tenure.personId)}>
            {t('ledger.openCourse')}
          </Button>
        ) : null}
        {offered
          .filter(({ key }) => may[key])
          .map(({ key, label, chord }) => (
            <Button
              key={key}
              wide
              tone={key === 'remove' ? 'danger' : 'plain'}
              chord={chord}
              onClick={() => setDoing(key)}
            >
              {label}
            </Button>
          ))}
        {may.reopen ? (
          <Button wide pending={reopen.pending} onClick={() => void reopenNow()}>
            {t('ledger.reopen')}
          </Button>
        ) : null}
        {tenure.source === 'member' ? (
          <>
            <Note>{t('ledger.memberNote')}</Note>
            <Button wide onClick={() => go('roster')}>
              {t('commands.goRoster')}
            </Button>
          </>
        ) : null}
      </Stack>
      <Dialogs tenure={tenure} doing={doing} onClose={() => setDoing(null)} />
    </div>
  )
}

const Dialogs = ({
  tenure,
  doing,
  onClose,
}: {
  tenure: TenureShown
  doing: Doing | null
  onClose: () => void
}): ReactNode => {
  if (doing === 'edit') return <TenureDialog tenure={tenure} onClose={onClose} />
  if (doing === 'end') return <EndDialog tenure={tenure} onClose={onClose} />
  if (doing === 'tie') return <TieDialog tenure={tenure} onClose={onClose} />
  if (doing === 'review') return <ReviewDialog tenure={tenure} onClose={onClose} />
  return doing === 'remove' ? <RemoveDialog tenure={tenure} onClose={onClose} /> : null
}

const originFacts = (origin: ActOrigin, label: string, t: Say) => [
  {
    label,
    value: (
      <>
        <button
          type="button"
          className="ledger-link"
          onClick={() => go('appointment', { sessionId: origin.sessionId })}
        >
          {originName(origin)}
        </button>
        <br />
        {formatDay(origin.date)}
      </>
    ),
  },
  ...(origin.for === null
    ? []
    : [
        {
          label: t('ledger.vote'),
          value: [voteText(origin), baseText(origin)].filter(Boolean).join(t('ledger.semicolon')),
        },
      ]),
]

const electionFacts = (tenure: TenureShown, t: Say) => {
  const { electedOn } = tenure
  if (electedOn === null) return []
  const day = formatDay(electedOn)
  return awaitsApproval(tenure)
    ? [{ label: t('ledger.elected'), value: t('ledger.electedNote', { day }) }]
    : [{ label: t('ledger.electedOn'), value: day }]
}

const factsOf = (tenure: TenureShown, t: Say) => {
  const { by, endedBy, pendingBy, endReason, reviewedOn, note } = tenure
  return [
    { label: t('ledger.from'), value: sinceText(tenure) },
    ...electionFacts(tenure, t),
    ...(by
      ? originFacts(by, t('ledger.by'), t)
      : [{ label: t('ledger.by'), value: sourceText(tenure) }]),
    { label: t('ledger.to'), value: untilText(tenure) },
    ...(endReason
      ? [{ label: t('ledger.reason'), value: t(`ledger.endReason.${endReason}`) }]
      : []),
    ...(pendingBy
      ? [
          { label: t('ledger.pending'), value: t('ledger.pendingNote') },
          ...originFacts(pendingBy, t('ledger.pendingBy'), t),
        ]
      : []),
    ...(endedBy ? originFacts(endedBy, t('ledger.endedBy'), t) : []),
    {
      label: t('ledger.catalogueMark'),
      value: t(tenure.postId === null ? 'ledger.untied' : 'ledger.tied'),
    },
    ...(reviewedOn ? [{ label: t('ledger.reviewedOn'), value: formatDay(reviewedOn) }] : []),
    ...(note ? [{ label: t('common.note'), value: note }] : []),
  ]
}

const RemoveDialog = ({ tenure, onClose }: { tenure: TenureShown; onClose: () => void }) => {
  const t = useT()
  const remove = useKernelCommand('ledger.removeTenure')
  const run = async () => {
    const reply = await remove.run({ id: tenure.id, rev: tenure.rev })
    onClose()
    if (reply.ok) notify('good', t('ledger.removed', { name: tenure.personName }))
  }
  return (
    <ConfirmDialog
      open
      title={t('ledger.removeTitle', { name: tenure.personName })}
      confirm={t('common.remove')}
      danger
      pending={remove.pending}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {t('ledger.removeText', { post: tenure.postName })}
    </ConfirmDialog>
  )
}
