import type { ledger, Organ, Post, PostVersion } from '../../../shared/contract/ledger.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import { starterCatalogue } from '../../../shared/rules/ledger/starter.ts'
import { barePost } from '../../../shared/rules/posts.ts'
import { theBody } from '../body/queries.ts'
import type { Handlers, WriteContext } from '../dispatch.ts'
import { expectRev, found, refuseField } from '../rows.ts'
import type { Reader } from '../store/sql.ts'
import { catalogueOf } from './catalogue.ts'
import { catalogueSql, type OrganVersionRow, type PostVersionRow } from './catalogue-sql.ts'
import { lawfulFacts } from './lawful.ts'
import { tieExact } from './tying.ts'

const theOrgan = (db: Reader, id: string): Organ =>
  found(
    catalogueOf(db).organs.find((organ) => organ.id === id),
    'organ',
  )
const thePost = (db: Reader, id: string): Post =>
  found(
    catalogueOf(db).posts.find((post) => post.id === id),
    'post',
  )

type OrganFacts = Omit<OrganVersionRow, 'organId' | 'abolished'> & {
  kind: Organ['kind']
  abolished: boolean
}

/** An organ that bears a name from a day on, or did last. */
const organNamed = (db: Reader, name: string): Organ | undefined =>
  catalogueOf(db).organs.find(
    ({ versions }) => barePost(versions.at(-1)?.name ?? '') === barePost(name),
  )

export const addOrgan = (ctx: WriteContext, { kind, abolished, ...facts }: OrganFacts): string => {
  const id = ctx.newId()
  const position = (ctx.db.get(catalogueSql.lastOrgan, {})?.position ?? 0) + 1
  ctx.db.run(catalogueSql.addOrgan, { id, kind, position })
  ctx.db.run(catalogueSql.saveOrganVersion, { organId: id, abolished: abolished ? 1 : 0, ...facts })
  return id
}

const versionRow = (postId: string, facts: PostVersion): PostVersionRow => ({
  postId,
  fromOn: facts.fromOn,
  title: barePost(facts.title),
  kind: facts.kind,
  verb: facts.verb,
  nominators: JSON.stringify(facts.nominators),
  single: facts.single ? 1 : 0,
  acting: facts.acting ? 1 : 0,
  certificate: facts.certificate ? 1 : 0,
  oath: facts.oath,
  filing: JSON.stringify(facts.filing),
  abolished: facts.abolished ? 1 : 0,
  note: facts.note,
})

export const addPost = (ctx: WriteContext, organId: string, facts: PostVersion): string => {
  const id = ctx.newId()
  const position = (ctx.db.get(catalogueSql.lastPost, { organId })?.position ?? 0) + 1
  ctx.db.run(catalogueSql.addPost, { id, organId, position })
  ctx.db.run(catalogueSql.savePostVersion, versionRow(id, facts))
  return id
}

export const changePost = (ctx: WriteContext, id: string, facts: PostVersion): void => {
  ctx.db.run(catalogueSql.savePostVersion, versionRow(id, facts))
  ctx.db.run(catalogueSql.touchPost, { id })
}

const checkOrgan = (ctx: WriteContext, id: string | undefined, facts: OrganFacts): void => {
  const twin = organNamed(ctx.db, facts.name)
  if (twin && twin.id !== id && !facts.abolished)
    refuseField('name', 'ledger.refused.organExists', { name: facts.name })
  const before = id === undefined ? [] : theOrgan(ctx.db, id).versions
  if (facts.abolished && !before.some(({ fromOn }) => fromOn < facts.fromOn))
    refuseField('fromOn', 'ledger.refused.abolishedFirst', { name: facts.name })
}

const checkPost = (
  ctx: WriteContext,
  organ: Organ,
  id: string | undefined,
  facts: PostVersion,
): void => {
  const { posts } = catalogueOf(ctx.db)
  const twin = posts.find(
    (post) =>
      post.id !== id &&
      post.organId === organ.id &&
      barePost(post.versions.at(-1)?.title ?? '') === barePost(facts.title),
  )
  const name = (organ.versions.at(-1)?.name ?? '') + facts.title
  if (twin && !facts.abolished) refuseField('title', 'ledger.refused.postExists', { name })
  const before = posts.find((post) => post.id === id)?.versions ?? []
  if (facts.abolished && !before.some(({ fromOn }) => fromOn < facts.fromOn))
    refuseField('fromOn', 'ledger.refused.abolishedFirst', { name })
}

const checkUnused = (ctx: WriteContext, { id, versions }: Post, organ = ''): void => {
  const uses = ctx.db.get(catalogueSql.postUses, { id })?.count ?? 0
  const name = organ + (versions.at(-1)?.title ?? '')
  if (uses > 0) refuse('ledger.refused.postInUse', { name, count: uses })
}

const dropPost = (ctx: WriteContext, { id, versions }: Post): void => {
  for (const { fromOn } of versions)
    ctx.db.run(catalogueSql.removePostVersion, { postId: id, fromOn })
  ctx.db.run(catalogueSql.removePost, { id })
}

const addStarter = (ctx: WriteContext, fromOn: string): { organs: number; posts: number } => {
  const { name, level } = theBody(ctx.db)
  const before = catalogueOf(ctx.db)
  const counts = { organs: 0, posts: 0 }
  for (const { posts, ...organ } of starterCatalogue(name, level)) {
    const known = before.organs.find(({ versions }) =>
      versions.some((version) => barePost(version.name) === organ.name),
    )
    const organId = known?.id ?? addOrgan(ctx, { ...organ, fromOn, abolished: false, note: '' })
    const there = new Set(
      before.posts
        .filter((post) => post.organId === organId)
        .flatMap(({ versions }) => versions.map(({ title }) => barePost(title))),
    )
    const missing = posts.filter(({ title }) => !there.has(title))
    for (const post of missing) addPost(ctx, organId, lawfulFacts(post, fromOn))
    counts.organs += known ? 0 : 1
    counts.posts += missing.length
  }
  return counts
}

/** A changed catalogue changes what the ledger and the findings say. */
const follow = (ctx: WriteContext): void => {
  tieExact(ctx)
  ctx.touch('appointment')
}

export const catalogueHandlers: Pick<
  Handlers<typeof ledger>,
  'saveOrgan' | 'savePost' | 'removeOrgan' | 'removePost' | 'addStarter'
> = {
  saveOrgan: (ctx, { id, rev, ...facts }) => {
    if (id !== undefined) expectRev(theOrgan(ctx.db, id), rev)
    checkOrgan(ctx, id, facts)
    const { kind, abolished, ...version } = facts
    const organId = id ?? addOrgan(ctx, facts)
    if (id !== undefined) {
      ctx.db.run(catalogueSql.updateOrgan, { id, kind })
      const row = { organId, abolished: abolished ? 1 : 0, ...version }
      ctx.db.run(catalogueSql.saveOrganVersion, row)
    }
    follow(ctx)
    return theOrgan(ctx.db, organId)
  },

  savePost: (ctx, { id, rev, organId, ...facts }) => {
    if (id !== undefined) expectRev(thePost(ctx.db, id), rev)
    checkPost(ctx, theOrgan(ctx.db, organId), id, facts)
    const postId = id ?? addPost(ctx, organId, facts)
    if (id !== undefined) {
      ctx.db.run(catalogueSql.updatePost, { id, organId })
      ctx.db.run(catalogueSql.savePostVersion, versionRow(id, facts))
    }
    follow(ctx)
    return thePost(ctx.db, postId)
  },

  removeOrgan: (ctx, { id, rev, fromOn }) => {
    const organ = theOrgan(ctx.db, id)
    expectRev(organ, rev)
    const { name } = found(
      organ.versions.find((one) => one.fromOn === fromOn),
      'organ',
    )
    if (organ.versions.length === 1) {
      const own = catalogueOf(ctx.db).posts.filter(({ organId }) => organId === id)
      for (const post of own) checkUnused(ctx, post, name)
      for (const post of own) dropPost(ctx, post)
    }
    ctx.db.run(catalogueSql.removeOrganVersion, { organId: id, fromOn })
    if (organ.versions.length === 1) ctx.db.run(catalogueSql.removeOrgan, { id })
    else ctx.db.run(catalogueSql.touchOrgan, { id })
    ctx.touch('appointment')
    return { id }
  },

  removePost: (ctx, { id, rev, fromOn }) => {
    const post = thePost(ctx.db, id)
    expectRev(post, rev)
    found(
      post.versions.find((one) => one.fromOn === fromOn),
      'post',
    )
    if (post.versions.length === 1) {
      checkUnused(ctx, post)
      dropPost(ctx, post)
    } else {
      ctx.db.run(catalogueSql.removePostVersion, { postId: id, fromOn })
      ctx.db.run(catalogueSql.touchPost, { id })
    }
    ctx.touch('appointment')
    return { id }
  },

  addStarter: (ctx, { fromOn }) => {
    const counts = addStarter(ctx, fromOn)
    follow(ctx)
    return counts
  },
}
