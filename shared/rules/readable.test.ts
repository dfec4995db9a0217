import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, linesOf, paginate, readableOf, screenFault } from './readable.ts'

const usual = { distance: 15, width: 400, height: 225 }

describe('letters', () => {
  it('are at least 1/200 of the viewing distance high: 7.5 cm at 15 m', () => {
    const { letterHeight, letter } = readableOf(usual)
    expect(letterHeight).toBe(7.5)
    // The size of type whose face is 7.5 cm on a wall of 4 m.
    expect(letter * usual.width * 0.9).toBeCloseTo(7.5, 10)
  })

  it.each([
    [usual, 43, 12],
    [{ distance: 10, width: 400, height: 225 }, 64, 21],
    [{ distance: 15, width: 800, height: 225 }, 86, 12],
    [{ distance: 30, width: 600, height: 340 }, 32, 7],
  ])('%j carries %i letters a line and %i lines a page', (screen, letters, lines) => {
    expect(readableOf(screen)).toMatchObject({ lettersPerLine: letters, linesPerPage: lines })
  })
})

describe('a screen too small', () => {
  it('is told with the farthest row that can read it', () => {
    expect(screenFault(usual)).toBeUndefined()
    const fault = screenFault({ distance: 40, width: 120, height: 68 })
    expect(fault?.key).toBe('hall.settings.tooFar')
    const farthest = Number(fault?.params?.['farthest'])
    expect(screenFault({ distance: farthest, width: 120, height: 68 })).toBeUndefined()
    expect(screenFault({ distance: farthest + 1, width: 120, height: 68 })).toBeDefined()
  })
})

const row = fc.record({
  name: fc.stringMatching(/^[一-龥·]{2,12}$/u),
  post: fc.stringMatching(/^[一-龥、A-Za-z0-9 ]{0,70}$/u),
})
const screens = fc.record({
  lettersPerLine: fc.integer({ min: 14, max: 90 }),
  linesPerPage: fc.integer({ min: 4, max: 30 }),
})

describe('pages of a list', () => {
  it('hold every row once, in order, and never more lines than fit', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 80 }), screens, (rows, screen) => {
        const pages = paginate(rows, screen)
        expect(pages.flat()).toEqual(rows)
        const columns = columnsOf(
          rows.map(({ name }) => name),
          screen.lettersPerLine,
        )
        for (const page of pages) {
          const lines = page.reduce((sum, one) => sum + linesOf(one, columns), 0)
          expect(page.length === 1 || lines <= screen.linesPerPage).toBe(true)
        }
      }),
    )
  })

  it('are as few as reading in order allows', () => {
    const rows = Array.from({ length: 25 }, () => ({ name: '王某', post: '市监察委员会委员' }))
    const pages = paginate(rows, readableOf(usual))
    expect(pages.map((page) => page.length)).toEqual([12, 12, 1])
    expect(paginate([], readableOf(usual))).toEqual([[]])
  })

  it('count a post in as many lines as it is broken into', () => {
    const columns = columnsOf(['欧阳文澜'], 43)
    expect(columns).toEqual({ name: 4, post: 33 })
    expect(linesOf({ name: '欧阳文澜', post: '审'.repeat(33) }, columns)).toBe(1)
    expect(linesOf({ name: '欧阳文澜', post: '审'.repeat(34) }, columns)).toBe(2)
  })
})
