/** Type in the reading view, all in CSS pixels: `height` is a whole number of lines. */
export type Lines = { font: number; pitch: number; height: number }

const charsWide = 24
const linesHigh = 9
const smallest = 30
const largest = 140

/**
 * The largest type that sets about 24 characters to a line and 9 lines to a page. In: the room in CSS pixels. Out: font
 * size, line pitch, and the height of the lines that fit whole.
 */
export const fitLines = (width: number, height: number): Lines => {
  const wanted = Math.min(width / charsWide, height / linesHigh / 1.6)
  const font = Math.round(Math.max(smallest, Math.min(largest, wanted)))
  const pitch = Math.round(font * 1.6)
  return { font, pitch, height: Math.max(1, Math.floor(height / pitch)) * pitch }
}

/** A passage as it stands on the page, in pixels from the top of the text. */
export type Box = { top: number; height: number }

/** A page of the reading view: from where to where of the text, in pixels. */
export type Page = { from: number; to: number }

/**
 * Parts a text into pages that begin with a passage, so that nobody turns the page inside a sentence; a passage longer
 * than a page goes on by whole pages. In: the passages in order, the height of a page. Out: at least one page.
 */
export const pagesOf = (boxes: readonly Box[], height: number): Page[] => {
  const pages: Page[] = [{ from: 0, to: 0 }]
  for (const { top, height: own } of boxes) {
    const last = pages.at(-1) ?? { from: 0, to: 0 }
    if (top + own <= last.from + height) {
      last.to = top + own
      continue
    }
    for (let from = top; from < top + own; from += height) {
      pages.push({ from, to: Math.min(top + own, from + height) })
    }
  }
  return pages.filter(({ from, to }, at) => to > from || (at === 0 && pages.length === 1))
}

/** The page a place of the text stands on, 0-based. */
export const pageAt = (pages: readonly Page[], top: number): number =>
  Math.max(
    0,
    pages.findLastIndex(({ from }) => from <= top),
  )
