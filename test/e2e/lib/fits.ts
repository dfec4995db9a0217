import type { Page } from 'playwright-core'

/**
 * What does not fit the window: the page where it is wider, and texts cut off by what is around them. Texts that end
 * in «…», those for a screen reader alone, what can be scrolled to and what is on another page are none.
 */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > window.innerWidth) found.push(`page: ${root.scrollWidth} wide`)
    const cutBy = (box: DOMRect, around: Element): string | null => {
      const { overflowX, overflowY } = getComputedStyle(around)
      const edge = around.getBoundingClientRect()
      const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
      const across = box.left < edge.right - 1 && box.right > edge.left + 1
      const along = box.top < edge.bottom - 1 && box.bottom > edge.top + 1
      if (!across || !along) return cuts(overflowX) || cuts(overflowY) ? 'away' : null
      if (cuts(overflowX) && (box.right > edge.right + 1 || box.left < edge.left - 1)) return 'wide'
      if (cuts(overflowY) && (box.bottom > edge.bottom + 3 || box.top < edge.top - 3)) return 'high'
      return null
    }
    const meant = (one: Element): boolean => {
      const style = getComputedStyle(one)
      const { width, height } = one.getBoundingClientRect()
      return (
        style.textOverflow === 'ellipsis' ||
        style.webkitLineClamp !== 'none' ||
        style.clipPath !== 'none' ||
        width <= 1 ||
        height <= 1
      )
    }
    const scrolls = (one: Element): boolean =>
      [getComputedStyle(one).overflowX, getComputedStyle(one).overflowY].some(
        (overflow) => overflow === 'auto' || overflow === 'scroll',
      )
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const own = text.parentElement
      if (
        !own ||
        text.nodeValue?.trim() === '' ||
        !own.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      )
        continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const box = range.getBoundingClientRect()
      if (box.width === 0) continue
      for (
        let around: Element | null = own;
        around && around !== document.body;
        around = around.parentElement
      ) {
        if (meant(around) || scrolls(around)) break
        const how = cutBy(box, around)
        if (how === 'away') break
        if (how) {
          found.push(
            `${how}: «${text.nodeValue?.slice(0, 30) ?? ''}» in ${around.className || around.tagName}`,
          )
          break
        }
      }
    }
    return found
  })
