import { createHash } from 'node:crypto'
import { Refusal, refuse, type Message } from '../../../shared/contract/errors.ts'
import {
  uniteMoves,
  type PersonLike,
  type UniteFact,
  type UnitePreview,
} from '../../../shared/contract/uniting.ts'
import { heldOn } from '../../../shared/rules/ledger/replay.ts'
import {
  compareFacts,
  uniteCourses,
  type Course,
  type Facts,
  type Spanned,
  type UnitedCourses,
} from '../../../shared/rules/ledger/uniting.ts'
import { dayOf } from '../../../shared/rules/moment.ts'
import { matchesName } from '../../../shared/rules/pinyin.ts'
import { findBody } from '../body/queries.ts'
import type { ReadContext } from '../dispatch.ts'
import { found } from '../rows.ts'
import type { Reader } from '../store/sql.ts'
import { memberTenures, tenuresFor } from './queries.ts'
import { courseOf, saidOf } from './settle.ts'
import { ledgerSql } from './sql.ts'
import { spanOf } from './standing.ts'
import { obstaclesOf } from './unite-obstacles.ts'
import { uniteSql, type PersonEntry } from './unite-sql.ts'

/** Two entries, and all that becomes of them once they are one. */
export type Unite = {
  stays: PersonEntry
  goes: PersonEntry
  facts: UniteFact[]
  note: string
  courses: UnitedCourses
  /** Seats and tenures of the one that goes. */
  carried: readonly Spanned[]
  obstacles: Message[]
}

/** Most people offered; more letters narrow it down. */
const MOST_FOUND = 50

const said = (deputy: number | null): string | null =>
  deputy === null ? null : deputy === 1 ? 'yes' : 'no'
const factsOf = ({ name, sex, birth, nationality, deputy }: PersonEntry): Facts => ({
  name,
  sex,
  birth,
  nationality,
  deputy: said(deputy),
})

/** Both notes, the one beneath the other; the same note once. */
export const joinNotes = (one: string, other: string): string =>
  [...new Set([one, other])].filter((text) => text !== '').join('\n')

const ids = (id: string): { ids: string } => ({ ids: JSON.stringify([id]) })

const wholeCourse = (db: Reader, id: string): Course => ({
  ...courseOf(db, [id]),
  seats: memberTenures(db, db.all(ledgerSql.membersNamed, ids(id))),
})

/**
 * Everything there is to know before two entries of the ledger become one; writes nothing.
 * @throws Refusal `not_found` where one of them is not there, `rule` where both are the same entry
 */
export const uniteOf = (db: Reader, staysId: string, goesId: string): Unite => {
  if (staysId === goesId) refuse('ledger.unite.refused.itself')
  const stays = found(db.get(uniteSql.entry, { id: staysId }), 'person')
  const goes = found(db.get(uniteSql.entry, { id: goesId }), 'person')
  const [own, other] = [wholeCourse(db, staysId), wholeCourse(db, goesId)]
  const bodyName = findBody(db)?.name ?? ''
  const courses = uniteCourses(own, other, saidOf(db, [staysId, goesId]), bodyName)
  const note = joinNotes(stays.note, goes.note)
  return {
    stays,
    goes,
    facts: compareFacts(factsOf(stays), factsOf(goes)),
    note,
    courses,
    carried: [...other.seats, ...other.kept],
    obstacles: obstaclesOf(db, { stays, goes, seats: [own.seats, other.seats], courses, note }),
  }
}

const differ = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one !== other
const monthOf = (birth: string | null): string | null => birth?.slice(0, 7) ?? null

type Likeness = Pick<PersonLike, 'namesake' | 'contradicts'>

const likeness = (own: PersonEntry, other: PersonEntry): Likeness => ({
  namesake: own.name === other.name,
  contradicts: differ(own.sex, other.sex) || differ(monthOf(own.birth), monthOf(other.birth)),
})

const lineOf = ({ postName, ...tenure }: Spanned) => ({ postName, span: spanOf(tenure) })

/** What the page shows before anything is written; its token changes with any of it, and with either entry. */
export const previewOf = (db: Reader, unite: Unite): UnitePreview => {
  const { stays, goes, facts, note, courses, carried, obstacles } = unite
  const counts = found(db.get(uniteSql.counts, { id: goes.id }), 'person')
  const shown = {
    stays: { id: stays.id, name: stays.name },
    goes: { id: goes.id, name: goes.name },
    facts,
    note,
    moves: uniteMoves.flatMap((what) => (counts[what] > 0 ? [{ what, count: counts[what] }] : [])),
    carried: carried.map(lineOf),
    contradicts: likeness(stays, goes).contradicts,
    joined: courses.joined.map((pair) => lineOf(pair.goes)),
    changed: courses.changed.map(({ before, after }) => ({
      postName: before.postName,
      was: spanOf(before),
      is: spanOf(after),
    })),
    added: courses.added.map(lineOf),
    obstacles,
  }
  const token = createHash('sha256')
    .update(JSON.stringify([shown, stays, goes, courses]))
    .digest('hex')
  return { ...shown, token }
}

/** Refuses what is in the way, in its own sentence. */
export const expectClear = ({ obstacles }: Unite): void => {
  const [first] = obstacles
  if (first) throw new Refusal({ code: 'rule', message: first })
}

const rank = ({ namesake, contradicts }: Likeness): number =>
  (namesake ? 0 : 2) + Number(contradicts)

/**
 * People who may be the same as one: without a text those of the same name, else all whose name or pinyin holds it; the
 * likeliest first, at most {@link MOST_FOUND}.
 * @throws Refusal `not_found` where that one is not there
 */
export const peopleLike = (
  { db, moment }: Pick<ReadContext, 'db' | 'moment'>,
  personId: string,
  text: string,
): PersonLike[] => {
  const own = found(db.get(uniteSql.entry, { id: personId }), 'person')
  const likely = db
    .all(uniteSql.entries, {})
    .filter(({ id }) => id !== personId)
    .map((entry) => ({ ...entry, ...likeness(own, entry) }))
    .filter((one) => (text === '' ? one.namesake : matchesName(one.name, text)))
    .sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .slice(0, MOST_FOUND)
  const held = Map.groupBy(
    tenuresFor(db, { personIds: likely.map(({ id }) => id) }),
    (tenure) => tenure.personId,
  )
  const today = dayOf(moment)
  return likely.map(({ id, name, sex, birth, namesake, contradicts }) => {
    const course = held.get(id) ?? []
    const now = course.filter((tenure) => heldOn(tenure, today))
    const posts = (now.length > 0 ? now : course.slice(-1)).map(({ postName }) => postName)
    return { id, name, sex, birth, posts, holds: now.length > 0, namesake, contradicts }
  })
}
