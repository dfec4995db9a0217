import { afterEach, beforeEach, expect, it } from 'vitest'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall
beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(3)
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
