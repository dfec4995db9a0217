import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { App } from '../../../renderer/app/App.tsx'
import { chamber, type Hall } from '../../builders/chamber.ts'
import { testKernel, value, type TestKernel } from '../../builders/kernel.ts'
import { drawPage } from '../app/page.testkit.tsx'

// What is said of a nomination as it came: once, above its acts, and never again at each of them.

let own: TestKernel
let place: Hall
let stop = (): void => undefined
let user: ReturnType<typeof userEvent.setup>

const late = /的任免案2026年11月24日收到，会前 2 天/u

beforeEach(async () => {
  own = testKernel()
  place = await chamber(own).hall(31)
  const who = { nominator: '市中级人民法院院长', nominatorKind: 'court-president' } as const
  const facts = { rev: 0, itemId: place.itemId, ...who, receivedOn: '2026-11-24' }
  const { id: nominationId } = value(await own.client.appointment.saveNomination(facts))
  const acts = ['何清', '顾南', '孟秋白'].map((personName) => ({
    act: 'appoint' as const,
    verb: '任命',
    personName,
    post: '临江市中级人民法院审判员',
  }))
  value(await own.client.appointment.addActs({ nominationId, acts }))
  user = userEvent.setup()
  stop = drawPage(own.kernel, <App />)
  await screen.findByRole('navigation', { name: '画面' })
  await user.keyboard('{Alt>}6{/Alt}')
  await screen.findByRole('grid', { name: '任免事项' })
})
afterEach(async () => {
  stop()
  await own.dispose()
})

const finding = async () =>
  value(await own.client.appointment.findings(place)).find(({ code }) => code === 'late')

it('a late nomination is said once, and gone past once for all its acts', async () => {
  const whole = within(await screen.findByRole('list', { name: '整件任免案的提示' }))
  expect(whole.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getAllByText(late)).toHaveLength(1)
  // No act bears the mark of it.
  expect(within(screen.getByRole('grid')).queryByText(/!/u)).toBeNull()
  await user.click(whole.getByRole('button', { name: '说明理由，越过' }))
  await user.type(screen.getByLabelText('理由（留存备查）'), '主任会议同意{Enter}')
  await whole.findByText(/已越过：主任会议同意/u)
  expect(await finding()).toMatchObject({
    actIds: { length: 3 },
    override: { reason: '主任会议同意' },
  })
  await user.click(whole.getByRole('button', { name: '收回' }))
  await whole.findByRole('button', { name: '说明理由，越过' })
  expect((await finding())?.override).toBeNull()
})

it('above rows read from a text it is said once too', async () => {
  await screen.findByText(late)
  await user.keyboard('{Control>}i{/Control}')
  await user.click(await screen.findByLabelText('提请或者公布的文本'))
  await user.paste('任命：\n沈知远、陆知秋、卢景明为临江市中级人民法院审判员。')
  const table = await screen.findByRole('table', { name: '读出的事项' })
  expect(within(table).getAllByRole('textbox')).toHaveLength(9)
  await screen.findByText(late)
  await waitFor(() => expect(within(table).getAllByText('目录中没有')).toHaveLength(3))
  expect(screen.getAllByText(late)).toHaveLength(1)
  expect(within(table).queryByText(late)).toBeNull()
})

it('an organ written in two ways is said once above the acts, and again above rows that write it otherwise', async () => {
  const mixed = /同一机关写法不一：“市中级人民法院”（1 件，如沈知远）和“临江市中级人民法院”/u
  expect(screen.queryByText(/同一机关写法不一/u)).toBeNull()
  await user.keyboard('{Control>}i{/Control}')
  await user.click(await screen.findByLabelText('提请或者公布的文本'))
  await user.paste('任命：\n沈知远为市中级人民法院审判员。')
  expect(await screen.findByText(mixed)).toBeTruthy()
  expect(
    screen.getByText(/付表决前把职务里的“市中级人民法院”改为“临江市中级人民法院”/u),
  ).toBeTruthy()
  const { nominationId, ...act } = {
    nominationId: (value(await own.client.appointment.nominations(place))[0] ?? { id: '' }).id,
    act: 'appoint' as const,
    verb: '任命',
    personName: '沈知远',
    post: '市中级人民法院审判员',
  }
  value(await own.client.appointment.addActs({ nominationId, acts: [act] }))
  await user.keyboard('{Escape}')
  const whole = within(await screen.findByRole('list', { name: '整件任免案的提示' }))
  expect(await whole.findByText(mixed)).toBeTruthy()
})
