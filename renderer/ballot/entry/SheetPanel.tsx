/*
 * One paper with a line for each of several persons: issued and collected once, the four figures and their sum a line,
 * one lock for all.
 *
 * <SheetPanel sheet={sheet} questions={questions} onDone={…} />
 *   sheet      an open sheet of `ballot.sheets` (or what `ballot.openSheet` gave)
 *   questions  questions of the session; those of the sheet's lines are picked by id
 *   onDone     told the sheet once it is locked or void
 *
 * What is entered goes through the desk's drafts (state.ts) and so outlives a power cut. It does the commands
 * `ballot.next` (Space: to the cell that is missing, to what is read aloud, then the lock), `ballot.lock` (Ctrl+Enter),
 * `ballot.void` (F9) and `ballot.allFor` (A) while it is on the page; nothing else of the desk should offer them then.
 * Everything else happens in its cells: A, J, K, L (Shift takes back), Shift+U, arrows, Enter.
 */
import './entry.css'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Figure, Question, Sheet } from '../../../shared/contract/ballot.ts'
import { announce } from '../../lib/announce.ts'
import { useAction } from '../../lib/commands.ts'
import { leaveField } from '../../lib/focus.ts'
import { tell, useT } from '../../lib/i18n.ts'
import { useKernelCommand } from '../../lib/kernel.ts'
import { onChords } from '../../lib/keys.ts'
import { Button, Finding, IconButton } from '../../ui/index.ts'
import { enterTotals, moveVote, setFigure, type Exception, type Totals } from '../draft.ts'
import { changeDraft, dropDraft, emptyOr, readAloud, useDeskState } from '../state.ts'
import { BaseChoiceFields, useBaseChoice } from './BaseChoiceFields.tsx'
import { CountDialog } from './CountDialog.tsx'
import { CountInput } from './CountInput.tsx'
import { allForLine, lineFigures, lineOf, papersOf, type SheetLine } from './sheet.ts'
import { SheetReadBack } from './SheetReadBack.tsx'
import { SheetVoidDialog } from './SheetVoidDialog.tsx'

const exceptionKeys: Partial<Record<string, Exception>> = {
  J: 'against',
  K: 'abstain',
  L: 'spoiled',
}

const changeTotals = (voteId: string, change: (totals: Totals) => Totals): void =>
  changeDraft(voteId, (draft) => enterTotals(draft, change(draft.totals)))

const enterFigure = (voteId: string, figure: Figure, value: number | undefined): void =>
  changeDraft(voteId, (draft) => setFigure(draft, figure, value))

/** Nothing has taken the focus yet: it is on the page as a whole. */
const isFocusFree = (): boolean =>
  document.activeElement === document.body || document.activeElement?.id === 'content'

/** Where something is still to do: the first cell nothing was entered in, else the first line whose figures do not do. */
const focusMissing = (root: HTMLElement | null, lines: readonly SheetLine[]): void => {
  const cells = [...(root?.querySelectorAll<HTMLInputElement>('.entry-count') ?? [])]
  const bad = lines.findIndex(({ judgement }) => !judgement.lockable)
  const empty = lines.every(({ tally }) => tally) ? undefined : cells.find((one) => !one.value)
  if (empty) empty.focus()
  else if (!focusCell(root, bad, 'for'))
    root?.querySelector<HTMLElement>('.entry-base input')?.focus()
}

/** Puts the focus on a cell of the table; rows and columns are counted from 0, the papers are row -1. */
const focusCell = (root: HTMLElement | null, row: number, column: string): boolean => {
  const cell = root?.querySelector<HTMLInputElement>(
    `[data-row="${row}"][data-col="${column}"] input`,
  )
  cell?.focus()
  return cell !== null && cell !== undefined
}

const useLines = (sheet: Sheet, questions: readonly Question[]) => {
  const drafts = useDeskState((state) => state.drafts)
  const totalsOf = (voteId: string): Totals => emptyOr(drafts[voteId]).totals
  const papers = papersOf(sheet, totalsOf)
  const lines = sheet.votes.flatMap((vote): SheetLine[] => {
    const question = questions.find((one) => one.id === vote.questionId)
    return question ? [lineOf(vote, question, totalsOf(vote.id), papers)] : []
  })
  return { papers, lines }
}

export const SheetPanel = ({
  sheet,
  questions,
  onDone,
}: {
  sheet: Sheet
  questions: readonly Question[]
  onDone?: (sheet: Sheet) => void
}) => {
  const t = useT()
  const root = useRef<HTMLElement>(null)
  const lockButton = useRef<HTMLDivElement>(null)
  const { papers, lines: entered } = useLines(sheet, questions)
  const command = useKernelCommand('ballot.lockSheet')
  const [voiding, setVoiding] = useState(false)
  const [counting, setCounting] = useState<string | null>(null)
  const base = useBaseChoice(entered)
  // What is shown and read aloud is the verdict that will stand.
  const lines = base.torn
    ? entered.map(({ vote, question, totals }) => lineOf(vote, question, totals, papers, base.base))
    : entered
  const first = sheet.votes[0]
  const present = first?.counts.present ?? 0
  const { issued, collected } = papers
  const over = issued !== undefined && collected !== undefined && collected > issued
  const missing = lines.filter((line) => !line.tally).length
  const ready =
    issued !== undefined &&
    !over &&
    missing === 0 &&
    base.ready &&
    lines.every(({ judgement }) => judgement.lockable)

  const finish = (done: Sheet) => {
    for (const vote of sheet.votes) dropDraft(vote.id)
    const passed = done.votes.filter((vote) => vote.outcome?.verdict === 'passed').length
    if (done.state === 'locked')
      announce(
        t('ballot.chamber.entry.sheetLocked', { passed, failed: done.votes.length - passed }),
      )
    onDone?.(done)
  }
  const lock = async () => {
    if (!ready || issued === undefined || collected === undefined || command.pending) return
    const reply = await command.run({
      sheetId: sheet.id,
      rev: sheet.rev,
      issued,
      collected,
      lines: lines.flatMap(({ vote, tally }) => (tally ? [{ voteId: vote.id, tally }] : [])),
      ...(base.choice ? { baseChoice: base.choice } : {}),
    })
    if (reply.ok) finish(reply.value)
  }
  const reading = useDeskState((state) => state.reading === sheet.id) && ready
  const next = () => {
    if (over) setVoiding(true)
    else if (ready) readAloud(sheet.id)
    else focusMissing(root.current, lines)
  }
  const back = () => readAloud(null)
  useAction('ballot.next', next, !command.pending && !reading)
  useAction('ballot.lock', () => void lock(), ready)
  useEffect(() => {
    if (isFocusFree()) focusCell(root.current, -1, 'issued')
  }, [])
  useAction('ballot.void', () => setVoiding(true))

  const step = (row: number, column: string) => (event: KeyboardEvent<HTMLInputElement>) => {
    const line = lines[row]
    const cell = event.currentTarget
    const move = (figure: Exception, by: 1 | -1) => () =>
      line && changeDraft(line.vote.id, (draft) => moveVote(draft, figure, by))
    const letters = Object.fromEntries(
      Object.entries(exceptionKeys).flatMap(([key, figure]) =>
        figure
          ? [
              [key, move(figure, 1)],
              [`Shift+${key}`, move(figure, -1)],
            ]
          : [],
      ),
    ) as Record<string, () => void>
    onChords({
      ...(line ? letters : {}),
      A: () => fillFor(row),
      ArrowDown: () => void focusCell(root.current, row + 1, row < 0 ? 'for' : column),
      ArrowUp: () => void focusCell(root.current, row - 1, row === 0 ? 'issued' : column),
      ...(line ? { 'Shift+U': () => setCounting(line.vote.id) } : {}),
      Space: next,
      Enter: () => stepOn(row, column),
      Escape: () => leaveField(cell),
    })(event)
  }
  const fillFor = (row: number) => {
    const papersBack = collected ?? issued ?? present
    if (first && issued === undefined) enterFigure(first.id, 'issued', present)
    if (first && collected === undefined) enterFigure(first.id, 'collected', issued ?? present)
    // A slip must not take back a line that is entered: over all, only those still empty are filled.
    const chosen = row < 0 ? lines.filter(({ tally }) => !tally) : lines.slice(row, row + 1)
    for (const { vote } of chosen) changeTotals(vote.id, (totals) => allForLine(totals, papersBack))
  }
  useAction('ballot.allFor', () => fillFor(-1), !reading)
  const stepOn = (row: number, column: string) => {
    const columns: readonly string[] = row < 0 ? ['issued', 'collected'] : lineFigures
    const next = columns[columns.indexOf(column) + 1]
    if (next) focusCell(root.current, row, next)
    else if (!focusCell(root.current, row + 1, 'for'))
      lockButton.current?.querySelector('button')?.focus()
  }
  const paperCell = (figure: 'issued' | 'collected') => (
    <label className="entry-paper" data-row={-1} data-col={figure}>
      <span>{t(`ballot.figure.${figure}`)}</span>
      <CountInput
        label={t(`ballot.figure.${figure}`)}
        value={papers[figure]}
        onChange={(value) => first && enterFigure(first.id, figure, value)}
        onKeyDown={step(-1, figure)}
      />
    </label>
  )
  const counted = lines.find((line) => line.vote.id === counting)
  const title = sheet.title || t('ballot.chamber.entry.sheetTitle', { count: lines.length })
  if (reading) {
    return (
      <section className="entry-sheet" aria-label={t('ballot.chamber.entry.papers')}>
        <SheetReadBack
          {...{ title, lines, papers, present }}
          pending={command.pending}
          onLock={() => void lock()}
          onBack={back}
        />
      </section>
    )
  }
  return (
    <section className="entry-sheet" aria-label={t('ballot.chamber.entry.papers')} ref={root}>
      <header className="entry-head">
        <h2>{title}</h2>
        {paperCell('issued')}
        {paperCell('collected')}
        <Button size="s" chord="A" onClick={() => fillFor(-1)}>
          {t('ballot.chamber.entry.allLines')}
        </Button>
      </header>
      <p className="entry-hint">{t('ballot.chamber.entry.lineHint')}</p>
      <div className="entry-scroll">
        <table className="entry-table">
          <thead>
            <tr>
              <th scope="col">{t('ballot.chamber.entry.line')}</th>
              {lineFigures.map((figure) => (
                <th key={figure} scope="col">
                  {t(`ballot.figure.${figure}`)}
                </th>
              ))}
              <th scope="col">{t('ballot.chamber.entry.sum')}</th>
              <th scope="col">{t('ballot.chamber.entry.verdict')}</th>
              <th scope="col">
                <span className="kit-hidden">{t('ballot.chamber.entry.count')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, row) => (
              <tr key={line.vote.id}>
                <th scope="row">{line.question.title}</th>
                {lineFigures.map((figure) => (
                  <td key={figure} data-row={row} data-col={figure} data-figure={figure}>
                    <CountInput
                      label={t('ballot.chamber.entry.lineFigure', {
                        title: line.question.title,
                        figure: t(`ballot.figure.${figure}`),
                      })}
                      value={line.totals[figure]}
                      onChange={(value) => enterFigure(line.vote.id, figure, value)}
                      onKeyDown={step(row, figure)}
                    />
                  </td>
                ))}
                <SumCell line={line} collected={collected} />
                <td className="entry-verdict" title={tell(line.judgement.sentence)}>
                  {line.tally ? t(`verdict.name.${line.judgement.verdict}`) : t('ballot.awaiting')}
                </td>
                <td>
                  <IconButton
                    icon="people"
                    label={t('ballot.chamber.entry.countLine', { title: line.question.title })}
                    onClick={() => setCounting(line.vote.id)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {over ? (
        <Finding tone="bad">{t('ballot.chamber.sheetOvercount', { issued, collected })}</Finding>
      ) : null}
      <BaseChoiceFields choice={base} vote={first} />
      <footer className="entry-foot" ref={lockButton}>
        <span role="status">
          <Missing lines={lines} />
        </span>
        <Button tone="primary" size="l" chord="Space" pending={command.pending} onClick={next}>
          {t(
            over
              ? 'ballot.voidAgain'
              : ready
                ? 'ballot.readBack.begin'
                : 'ballot.chamber.entry.toMissing',
          )}
        </Button>
        <Button
          chord="Mod+Enter"
          disabled={!ready}
          pending={command.pending}
          onClick={() => void lock()}
        >
          {t('ballot.chamber.entry.sheetLock')}
        </Button>
        <Button chord="F9" onClick={() => setVoiding(true)}>
          {t('ballot.chamber.entry.sheetVoid')}
        </Button>
      </footer>
      {voiding ? (
        <SheetVoidDialog
          sheet={sheet}
          overcount={over}
          onClose={() => setVoiding(false)}
          onDone={finish}
        />
      ) : null}
      {counted ? (
        <CountDialog
          vote={counted.vote}
          title={counted.question.title}
          onClose={() => setCounting(null)}
          onAgreed={({ issued: out, collected: back, ...totals }) => {
            changeTotals(counted.vote.id, (old) => ({ ...old, ...totals }))
            if (first) enterFigure(first.id, 'issued', out)
            if (first) enterFigure(first.id, 'collected', back)
            setCounting(null)
          }}
        />
      ) : null}
    </section>
  )
}

/** Why the paper cannot be locked yet: lines to enter, or the first whose figures do not do. */
const Missing = ({ lines }: { lines: readonly SheetLine[] }) => {
  const t = useT()
  const missing = lines.filter((line) => !line.tally).length
  if (missing > 0) return t('ballot.chamber.entry.missing', { count: missing })
  const bad = lines.find(({ judgement }) => !judgement.lockable)
  return bad
    ? t('ballot.chamber.entry.badLine', {
        title: bad.question.title,
        why: tell(bad.judgement.sentence),
      })
    : null
}

const SumCell = ({ line, collected }: { line: SheetLine; collected: number | undefined }) => {
  const t = useT()
  if (collected === undefined || !line.tally) return <td className="entry-sum">{line.sum}</td>
  const agrees = line.sum === collected
  return (
    <td className="entry-sum" data-agrees={agrees}>
      {t(`ballot.chamber.entry.${agrees ? 'sumAgrees' : 'sumDiffers'}`, {
        sum: line.sum,
        target: collected,
      })}
    </td>
  )
}
