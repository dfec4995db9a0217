import type { Tenure, TenureShown } from '../../../shared/contract/ledger.ts'
import { answersPost } from '../../../shared/rules/appointment/post-search.ts'
import { matchesName } from '../../../shared/rules/pinyin.ts'
import type { Reader } from '../store/sql.ts'
import { memberTenures, postsOn, tenureView } from './queries.ts'
import { shownOf } from './shown.ts'
import { ledgerSql, type NamedTenure } from './sql.ts'

type AsOf = {
  on: string
  organId?: string | undefined
  postId?: string | undefined
  personId?: string | undefined
  text?: string | undefined
}

const storedHeld = (db: Reader, { on, organId, postId, personId }: AsOf): NamedTenure[] => {
  if (postId !== undefined) return db.all(ledgerSql.heldInPost, { on, postId })
  if (personId !== undefined) return db.all(ledgerSql.heldByPerson, { on, personId })
  if (organId !== undefined) return db.all(ledgerSql.heldInOrgan, { on, organId })
  return db.all(ledgerSql.held, { on })
}

/** Whether a post or its holder answers what was typed; a post that many hold is looked at once. */
const answering = (text: string) => {
  const posts = new Map<string, boolean>()
  return ({ postName, personName }: Tenure): boolean => {
    const known = posts.get(postName) ?? answersPost(postName, text)
    posts.set(postName, known)
    return known || matchesName(personName, text)
  }
}

/** Who held what at the close of a day, in the order of the catalogue; what is tied to no post of it comes last. */
export const asOf = (db: Reader, asked: AsOf): TenureShown[] => {
  const { on, organId, postId, personId, text } = asked
  const answers = text ? answering(text) : () => true
  const members = memberTenures(db, db.all(ledgerSql.membersOn, { on }))
  const all = [...storedHeld(db, asked).map(tenureView), ...members].filter(
    (tenure) =>
      (organId === undefined || tenure.organId === organId) &&
      (postId === undefined || tenure.postId === postId) &&
      (personId === undefined || tenure.personId === personId) &&
      answers(tenure),
  )
  const place = new Map(postsOn(db, on).map(({ id }, index) => [id, index]))
  const placeOf = ({ postId: id }: Tenure): number => place.get(id ?? '') ?? place.size
  const sorted = all.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      Number(a.acting) - Number(b.acting) ||
      (a.postName < b.postName ? -1 : a.postName > b.postName ? 1 : 0) ||
      ((a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : 1),
  )
  return shownOf(db, sorted)
}
