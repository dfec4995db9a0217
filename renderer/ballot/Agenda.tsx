import { useEffect, useRef } from 'react'
import type { Question } from '../../shared/contract/ballot.ts'
import type { Item } from '../../shared/contract/session.ts'
import { actLine } from '../../shared/papers/wording.ts'
import { formatNumeral } from '../lib/formats.ts'
import { useT, type Say } from '../lib/i18n.ts'
import type { Tone } from '../ui/index.ts'
import { isDone, stopAt, type Stop } from './stops.ts'
import { goToStop, standingOf, type Desk } from './useDesk.ts'

type Mark = { text: string; tone: Tone }

const questionMark = (question: Question, t: Say): Mark => {
  const { open, locked, spoilt } = standingOf(question)
  if (open) return { text: t('ballot.mark.open'), tone: 'seal' }
  if (locked?.outcome) {
    const { verdict } = locked.outcome
    const tone = verdict === 'passed' ? 'good' : 'bad'
    if (locked.method === 'tacit') return { text: t('ballot.mark.tacit'), tone }
    return {
      text: t(
        `ballot.mark.${verdict === 'passed' ? 'passed' : verdict === 'failed' ? 'failed' : 'resubmit'}`,
        {
          for: locked.tally?.for ?? 0,
        },
      ),
      tone,
    }
  }
  if (question.withdrawn) return { text: t('ballot.mark.withdrawn'), tone: 'plain' }
  return spoilt ? { text: t('ballot.mark.void'), tone: 'warn' } : { text: '', tone: 'plain' }
}

const itemMark = (item: Item, own: readonly Question[], t: Say): Mark => {
  const [only] = own
  if (own.length === 1 && only) return questionMark(only, t)
  if (own.length > 1) {
    const done = own.filter((question) => question.standing).length
    return { text: `${done} / ${own.length}`, tone: done === own.length ? 'good' : 'plain' }
  }
  return {
    text: item.state === 'pending' ? '' : t(`session.itemState.${item.state}`),
    tone: item.state === 'deliberated' || item.state === 'decided' ? 'good' : 'plain',
  }
}

/** The agenda with what came of each item; the item on hand shows its questions. */
export const Agenda = ({ desk }: { desk: Desk }) => {
  const t = useT()
  return (
    <nav className="ballot-agenda" aria-label={t('ballot.agenda')}>
      <h2>{t('ballot.agenda')}</h2>
      <ol>
        {desk.session.items.map((item) => (
          <AgendaItem key={item.id} item={item} desk={desk} />
        ))}
      </ol>
    </nav>
  )
}

const AgendaItem = ({ item, desk }: { item: Item; desk: Desk }) => {
  const t = useT()
  const stops = desk.stops.filter((stop) => stop.item.id === item.id)
  const here = desk.stop?.item.id === item.id
  const own = stops.flatMap((stop) => stop.question ?? [])
  const mark = itemMark(item, own, t)
  return (
    <li data-here={here || undefined} data-done={stops.every(isDone) || undefined}>
      <button
        type="button"
        className="ballot-agenda-item"
        aria-current={here && own.length < 2 ? 'step' : undefined}
        onClick={() => {
          const stop = stopAt(stops, { itemId: item.id, questionId: null })
          if (stop) goToStop(stop)
        }}
      >
        <i>{formatNumeral(item.position)}</i>
        <span>{item.title}</span>
        <em data-tone={mark.tone}>{mark.text}</em>
      </button>
      {here && own.length > 1 ? <RunSheet questions={own} /> : null}
      {here && own.length > 1 ? (
        <ol>
          {stops.map((stop, index) => (
            <QuestionLine key={stop.question?.id} stop={stop} index={index} desk={desk} />
          ))}
        </ol>
      ) : null}
    </li>
  )
}

/** How far a run of votes has come: what passed, what failed, what is left. */
const RunSheet = ({ questions }: { questions: readonly Question[] }) => {
  const t = useT()
  const verdicts = questions.flatMap(({ standing }) => standing?.outcome?.verdict ?? [])
  const passed = verdicts.filter((verdict) => verdict === 'passed').length
  const total = questions.length
  const done = questions.filter(({ standing, withdrawn }) => standing ?? withdrawn).length
  return (
    <div className="ballot-run">
      <progress aria-label={t('ballot.run.progress')} value={done} max={total} />
      <span>
        {t('ballot.run.counts', { passed, failed: verdicts.length - passed, left: total - done })}
      </span>
    </div>
  )
}

/** Short enough for a line: the person and the post, how many in one vote, or the question's title. */
const lineOf = (question: Question, desk: Desk, t: Say): string => {
  const [first] = question.actIds
  if (question.actIds.length > 1) return t('ballot.merged', { count: question.actIds.length })
  const found = first ? desk.acts.get(first) : undefined
  if (!found) return question.title
  const { act } = found
  return actLine(act.verb, act.act, [act.personName], act.post)
}

const QuestionLine = ({ stop, index, desk }: { stop: Stop; index: number; desk: Desk }) => {
  const t = useT()
  const line = useRef<HTMLButtonElement>(null)
  const here = desk.stop?.question?.id === stop.question?.id
  useEffect(() => {
    if (here) line.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  if (!stop.question) return null
  const mark = questionMark(stop.question, t)
  return (
    <li>
      <button
        ref={line}
        type="button"
        className="ballot-agenda-question"
        aria-current={here ? 'step' : undefined}
        onClick={() => goToStop(stop)}
      >
        <i>{index + 1}</i>
        <span>{lineOf(stop.question, desk, t)}</span>
        <em data-tone={mark.tone}>{mark.text}</em>
      </button>
    </li>
  )
}
