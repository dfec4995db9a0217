import { expect, it } from 'vitest'
import { quorumStanding } from './quorum-standing.ts'

it.each([
  ['before the roll', 0, 41, false, 'uncalled'],
  ['with leave given beforehand alone', 0, 38, false, 'uncalled'],
  ['half called', 12, 20, false, 'short'],
  ['enough called', 21, 20, true, 'met'],
  ['everybody gone', 0, 0, false, 'short'],
])('%s', (_when, present, unmarked, met, said) => {
  const numbers = { counts: { present, unmarked }, quorum: { met } }
  expect(quorumStanding('plenary', numbers)).toBe(said)
  expect(quorumStanding('group', numbers)).toBeNull()
})
