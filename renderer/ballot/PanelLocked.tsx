import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { decideInputOf } from '../../shared/rules/outcome.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { Button, Icon } from '../ui/index.ts'
import { Figures } from './Figures.tsx'
import { factsOf } from './round.ts'
import { PanelHead, SumCheck, VerdictBox } from './PanelParts.tsx'
import { openDialog } from './state.ts'
import { nextStop, type Stop } from './stops.ts'
import { goToStop, type Desk } from './useDesk.ts'

/** A result that stands: figures, verdict and seal. Nothing on it can be changed; a correction is a new record. */
export const PanelLocked = ({
  question,
  vote,
  stop,
  desk,
}: {
  question: Question
  vote: Vote
  stop: Stop
  desk: Desk
}) => {
  const t = useT()
  const next = nextStop(desk.stops, stop)
  const counted = vote.tally !== null
  const onward = () => {
    if (next) goToStop(next)
  }
  const correctable = counted && desk.session.state !== 'closed'
  useAction('ballot.next', onward, next !== null)
  useAction('ballot.correct', () => openDialog('correct'), correctable)
  return (
    <div className="ballot-panel">
      <PanelHead
        method={vote.method}
        round={vote.round}
        input={decideInputOf(question, factsOf(vote))}
        note={vote.correctsId ? t('ballot.rounds.correction') : undefined}
      />
      {vote.tally ? (
        <>
          <Figures method={vote.method} totals={vote.tally} />
          <SumCheck vote={vote} present={vote.counts.present} tally={vote.tally} />
        </>
      ) : null}
      {vote.outcome ? (
        <VerdictBox verdict={vote.outcome.verdict} sentence={vote.outcome.sentence} />
      ) : null}
      <Button
        tone="primary"
        size="l"
        wide
        chord={next ? 'Space' : undefined}
        disabled={!next}
        onClick={onward}
      >
        {t(next ? nextLabel(next, question) : 'ballot.allDone')}
      </Button>
      {counted ? (
        <Button wide chord="C" disabled={!correctable} onClick={() => openDialog('correct')}>
          {t('ballot.correct')}
        </Button>
      ) : null}
      <Seal vote={vote} />
    </div>
  )
}

const nextLabel = (next: Stop, question: Question) =>
  next.question && next.question.itemId === question.itemId && next.question.actIds.length === 1
    ? 'ballot.nextPerson'
    : 'ballot.nextItem'

const Seal = ({ vote }: { vote: Vote }) => {
  const t = useT()
  return (
    <div className="ballot-seal">
      <p>
        <Icon name="lock" size={14} />
        <span>{t('ballot.lockedAt', { time: vote.closedAt?.slice(11, 19) ?? '' })}</span>
        {vote.seal ? <span>{t('ballot.sealSeq', { seq: vote.seal.seq })}</span> : null}
        {vote.seal ? <code>{t('ballot.sealHash', { hash: vote.seal.hash })}</code> : null}
      </p>
      <p>
        {t('ballot.lockedBy', { name: vote.operator })}
        {vote.witness ? t('ballot.witnessedBy', { name: vote.witness }) : ''}
      </p>
      {vote.correctsId ? (
        <p>{t('ballot.correctedFor', { reason: vote.correctionReason })}</p>
      ) : null}
    </div>
  )
}
