import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Passage } from '../../../shared/contract/papers.ts'
import { returnFocus } from '../../lib/focus.ts'
import { useT } from '../../lib/i18n.ts'
import { onChords } from '../../lib/keys.ts'
import { useLayer } from '../../lib/layers.ts'
import { Kbd } from '../../ui/index.ts'
import { fitLines, type Lines } from './lines.ts'
import { Words } from './Words.tsx'

/** Lines as they fit the room: whole ones, so that no page cuts through a line. */
const useLines = () => {
  const room = useRef<HTMLDivElement>(null)
  const [lines, setLines] = useState<Lines>({ font: 44, pitch: 72, height: 720 })
  useLayoutEffect(() => {
    const { current } = room
    if (!current) return
    const measure = () => setLines(fitLines(current.clientWidth, current.clientHeight))
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(current)
    return () => watch.disconnect()
  }, [])
  return { room, lines }
}

/** Pages of the text, one screen each; the page of a passage when it opens. */
const usePages = (lines: Lines, at: string | undefined, count: number) => {
  const text = useRef<HTMLDivElement>(null)
  const [page, setPage] = useState(0)
  const [pages, setPages] = useState(1)
  const begun = useRef(false)
  useLayoutEffect(() => {
    const { current } = text
    if (!current) return
    const all = Math.max(1, Math.ceil((current.scrollHeight - 1) / lines.height))
    setPages(all)
    setPage((now) => Math.min(now, all - 1))
  }, [lines, count])
  useEffect(() => {
    const { current } = text
    if (!current || begun.current || at === undefined) return
    const line = current.querySelector<HTMLElement>(`[data-passage="${CSS.escape(at)}"]`)
    if (!line) return
    begun.current = true
    setPage(Math.floor(line.offsetTop / lines.height))
  }, [at, lines])
  const turn = (by: number) => () => setPage((now) => Math.max(0, Math.min(now + by, pages - 1)))
  return { text, page, pages, turn }
}

/**
 * The script over the whole screen in large type: arrows and Space turn the page, Escape goes back. Figures and
 * blanks are set off. What is locked meanwhile appears at once, and the page stays.
 */
export const ScriptReader = ({
  passages,
  at,
  onClose,
}: {
  passages: readonly Passage[]
  /** The passage to begin at. */
  at: string | undefined
  onClose: () => void
}) => {
  const t = useT()
  useLayer(true)
  const root = useRef<HTMLDivElement>(null)
  const { room, lines } = useLines()
  const shown = passages.filter(({ text }) => text !== '')
  const { text, page, pages, turn } = usePages(lines, at, shown.length)
  useEffect(() => {
    root.current?.focus()
    return returnFocus
  }, [])
  const [back, on] = [turn(-1), turn(1)]
  return createPortal(
    <div
      ref={root}
      className="script-reader"
      role="dialog"
      aria-modal="true"
      aria-label={t('papers.script.reading')}
      tabIndex={-1}
      onKeyDown={onChords({
        Escape: onClose,
        V: onClose,
        Space: on,
        ArrowRight: on,
        ArrowDown: on,
        PageDown: on,
        'Shift+Space': back,
        ArrowLeft: back,
        ArrowUp: back,
        PageUp: back,
        Home: turn(-pages),
        End: turn(pages),
      })}
    >
      <div ref={room} className="script-room">
        <div
          className="script-page"
          style={{
            height: lines.height,
            fontSize: lines.font,
            lineHeight: `${lines.pitch}px`,
          }}
        >
          <div ref={text} style={{ transform: `translateY(${-page * lines.height}px)` }}>
            {shown.map((passage) => (
              <p key={passage.key} data-passage={passage.key} data-kind={passage.kind}>
                <Words passage={passage} />
              </p>
            ))}
          </div>
        </div>
      </div>
      <footer>
        <output>{t('papers.of', { at: page + 1, count: pages })}</output>
        <span>
          <Kbd chord="Space" /> {t('papers.script.on')}
        </span>
        <span>
          <Kbd chord="ArrowLeft" /> {t('papers.script.back')}
        </span>
        <button type="button" onClick={onClose}>
          <Kbd chord="Escape" /> {t('papers.script.close')}
        </button>
      </footer>
    </div>,
    document.body,
  )
}
