import type { ballot, KeptDraft, VoteDraft } from '../../../shared/contract/ballot.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import { localMoment } from '../../../shared/rules/moment.ts'
import type { Handlers, KeepContext, WriteContext } from '../dispatch.ts'
import { keptSql } from '../safety/queries.ts'
import type { Reader } from '../store/sql.ts'
import { theVoteRow } from './queries.ts'
import { roundSql } from './round-sql.ts'
import type { VoteRow } from './sql.ts'

const DRAFT = 'ballot.draft:'
/** Under which one teller's count is kept. */
export const countKey = (voteId: string, teller: 1 | 2): string =>
  `ballot.count:${teller}:${voteId}`

/** The round that is being entered; a closed one has nothing half done. */
export const theRoundEntered = (ctx: KeepContext, voteId: string): VoteRow => {
  const vote = theVoteRow(ctx.db, voteId)
  if (vote.state !== 'open') refuse('ballot.notOpen')
  if (vote.method === 'tacit') refuse('ballot.chamber.tacitNoFigures')
  return vote
}

/** Nothing half entered outlives its round. */
export const forgetHalfDone = ({ db }: Pick<WriteContext, 'db'>, voteId: string): void => {
  for (const key of [DRAFT + voteId, countKey(voteId, 1), countKey(voteId, 2)])
    db.run(roundSql.forget, { key })
}

/**
 * How many have voted in a round: one sum, and nothing of what it is made of. Null until the entry is whole: sums on
 * the way to it, seen one after the other, would tell each side apart.
 * @param present how many could vote
 */
export const votesEntered = (db: Reader, voteId: string, present: number): number | null => {
  const row = db.get(keptSql.read, { key: DRAFT + voteId })
  if (!row) return null
  const {
    for: inFavour,
    against,
    abstain,
    notPressed,
  } = (JSON.parse(row.value) as VoteDraft).totals
  if (inFavour === undefined || against === undefined || abstain === undefined) return null
  const cast = inFavour + against + abstain
  const whole = notPressed === undefined ? cast <= present : cast + notPressed === present
  return whole ? cast : null
}

export const draftHandlers: Pick<Handlers<typeof ballot>, 'keepDraft' | 'drafts'> = {
  keepDraft: (ctx, { voteId, draft }) => {
    const vote = theRoundEntered(ctx, voteId)
    if (draft.named && vote.method !== 'named') refuse('ballot.chamber.notNamed')
    ctx.db.run(keptSql.write, { key: DRAFT + voteId, value: JSON.stringify(draft), at: ctx.now })
    return { voteId, draft, at: ctx.moment }
  },

  drafts: ({ db }, { sessionId }) =>
    db
      .all(roundSql.keptOpen, { sessionId, prefix: DRAFT })
      .map(({ voteId, value, at }): KeptDraft => ({
        voteId,
        draft: JSON.parse(value) as VoteDraft,
        at: localMoment(at),
      })),
}
