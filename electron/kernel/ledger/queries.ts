import type { EndReason, PostOn, Tenure } from '../../../shared/contract/ledger.ts'
import type { LeavingReason, MemberKind } from '../../../shared/contract/roster.ts'
import { heldOn } from '../../../shared/rules/ledger/replay.ts'
import { committeeTitles } from '../../../shared/rules/ledger/titles.ts'
import { addDays, dayOf } from '../../../shared/rules/moment.ts'
import { findBody } from '../body/queries.ts'
import type { Reader } from '../store/sql.ts'
import { postsOn } from './catalogue.ts'
import { ledgerSql, type MemberTenure, type NamedTenure } from './sql.ts'

export { catalogueOf, postsOn } from './catalogue.ts'
export { forget, settleActs, settleTenures } from './settle.ts'

const leaving: Readonly<Record<LeavingReason, EndReason>> = {
  resignation: 'resigned',
  recalled: 'recalled',
  'deputy-resigned': 'ended',
  'deputy-ended': 'ended',
  dismissed: 'dismissed',
  died: 'died',
  'term-ended': 'term-ended',
  other: 'other',
}

const postKinds = {
  chair: 'committee-chair',
  'vice-chair': 'committee-vice-chair',
  'secretary-general': 'committee-secretary-general',
  ordinary: 'committee-ordinary',
} as const satisfies Record<MemberKind, PostOn['kind']>

/** A stored tenure as others see it. */
export const tenureView = ({ acting, ...row }: NamedTenure): Tenure => ({
  ...row,
  acting: acting === 1,
})

/** The posts members of the standing committee hold, where the catalogue has them. */
const committeePosts = (db: Reader): Partial<Record<MemberKind, PostOn>> => {
  const posts = postsOn(db, '9999-12-31')
  const kinds = Object.entries(postKinds) as [MemberKind, PostOn['kind']][]
  return Object.fromEntries(
    kinds.flatMap(([member, kind]) => {
      const [post, other] = posts.filter((one) => one.kind === kind)
      return post && !other ? [[member, post]] : []
    }),
  )
}

/** Members of the standing committee as tenures: the roster stays the one place where they are kept. */
export const memberTenures = (db: Reader, rows: readonly MemberTenure[]): Tenure[] => {
  if (rows.length === 0) return []
  const name = findBody(db)?.name ?? ''
  const posts = committeePosts(db)
  return rows.map(({ kind, startsOn, endsAt, endReason, ...row }) => {
    const post = posts[kind]
    return {
      id: `member.${row.id}`,
      personId: row.personId,
      personName: row.personName,
      postId: post?.id ?? null,
      postName: name + committeeTitles[kind],
      organId: post?.organId ?? null,
      acting: false,
      fromOn: startsOn,
      electedOn: null,
      // A day is the last day in office; a moment ends office on its day.
      toOn: endsAt === null ? null : endsAt.length === 10 ? addDays(endsAt, 1) : dayOf(endsAt),
      endReason: endReason === null ? null : leaving[endReason],
      byActId: null,
      endedByActId: row.endedByActId,
      pendingByActId: null,
      source: 'member',
      reviewedOn: null,
      note: '',
      rev: row.rev,
    }
  })
}

const list = (ids: readonly string[]): { ids: string } => ({ ids: JSON.stringify(ids) })

const byBeginning = (a: Tenure, b: Tenure): number =>
  (a.fromOn ?? '') < (b.fromOn ?? '') ? -1 : (a.fromOn ?? '') > (b.fromOn ?? '') ? 1 : 0

/**
 * Tenures of persons, in posts, or all there are, oldest first; those of members of the standing committee among them
 * (`source` «member»), except where posts are asked for that the catalogue does not have.
 */
export const tenuresFor = (
  db: Reader,
  asked: { personIds: readonly string[] } | { postIds: readonly string[] } | { all: true },
): Tenure[] => {
  const stored = (rows: readonly NamedTenure[], members: readonly Tenure[]): Tenure[] =>
    [...rows.map(tenureView), ...members].sort(byBeginning)
  if ('personIds' in asked) {
    const ids = list(asked.personIds)
    return stored(
      db.all(ledgerSql.ofPersons, ids),
      memberTenures(db, db.all(ledgerSql.membersNamed, ids)),
    )
  }
  const members = memberTenures(db, db.all(ledgerSql.members, {}))
  if ('all' in asked) return stored(db.all(ledgerSql.all, {}), members)
  const wanted = new Set(asked.postIds)
  return stored(
    db.all(ledgerSql.ofPosts, list(asked.postIds)),
    members.filter(({ postId }) => postId !== null && wanted.has(postId)),
  )
}

/** Names of the posts a person holds at the close of a day. */
export const heldPosts = (db: Reader, personId: string, day: string): string[] =>
  tenuresFor(db, { personIds: [personId] })
    .filter((tenure) => heldOn(tenure, day))
    .map(({ postName }) => postName)
