import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'
import { canonical } from './journal.ts'

let own: TestKernel
beforeEach(() => {
  own = testKernel()
})
afterEach(() => own.dispose())

/** Changes the file behind the program's back, as somebody with a database tool would. */
const tamper = async (sql: string): Promise<void> => {
  await own.kernel.close()
  const db = new Database(own.file)
  db.exec('DROP TRIGGER journalFixed; DROP TRIGGER journalKept;')
  db.exec(sql)
  db.close()
  own.reopen()
}

const verify = async (): Promise<number | null> =>
  value(await own.client.journal.verify({ taskId: 'v' })).broken

describe('tampering is found, and the first broken entry named', () => {
  beforeEach(async () => {
    await withBody(own, { count: 10 })
  })
  it.each([
    ['a changed payload', `UPDATE journal SET payload = '{}' WHERE seq = 5`, 5],
    ['a changed operator', `UPDATE journal SET operator = '别人' WHERE seq = 3`, 3],
    ['a changed time', `UPDATE journal SET at = at + 1 WHERE seq = 7`, 7],
    ['a removed entry', `DELETE FROM journal WHERE seq = 6`, 6],
    ['a removed first entry', `DELETE FROM journal WHERE seq = 1`, 1],
    ['a forged hash', `UPDATE journal SET hash = printf('%064d', 0) WHERE seq = 4`, 4],
  ])('%s', async (_what, sql, broken) => {
    await tamper(sql)
    expect(await verify()).toBe(broken)
  })
})

describe('a locked vote seals the journal', () => {
  it('so that cutting off its tail is found too', async () => {
    const members = await withBody(own)
    const { sessionId, sittingId } = await withSitting(own, members)
    const item = value(
      await own.client.session.saveItem({ rev: 0, sessionId, kind: 'bill', title: '某项决定' }),
    )
    const question = value(
      await own.client.ballot.ask({ itemId: item.id, kind: 'bill', title: '某项决定' }),
    )
    const vote = value(await own.client.ballot.open({ questionId: question.id, sittingId }))
    const tally = { for: 31, against: 0, abstain: 0 }
    const locked = value(await own.client.ballot.lock({ voteId: vote.id, rev: vote.rev, tally }))
    expect(await verify()).toBeNull()
    const seq = locked.seal?.seq ?? 0
    await tamper(`DELETE FROM journal WHERE seq >= ${seq}`)
    expect(await verify()).toBe(seq)
  })
})

describe('the file itself', () => {
  it('refuses to change or delete an entry', async () => {
    await withBody(own, { count: 1 })
    await own.kernel.close()
    const db = new Database(own.file)
    expect(() => db.exec(`UPDATE journal SET operator = 'x'`)).toThrow(/append-only/)
    expect(() => db.exec('DELETE FROM journal')).toThrow(/append-only/)
    db.close()
  })
})

describe('canonical JSON', () => {
  it('gives equal bytes for equal facts whatever the order of keys', () => {
    expect(canonical({ b: [{ y: 1, x: 2 }], a: '中' })).toBe('{"a":"中","b":[{"x":2,"y":1}]}')
    expect(canonical({ a: '中', b: [{ x: 2, y: 1 }] })).toBe(
      canonical({ b: [{ y: 1, x: 2 }], a: '中' }),
    )
  })
})
