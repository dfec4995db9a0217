import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'
import { doubles, type Doubles } from '../../../test/builders/doubles.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
let two: Doubles
beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
  two = doubles(own)
})
afterEach(() => own.dispose())

const name = '江一帆'
const bureau = '临江市财政局局长'
const judge = '临江市中级人民法院审判员'

const pass = async (actId: string) => {
  const [question] = await room.askActs(place, [actId], 'individually', '材料会后补齐')
  if (!question) throw new Error('question expected')
  return room.decided(place, question)
}

describe('what follows from votes and ends', () => {
  const president = '临江市中级人民法院副院长'
  const oaths = async () =>
    value(await own.client.formality.ofSession({ sessionId: place.sessionId })).formalities.filter(
      ({ kind }) => kind === 'oath',
    )
  const passed = async (stays: string, goes: string) => {
    const [one = '', other = ''] = await room.acts(place, [
      { personName: name, post: judge },
      { personName: name, post: president },
    ])
    await two.tie(place, one, stays)
    await two.tie(place, other, goes)
    await pass(one)
    await pass(other)
    return [one, other]
  }

  it('asks one person for one oath, and marks one that was taken for less', async () => {
    const [stays, goes] = await two.entries(name)
    const acts = await passed(stays, goes)
    const [due] = await oaths()
    const changes = [{ id: due?.id ?? '', rev: due?.rev ?? 0 }]
    value(await own.client.formality.settle({ changes, state: 'done', doneOn: '2026-11-26' }))
    expect(await oaths()).toHaveLength(2)
    await two.unite(stays, goes)
    expect(await oaths()).toMatchObject([{ id: due?.id, state: 'done', doubt: 'changed' }])
    expect((await oaths())[0]?.actIds.toSorted()).toEqual(acts.toSorted())
  })

  it('asks for nothing anew where a session from before the ledger asked for nothing', async () => {
    const [stays, goes] = await two.entries(name)
    await passed(stays, goes)
    const db = new Database(own.file)
    db.exec('DELETE FROM formalityAct; DELETE FROM formality')
    db.close()
    await two.unite(stays, goes)
    expect(await oaths()).toEqual([])
  })

  it('keeps what a hand has seen to of one end entered twice', async () => {
    const [stays, goes] = await two.entries(name)
    for (const id of [stays, goes]) {
      const held = await two.hold(id, name, { postName: bureau, fromOn: '2024-03-04' })
      const died = { id: held.id, rev: held.rev, on: '2026-11-20', cause: 'died' as const }
      value(await own.client.ledger.endTenure(died))
    }
    const ends = async () =>
      [
        ...value(await own.client.formality.due({})),
        ...value(await own.client.formality.settled({})),
      ].filter(({ ended }) => ended)
    const { tenures } = value(await own.client.ledger.person({ personId: goes }))
    const seen = (await ends()).find(({ ended }) => ended?.tenureId === tenures[0]?.id)
    const changes = [{ id: seen?.id ?? '', rev: seen?.rev ?? 0 }]
    value(await own.client.formality.settle({ changes, state: 'done', doneOn: '2026-11-25' }))
    const before = await ends()
    await two.unite(stays, goes)
    const after = await ends()
    expect(after).toHaveLength(before.length / 2)
    const left = value(await own.client.ledger.person({ personId: stays })).tenures
    expect(left).toHaveLength(1)
    expect(new Set(after.map(({ ended }) => ended?.tenureId))).toEqual(new Set([left[0]?.id]))
    expect(after).toContainEqual(
      expect.objectContaining({ id: seen?.id, state: 'done', doubt: null }),
    )
  })

  it('writes on the record what was seen to of both, as one of each stays', async () => {
    const [stays, goes] = await two.entries(name)
    for (const id of [stays, goes]) {
      const held = await two.hold(id, name, { postName: bureau, fromOn: '2024-03-04' })
      const died = { id: held.id, rev: held.rev, on: '2026-11-20', cause: 'died' as const }
      value(await own.client.ledger.endTenure(died))
    }
    const ends = value(await own.client.formality.due({})).filter(({ ended }) => ended)
    for (const [at, { id, rev }] of ends.entries()) {
      const done = { state: 'done' as const, doneOn: '2026-11-25', number: `临人常〔2026〕${at}号` }
      value(await own.client.formality.settle({ changes: [{ id, rev }], ...done }))
    }
    await two.unite(stays, goes)
    const stay = value(await own.client.formality.settled({})).filter(({ ended }) => ended)
    const [entry] = value(await own.client.journal.entries({}))
    const { gone } = JSON.parse(entry?.payload ?? '') as { gone: { number: string }[] }
    expect(new Set([...stay, ...gone].map(({ number }) => number)).size).toBe(ends.length)
  })

  it('keeps an oath that was taken, and what follows from a death', async () => {
    const [stays, goes] = await two.entries(name)
    const [actId = ''] = await room.acts(place, [{ personName: name, post: judge }])
    await two.tie(place, actId, goes)
    await pass(actId)
    const { sessionId } = place
    const oath = async () =>
      value(await own.client.formality.ofSession({ sessionId })).formalities.filter(
        ({ kind }) => kind === 'oath',
      )
    const [due] = await oath()
    const changes = [{ id: due?.id ?? '', rev: due?.rev ?? 0 }]
    value(await own.client.formality.settle({ changes, state: 'done', doneOn: '2026-11-26' }))
    const held = await two.hold(goes, name, { postName: bureau, fromOn: '2024-03-04' })
    const died = { id: held.id, rev: held.rev, on: '2026-11-20', cause: 'died' as const }
    value(await own.client.ledger.endTenure(died))
    const ends = value(await own.client.formality.due({})).filter(({ ended }) => ended)
    expect((await two.preview(stays, goes)).moves).toContainEqual({
      what: 'formalities',
      count:
        value(await own.client.formality.ofSession({ sessionId })).formalities.length + ends.length,
    })
    await two.unite(stays, goes)
    expect(await oath()).toMatchObject([{ id: due?.id, state: 'done', doubt: null }])
    const after = value(await own.client.formality.due({})).filter(({ ended }) => ended)
    expect(after.map(({ id, ended }) => [id, ended?.tenureId])).toEqual(
      ends.map(({ id }) => [id, held.id]),
    )
  })
})
