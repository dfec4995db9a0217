import type { QuestionKind, VoteMethod } from '../../shared/contract/ballot.ts'
import { methodObstacle } from '../../shared/rules/question.ts'

/** What to fall back on when a method fails: keypads, then hands, then paper. */
const ladder: readonly VoteMethod[] = ['device', 'show-of-hands', 'secret-paper', 'named', 'tacit']

/** The lawful methods of a kind of question, as a ladder to climb down. */
export const methodsFor = (kind: QuestionKind): VoteMethod[] =>
  ladder.filter((method) => methodObstacle(kind, method) === undefined)

/** The next rung for a kind of question; after the last, the first again. */
export const methodAfter = (kind: QuestionKind, method: VoteMethod): VoteMethod => {
  const lawful = methodsFor(kind)
  return lawful[(lawful.indexOf(method) + 1) % lawful.length] ?? method
}
