import type { Tenure, TenureShown } from '../../../shared/contract/ledger.ts'
import { matchesName, pinyinKeys } from '../../../shared/rules/pinyin.ts'
import { barePost } from '../../../shared/rules/posts.ts'
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

/** Whether a post or its holder answers what was typed, by characters, pinyin or its initials. */
const answers = ({ postName, personName }: Tenure, text: string): boolean => {
  if (barePost(postName).includes(barePost(text)) || matchesName(personName, text)) return true
  const typed = text.toLowerCase().replace(/\s/gu, '')
  if (!/^[a-z]+$/u.test(typed)) return false
  const { full, initials } = pinyinKeys(postName)
  return full.includes(typed) || initials.includes(typed)
}

/** Who held what at the close of a day, in the order of the catalogue; what is tied to no post of it comes last. */
export const asOf = (db: Reader, asked: AsOf): TenureShown[] => {
  const { on, organId, postId, personId, text } = asked
  const members = memberTenures(db, db.all(ledgerSql.membersOn, { on }))
  const all = [...storedHeld(db, asked).map(tenureView), ...members].filter(
    (tenure) =>
      (organId === undefined || tenure.organId === organId) &&
      (postId === undefined || tenure.postId === postId) &&
      (personId === undefined || tenure.personId === personId) &&
      (!text || answers(tenure, text)),
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
