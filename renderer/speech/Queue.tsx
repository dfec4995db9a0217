import { useRef, useState } from 'react'
import type { Speech } from '../../shared/contract/speech.ts'
import { clockText } from '../../shared/rules/speech.ts'
import { useAction } from '../lib/commands.ts'
import { useT } from '../lib/i18n.ts'
import { onChords } from '../lib/keys.ts'
import { Badge, Button, DragList } from '../ui/index.ts'
import type { Speeches } from './useSpeeches.ts'

/** Who waits, in order: Alt+↑/↓ or dragging changes it, Delete takes off the list. */
export const Queue = ({ speeches }: { speeches: Speeches }) => {
  const t = useT()
  const { queued, running, held, move, drop, next } = speeches
  const frame = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const at = queued.findIndex(({ id }) => id === selected)
  const chosen = queued[at] ?? null
  const focusRow = (id: string | undefined) => {
    if (id === undefined) return
    setSelected(id)
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`)?.focus(),
    )
  }
  const dropChosen = async () => {
    if (!chosen) return
    const neighbour = queued[at + 1] ?? queued[at - 1]
    if (await drop(chosen)) focusRow(neighbour?.id)
  }
  useAction('speech.list', () => focusRow(chosen?.id ?? queued[0]?.id))
  return (
    <div
      ref={frame}
      className="speech-queue"
      onKeyDown={(event) => onChords({ Delete: () => void dropChosen() })(event)}
    >
      <h3>{t('speech.waiting', { count: queued.length })}</h3>
      <DragList
        label={t('speech.queue')}
        items={queued}
        keyOf={({ id }) => id}
        selected={chosen?.id ?? null}
        onSelect={setSelected}
        onMove={move}
      >
        {(speech, index) => <QueueLine speech={speech} place={index + 1} />}
      </DragList>
      <div className="speech-acts">
        {running || !held ? null : (
          <Button tone="primary" chord="S" onClick={() => void next()}>
            {t('speech.start')}
          </Button>
        )}
        <Button chord="Delete" disabled={!chosen} onClick={() => void dropChosen()}>
          {t('speech.drop')}
        </Button>
      </div>
    </div>
  )
}

const QueueLine = ({ speech, place }: { speech: Speech; place: number }) => {
  const t = useT()
  const { name, turn, memberId, limitSeconds } = speech
  return (
    <>
      <i>{place}</i>
      <b title={name}>{name}</b>
      {memberId === null ? <Badge>{t('speech.sitsIn')}</Badge> : null}
      {turn > 1 ? <Badge>{t('speech.turn', { count: turn })}</Badge> : null}
      <small>{limitSeconds === 0 ? t('speech.noLimitHere') : clockText(limitSeconds)}</small>
    </>
  )
}
