import type { Act } from '../../../shared/contract/appointment.ts'
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
import { rosterSql } from '../roster/queries.ts'
import { isRehearsal } from '../safety/queries.ts'
import type { Reader } from '../store/sql.ts'
import { headOf } from './head.ts'

/** What the person of an act is called now; nothing where that is the name it was voted under. */
type NameNow = (act: Pick<Act, 'personId' | 'personName'>) => string | undefined

const namesNow = (db: Reader): NameNow => {
  const names = new Map(db.all(rosterSql.people, {}).map(({ id, name }) => [id, name]))
  return ({ personId, personName }) => {
    const now = names.get(personId ?? '')
    return now === personName ? undefined : now
  }
}

const actsOf = (db: Reader, sessionId: string): Act[] =>
  nominationsOf(db, sessionId).flatMap(({ acts }) => acts)

const votedFacts = (db: Reader, sessionId: string): VotedFact[] => {
  const standing = new Map<string, Vote>(
    questionsOf(db, sessionId).flatMap((question) =>
      question.standing ? [[question.id, question.standing] as const] : [],
    ),
  )
  const nameNow = namesNow(db)
  return nominationsOf(db, sessionId).flatMap(({ nominator, acts }) =>
    acts.flatMap((act): VotedFact[] => {
      if (act.outcome !== 'passed' || act.effectiveOn === null) return []
      const vote = act.questionId === null ? undefined : standing.get(act.questionId)
      const tally = vote?.tally ?? null
      const now = nameNow(act)
      return [
        {
          person: act.personName,
          ...(now === undefined ? {} : { now }),
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

/** The other names under which acts were voted on that began or ended a tenure. */
const votedAs = (
  { personName, byActId, endedByActId, pendingByActId }: Tenure,
  acts: ReadonlyMap<string, Act>,
): { voted?: string } => {
  const names = [byActId, endedByActId, pendingByActId].flatMap(
    (id) => acts.get(id ?? '')?.personName ?? [],
  )
  const others = [...new Set(names)].filter((name) => name !== personName)
  return others.length === 0 ? {} : { voted: others.join('、') }
}

/** Tenures the session's acts began or ended. */
const tenureFacts = (db: Reader, sessionId: string): TenureFact[] => {
  const acts = actsOf(db, sessionId).filter(({ outcome }) => outcome === 'passed')
  const ids = new Map(acts.map((act) => [act.id, act]))
  const personIds = acts.flatMap(({ personId }) => personId ?? [])
  return tenuresFor(db, { personIds })
    .filter(({ byActId, endedByActId, pendingByActId }) =>
      [byActId, endedByActId, pendingByActId].some((id) => ids.has(id ?? '')),
    )
    .map((tenure) => ({
      person: tenure.personName,
      ...votedAs(tenure, ids),
      post: tenure.postName,
      acting: tenure.acting,
      from: tenure.fromOn,
      to: tenure.toOn,
      reason: endedFor(tenure),
    }))
}

/** What follows from the acts as they stand: what was done for one that was put right since is none of it. */
const formalityFacts = (db: Reader, sessionId: string, moment: string): FormalityFact[] => {
  const acts = new Map(actsOf(db, sessionId).map((act) => [act.id, act]))
  const nameNow = namesNow(db)
  return formalitiesOfSession({ db, moment }, sessionId)
    .filter(({ doubt }) => doubt !== 'void')
    .map(({ kind, toWhom, actIds, dueOn, state, doneOn, number }) => {
      const own = acts.get(actIds[0] ?? '')
      // A certificate or an oath is one person's; notices and filings go to others.
      const now = own?.personName === toWhom ? nameNow(own) : undefined
      return {
        kind: say('zh-CN', { key: `formality.kind.${kind}` }),
        toWhom,
        ...(now === undefined ? {} : { now }),
        due: dueOn,
        state: say('zh-CN', { key: `formality.state.${state}` }),
        done: doneOn,
        number,
      }
    })
}

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
