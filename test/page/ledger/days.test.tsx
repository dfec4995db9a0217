import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { openLedger } from './ledger.testkit.tsx'

let own: TestKernel
let page: Awaited<ReturnType<typeof openLedger>>

beforeEach(async () => {
  own = testKernel()
  await withBody(own, { count: 0 })
  page = await openLedger(own.kernel)
})

afterEach(async () => {
  page.stop()
  await own.dispose()
})

const held = async () => value(await own.client.ledger.asOf({ on: '2026-11-26' }))

it('stores nothing while a day cannot be read, says what is missing, and goes there', async () => {
  const { user } = page
  await user.keyboard('n')
  const dialog = within(await screen.findByRole('dialog', { name: '录入任职' }))
  await user.type(dialog.getByLabelText(/姓名/), '云知岚')
  await user.type(dialog.getByLabelText(/职务全称/), '临江市档案馆馆长')
  const from = dialog.getByLabelText<HTMLInputElement>('任职日期')
  await user.type(from, '2019.03{Enter}')
  await dialog.findByText('“2019.03”没有写到日，请补全年月日。')
  await user.click(dialog.getByRole('button', { name: '保存' }))
  await waitFor(() => expect(document.activeElement).toBe(from))
  expect(from.value).toBe('2019.03')
  expect(await held()).toEqual([])
  await user.type(from, '.05{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await held()).toMatchObject([{ personName: '云知岚', fromOn: '2019-03-05' }])
})

it('asks for the day of an election only of a chief procurator, and takes nobody for in office by it', async () => {
  const { user } = page
  await user.keyboard('n')
  const dialog = within(await screen.findByRole('dialog', { name: '录入任职' }))
  await user.type(dialog.getByLabelText(/姓名/), '云知岚')
  await user.type(dialog.getByLabelText(/职务全称/), '临江市人民检察院副检察长')
  expect(dialog.queryByLabelText('当选日期')).toBeNull()
  await user.clear(dialog.getByLabelText(/职务全称/))
  await user.type(dialog.getByLabelText(/职务全称/), '临江市人民检察院检察长')
  await user.type(dialog.getByLabelText('当选日期'), '2026-01-15{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await held()).toEqual([])
  const [person] = value(await own.client.ledger.findPerson({ text: '云知岚' }))
  const personId = person?.id ?? ''
  const { tenures } = value(await own.client.ledger.person({ personId }))
  expect(tenures).toMatchObject([{ electedOn: '2026-01-15', fromOn: null }])
})
