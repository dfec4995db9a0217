import { describe, expect, it } from 'vitest'
import published from '../../test/golden/acts/published.json' with { type: 'json' }
import { scoreOf } from '../../test/golden/acts/score.ts'
import { readActs } from './read.ts'

describe.each([{ corpus: 'published', cases: published }])('$corpus texts', ({ cases }) => {
  it.each(cases)('reads $id', ({ text, acts }) => {
    const { missed, invented } = scoreOf(acts, readActs(text).acts)
    expect({ missed, invented }).toEqual({ missed: [], invented: [] })
  })
})
