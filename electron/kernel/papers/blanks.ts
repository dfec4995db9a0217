import type { Message } from '../../../shared/contract/errors.ts'
import type { Reader } from '../store/sql.ts'
import { filings, oaths } from './after.ts'
import { attempt } from './attempt.ts'

/** What nobody has stated and the papers after a vote leave room for: each once, with where to state it. */
export const blanksOf = (db: Reader, sessionId: string): Message[] => {
  const papers = [oaths, filings].flatMap((make) => attempt(() => make(db, sessionId)).made)
  const all = papers.flatMap(({ blanks = [] }) => blanks)
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}
