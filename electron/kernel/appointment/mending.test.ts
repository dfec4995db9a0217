import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Act } from '../../../shared/contract/appointment.ts'
import { chamber, type Hall } from '../../../test/builders/chamber.ts'
import { refusal, testKernel, value, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let room: ReturnType<typeof chamber>
let place: Hall

beforeEach(async () => {
  own = testKernel()
  room = chamber(own)
  place = await room.hall(31)
})
afterEach(() => own.dispose())

const acts = async (): Promise<Act[]> =>
  value(await own.client.appointment.nominations(place)).flatMap((one) => one.acts)
const verbs = async () => (await acts()).map(({ verb }) => verb)
const mend = (some: readonly Act[]) =>
  own.client.appointment.mendVerbs({ acts: some.map(({ id, rev }) => ({ id, rev })) })

/** Four written with one verb, of which two need others. */
const mixed = () =>
  room.acts(place, [
    { verb: '任命', personName: '沈知远', post: '临江市财政局局长' },
    { act: 'remove', verb: '免去', personName: '卢景明', post: '临江市教育局局长' },
    { verb: '决定任命', personName: '顾南', post: '临江市中级人民法院审判员' },
    { verb: '任命', personName: '何清', post: '临江市中级人民法院审判员' },
  ])

it('gives each act the verb of its own post, all at once, and leaves the others as they are', async () => {
  await mixed()
  const before = await acts()
  const mended = value(await mend(before))
  expect(mended.map(({ personName }) => personName)).toEqual(['沈知远', '卢景明', '顾南'])
  const after = await acts()
  expect(after.map(({ verb }) => verb)).toEqual(['决定任命', '决定免去', '任命', '任命'])
  const rest = ({ verb: _, rev: __, ...facts }: Act) => facts
  expect(after.map(rest)).toEqual(before.map(rest))
  expect(after.map(({ rev }) => rev)).toEqual(before.map(({ rev }, at) => rev + (at < 3 ? 1 : 0)))
  expect(refusal(await mend(after)).message?.key).toBe('appointment.nothingToMend')
})

it('mends none where one of them was changed meanwhile, or is put to the vote', async () => {
  const ids = await mixed()
  const before = await acts()
  const stale = before.map((act, at) => ({ ...act, rev: at === 1 ? 9 : act.rev }))
  expect(refusal(await mend(stale)).code).toBe('conflict')
  await room.askActs(place, ids.slice(3))
  expect(room.key(await mend(before))).toBe('appointment.alreadyAsked')
  expect(await verbs()).toEqual(['任命', '免去', '决定任命', '任命'])
})
