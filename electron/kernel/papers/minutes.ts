import type { Question, Vote } from '../../../shared/contract/ballot.ts'
import type { Incident } from '../../../shared/contract/incident.ts'
import type { Item, SessionDetail, Sitting } from '../../../shared/contract/session.ts'
import type { SpokenSpeech } from '../../../shared/contract/speech.ts'
import { say } from '../../../shared/locales/say.ts'
import { minutesPaper } from '../../../shared/papers/minutes.ts'
import type {
  IncidentFact,
  ItemRecord,
  QuestionRecord,
  RoundRecord,
  SittingRecord,
  SpeechFact,
} from '../../../shared/papers/minutes.ts'
import type { Paper } from '../../../shared/papers/paper.ts'
import { sittingName } from '../../../shared/papers/sitting.ts'
import { actSentence, defencePhrase, mergedBy } from '../../../shared/papers/wording.ts'
import { dayOf, toEpoch } from '../../../shared/rules/moment.ts'
import type { NotPressedPolicy } from '../../../shared/rules/tally.ts'
import { tallySentence } from '../../../shared/rules/verdict-sentence.ts'
import { actsOfQuestion } from '../appointment/queries.ts'
import { questionsOf } from '../ballot/queries.ts'
import { parameterValues } from '../body/parameters.ts'
import { incidentsOf } from '../incident/queries.ts'
import { sessionDetail } from '../session/queries.ts'
import { speechRecord } from '../speech/queries.ts'
import type { Reader } from '../store/sql.ts'
import { coursesOf, ledSittings, recessesOf, sittingAt } from './course.ts'
import { besideFact } from './guests.ts'
import { correctionsOf, groundsOf } from './results.ts'
import { clockOf, presentAt, sittingFact } from './roll.ts'

type Head = { bodyName: string; term: number; session: number }

/** The totals as announced; tacit consent has none, and its method says all. */
const tallyText = ({ tally, method }: Vote, policy: NotPressedPolicy): string =>
  tally ? say('zh-CN', tallySentence(tally, method, policy)) : ''

const roundRecord = (question: Question, vote: Vote, policy: NotPressedPolicy): RoundRecord => {
  const head = {
    method: vote.method,
    time: clockOf(vote.openedAt),
    expected: vote.counts.expected,
    present: vote.counts.present,
    video: vote.video,
    scrutineers: vote.scrutineers,
    tellers: vote.tellers,
  }
  if (vote.state === 'void') return { ...head, state: 'void', reason: vote.voidReason }
  if (vote.state === 'open' || !vote.outcome) return { ...head, state: 'open' }
  const { issued, collected } = vote.tally ?? {}
  return {
    ...head,
    state: 'locked',
    tally: tallyText(vote, policy),
    sentence: say('zh-CN', vote.outcome.sentence),
    papers: issued === undefined || collected === undefined ? null : { issued, collected },
    ...groundsOf(question, vote),
    corrections: correctionsOf(question.votes, vote),
    named: (vote.named ?? []).map(({ name, choice }) => ({ name, choice })),
  }
}

/** Rounds held in a sitting, without records that were corrected since. */
const heldIn = ({ votes, standing }: Question, sittingId: string): Vote[] =>
  votes
    .filter((vote) => vote.sittingId === sittingId)
    .filter((vote) => vote.state !== 'locked' || vote.id === standing?.id)
    .sort((a, b) => a.round - b.round)

/** In order of time: what was taken back stands among the votes where it was. */
const inOrderOfTime = (questions: readonly Question[]): Question[] => {
  const begun = ({ votes, withdrawn }: Question): string =>
    votes.map(({ openedAt }) => openedAt).toSorted()[0] ?? withdrawn?.at ?? ''
  return questions.toSorted((a, b) => (begun(a) < begun(b) ? -1 : begun(a) > begun(b) ? 1 : 0))
}

type Gathered = {
  db: Reader
  session: SessionDetail
  questions: readonly Question[]
  speeches: readonly SpokenSpeech[]
  policy: NotPressedPolicy
  courses: ReturnType<typeof coursesOf>
}

const questionRecord = (
  { db, questions, policy }: Gathered,
  question: Question,
  sittingId: string,
): QuestionRecord => {
  const { mergeBasis, defence, withdrawn, amendsId } = question
  return {
    title: question.title,
    acts: actsOfQuestion(db, question.id).map((act) =>
      actSentence(act.verb, act.act, [act.personName], act.post),
    ),
    mergedBy: mergeBasis ? mergedBy(mergeBasis) : '',
    amends: questions.find(({ id }) => id === amendsId)?.title ?? null,
    defence: defence
      ? defencePhrase[defence.manner] + (defence.note ? `（${defence.note}）` : '')
      : '',
    withdrawn: withdrawn?.reason ?? null,
    rounds: heldIn(question, sittingId).map((vote) => roundRecord(question, vote, policy)),
  }
}

const secondsOf = ({ startedAt, endedAt, seconds }: SpokenSpeech): number =>
  endedAt === null ? seconds : Math.round((toEpoch(endedAt) - toEpoch(startedAt)) / 1000)

const speechFact = (speech: SpokenSpeech): SpeechFact => ({
  name: speech.name,
  turn: speech.turn,
  from: clockOf(speech.startedAt),
  to: speech.endedAt === null ? null : clockOf(speech.endedAt),
  seconds: secondsOf(speech),
  extraSeconds: speech.extraSeconds,
  extendedBy: speech.extendedBy,
})

/** Pending and current items have not come to their end in any sitting. */
const isOver = ({ state }: Item): boolean => state !== 'pending' && state !== 'current'

/**
 * Whether an item belongs to a sitting in which nobody spoke or voted on it: it was on the floor there and not decided
 * before, or nothing but its state tells that it was dealt with.
 */
const wasDealtWith = (
  { session, questions, speeches, courses }: Gathered,
  sitting: Sitting,
  item: Item,
): boolean => {
  const { home, floors = new Set() } = courses.get(item.id) ?? {}
  const asked = questions.filter((question) => question.itemId === item.id)
  if (floors.has(sitting.id)) {
    const decided = asked.some(({ standing }) => standing && standing.openedAt < sitting.startsAt)
    return !decided && (home !== sitting.id || isOver(item))
  }
  const led = new Set(ledSittings(session).map(({ id }) => id))
  const spoken = speeches.some(({ itemId, sittingId }) => itemId === item.id && led.has(sittingId))
  const voted = asked.some(({ votes }) => votes.length > 0)
  return home === sitting.id && isOver(item) && !spoken && !voted
}

const itemRecords = (gathered: Gathered, sitting: Sitting): ItemRecord[] => {
  const { session, questions, speeches, courses } = gathered
  return session.items.flatMap((item) => {
    const asked = questions.filter((question) => question.itemId === item.id)
    const here = asked.filter(
      (question) =>
        heldIn(question, sitting.id).length > 0 ||
        (question.withdrawn && sittingAt(session, question.withdrawn.at)?.id === sitting.id),
    )
    const heard = speeches.filter(
      (speech) => speech.itemId === item.id && speech.sittingId === sitting.id,
    )
    if (here.length === 0 && heard.length === 0 && !wasDealtWith(gathered, sitting, item)) return []
    return [
      {
        title: item.title,
        state: item.state,
        settled: courses.get(item.id)?.home === sitting.id,
        written: item.written,
        kind: item.kind,
        declined: item.declined?.reason ?? null,
        speeches: heard.map(speechFact),
        questions: inOrderOfTime(here).map((question) =>
          questionRecord(gathered, question, sitting.id),
        ),
      },
    ]
  })
}

/** A note that puts another right stands beside it, not by itself. */
const incidentFacts = (incidents: readonly Incident[]): IncidentFact[] =>
  incidents
    .filter(({ correctsId }) => correctsId === null)
    .map(({ at, kind, text, id }) => {
      const last = (of: string): Incident | undefined => {
        const next = incidents.find(({ correctsId }) => correctsId === of)
        return next ? (last(next.id) ?? next) : undefined
      }
      const later = last(id)
      const corrected = later
        ? { time: clockOf(later.at), kind: later.kind, text: later.text }
        : null
      return { time: clockOf(at), kind, text, corrected }
    })

const sittingRecord = (gathered: Gathered, sitting: Sitting, moment: string): SittingRecord => {
  const { db, session, speeches } = gathered
  return {
    name: sittingName(sitting),
    kind: sitting.kind,
    date: dayOf(sitting.startsAt),
    from: clockOf(sitting.startsAt),
    to: sitting.state === 'adjourned' && sitting.endsAt ? clockOf(sitting.endsAt) : null,
    recesses: recessesOf(db, sitting.id).map(({ from, to, calledAt }) => ({
      from: clockOf(from),
      to: clockOf(to),
      present: calledAt === null ? null : presentAt(db, sitting, calledAt),
    })),
    place: sitting.place || session.place,
    chair: sitting.chairName ?? session.chairName,
    roll: sittingFact(db, sitting, moment, true),
    ...besideFact(db, sitting, moment),
    items: itemRecords(gathered, sitting),
    speeches: speeches
      .filter((speech) => speech.sittingId === sitting.id && speech.itemId === null)
      .map(speechFact),
    incidents: incidentFacts(incidentsOf(db, sitting.id)),
  }
}

/** Whoever locked, voided or noted something. */
const keepersOf = ({ db, questions }: Gathered, sittings: readonly Sitting[]): string[] => {
  const votes = questions.flatMap((question) => question.votes)
  const noted = sittings.flatMap((sitting) => incidentsOf(db, sitting.id))
  return [...new Set([...votes, ...noted].map(({ operator }) => operator))].filter(
    (name) => name !== '',
  )
}

/**
 * The minutes of a session as its ledger stands: sittings that were opened, in order of time.
 * Throws `papers.minutes.empty` before the first.
 */
export const minutesOf = (db: Reader, sessionId: string, moment: string, head: Head): Paper => {
  const session = sessionDetail(db, sessionId)
  const sittings = session.sittings.filter(({ state }) => state !== 'planned')
  const gathered: Gathered = {
    db,
    session,
    questions: questionsOf(db, sessionId),
    speeches: speechRecord({ db, now: toEpoch(moment) }, sessionId).speeches,
    policy: parameterValues(db).notPressedPolicy,
    courses: coursesOf(db, session),
  }
  return minutesPaper({
    ...head,
    date: dayOf(sittings.at(-1)?.startsAt ?? moment),
    sittings: sittings.map((sitting) => sittingRecord(gathered, sitting, moment)),
    keepers: keepersOf(gathered, sittings),
  })
}
