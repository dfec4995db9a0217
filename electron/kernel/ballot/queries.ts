import type {
  Defence,
  MergeBasis,
  NamedVote,
  Outcome,
  Question,
  Tally,
  Vote,
} from '../../../shared/contract/ballot.ts'
import type { DecideInput } from '../../../shared/rules/decide-input.ts'
import {
  decideInputOf,
  weighed,
  type Asked,
  type RoundFacts,
} from '../../../shared/rules/outcome.ts'
import { sortMembers } from '../../../shared/rules/order.ts'
import { quorumOf } from '../../../shared/rules/verdict.ts'
import { rosterSql } from '../roster/queries.ts'
import { found } from '../rows.ts'
import { theSession } from '../session/queries.ts'
import type { Reader } from '../store/sql.ts'
import { roundSql, type NamedRow } from './round-sql.ts'
import { ballotSql, type QuestionRow, type VoteRow } from './sql.ts'

/** The facts of a stored round as rules take them. */
export const factsOf = (row: VoteRow): RoundFacts => ({
  ...row,
  rules: JSON.parse(row.rules) as RoundFacts['rules'],
})

/** A weighed round without what only the desk needs. */
export const outcomeOf = (input: DecideInput): Outcome => {
  const { lockable: _lockable, tally: _tally, ...outcome } = weighed(input)
  return outcome
}

const storedTally = (row: VoteRow): Tally | null => {
  if (row.tallyFor === null || row.tallyAgainst === null || row.tallyAbstain === null) return null
  return {
    for: row.tallyFor,
    against: row.tallyAgainst,
    abstain: row.tallyAbstain,
    notPressed: row.tallyNotPressed ?? 0,
    spoiled: row.tallySpoiled ?? 0,
    ...(row.tallyIssued === null ? {} : { issued: row.tallyIssued }),
    ...(row.tallyCollected === null ? {} : { collected: row.tallyCollected }),
  }
}

/** Record number and the first digits of its hash, as shown beside a locked result. */
export const sealOf = (seq: number | null, hash: string | null): Vote['seal'] =>
  seq === null || hash === null ? null : { seq, hash: hash.slice(0, 8) }

const names = (json: string): string[] => JSON.parse(json) as string[]

export const voteView = (question: Asked, row: VoteRow, named: readonly NamedVote[] = []): Vote => {
  const tally = storedTally(row)
  const input = decideInputOf(question, factsOf(row), tally ?? undefined)
  const { base, needed, present, met } = quorumOf(input)
  return {
    id: row.id,
    questionId: row.questionId,
    sittingId: row.sittingId,
    round: row.round,
    method: row.method,
    state: row.state,
    openedAt: row.openedAt,
    closedAt: row.closedAt,
    base: input.rules.base,
    rules: input.rules,
    inOffice: row.inOffice,
    seats: row.seats,
    counts: {
      expected: row.expected,
      present: row.present,
      onLeave: row.onLeave,
      absent: row.absent,
    },
    quorum: { base, needed, present, met },
    tally,
    outcome: row.state === 'locked' ? outcomeOf(input) : null,
    voidReason: row.voidReason,
    correctsId: row.correctsId,
    correctionReason: row.correctionReason,
    witness: row.witness,
    operator: row.operator,
    sheetId: row.sheetId,
    fallbackOf: row.fallbackOf,
    video: row.video,
    scrutineers: names(row.scrutineers),
    tellers: names(row.tellers),
    baseNote: row.baseNote,
    named: named.length > 0 ? [...named] : null,
    seal: sealOf(row.sealSeq, row.sealHash),
    rev: row.rev,
  }
}

/** The vote that counts now: locked, and not corrected by a later record. */
const standingOf = (votes: readonly Vote[]): Vote | null => {
  const corrected = new Set(votes.map((vote) => vote.correctsId))
  return votes.find((vote) => vote.state === 'locked' && !corrected.has(vote.id)) ?? null
}

type Names = ReadonlyMap<string, readonly NamedVote[]>

/**
 * Named votes by round, each in the official order of the members: never in the order they were taken down, and the
 * same also when some of them have left since.
 */
const namesOf = (db: Reader, sessionId: string, rows: readonly NamedRow[]): Names => {
  if (rows.length === 0) return new Map()
  const { termId } = theSession(db, sessionId)
  const order = sortMembers(db.all(rosterSql.members, { termId }))
  const place = new Map(order.map((member, index) => [member.id, { name: member.name, index }]))
  const known = rows.map((row) => ({
    ...row,
    ...(place.get(row.memberId) ?? { name: '', index: 0 }),
  }))
  known.sort((a, b) => a.index - b.index)
  return Map.groupBy(
    known.map(({ voteId, memberId, name, choice }) => ({ voteId, memberId, name, choice })),
    ({ voteId }) => voteId,
  )
}

const questionView = (
  { mergeBasis, withdrawnAt, withdrawnReason, defence, ...row }: QuestionRow,
  actIds: string[],
  rows: readonly VoteRow[],
  names: Names,
): Question => {
  const votes = rows.map((vote) => voteView(row, vote, names.get(vote.id)))
  return {
    ...row,
    actIds,
    votes,
    standing: standingOf(votes),
    mergeBasis: mergeBasis ? (JSON.parse(mergeBasis) as MergeBasis) : null,
    withdrawn: withdrawnAt === null ? null : { at: withdrawnAt, reason: withdrawnReason },
    defence: defence ? (JSON.parse(defence) as Defence) : null,
  }
}

export const theQuestionRow = (db: Reader, id: string): QuestionRow =>
  found(db.get(ballotSql.question, { id }), 'question')

export const theVoteRow = (db: Reader, id: string): VoteRow =>
  found(db.get(ballotSql.vote, { id }), 'vote')

export const theQuestion = (db: Reader, id: string): Question => {
  const row = theQuestionRow(db, id)
  const actIds = db.all(ballotSql.actIds, { questionId: id }).map(({ actId }) => actId)
  const names = namesOf(db, row.sessionId, db.all(roundSql.named, { questionId: id }))
  return questionView(row, actIds, db.all(ballotSql.votes, { questionId: id }), names)
}

/** One round as the contract shows it, with the names of a named vote. */
export const theVote = (db: Reader, id: string): Vote => {
  const { questionId } = theVoteRow(db, id)
  return found(
    theQuestion(db, questionId).votes.find((vote) => vote.id === id),
    'vote',
  )
}

/** All questions of a session in order, read in four statements however many there are. */
export const questionsOf = (db: Reader, sessionId: string): Question[] => {
  const acts = Map.groupBy(db.all(ballotSql.sessionActIds, { sessionId }), (row) => row.questionId)
  const votes = Map.groupBy(db.all(ballotSql.sessionVotes, { sessionId }), (row) => row.questionId)
  const names = namesOf(db, sessionId, db.all(roundSql.sessionNamed, { sessionId }))
  return db.all(ballotSql.questions, { sessionId }).map((row) =>
    questionView(
      row,
      (acts.get(row.id) ?? []).map(({ actId }) => actId),
      votes.get(row.id) ?? [],
      names,
    ),
  )
}
