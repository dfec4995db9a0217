import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { Button } from '../ui/index.ts'
import {
  allFor,
  exceptionsOf,
  moveVote,
  setFigure,
  undoStep,
  type Draft,
  type Exception,
} from './draft.ts'
import { exceptionKeys, Exceptions } from './Exceptions.tsx'
import { Figures } from './Figures.tsx'
import { PanelHead, SumCheck, VerdictBox } from './PanelParts.tsx'
import { changeDraft, openDialog, readAloud } from './state.ts'
import { useFallBack } from './useFallBack.ts'
import { useLock, useRound } from './useRound.ts'

/** A key for each exception: the letter moves a vote there, Shift and the letter brings it back. */
const useExceptionKeys = (
  exceptions: readonly Exception[],
  move: (figure: Exception, by: 1 | -1) => void,
  counted: boolean,
): void => {
  const [first, second, third] = exceptions
  const by = (figure: Exception | undefined, step: 1 | -1) => () => {
    if (figure) move(figure, step)
  }
  useAction('ballot.against', by(first, 1), counted)
  useAction('ballot.abstain', by(second, 1), counted)
  useAction('ballot.third', by(third, 1), counted && third !== undefined)
  useAction('ballot.againstBack', by(first, -1), counted)
  useAction('ballot.abstainBack', by(second, -1), counted)
  useAction('ballot.thirdBack', by(third, -1), counted && third !== undefined)
}

const focusFigures = (): void =>
  document.querySelector<HTMLInputElement>('.ballot-panel .ballot-figures input')?.focus()

/** While a vote is open: totals by exception or typed, the sum, the verdict they would give, and the lock. */
export const PanelOpen = ({ question, vote }: { question: Question; vote: Vote }) => {
  const { reading, judgement } = useRound(question, vote)
  const lock = useLock(question, vote)
  const fallBack = useFallBack(question, vote)
  const canLock = judgement.lockable && !lock.pending
  const doLock = () => (judgement.otherBase ? openDialog('base') : void lock.run())
  const next = () => (reading ? doLock() : readAloud(vote.id))
  useAction('ballot.next', next, canLock)
  useAction('ballot.lock', doLock, canLock)
  useAction('ballot.method', fallBack.run, !fallBack.pending)
  useAction('ballot.void', () => openDialog('void'))
  const steps = { canLock, pending: lock.pending, next, doLock, fallBack: fallBack.run }
  return reading ? (
    <ReadingPanel vote={vote} {...steps} />
  ) : (
    <EnteringPanel question={question} vote={vote} {...steps} />
  )
}

type Steps = {
  canLock: boolean
  pending: boolean
  next: () => void
  doLock: () => void
  fallBack: () => void
}

/** Beneath what is read aloud: the lock, and the way back. */
const ReadingPanel = ({ vote, canLock, pending, doLock }: Steps & { vote: Vote }) => {
  const t = useT()
  const back = () => readAloud(null)
  useAction('ballot.undo', back)
  return (
    <section className="ballot-panel" data-reading aria-label={t('ballot.panel')}>
      <Button
        tone="primary"
        size="l"
        wide
        chord="Space"
        disabled={!canLock}
        pending={pending}
        onClick={doLock}
      >
        {t(vote.method === 'tacit' ? 'ballot.lockTacit' : 'ballot.lock')}
      </Button>
      <Button chord="Escape" onClick={back}>
        {t('ballot.readBack.back')}
      </Button>
    </section>
  )
}

const EnteringPanel = ({
  question,
  vote,
  canLock,
  pending,
  next,
  doLock,
  fallBack,
}: Steps & { question: Question; vote: Vote }) => {
  const t = useT()
  const { draft, input, tally, judgement } = useRound(question, vote)
  const { method } = vote
  const counted = method !== 'tacit'
  const present = vote.counts.present
  const change = (step: (draft: Draft) => Draft) => changeDraft(vote.id, step)
  const move = (figure: Exception, by: 1 | -1) => change((old) => moveVote(old, figure, by))
  const all = () => change((old) => allFor(old, method, present))
  const exceptions = exceptionsOf(method)
  useExceptionKeys(exceptions, move, counted)
  useAction('ballot.allFor', all, counted)
  useAction('ballot.figures', focusFigures, counted)
  useAction('ballot.undo', () => change(undoStep), draft.before.length > 0)
  const chords = Object.fromEntries([
    ['A', all],
    ...exceptions.flatMap((figure, index) => [
      [exceptionKeys[index], () => move(figure, 1)],
      [`Shift+${exceptionKeys[index]}`, () => move(figure, -1)],
    ]),
  ]) as Record<string, () => void>
  return (
    <section className="ballot-panel" aria-label={t('ballot.panel')}>
      <PanelHead method={method} round={vote.round} input={input} />
      <div className="ballot-panel-main">
        {counted ? (
          <>
            <Figures
              method={method}
              totals={draft.totals}
              tally={judgement.tally}
              chords={chords}
              onChange={(figure, value) => change((old) => setFigure(old, figure, value))}
            />
            <SumCheck vote={vote} present={present} tally={judgement.tally} />
            <Exceptions exceptions={exceptions} onAll={all} onMove={move} />
          </>
        ) : null}
        <div className="ballot-two">
          <Button chord="F8" onClick={fallBack}>
            {t('ballot.changeMethod')}
          </Button>
          <Button chord="F9" onClick={() => openDialog('void')}>
            {t('ballot.voidRound')}
          </Button>
        </div>
      </div>
      <div className="ballot-panel-side">
        <VerdictBox
          verdict={judgement.verdict}
          sentence={judgement.sentence}
          waiting={counted && tally === undefined}
          pending
        />
        <Button
          tone="primary"
          size="l"
          wide
          chord="Space"
          disabled={!canLock}
          pending={pending}
          onClick={next}
        >
          {t('ballot.readBack.begin')}
        </Button>
        <Button wide chord="Mod+Enter" disabled={!canLock} onClick={doLock}>
          {t(counted ? 'ballot.lock' : 'ballot.lockTacit')}
        </Button>
      </div>
    </section>
  )
}
