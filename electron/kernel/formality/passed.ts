import type { Act, NominatorKind } from '../../../shared/contract/appointment.ts'
import type { Body } from '../../../shared/contract/body.ts'
import { organGroupOf, type OrganGroup } from '../../../shared/papers/acts.ts'
import { addresseeOf } from '../../../shared/papers/after/notice.ts'
import type { PassedAct, PostAsks } from '../../../shared/rules/appointment/formalities.ts'
import { postKindOf } from '../../../shared/rules/appointment/post-kind-of.ts'
import { postKindFacts } from '../../../shared/rules/appointment/post-kinds.ts'
import type { PostsOf } from '../../../shared/rules/appointment/post-names.ts'
import { checkingSql } from '../appointment/checking-sql.ts'
import { placedPosts, type PlacedPost } from '../appointment/posts.ts'
import { theBody } from '../body/queries.ts'
import { cataloguesOf } from '../ledger/catalogue.ts'
import { settingsOf } from '../papers/settings.ts'
import type { Reader } from '../store/sql.ts'
import { formalitySql, type PassedRow } from './sql.ts'

/** As the catalogue has it, else as its name tells the kind. */
const asksOf = ({ name, post }: PlacedPost, body: PostsOf): PostAsks => {
  if (post) return { ...post, name }
  const { kind } = postKindOf(name, body)
  const { certificate, oath, filing } = postKindFacts[kind]
  return { name, kind, certificate, oath, filing: [...filing] }
}

/** Where a post stands in lists and whose it is: by what its kind says of its organ, else by its words. */
export const groupOf = (
  { post }: Pick<Act, 'post'>,
  posts: readonly Pick<PostAsks, 'kind'>[],
): OrganGroup => {
  const kind = posts[0]?.kind ?? 'other'
  if (/^(?:committee|special|credentials|inquiry|street)-/u.test(kind)) return 'body'
  if (kind.startsWith('government-')) return 'government'
  if (kind.startsWith('supervisory-')) return 'supervisory'
  if (kind.startsWith('court-') || kind === 'juror') return 'court'
  if (/procurator/u.test(kind)) return 'procuratorate'
  return organGroupOf(post)
}

/** Whom the notice of an act goes to: what its paper is addressed to, by the same function. */
const toldOf = (
  act: PassedRow,
  posts: readonly PostAsks[],
  { name, level }: Pick<Body, 'name' | 'level'>,
  own: Partial<Record<NominatorKind, string>>,
): string => {
  const fact = { ...act, person: act.personName, organGroup: groupOf(act, posts) }
  return addresseeOf(fact, { bodyName: name, level }, own)
}

/** The acts a session passed, with what their posts ask for as the catalogue stood on the day of the vote. */
export const passedActs = (db: Reader, sessionId: string): PassedAct[] => {
  const acts = db.all(formalitySql.passed, { sessionId })
  if (acts.length === 0) return []
  const body = theBody(db)
  const { addressees } = settingsOf(db).after.notice
  const rows = Map.groupBy(db.all(checkingSql.posts, { sessionId }), ({ actId }) => actId)
  const catalogueOn = cataloguesOf(db)
  return acts.map((act) => {
    const catalogue = { posts: catalogueOn(act.effectiveOn), bodyName: body.name }
    const placed = placedPosts(act, rows.get(act.id) ?? [], catalogue)
    const posts = placed.map((one) => asksOf(one, { level: body.level, bodyName: body.name }))
    return { ...act, posts, toldTo: toldOf(act, posts, body, addressees) }
  })
}
