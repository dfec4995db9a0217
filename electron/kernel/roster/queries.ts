import type { LeavingReason, Member, MemberKind, Person } from '../../../shared/contract/roster.ts'
import { membershipAt } from '../../../shared/rules/membership.ts'
import { unknownStrokes } from '../../../shared/rules/name-order.ts'
import { sortMembers } from '../../../shared/rules/order.ts'
import { found } from '../rows.ts'
import { change, select, type NoParams, type Reader } from '../store/sql.ts'

export type MemberRow = Omit<Member, 'unknownStrokes'>
type PersonRow = Person

const MEMBER = {
  id: true,
  personId: true,
  name: true,
  sex: true,
  nationality: true,
  termId: true,
  kind: true,
  rank: true,
  orderOverride: true,
  startsOn: true,
  endsAt: true,
  endReason: true,
  note: true,
  rev: true,
} as const
const MEMBER_TEXT = `SELECT member.id, personId, name, sex, nationality, termId, kind, rank, orderOverride,
    startsOn, endsAt, endReason, note, member.rev AS rev
  FROM member JOIN person ON person.id = member.personId`

const PERSON = {
  id: true,
  name: true,
  sex: true,
  nationality: true,
  note: true,
  rev: true,
} as const

export const rosterSql = {
  members: select<{ termId: string }, MemberRow>()(MEMBER, `${MEMBER_TEXT} WHERE termId = @termId`),
  member: select<{ id: string }, MemberRow>()(MEMBER, `${MEMBER_TEXT} WHERE member.id = @id`),
  people: select<NoParams, PersonRow>()(
    PERSON,
    'SELECT id, name, sex, nationality, note, rev FROM person',
  ),
  person: select<{ id: string }, PersonRow>()(
    PERSON,
    'SELECT id, name, sex, nationality, note, rev FROM person WHERE id = @id',
  ),
  addPerson: change<Omit<PersonRow, 'rev'>>()(
    `INSERT INTO person (id, name, sex, nationality, note, rev)
     VALUES (@id, @name, @sex, @nationality, @note, 1)`,
  ),
  updatePerson: change<Omit<PersonRow, 'rev'>>()(
    `UPDATE person SET name = @name, sex = @sex, nationality = @nationality, note = @note, rev = rev + 1
     WHERE id = @id`,
  ),
  /** Fills what nobody has said of a person yet. */
  fillPerson: change<Pick<PersonRow, 'id' | 'sex' | 'nationality'> & { birth: string | null }>()(
    `UPDATE person SET sex = coalesce(sex, @sex), birth = coalesce(birth, @birth),
       nationality = coalesce(nationality, @nationality), rev = rev + 1
     WHERE id = @id AND ((sex IS NULL AND @sex IS NOT NULL) OR (birth IS NULL AND @birth IS NOT NULL)
       OR (nationality IS NULL AND @nationality IS NOT NULL))`,
  ),
  addMember: change<{
    id: string
    personId: string
    termId: string
    kind: MemberKind
    rank: number | null
    orderOverride: number | null
    startsOn: string
    endsAt: string | null
    endReason: LeavingReason | null
  }>()(
    `INSERT INTO member (id, personId, termId, kind, rank, orderOverride, startsOn, endsAt, endReason, endedByActId, rev)
     VALUES (@id, @personId, @termId, @kind, @rank, @orderOverride, @startsOn, @endsAt, @endReason, NULL, 1)`,
  ),
  updateMember: change<{
    id: string
    kind: MemberKind
    rank: number | null
    orderOverride: number | null
    startsOn: string
    endsAt: string | null
    endReason: LeavingReason | null
  }>()(
    `UPDATE member SET kind = @kind, rank = @rank, orderOverride = @orderOverride, startsOn = @startsOn,
       endsAt = @endsAt, endReason = @endReason, rev = rev + 1,
       endedByActId = CASE WHEN endsAt IS @endsAt THEN endedByActId END WHERE id = @id`,
  ),
  placeMember: change<{ id: string; place: number | null }>()(
    'UPDATE member SET orderOverride = @place, rev = rev + 1 WHERE id = @id',
  ),
  endByAct: change<{ id: string; at: string; reason: LeavingReason; actId: string }>()(
    `UPDATE member SET endsAt = @at, endReason = @reason, endedByActId = @actId, rev = rev + 1
     WHERE id = @id`,
  ),
  restoreByAct: change<{ actId: string }>()(
    `UPDATE member SET endsAt = NULL, endReason = NULL, endedByActId = NULL, rev = rev + 1
     WHERE endedByActId = @actId`,
  ),
  uses: select<{ id: string }, { count: number }>()(
    { count: true },
    `SELECT (SELECT count(*) FROM mark WHERE memberId = @id)
       + (SELECT count(*) FROM voteMember WHERE memberId = @id)
       + (SELECT count(*) FROM speech WHERE memberId = @id)
       + (SELECT count(*) FROM act WHERE memberId = @id)
       + (SELECT count(*) FROM session WHERE chairId = @id)
       + (SELECT count(*) FROM sitting WHERE chairId = @id)
       + (SELECT count(*) FROM leave WHERE memberId = @id)
       + (SELECT count(*) FROM suspension WHERE memberId = @id) AS count`,
  ),
  /** What else is known of a person: a seat, an office, an act, a form. */
  tenures: select<{ personId: string }, { count: number }>()(
    { count: true },
    `SELECT (SELECT count(*) FROM member WHERE personId = @personId)
       + (SELECT count(*) FROM tenure WHERE personId = @personId)
       + (SELECT count(*) FROM act WHERE personId = @personId)
       + (SELECT count(*) FROM dossier WHERE personId = @personId) AS count`,
  ),
  removeMember: change<{ id: string }>()('DELETE FROM member WHERE id = @id'),
  removePerson: change<{ id: string }>()('DELETE FROM person WHERE id = @id'),
}

const marked = (row: MemberRow): Member => ({ ...row, unknownStrokes: unknownStrokes(row.name) })

/** All members of a term in the official order, those whose office ended last. */
export const membersOf = (db: Reader, termId: string): Member[] => {
  const sorted = sortMembers(db.all(rosterSql.members, { termId })).map(marked)
  return [...sorted.filter((member) => !member.endsAt), ...sorted.filter((member) => member.endsAt)]
}

const inOffice = (db: Reader, termId: string, moment: string): MemberRow[] =>
  membershipAt(db.all(rosterSql.members, { termId }), moment)

/** «全体组成人员» of a term at a local moment, in the official order. */
export const inOfficeMembers = (db: Reader, termId: string, moment: string): Member[] =>
  sortMembers(inOffice(db, termId, moment)).map(marked)

/** The same members by their ids alone, in no order: for what only counts them. */
export const inOfficeIds = (db: Reader, termId: string, moment: string): string[] =>
  inOffice(db, termId, moment).map(({ id }) => id)

export const memberView = (db: Reader, id: string): Member => marked(theMember(db, id))

export const theMember = (db: Reader, id: string): MemberRow =>
  found(db.get(rosterSql.member, { id }), 'member')
