import type { Question, Vote } from '../../shared/contract/ballot.ts'
import { decideInputOf, weighed } from '../../shared/rules/outcome.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelCommand } from '../lib/kernel.ts'
import { Button, Kbd } from '../ui/index.ts'
import {
  allFor,
  exceptionsOf,
  moveVote,
  setFigure,
  tallyOf,
  undoStep,
  type Draft,
  type Exception,
} from './draft.ts'
import { Figures } from './Figures.tsx'
import { factsOf } from './round.ts'
import { PanelHead, SumCheck, VerdictBox } from './PanelParts.tsx'
import { changeDraft, dropDraft, emptyOr, openDialog, useDeskState } from './state.ts'

const keys = ['J', 'K', 'L'] as const

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
  useAction('ballot.third', by(third, 1), third !== undefined)
  useAction('ballot.againstBack', by(first, -1), counted)
  useAction('ballot.abstainBack', by(second, -1), counted)
  useAction('ballot.thirdBack', by(third, -1), third !== undefined)
}

const focusFigures = (): void =>
  document.querySelector<HTMLInputElement>('.ballot-panel .ballot-figures input')?.focus()

/** While a vote is open: totals by exception or typed, the sum, the verdict they would give, and the lock. */
export const PanelOpen = ({ question, vote }: { question: Question; vote: Vote }) => {
  const t = useT()
  const lock = useKernelCommand('ballot.lock')
  const draft = useDeskState((state) => emptyOr(state.drafts[vote.id]))
  const { method } = vote
  const counted = method !== 'tacit'
  const present = vote.counts.present
  const tally = tallyOf(draft.totals, method)
  const input = decideInputOf(question, factsOf(vote), tally)
  const judgement = weighed(input)
  const change = (step: (draft: Draft) => Draft) => changeDraft(vote.id, step)
  const move = (figure: Exception, by: 1 | -1) => change((old) => moveVote(old, figure, by))
  const all = () => change((old) => allFor(old, method, present))
  const canLock = judgement.lockable && !lock.pending
  const doLock = async () => {
    const reply = await lock.run({ voteId: vote.id, rev: vote.rev, ...(tally ? { tally } : {}) })
    if (reply.ok) dropDraft(vote.id)
  }
  const exceptions = exceptionsOf(method)
  useExceptionKeys(exceptions, move, counted)
  useAction('ballot.allFor', all, counted)
  useAction('ballot.figures', focusFigures, counted)
  useAction('ballot.undo', () => change(undoStep), draft.before.length > 0)
  useAction('ballot.lock', () => void doLock(), canLock)
  useAction('ballot.method', () => openDialog('change'))
  useAction('ballot.void', () => openDialog('void'))
  const chords = Object.fromEntries([
    ['A', all],
    ...exceptions.flatMap((figure, index) => [
      [keys[index], () => move(figure, 1)],
      [`Shift+${keys[index]}`, () => move(figure, -1)],
    ]),
  ]) as Record<string, () => void>
  return (
    <div className="ballot-panel">
      <PanelHead method={method} round={vote.round} input={input} />
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
        </>
      ) : null}
      <VerdictBox
        verdict={judgement.verdict}
        sentence={judgement.sentence}
        waiting={counted && tally === undefined}
        pending
      />
      {counted ? (
        <Exceptions exceptions={exceptions} draft={draft} onAll={all} onMove={move} />
      ) : null}
      <Button
        tone="primary"
        size="l"
        wide
        chord="Mod+Enter"
        disabled={!canLock}
        pending={lock.pending}
        onClick={() => void doLock()}
      >
        {t(counted ? 'ballot.lock' : 'ballot.lockTacit')}
      </Button>
      <div className="ballot-two">
        <Button chord="F8" onClick={() => openDialog('change')}>
          {t('ballot.changeMethod')}
        </Button>
        <Button chord="F9" onClick={() => openDialog('void')}>
          {t('ballot.voidRound')}
        </Button>
      </div>
    </div>
  )
}

/** «All for» and the exceptions, each with its key; the buttons do the same for the mouse. */
const Exceptions = ({
  exceptions,
  draft,
  onAll,
  onMove,
}: {
  exceptions: readonly Exception[]
  draft: Draft
  onAll: () => void
  onMove: (figure: Exception, by: 1 | -1) => void
}) => {
  const t = useT()
  return (
    <div className="ballot-exceptions">
      <button type="button" className="ballot-all" onClick={onAll}>
        <Kbd chord="A" />
        {t('ballot.allFor')}
      </button>
      <ul>
        {exceptions.map((figure, index) => (
          <li key={figure}>
            <Kbd chord={keys[index] ?? ''} />
            <span>{t(`ballot.figure.${figure}`)}</span>
            <button
              type="button"
              aria-label={t('ballot.less', { figure: t(`ballot.figure.${figure}`) })}
              onClick={() => onMove(figure, -1)}
            >
              −
            </button>
            <b>{draft.totals[figure] ?? 0}</b>
            <button
              type="button"
              aria-label={t('ballot.moreOf', { figure: t(`ballot.figure.${figure}`) })}
              onClick={() => onMove(figure, 1)}
            >
              ＋
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
