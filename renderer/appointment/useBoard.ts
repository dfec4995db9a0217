import type { Act, Nomination } from '../../shared/contract/appointment.ts'
import type { Question } from '../../shared/contract/ballot.ts'
import type { SessionDetail } from '../../shared/contract/session.ts'
import { useKernelQuery } from '../lib/kernel.ts'

/** Everything the screen shows, of one session. */
export type Board = {
  session: SessionDetail
  nominations: readonly Nomination[]
  questions: ReadonlyMap<string, Question>
  closed: boolean
}

/** Asks for the nominations and questions of a session. */
export const useBoard = (session: SessionDetail) => {
  const sessionId = session.id
  const nominations = useKernelQuery('appointment.nominations', { sessionId })
  const questions = useKernelQuery('ballot.questions', { sessionId })
  const failed = [nominations, questions].find((query) => query.error !== null)
  const data: Board | undefined =
    nominations.data && questions.data
      ? {
          session,
          nominations: nominations.data,
          questions: new Map(questions.data.map((question) => [question.id, question])),
          closed: session.state === 'closed',
        }
      : undefined
  return { data, error: failed?.error, refetch: () => failed?.refetch() }
}

/** Nobody has voted on it, nor will: it can still be changed, withdrawn or taken away. */
export const isFree = (act: Act): boolean =>
  act.questionId === null && (act.outcome === 'pending' || act.outcome === 'deferred')

/** It can be put to the vote; what ends by itself is not voted on, and what is deferred waits. */
export const isAskable = (act: Act): boolean =>
  isFree(act) && act.outcome === 'pending' && act.act !== 'end'

/** The question an act stands in while nobody has voted on it: the act can still be taken back by whom it was proposed. */
export const unvotedQuestion = (act: Act, { questions }: Board): Question | null => {
  const question = questions.get(act.questionId ?? '')
  return question && act.outcome === 'pending' && question.votes.length === 0 ? question : null
}
