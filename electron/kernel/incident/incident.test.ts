import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Incident } from '../../../shared/contract/incident.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
let sessionId: string
let sittingId: string

beforeEach(async () => {
  own = testKernel()
  const places = await withSitting(own, await withBody(own))
  sittingId = places.sittingId
  sessionId = places.sessionId
})
afterEach(() => own.dispose())

const device = { kind: 'device' as const, text: '表决器主机无响应，改用举手表决。' }
const note = async (facts: Partial<Parameters<typeof own.client.incident.note>[0]> = {}) =>
  own.client.incident.note({ sittingId, ...device, ...facts })
const list = async (): Promise<Incident[]> => value(await own.client.incident.list({ sittingId }))

/** An open round of a question on an item. */
const openRound = async (): Promise<string> => {
  const facts = { rev: 0, sessionId, kind: 'bill' as const, title: '条例（草案）' }
  const item = value(await own.client.session.saveItem(facts))
  const asked = { itemId: item.id, kind: 'bill' as const, title: '条例（草案）' }
  const question = value(await own.client.ballot.ask(asked))
  return value(await own.client.ballot.open({ questionId: question.id, sittingId })).id
}

it('keeps what happened with its time and who noted it', async () => {
  own.at('2026-11-26T10:15:20')
  expect(value(await note())).toEqual({
    id: expect.any(String) as string,
    sittingId,
    at: '2026-11-26T10:15:20',
    ...device,
    voteId: null,
    operator: '经办人',
    correctsId: null,
    correctedBy: null,
  })
})

it('lists in order of time, also what was noted later', async () => {
  own.at('2026-11-26T10:15:00')
  value(await note())
  value(await note({ kind: 'order', text: '旁听席有人喧哗。', at: '2026-11-26T09:40:00' }))
  expect((await list()).map(({ kind }) => kind)).toEqual(['order', 'device'])
})

it('notes the very same thing once', async () => {
  const first = value(await note())
  expect(value(await note())).toEqual(first)
  expect(await list()).toHaveLength(1)
  // Put right since, it stands no more: said again it is news.
  value(await note({ text: '另一种说法。', correctsId: first.id }))
  expect(value(await note()).id).not.toBe(first.id)
  expect(await list()).toHaveLength(3)
})

it('refuses a moment still to come and an empty text', async () => {
  expect(refusal(await note({ at: '2026-11-26T23:00:00' })).message?.key).toBe('incident.future')
  expect(refusal(await note({ text: '  ' })).fields).toHaveProperty('text')
})

it('puts a note right by another, and both stay to be read', async () => {
  const first = value(await note({ at: '2026-11-26T09:05:00' }))
  own.at('2026-11-26T10:00:00')
  const text = '表决器主机断电，改用举手表决。'
  const second = value(await note({ text, correctsId: first.id }))
  expect(second).toMatchObject({ at: '2026-11-26T09:05:00', correctsId: first.id })
  expect(await list()).toEqual([{ ...first, correctedBy: second.id }, second])
  expect(value(await note({ text, correctsId: first.id }))).toEqual(second)
  const late = await note({ text: '又一说法', correctsId: first.id })
  expect(refusal(late).message?.key).toBe('incident.correctedAlready')
})

it('goes with a round of its own sitting alone, and a correction keeps it', async () => {
  const voteId = await openRound()
  const first = value(await note({ voteId }))
  const second = value(await note({ text: '主机断电', correctsId: first.id }))
  expect(second.voteId).toBe(voteId)
  const third = value(await note({ text: '与表决无关', correctsId: second.id, voteId: null }))
  expect(third.voteId).toBeNull()
  const facts = { rev: 0, sessionId, kind: 'joint' as const, startsAt: '2026-11-26T14:00:00' }
  const other = value(await own.client.session.saveSitting(facts)).id
  const answer = await note({ sittingId: other, voteId })
  expect(refusal(answer).message?.key).toBe('incident.voteElsewhere')
  expect(refusal(await note({ sittingId: other, correctsId: first.id })).code).toBe('not_found')
})

it('cannot be changed or deleted in the file itself', async () => {
  value(await note())
  await own.kernel.close()
  const db = new Database(own.file)
  expect(() => db.exec("UPDATE incident SET text = 'x'")).toThrow('stands as it was noted')
  expect(() => db.exec('DELETE FROM incident')).toThrow('stands as it was noted')
  db.close()
})

it('keeps its sitting from being removed, and takes no note once the session is closed', async () => {
  const facts = { rev: 0, sessionId, kind: 'joint' as const, startsAt: '2026-11-26T14:00:00' }
  const { id, rev } = value(await own.client.session.saveSitting(facts))
  value(await note({ sittingId: id, kind: 'network', text: '试机时网络中断。' }))
  expect(refusal(await own.client.session.removeSitting({ id, rev })).message?.key).toBe(
    'session.sittingInUse',
  )
  const { sittings } = value(await own.client.session.get({ id: sessionId }))
  const open = sittings.find((one) => one.id === sittingId)
  const over = { id: sittingId, rev: open?.rev ?? 0, state: 'adjourned' as const }
  value(await own.client.session.setSittingState(over))
  const { rev: whole } = value(await own.client.session.get({ id: sessionId }))
  value(await own.client.session.setState({ id: sessionId, rev: whole, state: 'closed' }))
  expect(refusal(await note()).message?.key).toBe('session.closed')
})
