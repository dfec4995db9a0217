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
import { useAdvance } from './gate.ts'
import type { Desk } from './useDesk.ts'

/** Says beside the button why nothing can be corrected. */
const WHY_NOT = 'ballot-correct-why'

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
  const advance = useAdvance(desk)
  const adjournable = !next && desk.floor?.state === 'open'
  const onward = () => {
    if (next) advance(next)
    else openDialog('adjourn')
  }
  const correctable = counted && desk.session.state !== 'closed'
  useAction('ballot.next', onward, next !== null || adjournable)
  useAction('ballot.correct', () => openDialog('correct'), correctable)
  return (
    <section className="ballot-panel" aria-label={t('ballot.panel')}>
      <PanelHead
        method={vote.method}
        round={vote.round}
        input={decideInputOf(question, factsOf(vote))}
        note={vote.correctsId ? t('ballot.rounds.correction') : undefined}
      />
      <div className="ballot-panel-main">
        {vote.tally ? (
          <>
            <Figures method={vote.method} totals={vote.tally} />
            <SumCheck vote={vote} present={vote.counts.present} tally={vote.tally} />
          </>
        ) : null}
        <Seal vote={vote} />
      </div>
      <div className="ballot-panel-side">
        {vote.outcome ? (
          <VerdictBox verdict={vote.outcome.verdict} sentence={vote.outcome.sentence} />
        ) : null}
        <Button
          tone="primary"
          size="l"
          wide
          chord="Space"
          disabled={!next && !adjournable}
          onClick={onward}
        >
          {next ? (
            <NextLabel next={next} question={question} desk={desk} />
          ) : (
            t(adjournable ? 'ballot.step.adjourn' : 'ballot.allDone')
          )}
        </Button>
        {counted ? (
          <>
            <Button
              wide
              chord="C"
              disabled={!correctable}
              aria-describedby={correctable ? undefined : WHY_NOT}
              onClick={() => openDialog('correct')}
            >
              {t('ballot.correct')}
            </Button>
            {correctable ? null : (
              <p id={WHY_NOT} className="ballot-why">
                {t('ballot.obstacle.correctClosed')}
              </p>
            )}
          </>
        ) : null}
      </div>
    </section>
  )
}

/** What the space bar goes on to: the next person of the run by name, what is left of the item, else the next item. */
const NextLabel = ({ next, question, desk }: { next: Stop; question: Question; desk: Desk }) => {
  const t = useT()
  const [only, ...more] = next.question?.actIds ?? []
  const name =
    next.item.id === question.itemId && only && more.length === 0
      ? desk.acts.get(only)?.act.personName
      : undefined
  if (name !== undefined) return t('ballot.nextPersonNamed', { name })
  return t(next.item.id === question.itemId ? 'ballot.sameItem' : 'ballot.nextItem')
}

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
