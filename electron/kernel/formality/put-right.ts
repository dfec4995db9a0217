import type { MadePaper, PutRight } from '../../../shared/contract/formality.ts'
import { actSentence } from '../../../shared/papers/wording.ts'
import type { WriteContext } from '../dispatch.ts'
import type { Reader } from '../store/sql.ts'
import { putRightSql, type PutRightAct, type PutRightRow } from './put-right-sql.ts'

const sentenceOf = ({ verb, act, personName, post }: PutRightAct): string =>
  actSentence(verb, act, [personName], post)

const retold = ({ at, what, was, now, ...act }: PutRightRow): PutRight => {
  if (what === 'name') return { at, what, was, now }
  const { verb, personName, post } = act
  // The check of the table: whatever is no name has its act.
  if (act.act === null || verb === null || personName === null || post === null)
    throw new Error('an act was put right that is not there')
  return { at, what, act: sentenceOf({ act: act.act, verb, personName, post }) }
}

/**
 * What papers of a session speak of and was put right after the first of them was made, in order of time: results,
 * acts tied to another person or post, names.
 */
export const putRightSince = (
  db: Reader,
  sessionId: string,
  made: readonly MadePaper[],
): PutRight[] => {
  const since = made.at(-1)?.madeAt
  if (since === undefined) return []
  const results = db
    .all(putRightSql.results, { sessionId, since })
    .map(({ at, verdict, ...act }): PutRight => ({
      at,
      what: 'result',
      act: sentenceOf(act),
      outcome: verdict === 'passed' ? 'passed' : 'failed',
    }))
  const others = db.all(putRightSql.others, { sessionId, since }).map(retold)
  return [...results, ...others].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** To be called once a passed act of a session is tied to another person or post than before. */
export const afterTie = (
  ctx: WriteContext,
  sessionId: string,
  actId: string,
  what: 'person' | 'post',
): void => {
  ctx.db.run(putRightSql.add, { sessionId, at: ctx.moment, what, actId, was: '', now: '' })
  ctx.touch('formality')
}

/** To be called once somebody's name is changed: papers that name them bear the old one. */
export const afterRename = (
  ctx: WriteContext,
  { id: personId, was, now }: { id: string; was: string; now: string },
): void => {
  if (was === now) return
  for (const { sessionId } of ctx.db.all(putRightSql.naming, { personId, was }))
    ctx.db.run(putRightSql.add, { sessionId, at: ctx.moment, what: 'name', actId: null, was, now })
  ctx.touch('formality')
}

/**
 * To be called as two entries are about to become one person: papers that name either otherwise than the person is called from
 * now on bear an old name, and those of a session that passed acts on both took them for two.
 */
export const beforeUnite = (
  ctx: WriteContext,
  { stays, goes, now }: Record<'stays' | 'goes', { id: string; name: string }> & { now: string },
): void => {
  for (const { id, name } of [stays, goes]) afterRename(ctx, { id, was: name, now })
  const both = { stays: stays.id, goes: goes.id }
  for (const { sessionId, actId } of ctx.db.all(putRightSql.together, both))
    afterTie(ctx, sessionId, actId, 'person')
}
