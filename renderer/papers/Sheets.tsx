import { useEffect, useRef, useState } from 'react'
import { useT } from '../lib/i18n.ts'

/** One sheet of A4 in CSS pixels. */
const sheet = { width: (210 / 25.4) * 96, height: (297 / 25.4) * 96 }
const margin = 48

/** Sheets as wide as the room allows, or one whole sheet in sight. */
export type Fit = 'width' | 'page'
/** The gap below a sheet, in millimetres, as the papers' own style draws them. */
const sheetGap = 8

/** Millimetres of a sheet standing and lying. */
const standing = { width: 210, height: 297 }
const lying = { width: 297, height: 210 }

/** How many sheets an article covers. */
const sheetsOf = (article: Element): number => {
  const { width, height } = article.getBoundingClientRect()
  if (width === 0) return 1
  const paper = article.classList.contains('landscape') ? lying : standing
  const long = (height / width) * paper.width
  return Math.max(1, Math.ceil((long + sheetGap - 1) / (paper.height + sheetGap)))
}

/**
 * A paper as sheets, scaled to the room there is. The markup is the kernel's own and escaped; it stands in a shadow
 * tree of its own with an adopted style sheet, so neither the page's style nor its policy is touched.
 */
export const Sheets = ({
  html,
  css,
  label,
  fit,
  landscape,
  onPages,
}: {
  html: string
  css: string
  label: string
  fit: Fit
  landscape: boolean
  onPages: (pages: number) => void
}) => {
  const t = useT()
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState(1)

  useEffect(() => {
    const box = frame.current
    if (!box) return
    const scaled = () => {
      const { width, height } = landscape ? { width: sheet.height, height: sheet.width } : sheet
      const wide = (box.clientWidth - margin) / width
      const whole = Math.min(wide, (box.clientHeight - margin) / height)
      setScale(Math.min(1, Math.max(0.4, fit === 'page' ? whole : wide)))
    }
    scaled()
    const watch = new ResizeObserver(scaled)
    watch.observe(box)
    return () => watch.disconnect()
  }, [fit, landscape])

  useEffect(() => {
    const element = host.current
    if (!element) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const style = new CSSStyleSheet()
    style.replaceSync(css)
    root.adoptedStyleSheets = [style]
    root.innerHTML = html
    const article = root.firstElementChild
    if (!article) return
    const count = () => onPages(sheetsOf(article))
    count()
    const watch = new ResizeObserver(count)
    watch.observe(article)
    return () => watch.disconnect()
  }, [html, css, onPages])

  return (
    <div
      ref={frame}
      className="papers-frame"
      role="region"
      aria-label={t('papers.preview')}
      tabIndex={0}
    >
      <div
        ref={host}
        className="papers-sheets"
        aria-label={label}
        role="document"
        style={{ zoom: scale }}
      />
    </div>
  )
}
