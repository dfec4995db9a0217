import type { ActKind } from '../../../shared/contract/appointment.ts'
import { change, select } from '../store/sql.ts'
import type { Naming } from './naming.ts'

export type PutRightAct = { act: ActKind; verb: string; personName: string; post: string }

/** What a vote on an act came to once it was put right. */
type ResultRow = PutRightAct & { at: string; verdict: string }

/** Something else put right: the act, or of a name what it was and is. */
export type PutRightRow = { [part in keyof PutRightAct]: PutRightAct[part] | null } & {
  at: string
  what: 'person' | 'post' | 'name'
  was: string
  now: string
  /** Kinds of papers, JSON; empty where it is all that follow from passed acts. */
  papers: string
}

type Facts = Pick<PutRightRow, 'at' | 'what' | 'was' | 'now' | 'papers'> & {
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
    { ...ACT, at: true, what: true, was: true, now: true, papers: true },
    `SELECT at, what, was, now, papers, act, verb, personName, post
     FROM putRight LEFT JOIN act ON act.id = actId
     WHERE sessionId = @sessionId AND at > @since ORDER BY seq`,
  ),
  add: change<Facts>()(
    `INSERT INTO putRight (sessionId, at, what, actId, was, now, papers)
     VALUES (@sessionId, @at, @what, @actId, @was, @now, @papers)`,
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
  /** Sessions that made papers and name somebody so, and where in them. */
  naming: select<{ personId: string; was: string }, Naming & { sessionId: string }>()(
    {
      sessionId: true,
      proposed: true,
      decided: true,
      passed: true,
      voted: true,
      listed: true,
      presides: true,
    },
    `SELECT sessionId, max(proposed) AS proposed, max(decided) AS decided, max(passed) AS passed,
       max(voted) AS voted, max(listed) AS listed, max(presides) AS presides
     FROM (
       SELECT sessionId, 1 AS proposed, outcome IN ('passed', 'failed') AS decided, outcome = 'passed' AS passed,
         0 AS voted, 0 AS listed, 0 AS presides
       FROM act JOIN nomination ON nomination.id = nominationId
       WHERE personId = @personId AND personName = @was AND outcome <> 'withdrawn'
       UNION ALL SELECT sessionId, 0, 0, 0, 1, 0, 0
       FROM namedVote JOIN vote ON vote.id = voteId JOIN question ON question.id = questionId
         JOIN member ON member.id = memberId WHERE personId = @personId
       UNION ALL SELECT sessionId, 0, 0, 0, 0, 1, 0
       FROM mark JOIN sitting ON sitting.id = sittingId JOIN member ON member.id = memberId WHERE personId = @personId
       UNION ALL SELECT sessionId, 0, 0, 0, 0, 0, 1
       FROM sitting JOIN member ON member.id = chairId WHERE personId = @personId
       UNION ALL SELECT session.id, 0, 0, 0, 0, 0, 1
       FROM session JOIN member ON member.id = chairId WHERE personId = @personId
     )
     WHERE sessionId IN (SELECT madePaper.sessionId FROM madePaper) GROUP BY sessionId ORDER BY sessionId`,
  ),
  /**
   * Acts that say by the name alone, or by the seat, whom they mean: they go on to mean that person under another name.
   * Nobody else may bear the old one.
   */
  keepMeant: change<{ personId: string; was: string }>()(
    `UPDATE act SET personId = @personId, rev = rev + 1
     WHERE personId IS NULL AND personName = @was AND outcome <> 'withdrawn'
       AND (memberId IN (SELECT id FROM member WHERE personId = @personId)
         OR memberId IS NULL AND NOT EXISTS (SELECT 1 FROM person WHERE name = @was AND id <> @personId))`,
  ),
}
