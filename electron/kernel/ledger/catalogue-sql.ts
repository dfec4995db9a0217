import type { OrganKind, PostKind, OathOrganizer } from '../../../shared/contract/ledger.ts'
import { change, select, type NoParams } from '../store/sql.ts'

export type OrganRow = { id: string; kind: OrganKind; position: number; rev: number }
export type OrganVersionRow = {
  organId: string
  fromOn: string
  name: string
  shortName: string
  abolished: number
  note: string
}
export type PostRow = { id: string; organId: string; position: number; rev: number }
/** Lists are JSON, flags numbers. */
export type PostFactsRow = {
  fromOn: string
  title: string
  kind: PostKind
  verb: string
  nominators: string
  single: number
  acting: number
  certificate: number
  oath: OathOrganizer
  filing: string
}
export type PostVersionRow = PostFactsRow & { postId: string; abolished: number; note: string }
export type PostOnRow = PostFactsRow & {
  id: string
  organId: string
  organKind: OrganKind
  organName: string
}

const ORGAN = { id: true, kind: true, position: true, rev: true } as const
const ORGAN_VERSION = {
  organId: true,
  fromOn: true,
  name: true,
  shortName: true,
  abolished: true,
  note: true,
} as const
const POST = { id: true, organId: true, position: true, rev: true } as const
const POST_FACTS = {
  fromOn: true,
  title: true,
  kind: true,
  verb: true,
  nominators: true,
  single: true,
  acting: true,
  certificate: true,
  oath: true,
  filing: true,
} as const
const POST_VERSION = { postId: true, abolished: true, note: true, ...POST_FACTS } as const

export const catalogueSql = {
  organs: select<NoParams, OrganRow>()(
    ORGAN,
    'SELECT id, kind, position, rev FROM organ ORDER BY position, id',
  ),
  organVersions: select<NoParams, OrganVersionRow>()(
    ORGAN_VERSION,
    `SELECT organId, fromOn, name, shortName, abolished, note FROM organVersion ORDER BY organId, fromOn`,
  ),
  posts: select<NoParams, PostRow>()(
    POST,
    'SELECT id, organId, position, rev FROM post ORDER BY position, id',
  ),
  postVersions: select<NoParams, PostVersionRow>()(
    POST_VERSION,
    `SELECT postId, fromOn, title, kind, verb, nominators, single, acting, certificate, oath, filing, abolished, note
     FROM postVersion ORDER BY postId, fromOn`,
  ),
  /** Each post as it is on a day under the name its organ bears then; abolished ones and those to come left out. */
  on: select<{ on: string }, PostOnRow>()(
    { id: true, organId: true, organKind: true, organName: true, ...POST_FACTS },
    `SELECT post.id, post.organId, organ.kind AS organKind, ov.name AS organName, pv.fromOn, pv.title, pv.kind, pv.verb,
       pv.nominators, pv.single, pv.acting, pv.certificate, pv.oath, pv.filing
     FROM post JOIN organ ON organ.id = post.organId
     JOIN postVersion pv ON pv.postId = post.id AND pv.fromOn =
       (SELECT max(fromOn) FROM postVersion WHERE postId = post.id AND fromOn <= @on)
     JOIN organVersion ov ON ov.organId = organ.id AND ov.fromOn =
       (SELECT max(fromOn) FROM organVersion WHERE organId = organ.id AND fromOn <= @on)
     WHERE pv.abolished = 0 AND ov.abolished = 0
     ORDER BY organ.position, organ.id, post.position, post.id`,
  ),
  lastOrgan: select<NoParams, { position: number }>()(
    { position: true },
    'SELECT coalesce(max(position), 0) AS position FROM organ',
  ),
  lastPost: select<{ organId: string }, { position: number }>()(
    { position: true },
    'SELECT coalesce(max(position), 0) AS position FROM post WHERE organId = @organId',
  ),
  addOrgan: change<Omit<OrganRow, 'rev'>>()(
    'INSERT INTO organ (id, kind, position, rev) VALUES (@id, @kind, @position, 1)',
  ),
  updateOrgan: change<{ id: string; kind: OrganKind }>()(
    'UPDATE organ SET kind = @kind, rev = rev + 1 WHERE id = @id',
  ),
  saveOrganVersion: change<OrganVersionRow>()(
    `INSERT INTO organVersion (organId, fromOn, name, shortName, abolished, note)
     VALUES (@organId, @fromOn, @name, @shortName, @abolished, @note)
     ON CONFLICT (organId, fromOn) DO UPDATE SET name = @name, shortName = @shortName, abolished = @abolished,
       note = @note`,
  ),
  removeOrganVersion: change<{ organId: string; fromOn: string }>()(
    'DELETE FROM organVersion WHERE organId = @organId AND fromOn = @fromOn',
  ),
  removeOrgan: change<{ id: string }>()('DELETE FROM organ WHERE id = @id'),
  addPost: change<Omit<PostRow, 'rev'>>()(
    'INSERT INTO post (id, organId, position, rev) VALUES (@id, @organId, @position, 1)',
  ),
  updatePost: change<{ id: string; organId: string }>()(
    'UPDATE post SET organId = @organId, rev = rev + 1 WHERE id = @id',
  ),
  savePostVersion: change<PostVersionRow>()(
    `INSERT INTO postVersion (postId, fromOn, title, kind, verb, nominators, single, acting, certificate, oath, filing,
       abolished, note)
     VALUES (@postId, @fromOn, @title, @kind, @verb, @nominators, @single, @acting, @certificate, @oath, @filing,
       @abolished, @note)
     ON CONFLICT (postId, fromOn) DO UPDATE SET title = @title, kind = @kind, verb = @verb, nominators = @nominators,
       single = @single, acting = @acting, certificate = @certificate, oath = @oath, filing = @filing,
       abolished = @abolished, note = @note`,
  ),
  removePostVersion: change<{ postId: string; fromOn: string }>()(
    'DELETE FROM postVersion WHERE postId = @postId AND fromOn = @fromOn',
  ),
  removePost: change<{ id: string }>()('DELETE FROM post WHERE id = @id'),
  touchPost: change<{ id: string }>()('UPDATE post SET rev = rev + 1 WHERE id = @id'),
  touchOrgan: change<{ id: string }>()('UPDATE organ SET rev = rev + 1 WHERE id = @id'),
  postUses: select<{ id: string }, { count: number }>()(
    { count: true },
    `SELECT (SELECT count(*) FROM tenure WHERE postId = @id) + (SELECT count(*) FROM actPost WHERE postId = @id)
       AS count`,
  ),
}
