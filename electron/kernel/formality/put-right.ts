import type { MadePaper, PutRight } from '../../../shared/contract/formality.ts'
import { followingPapers, type PaperName } from '../../../shared/contract/papers.ts'
import { actSentence } from '../../../shared/papers/wording.ts'
import type { WriteContext } from '../dispatch.ts'
import type { EarlierFile } from '../ports.ts'
import type { Reader } from '../store/sql.ts'
import { papersNaming } from './naming.ts'
import { putRightSql, type PutRightAct, type PutRightRow } from './put-right-sql.ts'
import { formalitySql } from './sql.ts'

const sentenceOf = ({ verb, act, personName, post }: PutRightAct): string =>
  actSentence(verb, act, [personName], post)

const papersOf = ({ papers }: Pick<PutRightRow, 'papers'>): PaperName[] =>
  papers === '' ? [...followingPapers] : (JSON.parse(papers) as PaperName[])

const retold = ({ at, what, was, now, papers: kinds, ...act }: PutRightRow): PutRight => {
  const papers = papersOf({ papers: kinds })
  if (what === 'name') return { at, papers, what, was, now }
  const { verb, personName, post } = act
  // The check of the table: whatever is no name has its act.
  if (act.act === null || verb === null || personName === null || post === null)
    throw new Error('an act was put right that is not there')
  return { at, papers, what, act: sentenceOf({ act: act.act, verb, personName, post }) }
}

/**
 * What papers of a session speak of and was put right after they were made, in order of time: results, acts tied to another person or post, names.
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
      papers: [...followingPapers],
      what: 'result',
      act: sentenceOf(act),
      outcome: verdict === 'passed' ? 'passed' : 'failed',
    }))
  const others = db.all(putRightSql.others, { sessionId, since }).map(retold)
  const spoken = (one: PutRight): boolean =>
    made.some(({ madeAt, paper }) => madeAt < one.at && one.papers.some((name) => name === paper))
  return [...results, ...others]
    .filter(spoken)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The files of a session handed over so far, each name once; overtaken where any of that name was. */
export const filesBefore = (db: Reader, sessionId: string): EarlierFile[] => {
  const made = db.all(formalitySql.made, { sessionId })
  const putRight = putRightSince(db, sessionId, made)
  const isOvertaken = ({ madeAt, paper }: MadePaper): boolean =>
    putRight.some(
      ({ at, what, papers }) =>
        // Made anew, a paper says the name that was voted on again: it is not void for the new one.
        what !== 'name' && at > madeAt && papers.some((name) => name === paper),
    )
  return [...Map.groupBy(made, ({ fileName }) => fileName)].map(([name, own]) => ({
    name,
    overtaken: own.some(isOvertaken),
  }))
}

/** To be called once a passed act of a session is tied to another person or post than before. */
export const afterTie = (
  ctx: WriteContext,
  sessionId: string,
  actId: string,
  what: 'person' | 'post',
): void => {
  ctx.db.run(putRightSql.add, {
    sessionId,
    at: ctx.moment,
    what,
    actId,
    was: '',
    now: '',
    papers: '',
  })
  ctx.touch('formality')
}

/**
 * To be called once somebody's name is changed: acts that named them are about them still, and papers that name them
 * bear the old name.
 */
export const afterRename = (
  ctx: WriteContext,
  { id: personId, was, now }: { id: string; was: string; now: string },
): void => {
  if (was === now) return
  if (ctx.db.run(putRightSql.keepMeant, { personId, was }) > 0) ctx.touch('appointment')
  for (const { sessionId, ...naming } of ctx.db.all(putRightSql.naming, { personId, was })) {
    const papers = JSON.stringify(papersNaming(naming))
    const facts = { sessionId, at: ctx.moment, actId: null, was, now, papers }
    ctx.db.run(putRightSql.add, { ...facts, what: 'name' })
  }
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
