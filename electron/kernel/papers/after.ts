import type { Act } from '../../../shared/contract/appointment.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import type { Onward } from '../../../shared/papers/acts.ts'
import { announcementPaper } from '../../../shared/papers/after/announcement.ts'
import { certificatePapers, certified } from '../../../shared/papers/after/certificate.ts'
import { draftListPaper } from '../../../shared/papers/after/draft.ts'
import { dutyPapers } from '../../../shared/papers/after/duty.ts'
import type { AfterAct, AfterFacts, Numbers } from '../../../shared/papers/after/facts.ts'
import { filingPapers, numberedFilings } from '../../../shared/papers/after/filing.ts'
import type { Office } from '../../../shared/papers/after/letter.ts'
import { noticePapers } from '../../../shared/papers/after/notice.ts'
import { oathPaper } from '../../../shared/papers/after/oath.ts'
import { safeFileName, type Paper } from '../../../shared/papers/paper.ts'
import type { Level } from '../../../shared/contract/body.ts'
import {
  certificateDue,
  filingRoutesOf,
  needsApproval,
  oathHeldBy,
  type PassedAct,
} from '../../../shared/rules/appointment/formalities.ts'
import { formatDate } from '../../../shared/rules/moment.ts'
import { nominationsOf } from '../appointment/queries.ts'
import { parameterValues } from '../body/parameters.ts'
import { theBody } from '../body/queries.ts'
import { groupOf, passedActs } from '../formality/passed.ts'
import type { Reader } from '../store/sql.ts'
import { headOf } from './head.ts'
import { outgoingOf } from './outgoing.ts'
import { settingsOf } from './settings.ts'

type Facts = AfterFacts & { level: Level }

/** Where an accepted resignation goes on to. */
const onwardOf = (passed: PassedAct | undefined): { onward?: Onward[] } => {
  if (passed?.act !== 'accept-resignation') return {}
  const routes = filingRoutesOf(passed)
  return {
    onward: [
      ...(needsApproval(passed) ? (['approval'] as const) : []),
      ...(['committee-above', 'congress'] as const).filter((route) => routes.includes(route)),
    ],
  }
}

const factsOf = (
  act: Act,
  position: number,
  nomination: Pick<AfterAct, 'nominator' | 'nominatorKind'>,
  passed: PassedAct | undefined,
  rules: Parameters<typeof certificateDue>[1],
): AfterAct => ({
  act: act.act,
  verb: act.verb,
  person: act.personName,
  ...(act.personId === null ? {} : { who: act.personId }),
  post: act.post,
  organGroup: groupOf(act, passed?.posts ?? []),
  outcome: act.outcome,
  position,
  ...(act.reason ? { reason: act.reason } : {}),
  ...onwardOf(passed),
  nominator: nomination.nominator,
  nominatorKind: nomination.nominatorKind,
  certificate: passed !== undefined && certificateDue(passed, rules),
  oath: passed === undefined ? 'none' : oathHeldBy(passed),
  filings: passed === undefined ? [] : filingRoutesOf(passed),
  approval: passed !== undefined && needsApproval(passed),
})

/** Every act of a session, with what follows from it where it passed. */
export const afterActs = (
  db: Reader,
  sessionId: string,
): { fact: AfterAct; effectiveOn: string | null }[] => {
  const passed = new Map(passedActs(db, sessionId).map((act) => [act.id, act]))
  const rules = parameterValues(db)
  let position = 0
  return nominationsOf(db, sessionId).flatMap((nomination) =>
    nomination.acts.map((act) => {
      position += 1
      const fact = factsOf(act, position, nomination, passed.get(act.id), rules)
      return { fact, effectiveOn: act.effectiveOn }
    }),
  )
}

/**
 * The facts of each day something passed on; one with what is still pending where nothing did, so that a paper can say
 * what it waits for.
 */
const days = (db: Reader, sessionId: string): Facts[] => {
  const acts = afterActs(db, sessionId)
  const { oathLeader, ...numbers } = outgoingOf(db, sessionId).value
  const common = { ...headOf(db, sessionId), level: theBody(db).level, numbers, oathLeader }
  const passed = acts.filter(({ fact }) => fact.outcome === 'passed')
  const dates = [...new Set(passed.map(({ effectiveOn }) => effectiveOn ?? ''))].toSorted()
  if (dates.length === 0)
    return [{ ...common, date: '1970-01-01', acts: acts.map(({ fact }) => fact) }]
  return dates.map((date) => ({
    ...common,
    date,
    acts: passed.filter((act) => act.effectiveOn === date).map(({ fact }) => fact),
  }))
}

const officeOf = (db: Reader): Office => {
  const { after, list, templates } = settingsOf(db)
  return { settings: after, list, templates }
}

type Maker = (facts: Facts, office: Office) => Paper[]
/** How many numbers of its series a day's papers take. */
type Counts = (facts: Facts, office: Office, papers: readonly Paper[]) => number

/** A paper of one of several days tells its day in its file's name. */
export const ofDay = (paper: Paper, date: string): Paper => {
  const day = formatDate(date)
  return paper.fileName.includes(day)
    ? paper
    : { ...paper, fileName: safeFileName(`${paper.fileName}（${day}）`) }
}

/** Days something of the kind follows from; a paper's refusal stands only where no day has any. */
const ofDays = (
  db: Reader,
  sessionId: string,
  series: keyof Numbers | null,
  applies: (act: AfterAct) => boolean,
  maker: Maker,
  counts: Counts = (_facts, _office, papers) => papers.length,
): Paper[] => {
  const office = officeOf(db)
  const all = days(db, sessionId)
  const own = all.filter(({ acts }) => acts.some(applies))
  let used = 0
  return (own.length > 0 ? own : all.slice(0, 1)).flatMap((facts) => {
    const first = series === null ? null : facts.numbers[series]
    const numbers =
      series === null || first === null
        ? facts.numbers
        : { ...facts.numbers, [series]: first + used }
    const papers = maker({ ...facts, numbers }, office)
    used += counts(facts, office, papers)
    return own.length > 1 ? papers.map((paper) => ofDay(paper, facts.date)) : papers
  })
}

const any = (): boolean => true
const withCertificate = ({ certificate }: AfterAct): boolean => certificate

export const announcements = (db: Reader, sessionId: string): Paper[] =>
  ofDays(db, sessionId, 'announcement', any, (facts, office) => [announcementPaper(facts, office)])

export const notices = (db: Reader, sessionId: string): Paper[] =>
  ofDays(db, sessionId, 'notice', any, noticePapers)

export const certificates = (db: Reader, sessionId: string): Paper[] =>
  ofDays(
    db,
    sessionId,
    'certificate',
    withCertificate,
    certificatePapers,
    (facts) => certified(facts).length,
  )

export const duties = (db: Reader, sessionId: string): Paper[] =>
  ofDays(db, sessionId, null, withCertificate, dutyPapers)

export const oaths = (db: Reader, sessionId: string): Paper[] =>
  ofDays(
    db,
    sessionId,
    null,
    ({ oath }) => oath !== 'none',
    (facts, office) => [oathPaper(facts, office)],
  )

export const filings = (db: Reader, sessionId: string): Paper[] =>
  ofDays(
    db,
    sessionId,
    'filing',
    ({ filings: routes, approval }) => routes.length > 0 || approval,
    filingPapers,
    numberedFilings,
  )

export const draftLists = (db: Reader, sessionId: string): Paper[] => [
  draftListPaper(
    { ...headOf(db, sessionId), acts: afterActs(db, sessionId).map(({ fact }) => fact) },
    settingsOf(db).list,
  ),
]

/** Refuses formal papers while nothing has passed (rules.md §9-74). */
export const expectPassed = (db: Reader, sessionId: string): void => {
  const acts = afterActs(db, sessionId).map(({ fact }) => fact)
  if (acts.some(({ outcome }) => outcome === 'passed')) return
  const waiting = acts.filter(({ outcome }) => outcome === 'pending')
  const [first] = waiting
  if (!first) refuse('papers.nothingPassed')
  else
    refuse('papers.notYetPassed', { count: waiting.length, person: first.person, post: first.post })
}
