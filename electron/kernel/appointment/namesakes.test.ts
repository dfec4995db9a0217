import { afterEach, beforeEach, expect, it } from 'vitest'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
})
afterEach(() => own.dispose())

const judge = '临江市中级人民法院审判员'

/** Two people of one name, neither of them in the committee any more. */
const namesakes = async (personName: string): Promise<string[]> => {
  const post = { rev: 0, personName, postName: judge, fromOn: '2021-04-05' }
  const first = value(await own.client.ledger.saveTenure(post))
  const left = { endsAt: '2023-05-06', endReason: 'resignation' as const }
  const facts = { rev: 0, name: personName, kind: 'ordinary' as const, startsOn: '2022-01-10' }
  const member = value(await own.client.roster.saveMember({ ...facts, ...left }))
  return [first.personId, member.personId]
}

const findings = async (): Promise<string[]> =>
  value(await own.client.appointment.findings(place)).map(
    ({ severity, code }) => `${severity} ${code}`,
  )

it('asks which of two people outside the committee is meant, until one is chosen', async () => {
  const [chosen = null] = await namesakes('江一帆')
  const line = { act: 'remove' as const, verb: '免去', personName: '江一帆', post: judge }
  await room.acts(place, [line])
  expect(await findings()).toContain('warn namesake')
  const [nomination] = value(await own.client.appointment.nominations(place))
  const [act] = nomination?.acts ?? []
  if (!act) throw new Error('act expected')
  const { id, rev } = act
  value(await own.client.appointment.tieAct({ id, rev, personId: chosen }))
  expect(await findings()).not.toContain('warn namesake')
})

it('ends the tenure of the one chosen among two in office, and leaves the other’s', async () => {
  const held = { personName: '江一帆', postName: judge, fromOn: '2021-04-05' }
  const first = value(await own.client.ledger.saveTenure({ rev: 0, ...held }))
  const facts = { rev: 0, name: '江一帆', kind: 'ordinary' as const, startsOn: '2022-01-10' }
  const left = { endsAt: '2023-05-06', endReason: 'resignation' as const }
  const { personId } = value(await own.client.roster.saveMember({ ...facts, ...left }))
  const both = { ...held, personId }
  const second = value(await own.client.ledger.saveTenure({ rev: 0, ...both }))
  const line = { act: 'remove' as const, verb: '免去', personName: '江一帆', post: judge }
  const [id = ''] = await room.acts(place, [line])
  const offered = value(await own.client.appointment.persons({ actId: id }))
  expect(offered.map((one) => one.id).toSorted()).toEqual([first.personId, personId].toSorted())
  const [nomination] = value(await own.client.appointment.nominations(place))
  const rev = nomination?.acts[0]?.rev ?? 0
  value(await own.client.appointment.tieAct({ id, rev, personId }))
  const [question] = await room.askActs(place, [id], 'individually', '材料会后补齐')
  if (!question) throw new Error('question expected')
  await room.decided(place, question)
  const ends = async (one: string) =>
    value(await own.client.ledger.person({ personId: one }))
      .tenures.filter(({ source }) => source !== 'member')
      .map(({ id: tenureId, toOn, endReason }) => [tenureId, toOn, endReason])
  expect(await ends(personId)).toEqual([[second.id, '2026-11-26', 'removed']])
  expect(await ends(first.personId)).toEqual([[first.id, null, null]])
})

it('takes nobody for the one known who was born at another time', async () => {
  const facts = { rev: 0, itemId: place.itemId, nominator: '市中级人民法院院长' }
  const who = { ...facts, nominatorKind: 'court-president' as const }
  const { id: nominationId } = value(await own.client.appointment.saveNomination(who))
  const named = async (...births: (string | null)[]) => {
    const line = { act: 'appoint' as const, verb: '任命', personName: '江一帆', post: judge }
    const acts = births.map((birth) => ({
      ...line,
      person: { sex: null, birth, nationality: null },
    }))
    const added = value(await own.client.appointment.addActs({ nominationId, acts }))
    return added.acts.slice(-births.length)
  }
  const [first, second, again] = await named('1975-03', '1982-11', '1982-11')
  const persons = value(await own.client.appointment.persons({ actId: second?.id ?? '' }))
  expect(persons.map(({ birth }) => birth).toSorted()).toEqual(['1975-03', '1982-11'])
  const bornIn = (month: string) => persons.find(({ birth }) => birth === month)?.id
  expect(first?.personId).toBe(bornIn('1975-03'))
  expect([second?.personId, again?.personId]).toEqual([null, bornIn('1982-11')])
  expect(await findings()).toContain('warn namesake')
  const [third, nobody] = await named('1975-03', null)
  expect([third?.personId, nobody?.personId]).toEqual([first?.personId, null])
  expect(value(await own.client.appointment.persons({ actId: first?.id ?? '' }))).toHaveLength(2)
})

it('takes another of a member’s name for another, by the word of whoever knows', async () => {
  const facts = { rev: 0, name: '江一帆', kind: 'ordinary' as const, startsOn: '2022-01-10' }
  const member = value(await own.client.roster.saveMember({ ...facts, sex: 'male' }))
  const post = '临江市财政局局长'
  const line = { act: 'appoint' as const, verb: '决定任命', personName: '江一帆', post }
  const [id = ''] = await room.acts(place, [line])
  expect((await findings()).join()).toContain('incompatible')
  const [before] = value(await own.client.appointment.nominations(place))
  const rev = before?.acts[0]?.rev ?? 0
  const tied = value(await own.client.appointment.tieAct({ id, rev, another: true }))
  expect(tied.personId).not.toBe(member.personId)
  expect(tied.personId).not.toBeNull()
  expect((await findings()).join()).not.toContain('incompatible')
})

it('ties nobody where the paper says another sex than is known of the one who bears the name', async () => {
  const facts = { rev: 0, name: '江一帆', kind: 'ordinary' as const, startsOn: '2022-01-10' }
  const member = value(await own.client.roster.saveMember({ ...facts, sex: 'male' }))
  const head = { rev: 0, itemId: place.itemId, nominator: '市长' }
  const { id: nominationId } = value(
    await own.client.appointment.saveNomination({ ...head, nominatorKind: 'government-head' }),
  )
  const add = async (sex: 'male' | 'female', post: string) => {
    const person = { sex, birth: null, nationality: null }
    const line = { act: 'appoint' as const, verb: '决定任命', personName: '江一帆', post, person }
    const asked = { nominationId, acts: [line] }
    return value(await own.client.appointment.addActs(asked)).acts.at(-1)?.personId
  }
  expect(await add('male', '临江市财政局局长')).toBe(member.personId)
  expect(await add('female', '临江市审计局局长')).toBeNull()
  expect(await findings()).toContain('warn namesake')
})
