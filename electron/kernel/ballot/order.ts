import type { ballot } from '../../../shared/contract/ballot.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import type { Handlers } from '../dispatch.ts'
import type { Reader } from '../store/sql.ts'
import { questionsOf } from './queries.ts'
import type { QuestionRow } from './sql.ts'

/** What in the order of voting stands before a question (rules.md §9-36, 49, 59, 60); empty when nothing does. */
export const obstaclesOf = (_db: Reader, _question: QuestionRow): Message[] => []

export const orderHandlers: Pick<Handlers<typeof ballot>, 'order'> = {
  order: ({ db }, { sessionId }) =>
    questionsOf(db, sessionId).map(({ id }) => ({
      questionId: id,
      obstacles: [],
      baseShift: null,
    })),
}
