import type { QuestionKind, VoteMethod } from '../../shared/contract/ballot.ts'
import { methodObstacle, type MethodAllowance } from '../../shared/rules/question.ts'

/** What to fall back on when a method fails: keypads, then hands, then paper. */
const ladder: readonly VoteMethod[] = ['device', 'show-of-hands', 'secret-paper', 'named', 'tacit']

/**
 * The lawful methods of a kind of question, as a ladder to climb down.
 * @param allow the rules in force, which may count keypads as a secret ballot
 */
export const methodsFor = (kind: QuestionKind, allow?: MethodAllowance): VoteMethod[] =>
  ladder.filter((method) => methodObstacle(kind, method, allow) === undefined)

/** The next rung for a kind of question; after the last, the first again. */
export const methodAfter = (
  kind: QuestionKind,
  method: VoteMethod,
  allow?: MethodAllowance,
): VoteMethod => {
  const lawful = methodsFor(kind, allow)
  return lawful[(lawful.indexOf(method) + 1) % lawful.length] ?? method
}
