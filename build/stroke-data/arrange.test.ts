import { describe, expect, it } from 'vitest'
import { arrange } from './arrange.ts'
import { longestRise } from './rise.ts'

describe('the longest rise', () => {
  it('leaves out what breaks it', () => {
    expect([...longestRise([1, 1, 9, 2, 2, 3])].sort()).toEqual([0, 1, 3, 4, 5])
    expect([...longestRise([])]).toEqual([])
    expect([...longestRise([3, 2, 1])]).toHaveLength(1)
  })
})

describe('arranging characters', () => {
  const counts = new Map([
    ['王', 4],
    ['毛', 4],
    ['文', 4],
    ['尹', 4],
    ['亿', 3],
    ['㐅', 2],
  ])
  const standard = new Map([
    ['亿', 1],
    ['王', 2],
    ['毛', 3],
    ['文', 4],
    ['尹', 5],
  ])

  it('goes by count, then sequence; one without a sequence follows its neighbour in the list', () => {
    const sequences = new Map([
      ['亿', '325'],
      ['王', '1121'],
      ['毛', '3115'],
      ['尹', '5113'],
    ])
    expect(arrange({ counts, standard, sequences })).toEqual({
      groups: [
        { strokes: 2, ordered: '', unordered: '㐅' },
        { strokes: 3, ordered: '亿', unordered: '' },
        { strokes: 4, ordered: '王毛文尹', unordered: '' },
      ],
      inferred: '文',
    })
  })

  it('takes the official count where the list contradicts the source', () => {
    const wrong = new Map(counts).set('毛', 9)
    const { groups } = arrange({ counts: wrong, standard, sequences: new Map() })
    expect(groups.find(({ strokes }) => strokes === 4)?.ordered).toBe('王毛文尹')
  })
})
