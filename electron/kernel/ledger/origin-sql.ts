import type { Motion, QuestionKind, VoteMethod } from '../../../shared/contract/ballot.ts'
import { select } from '../store/sql.ts'

/** In which session and by which vote an act was decided. */
export type OriginRow = {
  actId: string
  sessionId: string
  termNumber: number
  sessionNumber: number
  date: string
  questionId: string | null
  for: number | null
  against: number | null
  abstain: number | null
  notPressed: number | null
  /** Facts of the round that stands, as its verdict was made of them; null where no vote was taken. */
  kind: QuestionKind | null
  motion: Motion | null
  signatories: number | null
  method: VoteMethod | null
  /** JSON of the body's rules at that moment. */
  rules: string | null
  inOffice: number | null
  seats: number | null
  present: number | null
  video: number | null
}

/** The vote that stands is the one no other record corrects. */
export const originSql = {
  origins: select<{ ids: string }, OriginRow>()(
    {
      actId: true,
      sessionId: true,
      termNumber: true,
      sessionNumber: true,
      date: true,
      questionId: true,
      for: true,
      against: true,
      abstain: true,
      notPressed: true,
      kind: true,
      motion: true,
      signatories: true,
      method: true,
      rules: true,
      inOffice: true,
      seats: true,
      present: true,
      video: true,
    },
    `SELECT act.id AS actId, nomination.sessionId, term.number AS termNumber, session.number AS sessionNumber,
       coalesce(act.effectiveOn, session.startsOn) AS date, questionAct.questionId, vote.tallyFor AS "for",
       vote.tallyAgainst AS against, vote.tallyAbstain AS abstain, vote.tallyNotPressed AS notPressed,
       question.kind, question.motion, question.signatories, vote.method, vote.rules, vote.inOffice, vote.seats,
       vote.present, vote.video
     FROM act JOIN nomination ON nomination.id = act.nominationId JOIN session ON session.id = nomination.sessionId
     JOIN term ON term.id = session.termId LEFT JOIN questionAct ON questionAct.actId = act.id
     LEFT JOIN question ON question.id = questionAct.questionId
     LEFT JOIN vote ON vote.questionId = questionAct.questionId AND vote.state = 'locked'
       AND NOT EXISTS (SELECT 1 FROM vote later WHERE later.correctsId = vote.id)
     WHERE act.id IN (SELECT value FROM json_each(@ids))`,
  ),
}
