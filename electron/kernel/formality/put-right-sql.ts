import type { ActKind } from '../../../shared/contract/appointment.ts'
import { change, select } from '../store/sql.ts'

export type PutRightAct = { act: ActKind; verb: string; personName: string; post: string }

/** What a vote on an act came to once it was put right. */
type ResultRow = PutRightAct & { at: string; verdict: string }

/** Something else put right: the act, or of a name what it was and is. */
export type PutRightRow = { [part in keyof PutRightAct]: PutRightAct[part] | null } & {
  at: string
  what: 'person' | 'post' | 'name'
  was: string
  now: string
}

type Facts = Pick<PutRightRow, 'at' | 'what' | 'was' | 'now'> & {
  sessionId: string
  actId: string | null
}

const ACT = { act: true, verb: true, personName: true, post: true } as const

export const putRightSql = {
  /** Results on acts of a session put right since a moment. */
  results: select<{ sessionId: string; since: string }, ResultRow>()(
    { ...ACT, at: true, verdict: true },
    `SELECT closedAt AS at, act, verb, personName, post, verdict
     FROM vote JOIN questionAct ON questionAct.questionId = vote.questionId JOIN act ON act.id = actId
       JOIN nomination ON nomination.id = nominationId
     WHERE sessionId = @sessionId AND vote.state = 'locked' AND correctsId IS NOT NULL AND closedAt > @since
     ORDER BY closedAt, nomination.position, act.position`,
  ),
  others: select<{ sessionId: string; since: string }, PutRightRow>()(
    { ...ACT, at: true, what: true, was: true, now: true },
    `SELECT at, what, was, now, act, verb, personName, post
     FROM putRight LEFT JOIN act ON act.id = actId
     WHERE sessionId = @sessionId AND at > @since ORDER BY seq`,
  ),
  add: change<Facts>()(
    `INSERT INTO putRight (sessionId, at, what, actId, was, now)
     VALUES (@sessionId, @at, @what, @actId, @was, @now)`,
  ),
  /** Acts on one of two persons that passed in a session that passed one on the other, too. */
  together: select<{ stays: string; goes: string }, { sessionId: string; actId: string }>()(
    { sessionId: true, actId: true },
    `SELECT sessionId, act.id AS actId FROM act JOIN nomination ON nomination.id = nominationId
     WHERE personId = @goes AND outcome = 'passed' AND EXISTS (SELECT 1 FROM act AS other
       JOIN nomination AS beside ON beside.id = other.nominationId
       WHERE other.personId = @stays AND other.outcome = 'passed' AND beside.sessionId = nomination.sessionId)
     ORDER BY nomination.position, act.position`,
  ),
  /** Sessions whose papers name somebody so: in an act that passed, or among those who voted by name. */
  naming: select<{ personId: string; was: string }, { sessionId: string }>()(
    { sessionId: true },
    `SELECT sessionId FROM act JOIN nomination ON nomination.id = nominationId
       WHERE personId = @personId AND personName = @was AND outcome = 'passed'
     UNION SELECT sessionId FROM namedVote JOIN vote ON vote.id = voteId JOIN question ON question.id = questionId
       JOIN member ON member.id = memberId WHERE personId = @personId`,
  ),
}
