import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { doubles, type Doubles } from '../../builders/doubles.ts'
import { testKernel, value, withBody, type TestKernel } from '../../builders/kernel.ts'
import { openLedger } from './ledger.testkit.tsx'

let own: TestKernel
let two: Doubles
let page: Awaited<ReturnType<typeof openLedger>>
let personId: string

beforeEach(async () => {
  own = testKernel()
  two = doubles(own)
  await withBody(own, { count: 0 })
  const held = { rev: 0, personName: '江一帆', postName: '临江市财政局局长' }
  personId = value(await own.client.ledger.saveTenure({ ...held, fromOn: '2022-01-20' })).personId
})
afterEach(async () => {
  page.stop()
  await own.dispose()
})

const openForm = async () => {
  page = await openLedger(own.kernel)
  await page.turnTo('人员')
  await page.user.type(screen.getByRole('searchbox'), '江一帆')
  await page.user.click(await screen.findByText('临江市财政局局长'))
  await screen.findByRole('grid', { name: '江一帆的任职经历' })
  await page.user.keyboard('{Shift>}E{/Shift}')
  return within(await screen.findByRole('dialog', { name: '修改登记内容：江一帆' }))
}

it('what is known of somebody without a seat is put right by keyboard and shown', async () => {
  const form = await openForm()
  const { user } = page
  const name = form.getByLabelText(/^姓名/u)
  expect(document.activeElement).toBe(name)
  await user.clear(name)
  await user.type(name, '江一凡')
  await user.type(form.getByLabelText('出生年月'), '1975年3月')
  await user.type(form.getByLabelText('民族'), '回族')
  await user.click(form.getByRole('radio', { name: '是' }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(await screen.findByText('1975.03生 · 回族 · 人大代表')).toBeTruthy()
  expect(screen.getByRole('grid', { name: '江一凡的任职经历' })).toBeTruthy()
  expect(value(await own.client.ledger.person({ personId }))).toMatchObject({
    name: '江一凡',
    birth: '1975-03',
    deputy: true,
  })
})

it('a birth that cannot be read is said at its field; a day stays a day', async () => {
  two.say(personId, { birth: '1975-03-08' })
  const form = await openForm()
  const { user } = page
  const birth = form.getByLabelText<HTMLInputElement>('出生年月')
  expect(birth.value).toBe('1975.03.08')
  await user.clear(birth)
  await user.type(birth, '三月{Enter}')
  expect(await form.findByText(/^“三月”看不出是哪年哪月/u)).toBeTruthy()
  await user.clear(birth)
  await user.type(birth, '1975.03.08')
  await user.type(form.getByLabelText('民族'), '汉族{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(two.entry(personId)).toMatchObject({ birth: '1975-03-08', nationality: '汉族' })
})

it('what another window has changed meanwhile is not written over', async () => {
  const form = await openForm()
  const { user } = page
  const known = value(await own.client.ledger.person({ personId }))
  const { id, rev, name, sex, birth, deputy, note } = known
  const facts = { id, rev, name, sex, birth, deputy, note, nationality: '回族' }
  value(await own.client.ledger.savePerson(facts))
  await screen.findByText(/回族/u)
  await user.type(form.getByLabelText('出生年月'), '1975年3月{Enter}')
  await waitFor(() => expect(form.getByRole('alert')).toBeTruthy())
  expect(two.entry(personId)).toMatchObject({ birth: null, nationality: '回族' })
})
