import Database from 'better-sqlite3'
import type { Tenure } from '../../shared/contract/ledger.ts'
import type { Member } from '../../shared/contract/roster.ts'
import type { UniteField, UniteSide } from '../../shared/contract/uniting.ts'
import { value, type TestKernel } from './kernel.ts'

type Entry = {
  name: string
  sex: string | null
  birth: string | null
  nationality: string | null
  deputy: number | null
  note: string
}
type Held = {
  postName: string
  fromOn: string | null
  toOn?: string
  acting?: boolean
  note?: string
}
type Seat = { startsOn: string; endsAt?: string }

export type Doubles = ReturnType<typeof doubles>

/** One human being entered twice, as it comes about, and what is known of either entry. */
export const doubles = (own: TestKernel) => {
  const { client, file } = own
  const onFile = <T>(act: (db: Database.Database) => T): T => {
    const db = new Database(file)
    try {
      return act(db)
    } finally {
      db.close()
    }
  }
  let made = 0

  /** `count` entries of one name with nothing known of them. */
  const entries = async (name: string, count = 2): Promise<[string, string]> =>
    onFile((db) => {
      const add = db.prepare(`INSERT INTO person (id, name, note, rev) VALUES (?, ?, '', 1)`)
      const ids = Array.from({ length: count }, () => `entry-${(made += 1)}`)
      for (const id of ids) add.run(id, name)
      return [ids[0] ?? '', ids[1] ?? '']
    })

  /** Says something of an entry, as forms and sheets do. */
  const say = (id: string, facts: Partial<Entry>): void =>
    onFile((db) => {
      for (const [field, said] of Object.entries(facts))
        db.prepare(`UPDATE person SET ${field} = ?, rev = rev + 1 WHERE id = ?`).run(said, id)
    })

  const entry = (id: string): Entry | undefined =>
    onFile((db) => db.prepare<[string], Entry>('SELECT * FROM person WHERE id = ?').get(id))

  const hold = async (personId: string, personName: string, held: Held): Promise<Tenure> => {
    const end = held.toOn === undefined ? {} : { endReason: 'removed' as const }
    return value(await client.ledger.saveTenure({ rev: 0, personId, personName, ...end, ...held }))
  }

  /** A seat of the roster, its end far off: two of one name without an end are refused there. */
  const seat = async (personId: string, name: string, held: Seat): Promise<Member> => {
    const facts = { rev: 0, personId, name, kind: 'ordinary' as const }
    const end = { endsAt: '2030-01-01', endReason: 'resignation' as const }
    return value(await client.roster.saveMember({ ...facts, ...end, ...held }))
  }

  /** Other days of a seat. */
  const reseat = async ({ id }: Member, changed: Partial<Seat>): Promise<Member> => {
    const known = value(await client.roster.members({})).find((one) => one.id === id)
    if (!known) throw new Error(`no member ${id}`)
    const { rev, name, sex, nationality, note, kind, rank, startsOn, endsAt, endReason } = known
    const facts = { id, rev, name, sex, nationality, note, kind, rank, startsOn, endsAt, endReason }
    return value(await client.roster.saveMember({ ...facts, ...changed }))
  }

  /** Says which of them an act is about. */
  const tie = async ({ sessionId }: { sessionId: string }, actId: string, personId: string) => {
    const nominations = value(await client.appointment.nominations({ sessionId }))
    const act = nominations.flatMap(({ acts }) => acts).find(({ id }) => id === actId)
    return value(await client.appointment.tieAct({ id: actId, rev: act?.rev ?? 0, personId }))
  }

  const preview = async (staysId: string, goesId: string) =>
    value(await client.ledger.unitePreview({ staysId, goesId }))
  /** As shown just now, with what was chosen. */
  const uniting = async (
    staysId: string,
    goesId: string,
    chosen: Partial<Record<UniteField, UniteSide>> = {},
  ) => {
    const { token } = await preview(staysId, goesId)
    return client.ledger.unitePersons({ taskId: 'unite', staysId, goesId, token, chosen })
  }
  const unite = async (...given: Parameters<typeof uniting>) => value(await uniting(...given))

  return { entries, say, entry, hold, seat, reseat, tie, preview, uniting, unite }
}
