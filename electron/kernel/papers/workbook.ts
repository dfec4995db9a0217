import type { Vote } from '../../../shared/contract/ballot.ts'
import type { Tenure } from '../../../shared/contract/ledger.ts'
import { say } from '../../../shared/locales/say.ts'
import {
  actsWorkbook,
  workbookPaper,
  type FormalityFact,
  type TenureFact,
  type VotedFact,
  type Workbook,
} from '../../../shared/papers/after/workbook.ts'
import type { Paper } from '../../../shared/papers/paper.ts'
import { rehearsedWorkbook } from '../../../shared/papers/rehearsal.ts'
import { methodName } from '../../../shared/papers/wording.ts'
import { nominationsOf } from '../appointment/queries.ts'
import { questionsOf } from '../ballot/queries.ts'
import { formalitiesOfSession } from '../formality/queries.ts'
import { tenuresFor } from '../ledger/queries.ts'
import { isRehearsal } from '../safety/queries.ts'
import type { Reader } from '../store/sql.ts'
import { headOf } from './head.ts'

const votedFacts = (db: Reader, sessionId: string): VotedFact[] => {
  const standing = new Map<string, Vote>(
    questionsOf(db, sessionId).flatMap((question) =>
      question.standing ? [[question.id, question.standing] as const] : [],
    ),
  )
  return nominationsOf(db, sessionId).flatMap(({ nominator, acts }) =>
    acts.flatMap((act): VotedFact[] => {
      if (act.outcome !== 'passed' || act.effectiveOn === null) return []
      const vote = act.questionId === null ? undefined : standing.get(act.questionId)
      const tally = vote?.tally ?? null
      return [
        {
          person: act.personName,
          verb: act.verb,
          post: act.post,
          nominator,
          date: act.effectiveOn,
          method: vote ? methodName[vote.method] : '',
          for: tally?.for ?? null,
          against: tally?.against ?? null,
          abstain: tally?.abstain ?? null,
          notPressed: tally?.notPressed ?? null,
          base: vote?.outcome?.threshold?.base ?? null,
          needed: vote?.outcome?.threshold?.needed ?? null,
        },
      ]
    }),
  )
}

/** Why office ended, or that an accepted resignation waits for the committee above (组织法 32①). */
const endedFor = ({ endReason, pendingByActId }: Pick<Tenure, 'endReason' | 'pendingByActId'>) =>
  endReason !== null
    ? say('zh-CN', { key: `ledger.endReason.${endReason}` })
    : pendingByActId === null
      ? ''
      : say('zh-CN', { key: 'ledger.pending' })

/** Tenures the session's acts began or ended. */
const tenureFacts = (db: Reader, sessionId: string): TenureFact[] => {
  const acts = nominationsOf(db, sessionId)
    .flatMap((nomination) => nomination.acts)
    .filter(({ outcome }) => outcome === 'passed')
  const ids = new Set(acts.map(({ id }) => id))
  const personIds = acts.flatMap(({ personId }) => personId ?? [])
  return tenuresFor(db, { personIds })
    .filter(({ byActId, endedByActId, pendingByActId }) =>
      [byActId, endedByActId, pendingByActId].some((id) => ids.has(id ?? '')),
    )
    .map(({ personName, postName, acting, fromOn, toOn, ...tenure }) => ({
      person: personName,
      post: postName,
      acting,
      from: fromOn,
      to: toOn,
      reason: endedFor(tenure),
    }))
}

/** What follows from the acts as they stand: what was done for one that was put right since is none of it. */
const formalityFacts = (db: Reader, sessionId: string, moment: string): FormalityFact[] =>
  formalitiesOfSession({ db, moment }, sessionId)
    .filter(({ doubt }) => doubt !== 'void')
    .map(({ kind, toWhom, dueOn, state, doneOn, number }) => ({
      kind: say('zh-CN', { key: `formality.kind.${kind}` }),
      toWhom,
      due: dueOn,
      state: say('zh-CN', { key: `formality.state.${state}` }),
      done: doneOn,
      number,
    }))

const unmarked = (db: Reader, sessionId: string, moment: string): Workbook =>
  actsWorkbook({
    ...headOf(db, sessionId),
    acts: votedFacts(db, sessionId),
    tenures: tenureFacts(db, sessionId),
    formalities: formalityFacts(db, sessionId, moment),
  })

/** The spreadsheet of what a session passed. Throws `papers.sheet.none` where nothing did. */
export const workbookOf = (db: Reader, sessionId: string, moment: string): Workbook => {
  const workbook = unmarked(db, sessionId, moment)
  return isRehearsal(db) ? rehearsedWorkbook(workbook) : workbook
}

export const workbookPapers = (db: Reader, sessionId: string, moment: string): Paper[] => [
  workbookPaper(unmarked(db, sessionId, moment), headOf(db, sessionId)),
]
