import type { Question } from '../../../shared/contract/ballot.ts'
import type { Message } from '../../../shared/contract/errors.ts'
import { say } from '../../../shared/locales/say.ts'
import type { WriteContext } from '../dispatch.ts'
import { noteIncident } from '../incident/queries.ts'
import { inOfficeIds } from '../roster/queries.ts'
import { theSession } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { obstaclesIn } from './order.ts'
import { questionsOf } from './queries.ts'

type Asked = Pick<Question, 'id' | 'sessionId' | 'title'>
/** A question with a result, and what speaks against that result as things stand. */
export type Resting = { question: Question; faults: Message[] }

/** What the other results of a session rest on: the order they were taken in, and the members in office at each. */
export const restingOn = (db: Reader, { id, sessionId }: Asked): Resting[] => {
  const { termId } = theSession(db, sessionId)
  const questions = questionsOf(db, sessionId)
  const obstacles = obstaclesIn(db, sessionId, questions)
  return questions.flatMap((question): Resting[] => {
    const { standing } = question
    if (!standing || question.id === id) return []
    const { inOffice: before, openedAt } = standing
    const now = inOfficeIds(db, termId, openedAt).length
    const moved: Message[] =
      now === before ? [] : [{ key: 'ballot.chamber.baseMoved', params: { before, now } }]
    return [{ question, faults: [...(obstacles.get(question.id) ?? []), ...moved] }]
  })
}

const said = (messages: readonly Message[]): Set<string> =>
  new Set(messages.map((message) => say('zh-CN', message)))

/**
 * A correction can shake results locked after the one it corrects: a resignation that stands no more puts the member
 * back into their base, a removal that stands no more leaves a post filled twice. They stand until the chair rules on
 * them; each is noted as an incident of the sitting, so that nobody overlooks it (rules.md §9-59, 60, 84).
 */
export const noteShaken = (
  ctx: WriteContext,
  corrected: Asked,
  sittingId: string,
  before: readonly Resting[],
): void => {
  const known = new Map(before.map(({ question, faults }) => [question.id, said(faults)]))
  for (const { question, faults } of restingOn(ctx.db, corrected))
    for (const fault of said(faults)) {
      if (known.get(question.id)?.has(fault)) continue
      const params = { corrected: corrected.title, title: question.title, fault }
      const text = say('zh-CN', { key: 'ballot.chamber.shaken', params })
      noteIncident(ctx, { sittingId, kind: 'other', text })
    }
}
