import type { Act, ActFinding, Nomination } from '../../shared/contract/appointment.ts'
import type { Question } from '../../shared/contract/ballot.ts'
import { isHeldOff } from '../../shared/rules/appointment/gate.ts'
import { formatDay } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { Badge, DataTable, EmptyState, StateMark, type Column, type Tone } from '../ui/index.ts'
import { isAskable, type Board } from './useBoard.ts'
import { isOpen, type Checks } from './useChecks.ts'

const tones: Record<Act['outcome'], Tone> = {
  pending: 'plain',
  passed: 'good',
  failed: 'bad',
  withdrawn: 'warn',
  deferred: 'warn',
}

/** The acts of a nomination: who, what, which post, and what came of it. */
export const ActTable = ({
  nomination,
  board,
  checks,
  selected,
  marked,
  onSelect,
  onMark,
  onOpen,
}: {
  nomination: Nomination
  board: Board
  checks: Checks
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
    {
      key: 'post',
      header: t('appointment.column.post'),
      cell: (act) => (
        <span className="appointment-post">
          {act.post}
          {act.reason ? <small>{act.reason}</small> : null}
        </span>
      ),
    },
    {
      key: 'findings',
      header: t('appointment.column.findings'),
      width: '52px',
      align: 'center',
      cell: (act) => <FindingMark findings={checks.findings.get(act.id) ?? []} />,
    },
    {
      key: 'outcome',
      header: t('appointment.column.outcome'),
      width: '178px',
      cell: (act) => (
        <>
          <Badge tone={tones[act.outcome]}>{t(`appointment.outcome.${act.outcome}`)}</Badge>
          {act.effectiveOn ? (
            <small className="appointment-day">{formatDay(act.effectiveOn)}</small>
          ) : null}
          <VoteCell act={act} question={board.questions.get(act.questionId ?? '')} />
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

/** The gravest thing said of an act, and how many there are of it; gone past, it is a tick. */
const FindingMark = ({ findings }: { findings: readonly ActFinding[] }) => {
  const t = useT()
  const blocks = findings.filter(({ severity }) => severity === 'block').length
  const open = findings.filter(isOpen).length
  const past = findings.filter(({ override }) => override !== null).length
  if (blocks > 0)
    return (
      <StateMark
        tone="bad"
        sign={`✕${blocks}`}
        label={t('appointment.marks.block', { count: blocks })}
      />
    )
  if (findings.some(isHeldOff))
    return <StateMark tone="bad" sign="✕" label={t('appointment.marks.held')} />
  if (open > 0)
    return (
      <StateMark
        tone="warn"
        sign={`!${open}`}
        label={t('appointment.marks.warn', { count: open })}
      />
    )
  return past > 0 ? (
    <StateMark tone="good" label={t('appointment.marks.past', { count: past })} />
  ) : null
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
