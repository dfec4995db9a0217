import type { Catalogue, FilingRoute, PostOn } from '../../../shared/contract/ledger.ts'
import type { Reader } from '../store/sql.ts'
import { catalogueSql, type PostFactsRow } from './catalogue-sql.ts'

const factsOf = ({ nominators, single, acting, certificate, filing, ...facts }: PostFactsRow) => ({
  fromOn: facts.fromOn,
  title: facts.title,
  kind: facts.kind,
  verb: facts.verb,
  nominators: JSON.parse(nominators) as string[],
  single: single === 1,
  acting: acting === 1,
  certificate: certificate === 1,
  oath: facts.oath,
  filing: JSON.parse(filing) as FilingRoute[],
})

/** Posts in force at the close of a day under the names of that day, in the order of the catalogue. */
export const postsOn = (db: Reader, day: string): PostOn[] =>
  db.all(catalogueSql.on, { on: day }).map((row) => ({
    id: row.id,
    organId: row.organId,
    organKind: row.organKind,
    organName: row.organName,
    fullName: row.organName + row.title,
    ...factsOf(row),
  }))

/** The catalogue of any day ({@link postsOn}), that of each day read once. */
export const cataloguesOf = (db: Reader): ((day: string) => PostOn[]) => {
  const known = new Map<string, PostOn[]>()
  return (day) => {
    const posts = known.get(day) ?? postsOn(db, day)
    known.set(day, posts)
    return posts
  }
}

/** Every organ and post with all their versions, in the order of the catalogue. */
export const catalogueOf = (db: Reader): Catalogue => {
  const organVersions = Map.groupBy(
    db.all(catalogueSql.organVersions, {}),
    ({ organId }) => organId,
  )
  const postVersions = Map.groupBy(db.all(catalogueSql.postVersions, {}), ({ postId }) => postId)
  const organs = db.all(catalogueSql.organs, {}).map((organ) => ({
    ...organ,
    versions: (organVersions.get(organ.id) ?? []).map(({ organId: _, abolished, ...version }) => ({
      ...version,
      abolished: abolished === 1,
    })),
  }))
  const posts = db.all(catalogueSql.posts, {}).map((post) => ({
    ...post,
    versions: (postVersions.get(post.id) ?? []).map((row) => ({
      ...factsOf(row),
      abolished: row.abolished === 1,
      note: row.note,
    })),
  }))
  return { organs, posts }
}
