import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Passage } from '../../../shared/contract/papers.ts'
import { returnFocus } from '../../lib/focus.ts'
import { useT } from '../../lib/i18n.ts'
import { onChords } from '../../lib/keys.ts'
import { useLayer } from '../../lib/layers.ts'
import { Kbd } from '../../ui/index.ts'
import { fitLines, pageAt, pagesOf, type Lines, type Page } from './lines.ts'
import { Words } from './Words.tsx'

/** Lines as they fit the room; null until it is measured. */
const useLines = () => {
  const room = useRef<HTMLDivElement>(null)
  const [lines, setLines] = useState<Lines | null>(null)
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

const passagesIn = (text: HTMLElement): HTMLElement[] => [
  ...text.querySelectorAll<HTMLElement>('[data-passage]'),
]

/** The pages of the text and the one that is read; it stays with its first passage when room or text change. */
const usePages = (lines: Lines | null, start: string | undefined, words: string) => {
  const text = useRef<HTMLDivElement>(null)
  const top = useRef(start)
  const [pages, setPages] = useState<readonly Page[]>([{ from: 0, to: 0 }])
  const [at, setAt] = useState(0)
  useLayoutEffect(() => {
    const { current } = text
    if (!current || !lines) return
    const drawn = passagesIn(current)
    const boxes = drawn.map(({ offsetTop, offsetHeight }) => ({
      top: offsetTop,
      height: offsetHeight,
    }))
    const parted = pagesOf(boxes, lines.height)
    const kept = drawn.find((line) => line.dataset['passage'] === top.current)
    setPages(parted)
    setAt((now) => (kept ? pageAt(parted, kept.offsetTop) : Math.min(now, parted.length - 1)))
  }, [lines, words])
  const turn = (by: number) => () => {
    const next = Math.max(0, Math.min(at + by, pages.length - 1))
    const from = pages[next]?.from ?? 0
    const first = text.current && passagesIn(text.current).findLast((p) => p.offsetTop <= from)
    top.current = first?.dataset['passage']
    setAt(next)
  }
  return { text, pages, at, page: pages[at] ?? { from: 0, to: 0 }, turn }
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
  const words = shown.map((passage) => passage.text).join()
  const { text, pages, at: number, page, turn } = usePages(lines, at, words)
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
        Home: turn(-pages.length),
        End: turn(pages.length),
      })}
    >
      <div ref={room} className="script-room">
        {lines ? (
          <div
            className="script-page"
            style={{
              height: page.to - page.from,
              fontSize: lines.font,
              lineHeight: `${lines.pitch}px`,
            }}
          >
            <div ref={text} style={{ transform: `translateY(${-page.from}px)` }}>
              {shown.map((passage) => (
                <p
                  key={passage.key}
                  data-passage={passage.key}
                  data-kind={passage.kind}
                  data-here={passage.key === at || undefined}
                >
                  <Words passage={passage} />
                </p>
              ))}
            </div>
          </div>
        ) : null}
      </div>
      <div className="script-foot">
        <output>{t('papers.script.page', { at: number + 1, count: pages.length })}</output>
        <span>
          <Kbd chord="Space" /> {t('papers.script.on')}
        </span>
        <span>
          <Kbd chord="ArrowLeft" /> {t('papers.script.back')}
        </span>
        <button type="button" onClick={onClose}>
          <Kbd chord="Escape" /> {t('papers.script.close')}
        </button>
      </div>
    </div>,
    document.body,
  )
}
