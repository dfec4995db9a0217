import { Refusal } from '../../../shared/contract/errors.ts'
import {
  awaitsApproval,
  replay,
  type LedgerAct,
  type LedgerTenure,
} from '../../../shared/rules/ledger/replay.ts'
import { samePost } from '../../../shared/rules/ledger/same-post.ts'
import { findBody } from '../body/queries.ts'
import type { Reader } from '../store/sql.ts'
import { courseOf } from './settle.ts'

/** «2021-03-04—2024-05-06», «…» where an end is open. */
export const spanOf = ({ fromOn, toOn }: Pick<LedgerTenure, 'fromOn' | 'toOn'>): string =>
  `${fromOn ?? '…'}—${toOn ?? '…'}`

const postOf = ({ postId, postName }: LedgerTenure) => ({ postId, name: postName })

const moved = (one: LedgerTenure, other: LedgerTenure | undefined): boolean =>
  !other || one.fromOn !== other.fromOn || one.toOn !== other.toOn

/**
 * The tenure a changed or added one gets in the way of: one that would vanish or change its days, because one person
 * cannot hold one post twice over the same days. The changed one itself, where another cuts it short.
 * @param kept all tenures of the person as they are kept now, in line with the acts
 * @param candidate the one to be added, or put in the place of that with its id
 */
export const inTheWayOf = (
  { kept, acts }: { kept: readonly LedgerTenure[]; acts: readonly LedgerAct[] },
  candidate: LedgerTenure,
  bodyName: string,
): LedgerTenure | undefined => {
  const others = kept.filter(({ id }) => id !== candidate.id)
  const twin = others.find(
    (one) =>
      one.source !== 'act' &&
      one.fromOn === candidate.fromOn &&
      awaitsApproval(one) === awaitsApproval(candidate) &&
      samePost(postOf(one), postOf(candidate), bodyName),
  )
  if (twin) return twin
  const without = replay(others, acts, bodyName)
  const after = new Map(replay([...others, candidate], acts, bodyName).map((one) => [one.id, one]))
  const pushed = without.find((one) => moved(one, after.get(one.id)))
  if (pushed) return pushed
  const own = after.get(candidate.id)
  const cut = own && own.endedByActId === null && own.toOn !== candidate.ownToOn
  if (!own || !cut) return undefined
  return without.find(({ fromOn }) => fromOn === own.toOn)
}

/** Refuses a tenure that would overlap another of the same person in the same post, naming that one. */
export const expectRoom = (db: Reader, candidate: LedgerTenure, personName: string): void => {
  const other = inTheWayOf(courseOf(db, [candidate.personId]), candidate, findBody(db)?.name ?? '')
  if (!other) return
  const params = { name: personName, post: other.postName, span: spanOf(other) }
  const message = { key: 'ledger.refused.overlap', params }
  throw new Refusal({ code: 'rule', message, fields: { fromOn: message } })
}
