import { afterEach, beforeEach, expect, it } from 'vitest'
import { testKernel, value, withBody, type TestKernel } from '../../../test/builders/kernel.ts'

let own: TestKernel
let personId: string
beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 0 })
  const held = { rev: 0, personName: '江一帆', postName: '临江市财政局局长' }
  personId = value(await own.client.ledger.saveTenure({ ...held, fromOn: '2022-01-20' })).personId
})
afterEach(() => own.dispose())

const known = async () => value(await own.client.ledger.person({ personId }))
const facts = {
  name: '江一凡',
  sex: 'female',
  birth: '1975-03',
  nationality: '回族',
  deputy: true,
  note: '与另一同名者不是一人',
} as const

it('keeps what is known of somebody who has no seat, on the record, under the new name everywhere', async () => {
  const { rev } = await known()
  value(await own.client.ledger.savePerson({ id: personId, rev, ...facts }))
  expect(await known()).toMatchObject({ ...facts, id: personId, rev: rev + 1 })
  expect(value(await own.client.ledger.asOf({ on: '2026-11-26' }))).toMatchObject([
    { personName: '江一凡', postName: '临江市财政局局长' },
  ])
  const entries = value(await own.client.journal.entries({}))
  expect(entries[0]).toMatchObject({ command: 'ledger.savePerson' })
})

it('takes back what was said', async () => {
  const { rev } = await known()
  const saved = value(await own.client.ledger.savePerson({ id: personId, rev, ...facts }))
  const empty = { name: '江一凡', id: personId, rev: saved.rev }
  expect(value(await own.client.ledger.savePerson(empty))).toMatchObject({
    sex: null,
    birth: null,
    nationality: null,
    deputy: null,
    note: '',
  })
})

it('refuses what rests on an older state, a name that is none, and a birth to come', async () => {
  const { rev } = await known()
  const save = (more: object) =>
    own.client.ledger.savePerson({ id: personId, rev, ...facts, ...more })
  expect(await save({ rev: rev + 1 })).toMatchObject({ ok: false, error: { code: 'conflict' } })
  expect(await save({ name: '江1凡' })).toMatchObject({
    ok: false,
    error: { code: 'rule', fields: { name: {} } },
  })
  expect(await save({ birth: '2026-12' })).toMatchObject({
    ok: false,
    error: { code: 'rule', fields: { birth: { key: 'ledger.refused.unborn' } } },
  })
  expect(await save({ birth: '1975-13' })).toMatchObject({ ok: false, error: { code: 'invalid' } })
  expect(await save({ id: 'nobody' })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(await known()).toMatchObject({ name: '江一帆', rev })
})
