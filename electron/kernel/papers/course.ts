/** In which sitting a thing was dealt with that left neither a vote nor a speech behind. */
import type { Item, SessionDetail, Sitting } from '../../../shared/contract/session.ts'
import { localMoment } from '../../../shared/rules/moment.ts'
import { select, type NoParams, type Reader } from '../store/sql.ts'

export const courseSql = {
  /** Every change of an item's state as the journal has it, oldest first. */
  changes: select<NoParams, { at: number; itemId: string; state: string }>()(
    { at: true, itemId: true, state: true },
    `SELECT at, json_extract(payload, '$.input.id') AS itemId, json_extract(payload, '$.input.state') AS state
     FROM journal WHERE command = 'session.setItemState' ORDER BY seq`,
  ),
  /** When a sitting was opened, adjourned and its roll called (`state` null), oldest first. */
  turns: select<{ sittingId: string }, { at: number; state: string | null }>()(
    { at: true, state: true },
    `SELECT at, json_extract(payload, '$.input.state') AS state FROM journal
     WHERE (command = 'session.setSittingState' AND json_extract(payload, '$.input.id') = @sittingId)
        OR (command = 'attendance.callRoll' AND json_extract(payload, '$.input.sittingId') = @sittingId)
     ORDER BY seq`,
  ),
}

/** Sittings the presider opens and closes for all: groups follow their own conveners. */
export const ledSittings = ({ sittings }: SessionDetail): Sitting[] =>
  sittings.filter(({ kind }) => kind !== 'group')

/** What the session considers: all but what the council did not put to it. */
export const onAgenda = (items: readonly Item[]): Item[] =>
  items.filter(({ declined }) => declined === null)

/** The sitting a moment falls to: of those led, the last that had begun by then; the first where none had. */
export const sittingAt = (session: SessionDetail, moment: string): Sitting | undefined => {
  const led = ledSittings(session)
  return led.findLast(({ state, startsAt }) => state !== 'planned' && startsAt <= moment) ?? led[0]
}

/** A sitting adjourned and taken up again, as local moments; when its roll was called anew, null where it was not. */
export type Recess = { from: string; to: string; calledAt: string | null }

/** The recesses of a sitting in order of time; its last adjournment is its end and none of them. */
export const recessesOf = (db: Reader, sittingId: string): Recess[] => {
  const recesses: Recess[] = []
  let from: string | null = null
  for (const { at, state } of db.all(courseSql.turns, { sittingId })) {
    const moment = localMoment(at)
    const last = recesses.at(-1)
    if (state === 'adjourned') from = moment
    else if (state === 'open' && from !== null) {
      recesses.push({ from, to: moment, calledAt: null })
      from = null
    } else if (state === null && last) last.calledAt ??= moment
  }
  return recesses
}

/** When an item was on the floor last; else when its state was last changed. */
const momentOf = (item: Item, changes: readonly { at: number; state: string }[]): string | null => {
  if (item.declined) return item.declined.at
  const last = changes.findLast(({ state }) => state === 'current') ?? changes.at(-1)
  return last ? localMoment(last.at) : null
}

/** The sittings an item was on the floor in and was not put back to wait. */
const floorsOf = (
  session: SessionDetail,
  changes: readonly { at: number; state: string }[],
): Set<string> => {
  const floors = new Set<string>()
  for (const { at, state } of changes) {
    const id = sittingAt(session, localMoment(at))?.id
    if (id !== undefined && state === 'current') floors.add(id)
    if (id !== undefined && state === 'pending') floors.delete(id)
  }
  return floors
}

/** The sitting an item was dealt with in, the first for one never touched; and all it was on the floor in. */
export type Course = { home: string | undefined; floors: ReadonlySet<string> }

/** The course of each item of a session, by its id. */
export const coursesOf = (db: Reader, session: SessionDetail): Map<string, Course> => {
  const changes = db.all(courseSql.changes, {})
  return new Map(
    session.items.map((item) => {
      const own = changes.filter(({ itemId }) => itemId === item.id)
      const moment = momentOf(item, own)
      const home = moment === null ? ledSittings(session)[0] : sittingAt(session, moment)
      return [item.id, { home: home?.id, floors: floorsOf(session, own) }]
    }),
  )
}
