import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '../../../shared/contract/roster.ts'
import {
  refusal,
  testKernel,
  value,
  withBody,
  withSitting,
  type TestKernel,
} from '../../../test/builders/kernel.ts'

let own: TestKernel
let ids: string[]
beforeEach(async () => {
  own = testKernel()
  ids = await withBody(own, { count: 8, seats: 29 })
})
afterEach(() => own.dispose())

const members = async (): Promise<Member[]> => value(await own.client.roster.members({}))
const add = (facts: { name: string; kind?: 'chair' | 'ordinary'; endsAt?: string }) =>
  own.client.roster.saveMember({
    rev: 0,
    kind: facts.kind ?? 'ordinary',
    startsOn: '2024-01-10',
    name: facts.name,
    ...(facts.endsAt ? { endsAt: facts.endsAt, endReason: 'resignation' as const } : {}),
  })

describe('a member', () => {
  it('is kept with a bare name and the note of the person', async () => {
    const facts = { rev: 0, kind: 'ordinary' as const, startsOn: '2024-01-10' }
    const made = value(
      await own.client.roster.saveMember({ ...facts, name: '买合木提•吐尔逊', note: '分管农业' }),
    )
    expect(made).toMatchObject({ name: '买合木提·吐尔逊', note: '分管农业' })
  })

  it('in office already is refused a second time under the same name', async () => {
    const name = (await members())[6]?.name ?? ''
    expect(refusal(await add({ name })).fields?.['name']?.key).toBe('roster.alreadyMember')
  })

  it('may come back after an earlier office ended', async () => {
    value(await add({ name: '归来者', endsAt: '2025-01-31' }))
    value(await add({ name: '归来者' }))
    expect((await members()).filter((one) => one.name === '归来者')).toHaveLength(2)
  })

  it('may be somebody the ledger knows, who stays one person', async () => {
    const held = { postName: '临江市财政局局长', fromOn: '2020-01-10' }
    const name = '甘露生'
    const { personId } = value(
      await own.client.ledger.saveTenure({ rev: 0, personName: name, ...held }),
    )
    const facts = { rev: 0, personId, kind: 'ordinary' as const, startsOn: '2026-01-10' }
    const other = await own.client.roster.saveMember({ ...facts, name: '甘露声' })
    expect(refusal(other).fields?.['name']?.key).toBe('roster.otherPerson')
    const member = value(await own.client.roster.saveMember({ ...facts, name, sex: 'male' }))
    expect(member).toMatchObject({ personId, sex: 'male' })
    const { tenures } = value(await own.client.ledger.person({ personId }))
    expect(tenures.map(({ source }) => source)).toEqual(['entered', 'member'])
    const namesake = value(await add({ name: '归来者' }))
    expect(namesake.personId).not.toBe(personId)
  })

  it('whose office ended needs the reason, and an end after the start', async () => {
    const facts = { rev: 0, name: '某人', kind: 'ordinary' as const, startsOn: '2024-01-10' }
    const bare = await own.client.roster.saveMember({ ...facts, endsAt: '2025-01-31' })
    expect(refusal(bare).fields?.['endReason']?.key).toBe('roster.reasonMissing')
    const early = { ...facts, endsAt: '2023-12-31', endReason: 'died' as const }
    expect(refusal(await own.client.roster.saveMember(early)).fields?.['endsAt']?.key).toBe(
      'roster.endsBeforeStart',
    )
  })

  it('entered by mistake can be removed, one named in a record cannot', async () => {
    const made = value(await add({ name: '误录者' }))
    value(await own.client.roster.removeMember({ id: made.id, rev: made.rev }))
    expect((await members()).map((one) => one.name)).not.toContain('误录者')
    await withSitting(own, ids)
    const kept = (await members())[0]
    const answer = await own.client.roster.removeMember({ id: kept?.id ?? '', rev: kept?.rev ?? 0 })
    expect(refusal(answer).message?.key).toBe('roster.memberInUse')
  })
})

describe('«全体组成人员»', () => {
  it('is asked for a moment: a last day counts whole, a moment ends it there and then', async () => {
    value(await add({ name: '按日离任', endsAt: '2026-11-20' }))
    value(await add({ name: '按时离任', endsAt: '2026-11-20T10:24:00' }))
    const at = async (moment: string): Promise<number> =>
      value(await own.client.roster.membership({ at: moment })).inOffice
    expect(await at('2026-11-20T10:23:59')).toBe(10)
    expect(await at('2026-11-20T10:24:00')).toBe(9)
    expect(await at('2026-11-21T00:00:00')).toBe(8)
    expect(await at('2021-12-31T12:00:00')).toBe(0)
  })

  it('leaves vacancies against the seats', async () => {
    expect(value(await own.client.roster.membership({}))).toMatchObject({
      seats: 29,
      inOffice: 8,
      vacancies: 21,
    })
  })
})

describe('manual places', () => {
  it('are given in one step with one journal entry, before rank and strokes; null takes them back', async () => {
    const before = await members()
    const last = before.at(-1)
    const entries = value(await own.client.journal.entries({})).length
    const first = { id: last?.id ?? '', rev: last?.rev ?? 0, place: 1 }
    const after = value(await own.client.roster.placeMembers({ places: [first] }))
    expect(after[5]?.id).toBe(last?.id)
    expect(value(await own.client.journal.entries({})).length).toBe(entries + 1)
    const back = { ...first, rev: first.rev + 1, place: null }
    const again = value(await own.client.roster.placeMembers({ places: [back] }))
    expect(again.map((one) => one.id)).toEqual(before.map((one) => one.id))
  })

  it('with one stale member change nobody', async () => {
    const [, , , , , sixth, seventh] = await members()
    const places = [
      { id: sixth?.id ?? '', rev: sixth?.rev ?? 0, place: 2 },
      { id: seventh?.id ?? '', rev: 99, place: 1 },
    ]
    expect(refusal(await own.client.roster.placeMembers({ places })).code).toBe('conflict')
    expect((await members()).every((one) => one.orderOverride === null)).toBe(true)
  })
})

describe('finding people', () => {
  it('goes by characters, initials and full pinyin', async () => {
    value(await add({ name: '曾单解' }))
    for (const text of ['曾单', 'zsx', 'zengshan'])
      expect(value(await own.client.roster.find({ text })).map((one) => one.name)).toContain(
        '曾单解',
      )
  })
})
