import type {
  Item,
  ItemState,
  SessionDetail,
  SessionState,
  SessionSummary,
  SignedKind,
  Sitting,
} from '../../../shared/contract/session.ts'
import { refuse } from '../../../shared/contract/errors.ts'
import { found } from '../rows.ts'
import { change, select, type NoParams, type Reader } from '../store/sql.ts'

type ItemRow = Omit<Item, 'written' | 'signed' | 'declined'> & {
  written: number
  signedKind: SignedKind | null
  signatories: number | null
  signedBase: number | null
  signedNeeded: number | null
  signedAt: string | null
  declinedAt: string | null
  declinedReason: string
}
type SummaryRow = Omit<SessionSummary, 'extraordinary'> & { extraordinary: number }
type SignedRow = Pick<
  ItemRow,
  'signedKind' | 'signatories' | 'signedBase' | 'signedNeeded' | 'signedAt'
>

const SUMMARY = {
  id: true,
  termId: true,
  termNumber: true,
  number: true,
  startsOn: true,
  endsOn: true,
  extraordinary: true,
  place: true,
  chairId: true,
  chairName: true,
  state: true,
  itemCount: true,
  rev: true,
} as const

const SUMMARY_TEXT = `SELECT session.id, session.termId, term.number AS termNumber, session.number, session.startsOn,
    session.endsOn, session.extraordinary, session.place, session.chairId, person.name AS chairName, session.state,
    (SELECT count(*) FROM item WHERE item.sessionId = session.id) AS itemCount, session.rev
  FROM session JOIN term ON term.id = session.termId
  LEFT JOIN member ON member.id = session.chairId LEFT JOIN person ON person.id = member.personId`

const SITTING = {
  id: true,
  sessionId: true,
  kind: true,
  number: true,
  groupName: true,
  startsAt: true,
  endsAt: true,
  place: true,
  chairId: true,
  chairName: true,
  state: true,
  rev: true,
} as const

const SITTING_TEXT = `SELECT sitting.id, sitting.sessionId, sitting.kind, sitting.number, sitting.groupName,
    sitting.startsAt, sitting.endsAt, sitting.place, sitting.chairId, person.name AS chairName, sitting.state, sitting.rev
  FROM sitting LEFT JOIN member ON member.id = sitting.chairId LEFT JOIN person ON person.id = member.personId`

const ITEM = {
  id: true,
  sessionId: true,
  position: true,
  kind: true,
  title: true,
  written: true,
  state: true,
  note: true,
  signedKind: true,
  signatories: true,
  signedBase: true,
  signedNeeded: true,
  signedAt: true,
  declinedAt: true,
  declinedReason: true,
  rev: true,
} as const
const ITEM_TEXT = `SELECT id, sessionId, position, kind, title, written, state, note, signedKind, signatories,
    signedBase, signedNeeded, signedAt, declinedAt, declinedReason, rev FROM item`

export const sessionSql = {
  list: select<NoParams, SummaryRow>()(
    SUMMARY,
    `${SUMMARY_TEXT} ORDER BY term.number DESC, session.number DESC`,
  ),
  get: select<{ id: string }, SummaryRow>()(SUMMARY, `${SUMMARY_TEXT} WHERE session.id = @id`),
  byNumber: select<{ termId: string; number: number }, { id: string }>()(
    { id: true },
    'SELECT id FROM session WHERE termId = @termId AND number = @number',
  ),
  lastNumber: select<{ termId: string }, { number: number }>()(
    { number: true },
    'SELECT coalesce(max(number), 0) AS number FROM session WHERE termId = @termId',
  ),
  add: change<{
    id: string
    termId: string
    number: number
    startsOn: string
    endsOn: string
    extraordinary: number
    place: string
    chairId: string | null
  }>()(
    `INSERT INTO session (id, termId, number, startsOn, endsOn, extraordinary, place, chairId, state, rev)
     VALUES (@id, @termId, @number, @startsOn, @endsOn, @extraordinary, @place, @chairId, 'planned', 1)`,
  ),
  update: change<{
    id: string
    number: number
    startsOn: string
    endsOn: string
    extraordinary: number
    place: string
    chairId: string | null
  }>()(
    `UPDATE session SET number = @number, startsOn = @startsOn, endsOn = @endsOn, extraordinary = @extraordinary,
       place = @place, chairId = @chairId, rev = rev + 1 WHERE id = @id`,
  ),
  setState: change<{ id: string; state: SessionState }>()(
    'UPDATE session SET state = @state, rev = rev + 1 WHERE id = @id',
  ),
  sittings: select<{ sessionId: string }, Sitting>()(
    SITTING,
    `${SITTING_TEXT} WHERE sitting.sessionId = @sessionId ORDER BY sitting.startsAt, sitting.kind, sitting.number`,
  ),
  sitting: select<{ id: string }, Sitting>()(SITTING, `${SITTING_TEXT} WHERE sitting.id = @id`),
  lastSitting: select<{ sessionId: string; kind: string }, { number: number }>()(
    { number: true },
    'SELECT coalesce(max(number), 0) AS number FROM sitting WHERE sessionId = @sessionId AND kind = @kind',
  ),
  addSitting: change<Omit<Sitting, 'chairName' | 'rev' | 'endsAt' | 'state'>>()(
    `INSERT INTO sitting (id, sessionId, kind, number, groupName, startsAt, endsAt, place, chairId, state, rev)
     VALUES (@id, @sessionId, @kind, @number, @groupName, @startsAt, NULL, @place, @chairId, 'planned', 1)`,
  ),
  updateSitting: change<Omit<Sitting, 'chairName' | 'rev' | 'endsAt' | 'state' | 'sessionId'>>()(
    `UPDATE sitting SET kind = @kind, number = @number, groupName = @groupName, startsAt = @startsAt,
       place = @place, chairId = @chairId, rev = rev + 1 WHERE id = @id`,
  ),
  openSitting: change<{ id: string; at: string }>()(
    `UPDATE sitting SET state = 'open', startsAt = @at, endsAt = NULL,
       rollDueFrom = coalesce(rollDueFrom, endsAt), rev = rev + 1 WHERE id = @id`,
  ),
  adjournSitting: change<{ id: string; at: string }>()(
    `UPDATE sitting SET state = 'adjourned', endsAt = max(@at, startsAt), rev = rev + 1 WHERE id = @id`,
  ),
  removeSitting: change<{ id: string }>()('DELETE FROM sitting WHERE id = @id'),
  items: select<{ sessionId: string }, ItemRow>()(
    ITEM,
    `${ITEM_TEXT} WHERE sessionId = @sessionId ORDER BY position`,
  ),
  item: select<{ id: string }, ItemRow>()(ITEM, `${ITEM_TEXT} WHERE id = @id`),
  addItem: change<
    Pick<ItemRow, 'id' | 'sessionId' | 'position' | 'kind' | 'title' | 'written' | 'note'>
  >()(
    `INSERT INTO item (id, sessionId, position, kind, title, written, state, note, rev)
     VALUES (@id, @sessionId, @position, @kind, @title, @written, 'pending', @note, 1)`,
  ),
  updateItem: change<Pick<ItemRow, 'id' | 'kind' | 'title' | 'written' | 'note'>>()(
    'UPDATE item SET kind = @kind, title = @title, written = @written, note = @note, rev = rev + 1 WHERE id = @id',
  ),
  signItem: change<{ id: string } & SignedRow>()(
    `UPDATE item SET signedKind = @signedKind, signatories = @signatories, signedBase = @signedBase,
       signedNeeded = @signedNeeded, signedAt = @signedAt WHERE id = @id`,
  ),
  declineItem: change<{ id: string; at: string; reason: string }>()(
    `UPDATE item SET state = 'declined', declinedAt = @at, declinedReason = @reason, rev = rev + 1 WHERE id = @id`,
  ),
  placeItem: change<{ id: string; position: number }>()(
    'UPDATE item SET position = @position, rev = rev + 1 WHERE id = @id AND position <> @position',
  ),
  setItemState: change<{ id: string; state: ItemState }>()(
    `UPDATE item SET state = @state, declinedAt = NULL, declinedReason = '', rev = rev + 1
     WHERE id = @id AND state <> @state`,
  ),
  removeItem: change<{ id: string }>()('DELETE FROM item WHERE id = @id'),
  uses: select<{ itemId: string }, { count: number }>()(
    { count: true },
    `SELECT (SELECT count(*) FROM question WHERE itemId = @itemId)
       + (SELECT count(*) FROM nomination WHERE itemId = @itemId)
       + (SELECT count(*) FROM speech WHERE itemId = @itemId) AS count`,
  ),
  itemQuestions: select<{ itemId: string }, { count: number }>()(
    { count: true },
    'SELECT count(*) AS count FROM question WHERE itemId = @itemId',
  ),
  sittingUses: select<{ sittingId: string }, { count: number }>()(
    { count: true },
    `SELECT (SELECT count(*) FROM mark WHERE sittingId = @sittingId)
       + (SELECT count(*) FROM vote WHERE sittingId = @sittingId)
       + (SELECT count(*) FROM leave WHERE sittingId = @sittingId)
       + (SELECT count(*) FROM guest WHERE sittingId = @sittingId)
       + (SELECT count(*) FROM speech WHERE sittingId = @sittingId)
       + (SELECT count(*) FROM incident WHERE sittingId = @sittingId) AS count`,
  ),
  /** The last moment anything about a vote of a session was recorded. */
  lastVote: select<{ sessionId: string }, { at: string }>()(
    { at: true },
    `SELECT coalesce(max(last), '') AS at FROM (
       SELECT (SELECT max(coalesce(closedAt, openedAt)) FROM vote WHERE sittingId = sitting.id) AS last
       FROM sitting WHERE sessionId = @sessionId)`,
  ),
  itemVotes: select<{ itemId: string }, { count: number }>()(
    { count: true },
    `SELECT count(*) AS count FROM vote JOIN question ON question.id = vote.questionId
     WHERE itemId = @itemId AND question.kind <> 'procedural'`,
  ),
  openVotes: select<{ sessionId: string }, { count: number }>()(
    { count: true },
    `SELECT count(*) AS count FROM vote JOIN sitting ON sitting.id = vote.sittingId
     WHERE sitting.sessionId = @sessionId AND vote.state = 'open'`,
  ),
}

const signedOf = ({
  signedKind: kind,
  signatories,
  signedBase: base,
  signedNeeded: needed,
  signedAt: at,
}: SignedRow): Item['signed'] =>
  kind === null || signatories === null || base === null || needed === null || at === null
    ? null
    : { kind, signatories, base, needed, at }

const asItem = (row: ItemRow): Item => ({
  id: row.id,
  sessionId: row.sessionId,
  position: row.position,
  kind: row.kind,
  title: row.title,
  written: row.written === 1,
  state: row.state,
  note: row.note,
  signed: signedOf(row),
  declined: row.declinedAt === null ? null : { at: row.declinedAt, reason: row.declinedReason },
  rev: row.rev,
})

const asSummary = (row: SummaryRow): SessionSummary => ({
  ...row,
  extraordinary: row.extraordinary === 1,
})

export const theSession = (db: Reader, id: string): SessionSummary =>
  asSummary(found(db.get(sessionSql.get, { id }), 'session'))

/** Every session, the newest first. */
export const allSessions = (db: Reader): SessionSummary[] =>
  db.all(sessionSql.list, {}).map(asSummary)

/**
 * Now, as the record of a session has it: never before its last vote, whatever the clock says. A clock put back would
 * count those who have left the membership once more.
 */
export const momentIn = (
  { db, moment }: { db: Reader; moment: string },
  sessionId: string,
): string => {
  const last = db.get(sessionSql.lastVote, { sessionId })?.at ?? ''
  return last > moment ? last : moment
}

/** Closed is closed: what left the room does not change any more. */
export const expectNotClosed = (db: Reader, sessionId: string): void => {
  if (theSession(db, sessionId).state === 'closed') refuse('session.closed')
}

export const theSitting = (db: Reader, id: string): Sitting =>
  found(db.get(sessionSql.sitting, { id }), 'sitting')

export const theItem = (db: Reader, id: string): Item =>
  asItem(found(db.get(sessionSql.item, { id }), 'item'))

/** Refuses putting an item to the vote that the council declined to put to the committee. */
export const expectNotDeclined = (db: Reader, itemId: string): void => {
  const { declined, title } = theItem(db, itemId)
  if (declined) refuse('session.itemDeclined', { title, reason: declined.reason })
}

export const itemsOf = (db: Reader, sessionId: string): Item[] =>
  db.all(sessionSql.items, { sessionId }).map(asItem)

export const sessionDetail = (db: Reader, id: string): SessionDetail => ({
  ...theSession(db, id),
  sittings: db.all(sessionSql.sittings, { sessionId: id }),
  items: itemsOf(db, id),
})
