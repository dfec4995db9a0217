import { describe, expect, it } from 'vitest'
import {
  allFor,
  emptyDraft,
  exceptionsOf,
  moveVote,
  readFigure,
  setFigure,
  tallyOf,
  undoStep,
  type Draft,
} from '../../../renderer/ballot/draft.ts'

const typed = (draft: Draft, text: string): Draft =>
  [...text].reduce(
    (old, _digit, index) => setFigure(old, 'against', readFigure(text.slice(0, index + 1))),
    draft,
  )

describe('all for, then the exceptions', () => {
  it('gives every vote of those present to «for»', () => {
    expect(allFor(emptyDraft, 'device', 37).totals).toEqual({
      for: 37,
      against: 0,
      abstain: 0,
      notPressed: 0,
    })
    expect(allFor(emptyDraft, 'show-of-hands', 37).totals).toEqual({
      for: 37,
      against: 0,
      abstain: 0,
    })
  })

  it('on paper stands on the papers collected, and takes one for everyone where none was counted', () => {
    const counted = setFigure(setFigure(emptyDraft, 'issued', 36), 'collected', 35)
    expect(allFor(counted, 'secret-paper', 37).totals).toMatchObject({
      issued: 36,
      collected: 35,
      for: 35,
    })
    expect(allFor(emptyDraft, 'secret-paper', 37).totals).toMatchObject({
      issued: 37,
      collected: 37,
      for: 37,
    })
  })

  it('moves a vote there and back without changing the sum', () => {
    const all = allFor(emptyDraft, 'device', 37)
    const moved = moveVote(moveVote(all, 'against', 1), 'notPressed', 1)
    expect(moved.totals).toEqual({ for: 35, against: 1, abstain: 0, notPressed: 1 })
    expect(moveVote(moveVote(moved, 'against', -1), 'notPressed', -1).totals).toEqual(all.totals)
  })

  it('moves nothing where there is nothing to move', () => {
    const none = allFor(emptyDraft, 'device', 0)
    expect(moveVote(none, 'against', 1)).toBe(none)
    const all = allFor(emptyDraft, 'device', 37)
    expect(moveVote(all, 'against', -1)).toBe(all)
    expect(moveVote(emptyDraft, 'abstain', 1)).toBe(emptyDraft)
  })

  it('has as many exceptions as the method has', () => {
    expect(exceptionsOf('device')).toEqual(['against', 'abstain', 'notPressed'])
    expect(exceptionsOf('secret-paper')).toEqual(['against', 'abstain', 'spoiled'])
    expect(exceptionsOf('show-of-hands')).toEqual(['against', 'abstain'])
    expect(exceptionsOf('tacit')).toEqual([])
  })
})

describe('taking steps back', () => {
  it('goes back step by step to nothing', () => {
    const moved = moveVote(allFor(emptyDraft, 'device', 37), 'against', 1)
    expect(undoStep(moved).totals).toMatchObject({ for: 37, against: 0 })
    expect(undoStep(undoStep(moved)).totals).toEqual({})
    expect(undoStep(undoStep(undoStep(moved))).totals).toEqual({})
  })

  it('takes the digits of one figure as one step', () => {
    const draft = typed(allFor(emptyDraft, 'device', 37), '12')
    expect(draft.totals.against).toBe(12)
    expect(undoStep(draft).totals.against).toBe(0)
  })
})

describe('what is typed', () => {
  it.each([
    ['35', 35],
    ['３５', 35],
    [' 3 5 ', 35],
    ['三五', undefined],
    ['', undefined],
    ['-4', 4],
    ['123456', 1234],
  ])('reads «%s» as %s', (text, figure) => {
    expect(readFigure(text)).toBe(figure)
  })

  it('is no tally until for, against and abstaining are all there', () => {
    expect(tallyOf({ for: 35, against: 1 }, 'device')).toBeUndefined()
    expect(tallyOf({ for: 35, against: 1, abstain: 0 }, 'device')).toEqual({
      for: 35,
      against: 1,
      abstain: 0,
    })
  })

  it('leaves out what does not belong to the method', () => {
    const totals = { for: 35, against: 1, abstain: 0, notPressed: 1, spoiled: 2, issued: 9 }
    expect(tallyOf(totals, 'show-of-hands')).toEqual({ for: 35, against: 1, abstain: 0 })
    expect(tallyOf(totals, 'secret-paper')).toEqual({
      for: 35,
      against: 1,
      abstain: 0,
      spoiled: 2,
      issued: 9,
    })
  })
})
