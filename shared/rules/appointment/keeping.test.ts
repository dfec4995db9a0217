import { describe, expect, it } from 'vitest'
import type { FormalityDraft } from './formalities.ts'
import { keepFormalities, type KeptFormality } from './keeping.ts'

const draft = (kind: FormalityDraft['kind'], about: string, actIds: string[]): FormalityDraft => ({
  kind,
  about,
  toWhom: about,
  heldBy: null,
  actIds,
  dueOn: null,
  dueRule: null,
})
const row = (
  id: string,
  kind: KeptFormality['kind'],
  about: string,
  actIds: string[],
  more: Partial<KeptFormality> = {},
): KeptFormality => ({ id, kind, about, actIds, state: 'due', touched: false, ...more })

describe('keeping what was done', () => {
  it('finds a formality again by its kind and what it is about', () => {
    const notice = draft('notice', '院长', ['a', 'b'])
    const kept = keepFormalities([row('1', 'notice', '院长', ['a'])], [notice])
    expect(kept).toEqual({ go: [{ id: '1', draft: notice }], add: [], drop: [], rest: [] })
  })

  it('finds the oath again of somebody told apart from a namesake since', () => {
    const oath = draft('oath', 'person-7', ['a'])
    const kept = keepFormalities([row('1', 'oath', '方明远', ['a'], { state: 'done' })], [oath])
    expect(kept.go).toEqual([{ id: '1', draft: oath }])
  })

  it('takes no row for two, and none of another kind', () => {
    const drafts = [draft('oath', 'person-7', ['a']), draft('oath', 'person-8', ['a'])]
    const kept = keepFormalities(
      [row('1', 'oath', '方明远', ['a']), row('2', 'certificate', 'x', ['a'])],
      drafts,
    )
    expect(kept.go).toEqual([{ id: '1', draft: drafts[0] }])
    expect(kept.add).toEqual([drafts[1]])
    expect(kept.drop).toEqual(['2'])
  })

  it('drops what nobody touched and lets rest what a hand did', () => {
    const kept = keepFormalities(
      [
        row('1', 'certificate', 'a', ['a']),
        row('2', 'certificate', 'b', ['b'], { state: 'done' }),
        row('3', 'certificate', 'c', ['c'], { state: 'waived' }),
        row('4', 'certificate', 'd', ['d'], { touched: true }),
      ],
      [],
    )
    expect(kept).toEqual({ go: [], add: [], drop: ['1'], rest: ['2', '3', '4'] })
  })
})
