import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ActKind } from '../../../shared/contract/appointment.ts'
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

const enter = async (personName: string, postName: string, ends = {}) =>
  value(
    await own.client.ledger.saveTenure({
      rev: 0,
      personName,
      postName,
      fromOn: '2022-03-01',
      ...ends,
    }),
  )

const said = async (act: ActKind, personName: string, post: string): Promise<string[]> => {
  await room.acts(place, [{ act, verb: '任免', personName, post }])
  return value(await own.client.appointment.findings(place)).map(
    ({ severity, code }) => `${severity} ${code}`,
  )
}

it('forbids nothing to somebody of whom nobody has said whether a deputy', async () => {
  await enter('方明远', '临江市审计局局长')
  const findings = await said('appoint', '方明远', '临江市人民代表大会法制委员会委员')
  expect(findings).toContain('note not-deputy')
})

it('knows a post by who held it in this term and holds it no more', async () => {
  const post = '临江市档案馆馆长'
  await enter('李四', post, { toOn: '2024-05-06', endReason: 'removed' })
  expect(await said('remove', '方明远', post)).toContain('warn not-held')
})

it('knows a post by who held it before this term, and makes nothing of one nobody is on record for', async () => {
  value(await own.client.ledger.addStarter({ fromOn: '2022-01-10' }))
  const [held, never] = ['临江市财政局局长', '临江市审计局局长']
  await enter('李四', held, { fromOn: '2008-03-01', toOn: '2012-05-06', endReason: 'removed' })
  await said('remove', '方明远', held)
  const findings = await said('remove', '林知秋', never)
  expect(findings.filter((one) => one.endsWith('not-held'))).toEqual([
    'warn not-held',
    'note not-held',
  ])
})

it('a late nomination gone past is late anew for an act that joins it', async () => {
  const who = { nominator: '市长周启航', nominatorKind: 'government-head' } as const
  const facts = { rev: 0, itemId: place.itemId, ...who, receivedOn: '2026-11-25' }
  const { id: nominationId } = value(await own.client.appointment.saveNomination(facts))
  const add = async (post: string) => {
    const line = { act: 'appoint' as const, verb: '决定任命', personName: '方明远', post }
    return value(await own.client.appointment.addActs({ nominationId, acts: [line] })).acts
  }
  const late = async () =>
    value(await own.client.appointment.findings(place)).find(({ code }) => code === 'late')
  const [first] = await add('临江市审计局局长')
  const past = { actId: first?.id ?? '', code: 'late', reason: '主任会议同意' }
  value(await own.client.appointment.override(past))
  expect((await late())?.override?.reason).toBe('主任会议同意')
  await add('临江市统计局局长')
  expect(await late()).toMatchObject({ override: null, actIds: { length: 2 } })
})
