import type { ballot } from '../../../shared/contract/ballot.ts'
import type { Handlers } from '../dispatch.ts'
import { askingHandlers } from './asking.ts'
import { countHandlers } from './counts.ts'
import { draftHandlers } from './drafts.ts'
import { lockingHandlers } from './locking.ts'
import { openingHandlers } from './opening.ts'
import { orderHandlers } from './order.ts'
import { questionsOf, theQuestion } from './queries.ts'
import { sheetHandlers } from './sheets.ts'
import { totalsHandlers } from './totals.ts'

export const ballotHandlers: Handlers<typeof ballot> = {
  questions: ({ db }, { sessionId }) => questionsOf(db, sessionId),
  question: ({ db }, { id }) => theQuestion(db, id),
  ...askingHandlers,
  ...openingHandlers,
  ...lockingHandlers,
  ...sheetHandlers,
  ...draftHandlers,
  ...countHandlers,
  ...orderHandlers,
  ...totalsHandlers,
}
