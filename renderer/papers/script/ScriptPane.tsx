import './script.css'
import { useEffect, useRef, useState } from 'react'
import type { Passage } from '../../../shared/contract/papers.ts'
import { useAction } from '../../lib/commands.ts'
import { useT } from '../../lib/i18n.ts'
import { Button, EmptyState, Loaded } from '../../ui/index.ts'
import { PassageLine } from './PassageLine.tsx'
import { ScriptReader } from './ScriptReader.tsx'
import { passageAt, passagesAt, useScript, type Stop } from './useScript.ts'

/**
 * The script at the current stop, live: numbers as they are known, a result once it is locked. V opens the reading
 * view of the whole sitting. Without a sitting it says that there is none.
 */
export const ScriptPane = ({
  sessionId,
  sittingId,
  itemId,
  questionId,
}: { sessionId: string; sittingId: string | null } & Stop) => {
  const t = useT()
  const script = useScript(sessionId, sittingId, 'live')
  if (sittingId === null) return <EmptyState icon="paper" title={t('papers.script.noSitting')} />
  return (
    <Loaded query={script}>
      {({ passages }) => (
        <Pane
          key={sittingId}
          sessionId={sessionId}
          passages={passages}
          stop={{ itemId, questionId }}
        />
      )}
    </Loaded>
  )
}

/** Brings the passage one is at into sight, each time one gets to another or the room for it changes. */
const useFollowing = (key: string | undefined) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = box
    if (!current || key === undefined) return
    const follow = () => {
      const line = current.querySelector<HTMLElement>(`[data-passage="${CSS.escape(key)}"]`)
      if (!line) return
      // Offsets, not rectangles: on a very large screen the page is enlarged, and rectangles with it.
      current.scrollTop = line.offsetTop - current.offsetTop - current.clientHeight / 4
    }
    const watch = new ResizeObserver(follow)
    watch.observe(current)
    return () => watch.disconnect()
  }, [key])
  return box
}

const Pane = ({
  sessionId,
  passages,
  stop,
}: {
  sessionId: string
  passages: readonly Passage[]
  stop: Stop
}) => {
  const t = useT()
  const [reading, setReading] = useState(false)
  const here = passageAt(passages, stop)
  const box = useFollowing(here?.key)
  useAction('papers.read', () => setReading(true))
  return (
    <section className="script-pane" aria-label={t('papers.script.title')}>
      <header>
        <h2>{t('papers.script.title')}</h2>
        <Button size="s" tone="quiet" chord="V" onClick={() => setReading(true)}>
          {t('papers.script.read')}
        </Button>
      </header>
      <div
        ref={box}
        className="script-lines"
        role="region"
        aria-label={t('papers.script.lines')}
        tabIndex={0}
      >
        {passagesAt(passages, stop.itemId).map((passage) => (
          <PassageLine
            key={passage.key}
            sessionId={sessionId}
            passage={passage}
            here={passage.key === here?.key}
          />
        ))}
      </div>
      {reading ? (
        <ScriptReader passages={passages} at={here?.key} onClose={() => setReading(false)} />
      ) : null}
    </section>
  )
}
