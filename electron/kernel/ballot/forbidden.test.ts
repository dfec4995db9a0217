import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Act } from '../../../shared/contract/appointment.ts'
import type { Question } from '../../../shared/contract/ballot.ts'
import { chamber, sides, type Hall } from '../../../test/builders/chamber.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'
import { checkingSql } from '../appointment/checking-sql.ts'
import type { WriteContext } from '../dispatch.ts'
import { createWriter, type Bind, type Select } from '../store/sql.ts'
import { checkQuestions } from './opening.ts'
import { theQuestionRow } from './queries.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall

beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
})
afterEach(() => own.dispose())

const post = '临江市中级人民法院审判员'
const names = ['审甲', '审乙', '审丙']

/** Judges, each under a nomination of its own, so that one of them can go wrong alone. */
const judges = async (): Promise<Act[]> => {
  const found: Act[] = []
  for (const personName of names) {
    const nominator = `${personName}的提请人`
    const who = { nominator, nominatorKind: 'court-president' as const }
    const { id: nominationId } = value(
      await own.client.appointment.saveNomination({ rev: 0, itemId: place.itemId, ...who }),
    )
    const acts = [{ act: 'appoint' as const, verb: '任命', personName, post }]
    found.push(...value(await own.client.appointment.addActs({ nominationId, acts })).acts)
  }
  return found
}

/** The act's nomination comes to be one of the mayor's, who may not nominate judges. */
const wrong = async ({ nominationId: id }: Act): Promise<void> => {
  const all = value(await own.client.appointment.nominations(place))
  const { rev = 0 } = all.find((one) => one.id === id) ?? {}
  const who = { nominator: '市长', nominatorKind: 'government-head' as const }
  value(await own.client.appointment.saveNomination({ id, rev, itemId: place.itemId, ...who }))
}

/** The ledger comes to know that somebody is a judge already: a warning. */
const already = async (personName: string): Promise<void> => {
  const facts = { rev: 0, personName, postName: post, fromOn: '2023-03-01' }
  value(await own.client.ledger.saveTenure(facts))
}

const ask = async (acts: readonly Act[], manner: 'individually' | 'merged'): Promise<Question[]> =>
  room.askActs(
    place,
    acts.map(({ id }) => id),
    manner,
  )
const out = ({ id: questionId, rev }: Question, act: Act | undefined, goPast?: string) =>
  own.client.ballot.takeOut({
    questionId,
    rev,
    actIds: [act?.id ?? ''],
    ...(goPast ? { goPast } : {}),
  })
const kept = async () =>
  value(await own.client.appointment.findings(place)).filter(({ override }) => override !== null)

describe('what the law has come to forbid since the asking', () => {
  it('keeps a paper of several lines closed for the sake of one, and the others open without it', async () => {
    const acts = await judges()
    const asked = await ask(acts, 'individually')
    await wrong(acts[1] as Act)
    const paper = (questions: Question[]) =>
      own.client.ballot.openSheet({
        questionIds: questions.map(({ id }) => id),
        sittingId: place.sittingId,
      })
    expect(room.key(await paper(asked))).toBe('rules.appoint.nominator')
    expect(value(await own.client.ballot.sheets(place))).toEqual([])
    const left = asked.filter(({ actIds }) => !actIds.includes(acts[1]?.id ?? ''))
    expect(value(await paper(left)).votes).toHaveLength(2)
  })

  it('is asked once for all lines of a paper', async () => {
    const asked = await ask(await judges(), 'individually')
    const file = new Database(own.file, { readonly: true })
    const db = createWriter(file)
    const read: string[] = []
    const all = <P extends Bind, R>(statement: Select<P, R>, params: P) => {
      read.push(statement.text)
      return db.all(statement, params)
    }
    const ctx = { db: { ...db, all }, moment: '2026-11-26T09:10:00' } as WriteContext
    const rows = asked.map(({ id }) => theQuestionRow(ctx.db, id))
    checkQuestions(ctx, place.sessionId, rows, 'secret-paper')
    file.close()
    expect(read.filter((text) => text === checkingSql.people.text)).toHaveLength(1)
  })

  it('holds one of several back: the question is dropped, the others go on, it waits for another day', async () => {
    const acts = await judges()
    const [first, second, third] = acts as [Act, Act, Act]
    const [merged] = await ask(acts, 'merged')
    if (!merged) throw new Error('one question expected')
    await wrong(second)
    expect(room.key(await room.opening(place, merged))).toBe('rules.appoint.nominator')
    const { id, rev } = second
    const deferring = () => own.client.appointment.deferAct({ id, rev, reason: '更换提请人' })
    expect(room.key(await deferring())).toBe('appointment.alreadyAsked')
    value(await own.client.ballot.drop({ id: merged.id, rev: merged.rev }))
    expect(value(await deferring()).outcome).toBe('deferred')
    const [rest] = await ask([first, third], 'merged')
    if (!rest) throw new Error('one question expected')
    await room.lock(await room.open(place, rest), sides(31))
    const all = value(await own.client.appointment.nominations(place)).flatMap((one) => one.acts)
    expect(all.map(({ outcome }) => outcome)).toEqual(['passed', 'deferred', 'passed'])
  })

  it('does not hold up a second round of what was asked and is lawful', async () => {
    const [act] = await judges()
    const [question] = await ask([act as Act], 'individually')
    if (!question) throw new Error('one question expected')
    const { id: voteId, rev } = await room.open(place, question)
    value(await own.client.ballot.void({ voteId, rev, reason: '设备故障' }))
    await wrong(act as Act)
    expect(room.key(await room.opening(place, question))).toBe('rules.appoint.nominator')
    const [nomination] = value(await own.client.appointment.nominations(place))
    const { id = '', rev: at = 0, itemId = '', nominator = '' } = nomination ?? {}
    const right = { nominator, nominatorKind: 'court-president' as const }
    value(await own.client.appointment.saveNomination({ id, rev: at, itemId, ...right }))
    expect((await room.open(place, question)).round).toBe(2)
  })
})

describe('an act taken out of a question', () => {
  it('is refused in the words of what forbids it, and no reason goes past it', async () => {
    const acts = await judges()
    const [merged] = await ask(acts, 'merged')
    if (!merged) throw new Error('one question expected')
    await wrong(acts[1] as Act)
    expect(room.key(await out(merged, acts[1]))).toBe('rules.appoint.nominator')
    expect(room.key(await out(merged, acts[1], '主任会议同意'))).toBe('rules.appoint.nominator')
    const [still] = value(await own.client.ballot.questions(place))
    expect(still).toMatchObject({ actIds: merged.actIds, rev: merged.rev })
    // What forbids one of them does not keep another in.
    expect(value(await out(merged, acts[0]))).toHaveLength(2)
  })

  it('asks once for the reason of a warning that came since, and keeps it', async () => {
    const acts = await judges()
    const [merged] = await ask(acts, 'merged')
    if (!merged) throw new Error('one question expected')
    await already('审乙')
    const open = refusal(await out(merged, acts[1]))
    expect(open.message).toEqual({ key: 'appointment.findingsOpen', params: { count: 1 } })
    expect(open.fields?.['findings.0']?.key).toBe('rules.appoint.already-held')
    expect(await kept()).toEqual([])
    const [rest, alone] = value(await out(merged, acts[1], '台账重复，会后更正'))
    expect((await kept()).map(({ actIds, override }) => [actIds, override?.reason])).toEqual([
      [[acts[1]?.id], '台账重复，会后更正'],
    ])
    expect(rest?.actIds).toEqual([acts[0]?.id, acts[2]?.id])
    if (!alone) throw new Error('two questions expected')
    // Dropped and asked anew it is not asked for again.
    value(await own.client.ballot.drop({ id: alone.id, rev: alone.rev }))
    expect(await ask(acts.slice(1, 2), 'individually')).toHaveLength(1)
  })

  it('is not asked for a reason given before', async () => {
    await already('审乙')
    const acts = await judges()
    const actIds = acts.map(({ id }) => id)
    const [merged] = await room.askActs(place, actIds, 'merged', '台账重复，会后更正')
    if (!merged) throw new Error('one question expected')
    expect(value(await out(merged, acts[1]))).toHaveLength(2)
  })
})

it('a warning gone past that has come to name somebody else is asked for again', async () => {
  value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
  const head = { postName: '临江市财政局局长', fromOn: '2022-03-01' }
  const tenure = { rev: 0, ...head, personName: '旧任' }
  const first = value(await own.client.ledger.saveTenure(tenure))
  const ids = await room.acts(place, [
    { verb: '决定任命', personName: '新任', post: head.postName },
  ])
  const [question] = await room.askActs(place, ids, 'individually', '另案免职')
  if (!question) throw new Error('one question expected')
  value(await own.client.ballot.drop({ id: question.id, rev: question.rev }))
  const again = { itemId: place.itemId, actIds: ids, manner: 'individually' as const }
  const { id, rev } = first
  value(await own.client.ledger.removeTenure({ id, rev }))
  value(await own.client.ledger.saveTenure({ ...tenure, personName: '代任' }))
  const open = refusal(await own.client.ballot.askActs(again))
  expect(open.fields?.['findings.0']?.params).toMatchObject({ holders: '代任' })
  value(await own.client.ballot.askActs({ ...again, goPast: '另案免职' }))
  expect((await kept()).map(({ message }) => message.params?.holders)).toEqual(['代任'])
})
