import type { KeyboardEvent } from 'react'
import type { Figure, Tally, VoteMethod } from '../../shared/contract/ballot.ts'
import { leaveField } from '../lib/focus.ts'
import { useT } from '../lib/i18n.ts'
import { onChords } from '../lib/keys.ts'
import { figuresOf, type Totals } from './draft.ts'
import { FigureInput } from './FigureInput.tsx'

type FigureBoxProps = {
  figure: Figure
  value: number | undefined
  /** Worked out where nothing was entered. */
  implied?: number | undefined
  onChange?: ((value: number | undefined) => void) | undefined
  onKeyDown?: ((event: KeyboardEvent<HTMLInputElement>) => void) | undefined
}

/** One large figure; a field while totals are entered, plain once they are locked. */
export const FigureBox = ({ figure, value, implied, onChange, onKeyDown }: FigureBoxProps) => {
  const t = useT()
  const label = t(`ballot.figure.${figure}`)
  if (!onChange) {
    return (
      <div className="ballot-figure" data-figure={figure}>
        <span>{label}</span>
        <b>{value ?? implied ?? 0}</b>
      </div>
    )
  }
  return (
    <label className="ballot-figure" data-figure={figure}>
      <span>{label}</span>
      <FigureInput
        value={value}
        placeholder={implied === undefined ? '' : String(implied)}
        onChange={onChange}
        onKeyDown={onKeyDown}
      />
    </label>
  )
}

/** On to the next figure, or in a form to the field after the last one. */
const stepOn = (input: HTMLInputElement): void => {
  const around = input.form ?? input.closest('.ballot-figures')
  const all = [...(around?.querySelectorAll('input') ?? [])]
  const next = all[all.indexOf(input) + 1]
  if (next) next.focus()
  else leaveField(input)
}

/** The figures of a method. Enter goes to the next one, Escape leaves them. */
export const Figures = ({
  method,
  totals,
  tally,
  onChange,
  chords = {},
}: {
  method: VoteMethod
  totals: Totals
  /** The totals with nothing left out. */
  tally?: Tally | undefined
  onChange?: ((figure: Figure, value: number | undefined) => void) | undefined
  /** Keys of the desk that stay at work inside the fields, where letters are no text. */
  chords?: Record<string, () => void>
}) => {
  const t = useT()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const input = event.currentTarget
    onChords({
      ...chords,
      Enter: () => stepOn(input),
      Escape: () => leaveField(input),
    })(event)
  }
  const box = (figure: Figure) => (
    <FigureBox
      key={figure}
      figure={figure}
      value={totals[figure]}
      implied={figure === 'notPressed' || figure === 'spoiled' ? tally?.[figure] : undefined}
      onChange={onChange && ((value) => onChange(figure, value))}
      onKeyDown={onChange && onKeyDown}
    />
  )
  const all = figuresOf(method)
  const isPaper = (figure: Figure): boolean => figure === 'issued' || figure === 'collected'
  const papers = all.filter(isPaper)
  const votes = all.filter((figure) => !isPaper(figure))
  return (
    <div className="ballot-figures" role="group" aria-label={t('ballot.figures')}>
      {papers.length > 0 ? <div className="ballot-papers">{papers.map(box)}</div> : null}
      <div className="ballot-votes" data-count={votes.length}>
        {votes.map(box)}
      </div>
    </div>
  )
}
