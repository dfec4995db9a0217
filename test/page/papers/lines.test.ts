import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitLines, pageAt, pagesOf, type Box } from '../../../renderer/papers/script/lines.ts'

/** Passages one under the other, each so many lines high. */
const stacked = (lines: readonly number[], pitch: number): Box[] =>
  lines.map((count, at) => ({
    top: lines.slice(0, at).reduce((sum, one) => sum + one * pitch, 0),
    height: count * pitch,
  }))

describe('type in the reading view', () => {
  it.each([
    [1200, 690, 48],
    [1690, 990, 69],
    [3380, 2040, 140],
    [320, 300, 30],
  ])('in a room of %d by %d is %d pixels', (width, height, font) => {
    const fitted = fitLines(width, height)
    expect(fitted.font).toBe(font)
    expect(fitted.height % fitted.pitch).toBe(0)
    expect(fitted.height).toBeLessThanOrEqual(Math.max(height, fitted.pitch))
  })
})

describe('pages', () => {
  it('begin with a passage', () => {
    expect(pagesOf(stacked([2, 3, 2, 1], 10), 50)).toEqual([
      { from: 0, to: 50 },
      { from: 50, to: 80 },
    ])
    expect(pagesOf(stacked([2, 2, 2], 10), 50)).toEqual([
      { from: 0, to: 40 },
      { from: 40, to: 60 },
    ])
  })

  it('go on inside a passage that is longer than a page', () => {
    expect(pagesOf(stacked([1, 12], 10), 50)).toEqual([
      { from: 0, to: 10 },
      { from: 10, to: 60 },
      { from: 60, to: 110 },
      { from: 110, to: 130 },
    ])
  })

  it('show all of the text once, in order, and find each passage', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (lines) => {
        const boxes = stacked(lines, 10)
        const pages = pagesOf(boxes, 90)
        expect(pages[0]?.from).toBe(0)
        expect(pages.at(-1)?.to).toBe(lines.reduce((sum, one) => sum + one * 10, 0))
        for (const [at, page] of pages.entries()) {
          expect(page.to - page.from).toBeLessThanOrEqual(90)
          expect(page.from).toBe(pages[at - 1]?.to ?? 0)
        }
        for (const { top } of boxes) {
          const page = pages[pageAt(pages, top)]
          expect(page?.from).toBeLessThanOrEqual(top)
          expect(page?.to).toBeGreaterThan(top)
        }
      }),
    )
  })

  it('are one where there is nothing to read', () => {
    expect(pagesOf([], 90)).toEqual([{ from: 0, to: 0 }])
  })
})
