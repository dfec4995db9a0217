import type { EndedTenure, Formality } from '../../shared/contract/formality.ts'
import { formatDay } from '../lib/formats.ts'
import { useT } from '../lib/i18n.ts'
import { Badge, type Tone } from '../ui/index.ts'

/** Days before the last one from which a formality is marked. */
const SOON = 3

const toneOf = (daysLeft: number): Tone =>
  daysLeft < 0 ? 'bad' : daysLeft <= SOON ? 'warn' : 'plain'

/** The last day and how far it is, in words and colour; who is late is told by how much. */
export const DueWords = ({ formality }: { formality: Formality }) => {
  const t = useT()
  const { dueOn, daysLeft, dueRule, state } = formality
  if (dueOn === null)
    return (
      <span className="formality-dim">
        {t(dueRule && state === 'due' ? 'formality.dayAwaited' : 'formality.noDay')}
      </span>
    )
  if (daysLeft === null) return <span className="formality-dim">{formatDay(dueOn)}</span>
  const words =
    daysLeft < 0
      ? t('formality.overdueBy', { count: -daysLeft })
      : daysLeft === 0
        ? t('formality.dueToday')
        : t('formality.daysLeft', { count: daysLeft })
  return (
    <span className="formality-due">
      <time dateTime={dueOn}>{formatDay(dueOn)}</time>
      <Badge tone={toneOf(daysLeft)}>{words}</Badge>
    </span>
  )
}

const stateTones: Record<Formality['state'], Tone> = { due: 'plain', done: 'good', waived: 'plain' }

/** How it stands: the doubt a correction has cast on it goes before the state. */
export const StateWords = ({ formality }: { formality: Formality }) => {
  const t = useT()
  const { state, doubt, doneOn, number } = formality
  if (doubt) return <Badge tone="bad">{t(`formality.doubt.${doubt}`)}</Badge>
  return (
    <span className="formality-state">
      <Badge tone={stateTones[state]}>{t(`formality.state.${state}`)}</Badge>
      {state === 'done' ? (
        <small>{[formatDay(doneOn), number].filter(Boolean).join(' ')}</small>
      ) : null}
    </span>
  )
}

/** Who left which office without a vote, from when and why. */
export const endWords = (
  t: ReturnType<typeof useT>,
  { personName: person, postName: post, cause, on }: EndedTenure,
): string =>
  t('formality.ended', { person, post, on: formatDay(on), cause: t(`ledger.endReason.${cause}`) })
