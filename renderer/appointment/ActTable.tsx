import type { Act, Nomination } from '../../shared/contract/appointment.ts'
import type { Question } from '../../shared/contract/ballot.ts'
import { formatDay } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { Badge, DataTable, EmptyState, type Column, type Tone } from '../ui/index.ts'
import { isAskable, type Board } from './useBoard.ts'

const tones: Record<Act['outcome'], Tone> = {
  pending: 'plain',
  passed: 'good',
  failed: 'bad',
  withdrawn: 'warn',
}

/** The acts of a nomination: who, what, which post, and what came of it. */
export const ActTable = ({
  nomination,
  board,
  selected,
  marked,
  onSelect,
  onMark,
  onOpen,
}: {
  nomination: Nomination
  board: Board
  selected: string | null
  marked: ReadonlySet<string>
  onSelect: (id: string) => void
  onMark: (id: string) => void
  onOpen: (act: Act) => void
}) => {
  const t = useT()
  const columns: Column<Act>[] = [
    {
      key: 'mark',
      header: <span className="kit-hidden">{t('appointment.column.mark')}</span>,
      width: '34px',
      cell: (act) => (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={t('appointment.markAct', { name: act.personName })}
          checked={marked.has(act.id)}
          disabled={!isAskable(act)}
          onChange={() => onMark(act.id)}
        />
      ),
    },
    {
      key: 'at',
      header: t('appointment.column.at'),
      width: '40px',
      cell: (_act, index) => index + 1,
    },
    { key: 'verb', header: t('appointment.column.verb'), width: '88px', cell: (act) => act.verb },
    {
      key: 'person',
      header: t('appointment.column.person'),
      width: '104px',
      cell: (act) => (
        <span className="appointment-person">
          <b>{act.personName}</b>
          {act.memberId ? <small>{t('appointment.member')}</small> : null}
        </span>
      ),
    },
    { key: 'post', header: t('appointment.column.post'), cell: (act) => act.post },
    {
      key: 'reason',
      header: t('appointment.column.reason'),
      width: '128px',
      cell: (act) => act.reason,
    },
    {
      key: 'vote',
      header: t('appointment.column.vote'),
      width: '190px',
      cell: (act) => <VoteCell act={act} question={board.questions.get(act.questionId ?? '')} />,
    },
    {
      key: 'outcome',
      header: t('appointment.column.outcome'),
      width: '140px',
      cell: (act) => (
        <>
          <Badge tone={tones[act.outcome]}>{t(`appointment.outcome.${act.outcome}`)}</Badge>
          {act.effectiveOn ? (
            <small className="appointment-day">{formatDay(act.effectiveOn)}</small>
          ) : null}
        </>
      ),
    },
  ]
  return (
    <DataTable
      label={t('appointment.acts')}
      columns={columns}
      rows={nomination.acts}
      rowKey={(act) => act.id}
      selected={selected}
      onSelect={onSelect}
      onOpen={onOpen}
      rowTone={(act) => act.outcome}
      empty={
        <EmptyState icon="paper" title={t('appointment.noActs')}>
          {t('appointment.noActsHint')}
        </EmptyState>
      }
    />
  )
}

const VoteCell = ({ act, question }: { act: Act; question: Question | undefined }) => {
  const t = useT()
  if (!question) return act.act === 'end' ? t('appointment.follows') : ''
  const many = question.actIds.length
  const { standing } = question
  const said = standing?.tally
    ? t('appointment.tally', {
        for: standing.tally.for,
        against: standing.tally.against,
        abstain: standing.tally.abstain,
      })
    : t(
        question.votes.some((vote) => vote.state === 'open')
          ? 'appointment.voting'
          : 'appointment.asked',
      )
  return (
    <span className="appointment-vote">
      {said}
      {many > 1 ? <small>{t('appointment.mergedOf', { count: many })}</small> : null}
    </span>
  )
}
