import { describe, expect, it } from 'vitest'
import { corpora } from '../../test/golden/acts/corpora.ts'
import type { GoldenText } from '../../test/golden/acts/corpora.ts'
import { scoreOf } from '../../test/golden/acts/score.ts'
import {
  randomFrom,
  withOtherNames,
  withOtherPlaces,
  withOtherPosts,
} from '../../test/golden/acts/substitute.ts'
import { readActs } from './read.ts'

const rounds = 3

type Change = (golden: GoldenText, random: () => number) => GoldenText | undefined

const changes: [string, Change][] = [
  ['names', withOtherNames],
  ['places', withOtherPlaces],
  ['posts', withOtherPosts],
]

describe.each(corpora)('$corpus texts', ({ cases }) => {
  it.each(changes)('give the same acts under other %s', (_, change) => {
    const sum = { wanted: 0, got: 0, hits: 0 }
    const failed: unknown[] = []
    for (let seed = 0; seed < rounds; seed++) {
      cases.forEach((golden, index) => {
        const changed = change(golden, randomFrom(seed * 1000 + index))
        if (!changed) return
        const { wanted, got, hits, missed, invented } = scoreOf(
          changed.acts,
          readActs(changed.text).acts,
        )
        sum.wanted += wanted
        sum.got += got
        sum.hits += hits
        if (missed.length + invented.length > 0)
          failed.push({ id: golden.id, seed, missed, invented })
      })
    }
    const listed = JSON.stringify(failed, undefined, 1)
    expect(sum.wanted).toBeGreaterThan(cases.length)
    expect(sum.hits / sum.wanted, listed).toBeGreaterThanOrEqual(0.985)
    expect(sum.hits / sum.got, listed).toBeGreaterThanOrEqual(0.985)
  })
})
