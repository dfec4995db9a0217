import type { Act } from '../../../shared/contract/appointment.ts'
import type { Outcome, Question, Tally, Vote } from '../../../shared/contract/ballot.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import { say } from '../../../shared/locales/say.ts'
import type { Paper } from '../../../shared/papers/paper.ts'
import {
  resultPaper,
  type Changed,
  type CorrectionFact,
  type ResultRound,
  type ResultRow,
} from '../../../shared/papers/result.ts'
import {
  actSentence,
  matterOf,
  mergedBy,
  proposedPost,
  tallyUnit,
  tallyWord,
} from '../../../shared/papers/wording.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { thresholdSentence } from '../../../shared/rules/verdict-sentence.ts'
import { actsOfQuestion } from '../appointment/queries.ts'
import { questionsOf } from '../ballot/queries.ts'
import { itemsOf } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'

type Head = { bodyName: string; term: number; session: number }

const totals = Object.keys(tallyWord) as (keyof Tally)[]

/** The totals a correction changed, and on a named vote whose choice: two names taken for each other change no total. */
const changedBy = (old: Vote, now: Vote): Changed[] => {
  const choices = new Map(old.named?.map(({ memberId, choice }) => [memberId, choice]))
  return [
    ...totals
      .filter((field) => old.tally?.[field] !== now.tally?.[field])
      .map((field) => ({
        field: tallyWord[field],
        old: `${old.tally?.[field] ?? 0}${tallyUnit[field]}`,
        new: `${now.tally?.[field] ?? 0}${tallyUnit[field]}`,
      })),
    ...(now.named ?? []).flatMap(({ memberId, name, choice }): Changed[] => {
      const before = choices.get(memberId)
      return before === undefined || before === choice
        ? []
        : [{ field: name, old: tallyWord[before], new: tallyWord[choice] }]
    }),
  ]
}

/** The verdict of a locked round; undefined of any other. */
const lockedVerdict = ({ outcome }: Vote): ResultRow['verdict'] | undefined => {
  const verdict = outcome?.verdict
  return verdict === 'passed' || verdict === 'failed' || verdict === 'resubmit'
    ? verdict
    : undefined
}

/** Every correction with the figures, names and verdict it changed, the oldest first. */
export const correctionsOf = (votes: readonly Vote[], standing: Vote): CorrectionFact[] => {
  const old = votes.find((vote) => vote.id === standing.correctsId)
  if (!old) return []
  const [was, is] = [lockedVerdict(old), lockedVerdict(standing)]
  if (was === undefined || is === undefined) return []
  return [
    ...correctionsOf(votes, old),
    {
      date: dayOf(standing.closedAt ?? standing.openedAt),
      changed: changedBy(old, standing),
      verdict: { old: was, new: is },
      reason: standing.correctionReason,
      names: [standing.operator, standing.witness].filter((name) => name !== ''),
    },
  ]
}

/** What a verdict rests on beside its figures: the choice of base, and the article that lets keypads dismiss. */
export const groundsOf = (
  { kind }: Pick<Question, 'kind'>,
  { method, baseNote, rules }: Vote,
): { baseNote: string; byDevice: string } => ({
  baseNote,
  byDevice: kind === 'dismissal' && method === 'device' ? (rules.dismissalByDevice ?? '') : '',
})

/** The majority a verdict was weighed by, where votes for were held against one. */
const thresholdFact = ({ sentence, threshold }: Outcome): Pick<ResultRow, 'threshold'> => {
  const weighedBy = thresholdSentence(sentence)
  return weighedBy && threshold
    ? { threshold: { sentence: say('zh-CN', weighedBy), needed: threshold.needed } }
    : {}
}

const rowsOf = (question: Question, acts: readonly Act[], vote: Vote): ResultRow[] => {
  const { outcome, tally } = vote
  const verdict = lockedVerdict(vote)
  if (!outcome || verdict === undefined) return []
  const corrections = correctionsOf(question.votes, vote)
  const common = {
    tally: tally ?? { for: 0, against: 0, abstain: 0, notPressed: 0, spoiled: 0 },
    verdict,
    sentence: say('zh-CN', outcome.sentence),
    ...thresholdFact(outcome),
    ...(corrections.length > 0 ? { corrections } : {}),
    ...(vote.named ? { named: vote.named } : {}),
  }
  if (acts.length === 0) return [{ subject: matterOf(question.title), ...common }]
  return acts.map((act) => ({
    subject: act.personName,
    post: proposedPost(act.act, act.post),
    ...common,
  }))
}

type Held = { round: ResultRound; openedAt: string; sheetId: string | null }

/** What a round that left no row was on. */
const mattersOf = (question: Question, acts: readonly Act[]): string[] =>
  acts.length === 0
    ? [matterOf(question.title)]
    : acts.map(({ verb, act, personName, post }) => actSentence(verb, act, [personName], post))

/** The round a record belongs to, corrections followed back to what was locked first. */
const firstOf = (votes: readonly Vote[], vote: Vote): Vote => {
  const old = votes.find(({ id }) => id === vote.correctsId)
  return old ? firstOf(votes, old) : vote
}

/** Which round of its question it is, where there was more than one; a correction is none of its own. */
const nthOf = ({ votes }: Question, vote: Vote): { nth?: number } => {
  const rounds = votes.filter(({ correctsId }) => correctsId === null)
  const { id } = firstOf(votes, vote)
  return rounds.length > 1 ? { nth: rounds.findIndex((one) => one.id === id) + 1 } : {}
}

/** `several`: the item had more than one question, and a void round has to say which it was on. */
const roundOf = (
  question: Question,
  acts: readonly Act[],
  vote: Vote,
  several: boolean,
): ResultRound[] => {
  const { method, counts, rules } = vote
  const { overcountInvalidates = true } = rules
  const { mergeBasis } = question
  const merged = acts.length > 1 ? { mergedBy: mergeBasis ? mergedBy(mergeBasis) : '' } : {}
  const head = {
    method,
    ...counts,
    overcountInvalidates,
    ...merged,
    ...groundsOf(question, vote),
    ...nthOf(question, vote),
  }
  const on = several ? { on: mattersOf(question, acts) } : {}
  if (vote.state === 'void') return [{ ...head, state: 'void', reason: vote.voidReason, ...on }]
  if (vote.state === 'open') return [{ ...head, state: 'open' }]
  if (vote.id !== question.standing?.id) return []
  return [{ ...head, state: 'locked', rows: rowsOf(question, acts, vote) }]
}

const sameHall = (a: ResultRound, b: ResultRound): boolean =>
  a.method === b.method &&
  a.expected === b.expected &&
  a.present === b.present &&
  a.onLeave === b.onLeave &&
  a.absent === b.absent &&
  a.overcountInvalidates === b.overcountInvalidates &&
  a.baseNote === b.baseNote &&
  a.byDevice === b.byDevice &&
  a.nth === b.nth &&
  a.mergedBy === undefined &&
  b.mergedBy === undefined

const byOpening = (a: Held, b: Held): number =>
  a.openedAt < b.openedAt ? -1 : a.openedAt > b.openedAt ? 1 : 0

/** Persons voted on one after the other by the same people in the same way stand in one table. */
const gathered = (rounds: readonly Held[]): ResultRound[] => {
  const result: ResultRound[] = []
  let sheet: string | null = null
  for (const { round, sheetId } of rounds) {
    const last = result.at(-1)
    // A paper with several lines is void as one.
    const samePaper = sheetId !== null && sheetId === sheet
    sheet = sheetId
    if (samePaper && last?.state === 'void' && round.state === 'void' && last.nth === round.nth)
      last.on = [...(last.on ?? []), ...(round.on ?? [])]
    else if (last?.state === 'locked' && round.state === 'locked' && sameHall(last, round))
      last.rows = [...last.rows, ...round.rows]
    else result.push({ ...round })
  }
  return result
}

/** Who watched over the counts that stand, and the two who counted apart. */
const signersOf = (
  questions: readonly Question[],
): { scrutineers: string[]; tellers: string[] } => {
  const standing = questions.flatMap(({ standing: vote }) => vote ?? [])
  return {
    scrutineers: [...new Set(standing.flatMap((vote) => vote.scrutineers))],
    tellers: [...new Set(standing.flatMap((vote) => vote.tellers))],
  }
}

/** One result sheet for each item that was voted on. Throws `papers.result.none` when nothing was. */
export const resultPapers = (db: Reader, sessionId: string, head: Head): Paper[] => {
  const questions = questionsOf(db, sessionId)
  const made = itemsOf(db, sessionId).flatMap((item) => {
    const own = questions.filter((one) => one.itemId === item.id && one.votes.length > 0)
    const votes = own.flatMap((question) => question.votes)
    const days = [...new Set(votes.map((vote) => dayOf(vote.openedAt)))].sort()
    const date = days.at(-1)
    if (date === undefined) return []
    const held = own.flatMap((question) => {
      const acts = actsOfQuestion(db, question.id)
      return question.votes.flatMap((vote): Held[] =>
        roundOf(question, acts, vote, own.length > 1).map((round) => ({
          round,
          openedAt: vote.openedAt,
          sheetId: vote.sheetId,
        })),
      )
    })
    const rounds = gathered(held.toSorted(byOpening))
    const signers = signersOf(own)
    return [resultPaper({ ...head, date, days, matter: matterOf(item.title), rounds, signers })]
  })
  if (made.length === 0) refuse('papers.result.none')
  return made
}
