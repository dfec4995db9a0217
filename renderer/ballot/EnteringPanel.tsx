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
import { useRound } from './useRound.ts'

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

const focusNames = (): void =>
  document.querySelector<HTMLInputElement>('.ballot-names input')?.focus()

const focusFigures = (): void =>
  document.querySelector<HTMLInputElement>('.ballot-panel .ballot-figures input')?.focus()

/** What an open round can go on with. */
export type Steps = {
  canLock: boolean
  pending: boolean
  doLock: () => void
  fallBack: () => void
}

/** Figures being entered, the sum, the verdict they would give, and every way on. */
export const EnteringPanel = ({
  question,
  vote,
  canLock,
  pending,
  doLock,
  fallBack,
}: Steps & { question: Question; vote: Vote }) => {
  const t = useT()
  const { draft, input, tally, judgement } = useRound(question, vote)
  const { method } = vote
  const counted = method !== 'tacit'
  // Names are entered in their own grid; the totals follow from them.
  const typed = counted && method !== 'named'
  const present = vote.counts.present
  const change = (step: (draft: Draft) => Draft) => changeDraft(vote.id, step)
  const move = (figure: Exception, by: 1 | -1) => change((old) => moveVote(old, figure, by))
  const all = () => change((old) => allFor(old, method, present))
  const exceptions = exceptionsOf(method)
  useExceptionKeys(exceptions, move, typed)
  useAction('ballot.allFor', all, typed)
  useAction('ballot.figures', focusFigures, typed)
  useAction('ballot.count', () => openDialog('count'), typed)
  useAction('ballot.totals', () => openDialog('totals'), method === 'device')
  useAction('ballot.find', focusNames, method === 'named')
  useAction('ballot.undo', () => change(undoStep), typed && draft.before.length > 0)
  // Where the papers void the round by themselves, making it void is the next step.
  const voided = judgement.verdict === 'void'
  const next = () => (voided ? openDialog('void') : readAloud(vote.id))
  const possible = canLock || voided
  useAction('ballot.next', next, possible)
  const chords = Object.fromEntries([
    ...(possible ? [['Space', next]] : []),
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
              onChange={
                typed
                  ? (figure, value) => change((old) => setFigure(old, figure, value))
                  : undefined
              }
            />
            <SumCheck vote={vote} present={present} tally={judgement.tally} />
            {typed ? <Exceptions exceptions={exceptions} onAll={all} onMove={move} /> : null}
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
        {voided ? (
          <Button tone="primary" size="l" wide chord="Space" onClick={next}>
            {t('ballot.voidAgain')}
          </Button>
        ) : (
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
        )}
        <Button wide chord="Mod+Enter" disabled={!canLock} onClick={doLock}>
          {t(counted ? 'ballot.lock' : 'ballot.lockTacit')}
        </Button>
        {typed ? (
          <div className="ballot-two">
            <Button chord="Shift+U" onClick={() => openDialog('count')}>
              {t('ballot.countTwice')}
            </Button>
            {method === 'device' ? (
              <Button chord="Mod+I" onClick={() => openDialog('totals')}>
                {t('ballot.readTotals')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
    </section>
  )
}
