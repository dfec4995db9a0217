import { expect, it } from 'vitest'
import { readActs } from '../../../shared/acts/read.ts'
import { decisionPapers } from '../../../shared/papers/decision.ts'
import { listPaper, listSettings } from '../../../shared/papers/list.ts'
import type { ListFacts } from '../../../shared/papers/list.ts'
import { plainText } from '../../../shared/papers/plain.ts'
import { decisionFacts, listFacts } from '../../papers/facts.ts'

/** What the facts say was passed, and what a reader makes of a printed text, in the same plain form. */
const passed = ({ acts }: ListFacts): string[] =>
  acts
    .filter((fact) => fact.outcome === 'passed')
    .map((fact) => [fact.act, fact.verb, fact.person, fact.post.replace('代理', '')].join(' '))
    .sort()

const readBack = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => readActs(text).acts)
    .flatMap(({ act, verb, persons, post }) =>
      persons.map((person) => [act, verb, person, post].join(' ')),
    )
    .sort()

it.each([
  ['a line a person', listSettings],
  ['merged, removals first', { ...listSettings, merge: true, removeFirst: true }],
  ['full stops', { ...listSettings, punctuation: 'fullStop' as const }],
])('a printed list reads back as the acts it was made of: %s', (_, settings) => {
  expect(readBack([plainText(listPaper(listFacts, settings))])).toEqual(passed(listFacts))
})

it('printed decisions read back as the acts they were made of', () => {
  expect(readBack(decisionPapers(decisionFacts).map(plainText))).toEqual(passed(decisionFacts))
})
