import { refuse } from '../../../shared/contract/errors.ts'
import type { Question, Vote } from '../../../shared/contract/ballot.ts'
import type { Passage } from '../../../shared/contract/papers.ts'
import type { Nomination } from '../../../shared/contract/appointment.ts'
import type { Item, SessionDetail, Sitting } from '../../../shared/contract/session.ts'
import {
  nameBlank,
  saysResult,
  scriptDrafts,
  type Draft,
  type ScriptFacts,
  type ScriptItem,
  type ScriptNominator,
  type ScriptQuestion,
  type ScriptRound,
  type ScriptStage,
  type Shift,
} from '../../../shared/papers/script.ts'
import { sittingName } from '../../../shared/papers/sitting.ts'
import { actSentence, mergeBasisPhrase } from '../../../shared/papers/wording.ts'
import { moreThanHalf, neededOf } from '../../../shared/rules/majority.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { heldOffBy, inVotingOrder } from '../../../shared/rules/voting-order.ts'
import { actsOfQuestion, nominationsOf } from '../appointment/queries.ts'
import { countsOfSitting, rollOfSitting } from '../attendance/queries.ts'
import { obstaclesIn } from '../ballot/order.ts'
import { questionsOf } from '../ballot/queries.ts'
import { parameterValues } from '../body/parameters.ts'
import { theBody } from '../body/queries.ts'
import { expectRev } from '../rows.ts'
import { sessionDetail, theSitting } from '../session/queries.ts'
import { change, select, type Reader, type Writer } from '../store/sql.ts'
import { coursesOf, ledSittings, onAgenda, sittingAt } from './course.ts'
import { besideFact } from './guests.ts'
import { cameAtOpening, rollAtOpening, wasCalled } from './roll.ts'
import { settingsOf } from './settings.ts'

type Own = { key: string; text: string; rev: number }

export const scriptSql = {
  own: select<{ sessionId: string }, Own>()(
    { key: true, text: true, rev: true },
    'SELECT key, text, rev FROM scriptPassage WHERE sessionId = @sessionId',
  ),
  save: change<{ sessionId: string; key: string; text: string; rev: number }>()(
    `INSERT INTO scriptPassage (sessionId, key, text, rev) VALUES (@sessionId, @key, @text, @rev)
     ON CONFLICT (sessionId, key) DO UPDATE SET text = @text, rev = @rev`,
  ),
  drop: change<{ sessionId: string; key: string }>()(
    'DELETE FROM scriptPassage WHERE sessionId = @sessionId AND key = @key',
  ),
}

/** Whether the session is over with a sitting: 散会 is said at its end, 休会 at that of any other. */
export const endsSession = (session: SessionDetail, sitting: Pick<Sitting, 'id'>): boolean =>
  ledSittings(session).at(-1)?.id === sitting.id

const shiftTo = (now: number): Shift => ({ now, needed: neededOf(moreThanHalf, now) })

/** The membership as it stood at a vote, where it is another than at the vote before. */
const shiftsOf = (questions: readonly Question[]): Map<string, Shift> => {
  const votes = questions
    .flatMap((question) => question.votes)
    .filter((vote) => vote.correctsId === null)
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0))
  const shifts = new Map<string, Shift>()
  for (const [at, vote] of votes.entries()) {
    const before = votes[at - 1]
    if (before && vote.base === 'actual' && before.inOffice !== vote.inOffice)
      shifts.set(vote.id, shiftTo(vote.inOffice))
  }
  return shifts
}

/** Where the membership changed since the last vote: said at the question that is put next. */
const coming = (
  questions: readonly Question[],
  inOffice: number,
): { questionId: string; shift: Shift } | null => {
  const votes = questions.flatMap((question) => question.votes)
  const last = votes.reduce<Vote | undefined>(
    (latest, vote) => (latest && latest.openedAt > vote.openedAt ? latest : vote),
    undefined,
  )
  const next = questions.find((one) => one.votes.length === 0 && one.withdrawn === null)
  if (!last || !next || last.base !== 'actual' || last.inOffice === inOffice) return null
  return { questionId: next.id, shift: shiftTo(inOffice) }
}

/** The record a correction goes back to in the end. */
const announcedOf = (votes: readonly Vote[], vote: Vote): Vote['tally'] => {
  const old = votes.find((one) => one.id === vote.correctsId)
  return old ? (announcedOf(votes, old) ?? old.tally) : null
}

const printed = ['passed', 'failed', 'resubmit'] as const

const roundOf = (question: Question, vote: Vote, shifts: Map<string, Shift>): ScriptRound => ({
  method: vote.method,
  state: vote.state,
  reason: vote.voidReason,
  tally: vote.state === 'locked' ? vote.tally : null,
  verdict: printed.find((verdict) => verdict === vote.outcome?.verdict) ?? null,
  scrutineers: vote.scrutineers,
  sheetId: vote.sheetId,
  announced: announcedOf(question.votes, vote),
  shift: shifts.get(vote.id) ?? null,
})

type Gathered = {
  db: Reader
  sitting: Sitting
  shifts: Map<string, Shift>
  next: ReturnType<typeof coming>
  obstacles: ReturnType<typeof obstaclesIn>
}

const questionFact = (
  { db, sitting, shifts, next, obstacles }: Gathered,
  question: Question,
): ScriptQuestion => {
  const counted = question.votes
    .filter((vote) => vote.sittingId === sitting.id)
    .filter((vote) => vote.state !== 'locked' || vote.id === question.standing?.id)
    .sort((a, b) => a.round - b.round)
  const acts = actsOfQuestion(db, question.id)
  return {
    id: question.id,
    itemId: question.itemId,
    kind: question.kind,
    title: question.title,
    method: question.method,
    amendsId: question.amendsId,
    acts: acts.map((act) => actSentence(act.verb, act.act, [act.personName], act.post)),
    mergedBy: question.mergeBasis ? mergeBasisPhrase[question.mergeBasis.by] : '',
    withdrawn: question.withdrawn?.reason ?? null,
    heldOffBy: question.standing ? null : heldOffBy(obstacles.get(question.id) ?? []),
    rounds: counted.map((vote) => roundOf(question, vote, shifts)),
    shift: next?.questionId === question.id ? next.shift : null,
  }
}

/** What another sitting decided, or saw taken back, is no part of this one's script. */
const settledElsewhere =
  (session: SessionDetail, sitting: Sitting) =>
  ({ standing, withdrawn }: Question): boolean => {
    if (withdrawn) return sittingAt(session, withdrawn.at)?.id !== sitting.id
    return standing !== null && standing.sittingId !== sitting.id
  }

/** Done with: nothing is left to say of it in another sitting. */
const isDone = ({ state }: Item): boolean => state !== 'pending' && state !== 'current'

/** Who is called on: an office speaks for itself, the council by whom it charges with it. */
const speakerOf = ({ id, nominator, nominatorKind: kind }: Nomination): ScriptNominator => {
  const name = nominator.replace(/\s/gu, '')
  return { id, kind, name: kind === 'council' ? `${name}委托的${nameBlank}` : name }
}

const itemFacts = (
  gathered: Gathered,
  session: SessionDetail,
  questions: readonly Question[],
): ScriptItem[] => {
  const { db, sitting } = gathered
  const nominations = nominationsOf(db, session.id)
  const elsewhere = settledElsewhere(session, sitting)
  const courses = coursesOf(db, session)
  const led = ledSittings(session).map(({ id }) => id)
  const earlier = led.slice(0, Math.max(0, led.indexOf(sitting.id)))
  return session.items.flatMap((item) => {
    const { home, floors = new Set() } = courses.get(item.id) ?? {}
    const own = inVotingOrder(questions.filter((question) => question.itemId === item.id))
    const here = own.filter((question) => !elsewhere(question))
    const done = isDone(item) && home !== sitting.id
    const left = here.length === 0 && (done || own.length > 0)
    const taken = floors.has(sitting.id)
    if (left && !taken) return []
    return [
      {
        id: item.id,
        kind: item.kind,
        position: item.position,
        title: item.title,
        written: item.written,
        heard: earlier.some((id) => floors.has(id)),
        taken,
        // Heard here; what became of it is said elsewhere.
        state: left && done ? 'deliberated' : item.state,
        declined: item.declined?.reason ?? null,
        questions: here.map((question) => questionFact(gathered, question)),
        nominators: nominations
          .filter(({ itemId }) => itemId === item.id)
          .filter(({ nominatorKind, acts }) => nominatorKind !== 'self' && acts.length > 0)
          .map(speakerOf),
      },
    ]
  })
}

/** The roll as called at the opening; while a sitting runs, what is read live is the roll at this moment. */
const rollFacts = (db: Reader, sitting: Sitting, stage: ScriptStage, moment: string) => {
  const opening = stage !== 'live'
  const roll = opening
    ? rollAtOpening(db, sitting, moment)
    : rollOfSitting({ db, moment }, sitting.id)
  const { expected, onLeave } = roll.counts
  if (!wasCalled(roll)) return { expected, roll: null }
  const present = opening ? cameAtOpening(roll) : roll.counts.present
  return { expected, roll: { present, onLeave, met: present >= roll.quorum.needed } }
}

/** Members in office at this moment: what the next vote is counted against. */
const inOfficeNow = (db: Reader, sitting: Sitting, moment: string): number =>
  countsOfSitting({ db, moment }, sitting.id).counts.expected

/** Everything a script of one sitting is made from, as it stands. */
export const scriptFacts = (
  db: Reader,
  sessionId: string,
  sittingId: string,
  stage: ScriptStage,
  moment: string,
): ScriptFacts => {
  const session = sessionDetail(db, sessionId)
  const sitting = theSitting(db, sittingId)
  if (sitting.sessionId !== sessionId) refuse('papers.script.otherSession')
  const led = ledSittings(session)
  const questions = questionsOf(db, sessionId)
  const { expected, roll } = rollFacts(db, sitting, stage, moment)
  const gathered = {
    db,
    sitting,
    shifts: shiftsOf(questions),
    next: coming(questions, inOfficeNow(db, sitting, moment)),
    obstacles: obstaclesIn(db, sessionId, questions),
  }
  const { sitIn, observers } = besideFact(db, sitting, moment)
  return {
    bodyName: theBody(db).name,
    term: session.termNumber,
    session: session.number,
    sitting: {
      id: sitting.id,
      kind: sitting.kind,
      name: sittingName(sitting),
      date: dayOf(sitting.startsAt),
      chair: sitting.chairName ?? session.chairName,
      first: led[0]?.id === sitting.id,
      last: endsSession(session, sitting),
      over: sitting.state === 'adjourned',
    },
    expected,
    roll,
    sitIn: sitIn.map(({ name, post }) => post + name),
    observers,
    agendaCount: onAgenda(session.items).length,
    items: itemFacts(gathered, session, questions),
    notPressed: parameterValues(db).notPressedPolicy,
  }
}

const ownTexts = (db: Reader, sessionId: string): Map<string, Own> =>
  new Map(db.all(scriptSql.own, { sessionId }).map((own) => [own.key, own]))

const draftsOf = (
  db: Reader,
  sessionId: string,
  sittingId: string,
  stage: ScriptStage,
  moment: string,
): Draft[] =>
  scriptDrafts(
    scriptFacts(db, sessionId, sittingId, stage, moment),
    settingsOf(db).script.formulas,
    stage,
  )

/** The passages of a sitting, a person's own words in the place of the made ones. */
export const scriptOf = (
  db: Reader,
  sessionId: string,
  sittingId: string,
  stage: ScriptStage,
  moment: string,
): Passage[] => {
  const own = ownTexts(db, sessionId)
  return draftsOf(db, sessionId, sittingId, stage, moment).map(({ pending: _, ...draft }) => {
    const written = own.get(draft.key)
    return {
      ...draft,
      text: written?.text ?? draft.text,
      edited: written !== undefined,
      rev: written?.rev ?? 0,
    }
  })
}

/**
 * Puts a person's own words in the place of a passage; an empty text leaves the passage out, `null` takes the made one
 * back. Throws `papers.script.unknown` for a passage the sitting does not have, `papers.script.early` where a result
 * would be said before it is locked.
 */
export const savePassage = (
  db: Writer,
  moment: string,
  {
    sessionId,
    key,
    text,
    rev,
  }: { sessionId: string; key: string; text: string | null; rev: number },
): { key: string; rev: number } => {
  const sittingId = key.slice(0, key.indexOf('/'))
  const drafts = (['before', 'live'] as const).flatMap((stage) =>
    draftsOf(db, sessionId, sittingId, stage, moment),
  )
  const draft = drafts.find((one) => one.key === key)
  if (!draft) refuse('papers.script.unknown')
  expectRev(ownTexts(db, sessionId).get(key) ?? { rev: 0 }, rev)
  if (text === null) {
    db.run(scriptSql.drop, { sessionId, key })
    return { key, rev: 0 }
  }
  if (draft?.pending && saysResult(text)) refuse('papers.script.early')
  db.run(scriptSql.save, { sessionId, key, text, rev: rev + 1 })
  return { key, rev: rev + 1 }
}
