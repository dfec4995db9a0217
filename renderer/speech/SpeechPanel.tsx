import './speech.css'
import { useEffect } from 'react'
import type { Item, Sitting } from '../../shared/contract/session.ts'
import type { Speech } from '../../shared/contract/speech.ts'
import { clockText } from '../../shared/rules/speech.ts'
import { useT } from '../lib/i18n.ts'
import { useKernelQuery } from '../lib/kernel.ts'
import { Button, IconButton, Loaded, Note } from '../ui/index.ts'
import { AddDialog } from './AddDialog.tsx'
import { Countdown } from './Countdown.tsx'
import { ExtendDialog } from './ExtendDialog.tsx'
import { Queue } from './Queue.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import { useSpeeches, type Speeches } from './useSpeeches.ts'

/** How often the page asks the kernel's clock while someone speaks: a laptop that slept counts right again. */
const RESYNC = 30_000

/** The speakers' list of a sitting: who speaks with the time left, who waits, and every step with its key. */
export const SpeechPanel = ({ sitting, item }: { sitting: Sitting; item: Item | null }) => {
  const list = useKernelQuery('speech.list', { sittingId: sitting.id })
  const { refetch } = list
  const speaking = list.data?.speeches.some(({ state }) => state === 'speaking') ?? false
  useEffect(() => {
    if (!speaking) return
    const ask = () => void refetch()
    const timer = setInterval(ask, RESYNC)
    window.addEventListener('focus', ask)
    return () => {
      clearInterval(timer)
      window.removeEventListener('focus', ask)
    }
  }, [speaking, refetch])
  return (
    <Loaded query={list}>
      {(answer) => <Panel key={sitting.id} sitting={sitting} item={item} answer={answer} />}
    </Loaded>
  )
}

const Panel = ({
  sitting,
  item,
  answer,
}: {
  sitting: Sitting
  item: Item | null
  answer: { now: number; speeches: Speech[] }
}) => {
  const t = useT()
  const speeches = useSpeeches(sitting, item, answer.speeches)
  const { running, queued, done, dialog, closed } = speeches
  const total = done.length + queued.length + (running ? 1 : 0)
  return (
    <section className="speech-panel" aria-label={t('speech.title')}>
      <header>
        <h2>{t('speech.title')}</h2>
        {closed ? null : (
          <Button size="s" icon="add" chord="Y" onClick={() => speeches.ask('add')}>
            {t('speech.add')}
          </Button>
        )}
      </header>
      {running ? <Running speech={running} answer={answer} speeches={speeches} /> : null}
      {queued.length > 0 ? <Queue speeches={speeches} /> : null}
      {total === 0 ? <Note>{t('speech.empty')}</Note> : null}
      {done.length > 0 ? (
        <Button size="s" tone="quiet" chord="Shift+S" onClick={() => speeches.ask('record')}>
          {t('speech.recordOf', { count: done.length })}
        </Button>
      ) : null}
      {dialog === 'add' ? (
        <AddDialog
          sitting={sitting}
          item={item}
          onAdd={(candidate) => void speeches.add(candidate)}
          onClose={speeches.close}
        />
      ) : null}
      {dialog === 'extend' && running ? (
        <ExtendDialog
          speech={running}
          chair={speeches.chair}
          onDone={(minutes) => speeches.extended(running, minutes)}
          onClose={speeches.close}
        />
      ) : null}
      {dialog === 'record' ? <RecordDialog sitting={sitting} onClose={speeches.close} /> : null}
    </section>
  )
}

const Running = ({
  speech,
  answer,
  speeches,
}: {
  speech: Speech
  answer: { now: number }
  speeches: Speeches
}) => {
  const t = useT()
  return (
    <div className="speech-running">
      <h3>
        <span>{speech.name}</span>
        <IconButton
          icon="reset"
          label={t('speech.putBack')}
          onClick={() => void speeches.putBack()}
        />
      </h3>
      <p>{termsOf(speech, t)}</p>
      <Countdown key={speech.id} speech={speech} answer={answer} />
      <div className="speech-acts">
        <Button tone="primary" chord="S" onClick={() => void speeches.next()}>
          {t('speech.stop')}
        </Button>
        <Button
          chord="T"
          disabled={speech.limitSeconds === 0}
          onClick={() => speeches.ask('extend')}
        >
          {t('speech.extend')}
        </Button>
      </div>
    </div>
  )
}

/** Which turn it is, how long it may last and what was granted, in one line. */
const termsOf = (
  { turn, limitSeconds, extraSeconds, extendedBy }: Speech,
  t: ReturnType<typeof useT>,
): string =>
  [
    t('speech.turn', { count: turn }),
    limitSeconds === 0
      ? t('speech.noLimitHere')
      : t('speech.limit', { time: clockText(limitSeconds) }),
    extraSeconds === 0
      ? ''
      : t('speech.extra', { time: clockText(extraSeconds), name: extendedBy }),
  ]
    .filter(Boolean)
    .join(' · ')
