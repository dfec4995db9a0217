import type { PaperName } from '../../../shared/contract/papers.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { ActFact } from '../../../shared/papers/acts.ts'
import { agendaPaper, type AgendaFacts } from '../../../shared/papers/agenda.ts'
import { attendancePaper } from '../../../shared/papers/attendance.ts'
import { decisionPapers } from '../../../shared/papers/decision.ts'
import { listPapers, type ListFacts } from '../../../shared/papers/list.ts'
import type { Paper } from '../../../shared/papers/paper.ts'
import { rehearsed } from '../../../shared/papers/rehearsal.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { questionsOf } from '../ballot/queries.ts'
import { isRehearsal } from '../safety/queries.ts'
import { sessionDetail } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import {
  afterActs,
  announcements,
  certificates,
  draftLists,
  duties,
  filings,
  notices,
  oaths,
  ofDay,
} from './after.ts'
import { onAgenda } from './course.ts'
import { besideFact } from './guests.ts'
import { headOf } from './head.ts'
import { minutesOf } from './minutes.ts'
import { resumes } from './resumes.ts'
import { resultPapers } from './results.ts'
import { sittingFact } from './roll.ts'
import { scriptPapers } from './script-papers.ts'
import { settingsOf } from './settings.ts'
import { workbookPapers } from './workbook.ts'

const isListed = (act: ActFact): boolean =>
  ['appoint', 'remove', 'approve-appoint', 'approve-remove'].includes(act.act)

/** Passed acts by the day they were passed on: a paper bears one date in its passing line. */
const actsByDay = (db: Reader, sessionId: string): Map<string, ActFact[]> => {
  const days = new Map<string, ActFact[]>()
  for (const { fact, effectiveOn } of afterActs(db, sessionId)) {
    if (fact.outcome !== 'passed' || effectiveOn === null) continue
    days.set(effectiveOn, [...(days.get(effectiveOn) ?? []), fact])
  }
  return days
}

const listFacts = (db: Reader, sessionId: string): ListFacts[] => {
  const head = headOf(db, sessionId)
  return [...actsByDay(db, sessionId)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, acts]) => ({ ...head, date, acts }))
}

const lists = (db: Reader, sessionId: string): Paper[] => {
  const facts = listFacts(db, sessionId).filter(({ acts }) => acts.some(isListed))
  if (facts.length === 0) refuse('papers.list.empty')
  const { list, templates } = settingsOf(db)
  return facts.flatMap((one) => {
    const papers = listPapers(one, list, templates)
    return facts.length > 1 ? papers.map((paper) => ofDay(paper, one.date)) : papers
  })
}

const decisions = (db: Reader, sessionId: string): Paper[] => {
  const { decision, templates } = settingsOf(db)
  const made = listFacts(db, sessionId).flatMap((facts) =>
    decisionPapers(facts, decision, templates),
  )
  if (made.length === 0) refuse('papers.decision.empty')
  return made
}

/** Adopted once the vote on the agenda item stands as passed; a draft until then. */
const agendaState = (db: Reader, sessionId: string): AgendaFacts['state'] => {
  const { sittings } = sessionDetail(db, sessionId)
  const adopted = questionsOf(db, sessionId).find(
    (question) => question.kind === 'agenda' && question.standing?.outcome?.verdict === 'passed',
  )?.standing
  if (!adopted) return { is: 'draft' }
  const sitting = sittings.find((one) => one.id === adopted.sittingId)
  const date = dayOf(adopted.openedAt)
  return sitting?.kind === 'plenary'
    ? { is: 'adopted', date, sitting: sitting.number }
    : { is: 'adopted', date }
}

const agenda = (db: Reader, sessionId: string): Paper[] => {
  const facts: AgendaFacts = {
    ...headOf(db, sessionId),
    items: onAgenda(sessionDetail(db, sessionId).items).map(({ title, written, position }) => ({
      title,
      written,
      position,
    })),
    state: agendaState(db, sessionId),
  }
  return [agendaPaper(facts, settingsOf(db).agenda)]
}

const attendance = (db: Reader, sessionId: string, moment: string): Paper[] => {
  const sittings = sessionDetail(db, sessionId).sittings.flatMap((sitting) => {
    const fact = sittingFact(db, sitting, moment)
    return fact ? [{ ...fact, beside: besideFact(db, sitting, moment) }] : []
  })
  return [attendancePaper({ ...headOf(db, sessionId), sittings }, settingsOf(db).attendance)]
}

const makers: Record<PaperName, (db: Reader, sessionId: string, moment: string) => Paper[]> = {
  list: lists,
  decisions,
  agenda,
  attendance,
  results: (db, sessionId) => resultPapers(db, sessionId, headOf(db, sessionId)),
  'script-before': (db, sessionId, moment) => scriptPapers(db, sessionId, 'before', moment),
  'script-after': (db, sessionId, moment) => scriptPapers(db, sessionId, 'after', moment),
  minutes: (db, sessionId, moment) => [minutesOf(db, sessionId, moment, headOf(db, sessionId))],
  announcement: announcements,
  notices,
  certificates,
  duties,
  oaths,
  filings,
  'acts-sheet': workbookPapers,
  'draft-list': draftLists,
  resumes,
}

/**
 * The papers of one name from the facts as they stand.
 * Throws a Refusal with a `papers.…` message when there is nothing to print or the facts do not agree.
 */
export const makePapers = (
  db: Reader,
  sessionId: string,
  name: PaperName,
  moment: string,
): Paper[] => {
  const { fontScheme } = settingsOf(db)
  const mark = isRehearsal(db) ? rehearsed : (paper: Paper): Paper => paper
  return makers[name](db, sessionId, moment).map((paper) => mark({ ...paper, fontScheme }))
}
