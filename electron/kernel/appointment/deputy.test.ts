import { afterEach, beforeEach, expect, it } from 'vitest'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

// Committees of the congress are made of its deputies (组织法 34①): whether somebody is one is said at the act.

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
const post = '临江市人大法制委员会委员'

beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(5)
})
afterEach(() => own.dispose())

const propose = async (personName: string): Promise<string> =>
  (await room.acts(place, [{ personName, post }]))[0] ?? ''
const say = (actId: string, deputy: boolean | null) =>
  own.client.appointment.sayDeputy({ actId, deputy })
const asked = async (actId: string) =>
  value(await own.client.appointment.findings(place))
    .filter(({ code, actIds }) => code === 'not-deputy' && actIds.includes(actId))
    .map(({ severity }) => severity)
const persons = async (actId: string) => value(await own.client.appointment.persons({ actId }))

it('forbids who is said to be none, asks nothing more of who is said to be one, and can be taken back', async () => {
  const act = await propose('何清')
  expect(await asked(act)).toEqual(['note'])
  expect(await persons(act)).toEqual([])
  value(await say(act, false))
  expect(await asked(act)).toEqual(['block'])
  expect(await persons(act)).toMatchObject([{ name: '何清', deputy: false }])
  value(await say(act, true))
  expect(await asked(act)).toEqual([])
  value(await say(act, null))
  expect(await asked(act)).toEqual(['note'])
  // Once somebody was named, it is the same person who is spoken of.
  expect(await persons(act)).toHaveLength(1)
})

it('is said of the person, for every act about the person', async () => {
  const held = { rev: 0, personName: '顾南', postName: '临江市司法局局长', fromOn: '2023-01-01' }
  value(await own.client.ledger.saveTenure(held))
  const act = await propose('顾南')
  value(await say(act, true))
  const again = await propose('顾南')
  expect([await asked(act), await asked(again)]).toEqual([[], []])
  expect(await persons(again)).toMatchObject([{ name: '顾南', deputy: true }])
})

it('is not said while it is open which of several is meant, and then of the one who is', async () => {
  const held = { rev: 0, personName: '孟秋白', postName: '临江市司法局局长', fromOn: '2023-01-01' }
  const { personId } = value(await own.client.ledger.saveTenure(held))
  const left = { endsAt: '2023-05-06', endReason: 'resignation' as const, startsOn: '2022-01-10' }
  const member = { rev: 0, name: '孟秋白', kind: 'ordinary' as const, ...left }
  value(await own.client.roster.saveMember(member))
  const act = await propose('孟秋白')
  expect(await persons(act)).toHaveLength(2)
  expect(room.key(await say(act, true))).toBe('appointment.chooseFirst')
  const { rev } = value(await own.client.appointment.nominations(place))
    .flatMap(({ acts }) => acts)
    .find(({ id }) => id === act) ?? { rev: 0 }
  value(await own.client.appointment.tieAct({ id: act, rev, personId }))
  value(await say(act, true))
  const said = (await persons(act)).map(({ id, deputy }) => [id === personId, deputy])
  expect(said.toSorted()).toEqual([
    [false, null],
    [true, true],
  ])
})

it('needs not be said of a member in office', async () => {
  const [member] = value(await own.client.roster.members({}))
  const act = await propose(member?.name ?? '')
  expect(await asked(act)).toEqual([])
})
