import { afterEach, describe, expect, it } from 'vitest'
import type { SignedKind } from '../../../shared/contract/session.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
let sessionId: string
let members: string[]

/** A body of a level with so many members, 2026-11-20 at nine o'clock, and a session to come. */
const set = async (level: 'city' | 'county', count: number): Promise<void> => {
  own = testKernel()
  own.at('2026-11-20T09:00:00')
  members = await withBody(own, { count, seats: 31 })
  if (level === 'county') {
    const body = value(await own.client.body.get({}))
    if (!body) throw new Error('no body')
    const { name, shortName, rev, term } = body
    const { number, seats, startsOn } = term
    const facts = { name, shortName, level, rev, term: { number, seats, startsOn } }
    value(await own.client.body.save(facts))
  }
  const day = { startsOn: '2026-11-26', endsOn: '2026-11-26' }
  sessionId = value(await own.client.session.save({ rev: 0, number: 20, ...day })).id
}
afterEach(() => own.dispose())

const put = (kind: SignedKind, signatories: number, at?: string) =>
  own.client.session.saveItem({
    rev: 0,
    sessionId,
    kind: kind === 'dismissal' ? 'dismissal' : 'other',
    title: '关于某事项的议案',
    signed: { kind, signatories, ...(at ? { at } : {}) },
  })

describe('a signed motion', () => {
  it.each([
    ['county', 'motion', 2, 3],
    ['city', 'inquiry', 4, 5],
  ] as const)('case 43: in a %s a %s by %i is refused, %i are needed', async (...row) => {
    const [level, kind, signatories, needed] = row
    await set(level, 30)
    expect(refusal(await put(kind, signatories)).fields?.['signed']).toMatchObject({
      key: `rules.cosigners.${kind}`,
      params: { needed, signatories },
    })
    expect(value(await own.client.session.get({ id: sessionId })).items).toEqual([])
    expect(value(await put(kind, needed)).signed).toMatchObject({ kind, needed })
  })

  it('case 44: three in a county are enough, and the council may still decline to put it', async () => {
    await set('county', 30)
    const item = value(await put('motion', 3))
    const reason = '内容属于政府职权，已向提案人说明'
    const declined = value(
      await own.client.session.declineItem({ id: item.id, rev: item.rev, reason }),
    )
    expect(declined).toMatchObject({
      state: 'declined',
      declined: { reason, at: '2026-11-20T09:00:00' },
    })
    const asked = await own.client.ballot.ask({ itemId: item.id, kind: 'bill', title: '甲' })
    expect(refusal(asked).message).toMatchObject({ key: 'session.itemDeclined' })
    const { id, rev } = declined
    const back = value(await own.client.session.setItemState({ id, rev, state: 'pending' }))
    expect(back).toMatchObject({ state: 'pending', declined: null, signed: { signatories: 3 } })
  })

  it('case 44: an inquiry is answered and cannot be declined, nor an item nobody signed', async () => {
    await set('city', 30)
    const inquiry = value(await put('inquiry', 5))
    const plain = value(
      await own.client.session.saveItem({ rev: 0, sessionId, kind: 'bill', title: '乙' }),
    )
    for (const { id, rev } of [inquiry, plain]) {
      const answer = await own.client.session.declineItem({ id, rev, reason: '不提请' })
      expect(refusal(answer).message?.key).toBe('session.notDeclinable')
    }
  })

  it('case 45: six of 31 are too few to move a dismissal, six of 30 are enough', async () => {
    await set('city', 31)
    expect(refusal(await put('dismissal', 6)).fields?.['signed']?.params).toMatchObject({
      needed: 7,
      base: 31,
      signatories: 6,
    })
    await own.dispose()
    await set('city', 30)
    expect(value(await put('dismissal', 6)).signed).toMatchObject({ base: 30, needed: 6 })
  })

  it('case 46: the members of the moment it was put forward count, and that moment is kept', async () => {
    await set('city', 31)
    const item = value(await put('dismissal', 7))
    const leaving = value(await own.client.roster.members({})).find(({ id }) => id === members[30])
    if (!leaving) throw new Error('no member')
    const { id, rev, name, kind, startsOn } = leaving
    const office = { id, rev, name, kind, startsOn }
    own.at('2026-11-21T10:00:00')
    value(
      await own.client.roster.saveMember({
        ...office,
        endsAt: '2026-11-21T09:30:00',
        endReason: 'resignation',
      }),
    )
    const kept = value(await own.client.session.get({ id: sessionId })).items[0]
    expect(kept?.signed).toEqual({
      kind: 'dismissal',
      signatories: 7,
      base: 31,
      needed: 7,
      at: '2026-11-20T09:00:00',
    })
    expect(value(await put('dismissal', 6)).signed).toMatchObject({ base: 30, needed: 6 })
    const before = await put('dismissal', 6, '2026-11-21T09:00:00')
    expect(refusal(before).fields?.['signed']?.params).toMatchObject({ base: 31, needed: 7 })
    const again = { id: item.id, rev: item.rev, sessionId, kind: item.kind, title: '改题' }
    expect(value(await own.client.session.saveItem(again)).signed).toEqual(kept?.signed)
  })

  it('a moment that is still to come is refused', async () => {
    await set('city', 30)
    const answer = await put('motion', 5, '2026-11-20T09:00:01')
    expect(refusal(answer).fields?.['signed']?.key).toBe('session.signedLater')
  })
})
